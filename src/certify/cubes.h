/* Boxes of the cube for laws with continuous draws, d = 3.
 *
 * Letters as in the chapter continuous-laws: given the outcome of the finite
 * draws, A is the sum of t^S M_S over the subsets S of the draws, t^S being the
 * product of the draws in S. A cell T of the draws has the mean m_j, and s_j =
 * t_j - m_j; on it A = B + sum of s^S D_S over the subsets that are not empty.
 * Subsets are written as bits: bit j is draw j. */
#ifndef LYC_CERTIFY_CUBES_H
#define LYC_CERTIFY_CUBES_H

#include "certify/affine_law.h"
#include "certify/box.h"
#include "certify/mixed.h"
#include "lyapcert/cubes.h"

#define LYC_CUBES_DIM 3
#define LYC_CUBES_CORNERS 4
#define LYC_CUBES_ENTRIES (LYC_CUBES_DIM * LYC_CUBES_DIM)
#define LYC_CUBES_PARTS (1 << LYC_CUBES_MAX_DRAWS)
#define LYC_CUBES_MOVES (LYC_CUBES_PARTS - 1)
#define LYC_CUBES_POINTS (LYC_CUBES_CORNERS * LYC_CUBES_PARTS)

/* ---- cubes_law.c: the law in doubles ---- */

/* Entries of the matrices M_S 2^-e, up to `error`, at most `size` in modulus;
 * e is the same for all outcomes. */
typedef struct
{
    double low, high; /* of the probability */
    double part[LYC_CUBES_PARTS][LYC_CUBES_ENTRIES];
    double error, size;
    int is_moved; /* bit j: some part of draw j may differ from 0 */
    /* What draw j is multiplied by is a mean of these, whatever the others
     * are; up to slope_error. 0 of them: not known. */
    int slopes[LYC_CUBES_MAX_DRAWS];
    double slope[LYC_CUBES_MAX_DRAWS][2][LYC_CUBES_ENTRIES], slope_error;
    /* |det A| = det_scale |d_0 + d_1 t_1 + …|^det_power, d_j between det[j][0]
     * and det[j][1]; det_power 0: not known. norm: at least the Frobenius norms
     * of the parts. */
    int det_power;
    double det_scale, det[LYC_CUBES_MAX_DRAWS + 1][2];
    double norm[LYC_CUBES_PARTS];
} lyc_cubes_outcome;

typedef struct lyc_cubes_law
{
    slong draws, outcomes;
    lyc_cubes_outcome *outcome;
    lyc_mixed_cells cells[LYC_CUBES_MAX_DRAWS];
    double density[LYC_CUBES_MAX_DRAWS];
    /* The ends of the ranges, perhaps infinite. */
    double end[LYC_CUBES_MAX_DRAWS][2];
    double split;    /* what a cell of the draws may cost before it is halved */
    arb_t log_scale; /* e log 2 */
} lyc_cubes_law_struct;
typedef lyc_cubes_law_struct lyc_cubes_law_t[1];

/* The law itself (power 1) or that of its matrices of cofactors (power 2), with
 * the draws cut as c says. f must outlive a. PROVED: it is; else d says why. To
 * be cleared in every case. */
lyc_verdict_t lyc_cubes_law_init(lyc_cubes_law_t a, const lyc_affine_law_t f,
                                 const lyc_cubes_t c, slong prec, lyc_diag_t d);
void lyc_cubes_law_clear(lyc_cubes_law_t a);

/* ---- cells of the draws, on a piece ---- */

typedef struct
{
    slong outcome, level[LYC_CUBES_MAX_DRAWS], index[LYC_CUBES_MAX_DRAWS];
    double low, high; /* of the probability, that of the outcome included */
    int is_tail;
    /* y[k] = B r_k and z[S - 1][k] = D_S r_k, up to these errors. */
    double y[LYC_CUBES_CORNERS][LYC_CUBES_DIM], y_error;
    double z[LYC_CUBES_MOVES][LYC_CUBES_CORNERS][LYC_CUBES_DIM];
    double z_error[LYC_CUBES_MOVES];
    /* |s^S| <= half; variance of s^S. */
    double half[LYC_CUBES_MOVES];
    double variance_low[LYC_CUBES_MOVES], variance_high[LYC_CUBES_MOVES];
    double reach[LYC_CUBES_MOVES]; /* at least E|s^S|, and of tails E|t^S| */
    lyc_box_cover cover;           /* is_wild: nothing is known of the image */
    /* What the common form w makes of it: E<w, A r_k>, bounds of |<w, A r_k> -
     * E| and of its variance; move[S - 1][k] = <w, D_S r_k> up to move_error.
     */
    double least[LYC_CUBES_CORNERS], most[LYC_CUBES_CORNERS];
    double range[LYC_CUBES_CORNERS];
    double spread_low[LYC_CUBES_CORNERS], spread_high[LYC_CUBES_CORNERS];
    double move[LYC_CUBES_MOVES][LYC_CUBES_CORNERS];
    double move_error[LYC_CUBES_MOVES];
    /* ---- for the upper bound ---- */
    double at[LYC_CUBES_CORNERS], mean;
} lyc_cubes_entry;

/* The cell of draw j that an entry is about. */
static inline const lyc_mixed_cell *
lyc_cubes_cell_of(const lyc_cubes_law_struct *a, const lyc_cubes_entry *e,
                  slong j)
{
    const lyc_mixed_cells *c = a->cells + j;
    return c->cell + c->first[e->level[j]] + e->index[j];
}

typedef struct lyc_cubes_work
{
    slong length, capacity;
    lyc_cubes_entry *entry;
    int is_late; /* the time ran out: the cells are not all there */
} lyc_cubes_work;

lyc_cubes_work *lyc_cubes_work_new(void);
void lyc_cubes_work_free(lyc_cubes_work *w);

/* ---- cubes_image.c ---- */

/* Fills in what the cell is: probability, images, halves, variances. */
void lyc_cubes_place(lyc_cubes_entry *e, const lyc_cubes_law_struct *a,
                     const lyc_box *piece);
/* Signed cones whose union holds A x, for x != 0 in the cone over the piece and
 * all draws in the cell, but for 0; `whole` is NULL, or what covers more. */
void lyc_cubes_cover(lyc_cubes_entry *e, const lyc_box_cover *whole,
                     const lyc_cubes_law_struct *a,
                     const lyc_box_tree_struct *t);

/* ---- cubes_walk.c ---- */

/* The cells of the draws, cut as finely as the law's split says, with what
 * covers their images; `whole` is NULL or has been through this for a box that
 * holds the piece. Ends early, w->is_late, when g->limits have run out. */
void lyc_cubes_covers(lyc_cubes_work *w, const lyc_cubes_work *whole,
                      const lyc_box_gauge_struct *g, const lyc_box *piece);

/* ---- cubes_bounds.c, cubes_far.c ---- */

/* |(D x)_c| / density is at least this for some draw and coordinate, D being
 * what multiplies the draw, whatever the other draws are; x in the piece, a
 * mean of the r_k / own_k. */
double lyc_cubes_steepness(const lyc_cubes_law_struct *a, slong outcome,
                           const lyc_box *piece, const double *own);

/* A bound from below of E log(fhat(Ax) / fhat(x)) over the cell of an entry
 * where determinants stay away from 0; -inf where that is not known. */
double lyc_cubes_far_down(const lyc_cubes_entry *e,
                          const lyc_box_gauge_struct *g, const double *own);

/* After lyc_cubes_covers for the same piece: as lyc_box_bounds_of; own_low and
 * own_high: of the cell's own form at the corners. Nothing is proved where w is
 * late. */
lyc_box_bounds lyc_cubes_bounds(lyc_cubes_work *w,
                                const lyc_box_gauge_struct *g,
                                const lyc_box *piece, const double *own_low,
                                const double *own_high);

/* lower <= lambda_1 <= upper of the law a, log_scale included. */
lyc_verdict_t lyc_cubes_bracket(arf_t lower, arf_t upper, const lyc_boxes_t b,
                                const lyc_cubes_law_t a, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d);

#endif
