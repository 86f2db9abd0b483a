/* Bounds of the rate of a planar gauge under a law with continuous draws.
 *
 * Letters as in the chapter continuous-laws: rays R_l with gauge fhat, R_(l +
 * n) = -R_l; vertices x_0, x_1 of a cone, scaled to fhat = 1; groups g of
 * draws with scalars s_g, and A x = B x + sum s_g D_g(x). Doubles are bounds
 * with their rounding accounted for (box_round.h). */
#ifndef LYC_CERTIFY_MIXED_H
#define LYC_CERTIFY_MIXED_H

#include "certify/affine_law.h"
#include "certify/box_round.h"
#include "lyapcert/diag.h"
#include "lyapcert/limits.h"
#include "lyapcert/mesh.h"

/* A real number within r of c. */
typedef struct
{
    double c, r;
} lyc_near;

lyc_near lyc_near_arb(const arb_t x);
/* At least |x| for every x it holds. */
static inline double lyc_near_size(lyc_near x)
{
    return lyc_up(fabs(x.c) + x.r);
}

/* ---- mixed_group.c: draws that are taken together ---- */

/* One draw, or two uniform ones that stand in the same single row. */
typedef struct
{
    slong draws, draw[2];
    slong row; /* where there are two; else -1 */
} lyc_mixed_group;

/* Groups of f's draws; returns how many there are. */
slong lyc_mixed_groups(lyc_mixed_group group[LYC_AFFINE_LAW_MAX_DRAWS],
                       const lyc_affine_law_t f);

/* ---- mixed_draw.c: cells of one draw ---- */

/* A cell of a group: its probability, and the scalar s given the cell. With
 * two draws s depends on the vertex k. */
typedef struct
{
    double low, high; /* of the probability */
    lyc_near mean[2];
    double half[2]; /* |s - mean| <= half; not where it is a tail */
    double variance_low[2], variance_high[2];
    double width; /* of half that finer cells could take something off; 0
                     where they would not pay */
    double apart; /* at least the variance of s at vertex 0 less s at 1 */
    int is_tail;
    double reach;  /* at least E|s| given the cell */
    double end[2]; /* the draw lies between them, perhaps infinite */
} lyc_mixed_cell;

#define LYC_MIXED_MAX_LEVELS 24

/* Cells between edges 0, …, n, and unions of them: cell i of level l, at
 * first[l] + i, lies between the edges i 2^l and (i + 1) 2^l, or n; the last
 * level is one cell. */
typedef struct
{
    lyc_mixed_cell *cell;
    slong levels, first[LYC_MIXED_MAX_LEVELS + 1];
} lyc_mixed_cells;

/* Room for all levels over n >= 1 cells. */
void lyc_mixed_cells_init(lyc_mixed_cells *c, slong n);
void lyc_mixed_cells_clear(lyc_mixed_cells *c);
/* How many cells a level has. */
static inline slong lyc_mixed_cells_of(const lyc_mixed_cells *c, slong level)
{
    return c->first[level + 1] - c->first[level];
}

/* c becomes the cells of draw x; cuts outside its range are left out. */
void lyc_mixed_draw_cells(lyc_mixed_cells *c, const lyc_affine_draw *x,
                          const int64_t *cut, slong cuts, slong cut_scale,
                          slong prec);
/* An upper bound of the density of x; +inf where there is none. */
double lyc_mixed_density(const lyc_affine_draw *x, slong prec);

/* ---- mixed_pair.c: cells of two uniform draws ---- */

/* t_j = centre[j] + half[j] e_j with e_j uniform on [-1, 1]. */
typedef struct
{
    arb_t centre[2], half[2];
} lyc_mixed_pair;

void lyc_mixed_pair_init(lyc_mixed_pair *p, const lyc_affine_draw *x,
                         const lyc_affine_draw *y, slong prec);
void lyc_mixed_pair_clear(lyc_mixed_pair *p);
/* c becomes the cells of z = kappa[0] t_0 + kappa[1] t_1 between the numbers
 * cut[i] + shift; s is rho[2k] t_0 + rho[2k + 1] t_1 at vertex k. */
void lyc_mixed_pair_cells(lyc_mixed_cells *c, const lyc_mixed_pair *p,
                          const double kappa[2], arb_srcptr rho,
                          const double *cut, slong cuts, double shift,
                          slong prec);

/* ---- mixed_sector.c: the fan in doubles ---- */

/* Functionals with low <= fhat <= high on a union of cones, and offsets
 * there. */
typedef struct
{
    int state; /* 0: not made yet; 1: made; -1: there are none */
    double low[2], high[2];
    double offset_low, offset_high; /* least of lower[], greatest of upper[] */
} lyc_mixed_sector;

typedef struct
{
    slong n;
    double *x, *y;                  /* R_l, 0 <= l < 4n */
    double *size;                   /* |x| + |y| */
    double *gauge_low, *gauge_high; /* fhat(R_l), 0 <= l < n */
    double *lower, *upper;          /* offsets, 0 <= l < n */
    double least_lower, most_upper;
    double c_low, c_high;     /* c_low |x|_max <= fhat(x) <= c_high |x|_max */
    slong span;               /* unions of up to so many cones are kept */
    lyc_mixed_sector *sector; /* [l * span + cones - 1] */
} lyc_mixed_fan;

/* 1 when the fan is one and its numbers are in range. */
int lyc_mixed_fan_init(lyc_mixed_fan *w, const lyc_fan_t fan, lyc_diag_t d);
void lyc_mixed_fan_clear(lyc_mixed_fan *w);
/* The extended cone, n to 3n - 1, at about the direction of (x, y). */
slong lyc_mixed_fan_locate(const lyc_mixed_fan *w, double x, double y);
/* What holds on the cones l, …, l + cones - 1, 0 <= l, cones < n, in the sign
 * of R_l for l < n; turn the functionals for R_l = -R_(l - n). */
const lyc_mixed_sector *lyc_mixed_fan_sector(lyc_mixed_fan *w,
                                             lyc_mixed_sector *own, slong l,
                                             slong cones);

/* ---- mixed_cone.c: one cone ---- */

typedef struct
{
    slong outcomes, groups, prec;
    const lyc_affine_law_struct *law;
    lyc_mixed_group group[LYC_AFFINE_LAW_MAX_DRAWS];
    lyc_near *weight; /* outcome by outcome */
    arb_ptr part;     /* [(outcome * (draws + 1) + j) * 4 + entry] */
    double density[LYC_AFFINE_LAW_MAX_DRAWS];
    const double *cut[LYC_AFFINE_LAW_MAX_DRAWS];
    slong cuts[LYC_AFFINE_LAW_MAX_DRAWS];
    lyc_mixed_cells cells[LYC_AFFINE_LAW_MAX_DRAWS]; /* of single draws */
    lyc_mixed_pair pair[LYC_AFFINE_LAW_MAX_DRAWS];   /* of pairs */
    lyc_mixed_fan fan;
    double *cut_value;
    double split; /* cells of more than so many times their distance from 0
                     are cut where they can be */
} lyc_mixed_struct;
typedef lyc_mixed_struct lyc_mixed_t[1];

/* What is found about a cone: bounds of the rate of fhat, the same with
 * offsets, and, unless NULL, mass[l] += the probability of going to about
 * cone l. */
typedef struct
{
    double lower, upper, offset_lower, offset_upper;
    double *mass;
} lyc_mixed_bound;

/* The law and the mesh must outlive m. PROVED; or DISPROVED and d. */
lyc_verdict_t lyc_mixed_init(lyc_mixed_t m, const lyc_affine_law_t law,
                             const lyc_mesh_t mesh, slong prec, lyc_diag_t d);
void lyc_mixed_clear(lyc_mixed_t m);
void lyc_mixed_cone(lyc_mixed_bound *b, lyc_mixed_t m, const lyc_fan_t fan,
                    slong j);

/* lower <= lambda_1 <= upper for the law f; Theorem
 * continuous-laws.cells. */
lyc_verdict_t lyc_mixed_bracket(arf_t lower, arf_t upper, const lyc_mesh_t mesh,
                                const lyc_affine_law_t f, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d);

#endif
