/* The producer of gauges over boxes of the cube: private to this folder.
 *
 * Nothing here is trusted. It uses the checker's own trees, images and bounds
 * of pieces, so that what it expects is what will be proved. Letters as in the
 * chapters bracket and spectrum: atoms A_i of weight p_i, fhat = <v_l, x> on
 * the cone over cell l, offsets c_l, mass nu_l. */
#ifndef LYAPCERT_ENCLOSE_BOX_SOLVER_H
#define LYAPCERT_ENCLOSE_BOX_SOLVER_H

#include <math.h>
#include <string.h>

#include "certify/box.h"
#include "lyapcert/text.h"

/* Cells begin … end - 1: what is known of the pieces of cell j begins at
 * list[start[j - begin]]. A piece is written as r_q^- and r_q^+, less lambda,
 * as floats, the number of its images, and for each image its weight, a float,
 * and the cells that may hold it: the number of the cell with flags; unless
 * LYC_BOX_ALONE is set, then the logarithms of lyc_box_cover's ratios, 16 bits
 * each, rounded outward. */
typedef struct
{
    slong begin, end, pieces;
    uint32_t *start, *list;
    size_t length, room;
} lyc_box_block;

#define LYC_BOX_LAST UINT32_C(0x80000000)  /* of the cells for this image */
#define LYC_BOX_ALONE UINT32_C(0x40000000) /* no ratios follow */
#define LYC_BOX_NUMBER UINT32_C(0x3fffffff)
#define LYC_BOX_WILD LYC_BOX_NUMBER /* any cell at all */

/* Threads share the work by blocks; nothing depends on which does what. */
#define LYC_BOX_BLOCKS 64
typedef struct
{
    slong cells, length; /* pieces */
    lyc_box_block block[LYC_BOX_BLOCKS];
} lyc_box_pieces_struct;
typedef lyc_box_pieces_struct lyc_box_pieces_t[1];

/* Corners of cells; those on two faces count twice. The values are those of a
 * gauge at points with coordinate 1 for their face; between corners it is
 * multilinear on each face, which keeps value iteration monotone. */
typedef struct
{
    slong length;
    uint32_t *origin; /* cell * corners + number of a corner of it */
    double *value;
    int32_t *corner; /* cells x 2^(dim-1): vertices */
    int32_t *where;  /* length x atoms: signed cones that hold the images */
} lyc_box_vertices_struct;
typedef lyc_box_vertices_struct lyc_box_vertices_t[1];

/* What cells are halved by: dual weights times errors, errors, or all alike. */
typedef enum
{
    LYC_BOX_BY_DUAL,
    LYC_BOX_BY_ERROR,
    LYC_BOX_UNIFORM
} lyc_box_refinement_t;

typedef struct
{
    int dim;
    lyc_box_atoms_t atoms;
    double *weight; /* of the atoms */
    /* The law; the atoms then stand for it where points are enough. Or NULL. */
    const struct lyc_cubes_law *cubes;
    double log_scale;
    lyc_box_tree_t tree;
    lyc_text_t text; /* of the tree */
    lyc_box_vertices_t vertices;
    double *form;   /* cells x dim, fitted to the values */
    double *offset; /* cells x 2: lower, upper */
    double *mass;   /* cells; sum 1 */
    float *dual;    /* mass that offsets answer for; NULL before a step */
    float *error;   /* of each cell, after a step */
    lyc_box_pieces_t pieces;
    slong steps, sweeps;
    slong open;          /* cells without a lower bound */
    int threads;         /* at least 1 */
    double lambda;       /* of what the atoms scaled by powers of 2 do */
    double lower, upper; /* what the offsets seem to prove */
    double estimate;     /* sum of masses times errors */
    int is_one_sided;    /* there is no lower bound to be had */
    double caution;      /* weight of errors where no mass is seen */
    lyc_box_refinement_t refinement;
    int is_continuous; /* offsets stay 0 */
    double seconds;    /* of the last step */
    /* Of the whole search; or NULL. */
    const lyc_limits_struct *limits;
} lyc_box_solver_struct;
typedef lyc_box_solver_struct lyc_box_solver_t[1];

/* For a law with continuous draws, d = 3, which must outlive s. */
void lyc_box_solver_init_cubes(lyc_box_solver_t s,
                               const struct lyc_cubes_law *cubes);
/* For a law of dimension 2 to 4. orthant: no entry is negative. */
void lyc_box_solver_init(lyc_box_solver_t s, const lyc_law_t law,
                         int is_projective);
/* As many threads as the limits allow, where the program was built for it;
 * cells of draws are looked at within their time. They must outlive s. */
void lyc_box_solver_set_limits(lyc_box_solver_t s, const lyc_limits_t limits);
void lyc_box_solver_clear(lyc_box_solver_t s);
/* Refines to about `cells` cells (not before the first step) and solves. 0
 * when no cell can be cut. */
int lyc_box_solver_step(lyc_box_solver_t s, slong cells);
static inline double lyc_box_solver_width(const lyc_box_solver_struct *s)
{
    return s->open > 0 ? (double)INFINITY : s->upper - s->lower;
}
/* Bytes that the solver holds for one cell from step to step. */
double lyc_box_solver_bytes(const lyc_box_solver_t s);

/* ---- cubes.c ---- */

/* A few atoms in place of the draws: a is initialised by this call. */
void lyc_box_cubes_atoms(lyc_box_atoms_t a, const struct lyc_cubes_law *cubes);

/* ---- basis.c ---- */

/* The columns of an invertible matrix of integers: a basis in which atoms
 * stretch little and cells can be thin where they have to be. */
void lyc_box_approx_basis(lyc_matrix_t basis, const lyc_law_t law);

/* ---- locate.c ---- */

/* The signed cone that holds y != 0. */
int32_t lyc_box_locate(const lyc_box_tree_t t, const double *y);
/* y = A_i x for the scaled atom. */
void lyc_box_apply(double *y, const lyc_box_solver_t s, slong i,
                   const double *x);
/* ---- vertices.c ---- */

void lyc_box_vertices_init(lyc_box_vertices_t v);
void lyc_box_vertices_clear(lyc_box_vertices_t v);
/* The corners of all cells; values and `where` are not set. */
void lyc_box_vertices_set(lyc_box_vertices_t v, const lyc_box_tree_t t);
void lyc_box_vertex(double *x, const lyc_box_vertices_t v,
                    const lyc_box_tree_t t, slong n);
/* The gauge at y, which lies in a signed cone. */
double lyc_box_interpolate(const lyc_box_vertices_t v, const lyc_box_tree_t t,
                           int32_t cone, const double *y);
/* Fills `where` of the vertices. */
void lyc_box_locate_images(lyc_box_solver_t s);

/* ---- anderson.c ---- */

#define LYC_BOX_ANDERSON 4
typedef struct
{
    slong length, count;
    int held;
    const double *weight; /* of the squares that are made small */
    double norm;
    float *last; /* residual */
    float *step[LYC_BOX_ANDERSON], *change[LYC_BOX_ANDERSON];
} lyc_box_anderson_struct;
typedef lyc_box_anderson_struct lyc_box_anderson_t[1];

void lyc_box_anderson_init(lyc_box_anderson_t a, slong length,
                           const double *weight);
void lyc_box_anderson_clear(lyc_box_anderson_t a);
/* x <- x + r, accelerated; r is the residual at x. */
void lyc_box_anderson_step(double *x, lyc_box_anderson_t a, const double *r);

/* ---- poisson.c, mass.c ---- */

/* Sweeps of value iteration until R varies by about `tol` in the mean;
 * improves lambda and fits the forms. Returns the mean of |R - lambda|. */
double lyc_box_approx_poisson(lyc_box_solver_t s, double tol, int sweeps);
/* Sweeps of the chain of cells. */
void lyc_box_approx_mass(lyc_box_solver_t s, int sweeps);

/* ---- pieces.c, game.c ---- */

static inline float lyc_box_float(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

void lyc_box_pieces_init(lyc_box_pieces_t p);
void lyc_box_pieces_clear(lyc_box_pieces_t p);
void lyc_box_approx_pieces(lyc_box_solver_t s);
/* Bounds beyond this say as little. */
#define LYC_BOX_MOST 64.0f
/* The form is so steep that there may be no lower bound where images meet it.
 */
int lyc_box_is_steep(const lyc_box_solver_t s, slong j);
/* Sweeps for both offsets; sets lower, upper. */
void lyc_box_approx_offsets(lyc_box_solver_t s, double tol, int sweeps);
/* Sets error (infinite where nothing bounds R from below), open, estimate. */
void lyc_box_approx_errors(lyc_box_solver_t s);
/* ---- dual.c ---- */

/* Sets dual: sweeps of the chain of cells that the worst pieces make. */
void lyc_box_approx_dual(lyc_box_solver_t s, int sweeps);

/* ---- refine.c ---- */

/* Halves cells with the worst shares of error until there are about `cells`;
 * returns how many were halved. */
slong lyc_box_refine(lyc_box_solver_t s, slong cells);

/* ---- export.c ---- */

/* Rounds the forms to what an export can write. */
void lyc_box_quantise(lyc_box_solver_t s);
/* b is initialised by this call; the goals leave `margin` of the width. */
void lyc_box_export(lyc_boxes_t b, const lyc_box_solver_t s, double margin);

#endif
