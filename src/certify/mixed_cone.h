/* One outcome of the finite draws on one cone, while its cells are gone
 * through. */
#ifndef LYC_CERTIFY_MIXED_CONE_H
#define LYC_CERTIFY_MIXED_CONE_H

#include "certify/mixed.h"

/* A cell of a group, as it moves the images of the vertices: by s D(x_k). */
typedef struct
{
    const lyc_mixed_cell *cell;
    double move[2][2];   /* E s D(x_k): [k][coordinate] */
    double radius, size; /* of every coordinate of move: error, and a bound */
    double reach[2];     /* at least E|s| |D(x_k)|_max */
} lyc_mixed_step;

/* The steps of a group, level by level as lyc_mixed_cells. */
typedef struct
{
    lyc_mixed_cells own; /* of pairs */
    lyc_mixed_step *step;
    slong levels;
    const slong *first;
    double direction[2][2];                  /* D(x_k) */
    double direction_radius, direction_size; /* of every coordinate */
} lyc_mixed_tree;

typedef struct
{
    lyc_mixed_struct *m;
    slong outcome;
    double base[2][2]; /* B x_k */
    double base_radius, base_size;
    lyc_mixed_tree tree[LYC_AFFINE_LAW_MAX_DRAWS]; /* of each group */
    /* A coordinate of A x has at most the density 1/steep, A x itself at most
     * 1/steeper, for every x in the cone of gauge 1. */
    double steep, steeper;
    /* ---- sums over the cells ---- */
    double lower[2]; /* of E log, at each vertex */
    double log_mean; /* sum of w log H */
    double ratio[2]; /* sum of w U_k / H */
    double gain[2];  /* sum of w K_k */
    double offset_lower, offset_upper;
    double zero_low, zero_high; /* probability of cells that may be at 0 */
    double *mass;
} lyc_mixed_pass;

/* The cells of all groups one by one in p's sums. */
void lyc_mixed_walk(lyc_mixed_pass *p);

/* The cell that is being looked at. */
typedef struct
{
    double low, high; /* of its probability */
    const lyc_mixed_step *step[LYC_AFFINE_LAW_MAX_DRAWS];
    slong level[LYC_AFFINE_LAW_MAX_DRAWS], index[LYC_AFFINE_LAW_MAX_DRAWS];
    double mean[2][2]; /* of the images of the vertices, tails left out */
    double error;      /* of every coordinate of mean, rounding included */
    double size;       /* a bound of every coordinate of mean */
    int tails;
} lyc_mixed_place;

/* What a functional makes of a place: L_k = <v, A x_k>. */
typedef struct
{
    double low[2], high[2]; /* E L_k */
    double half[2];         /* |L_k - E L_k| is at most this */
    double variance_low[2], variance_high[2];
    double apart; /* at least the variance of L_0 - L_1 */
} lyc_mixed_values;

void lyc_mixed_evaluate(lyc_mixed_values *x, const lyc_mixed_pass *p,
                        const lyc_mixed_place *c, const double v[2]);

/* A cell whose images are not kept off 0, or that is a tail. */
void lyc_mixed_irregular(lyc_mixed_pass *p, const lyc_mixed_place *c);

/* Ends a walk: the lower bound for all irregular cells but tails. */
void lyc_mixed_add_zero(lyc_mixed_pass *p);

/* The upper sums for a cell with E L_k <= value[k]; the mean of the two must
 * be positive. */
void lyc_mixed_add_upper(lyc_mixed_pass *p, const lyc_mixed_place *c,
                         const double value[2]);

/* At least E[log fhat(A x); cell] / its probability for a tail of one draw
 * through the determinant, or -inf. */
double lyc_mixed_tail_lower(const lyc_mixed_pass *p, const lyc_mixed_place *c);

/* w x rounded down (up) for a probability w in [low, high]. */
static inline double lyc_weigh_down(double low, double high, double x)
{
    return lyc_down((x < 0 ? high : low) * x);
}

static inline double lyc_weigh_up(double low, double high, double x)
{
    return lyc_up((x < 0 ? low : high) * x);
}

#endif
