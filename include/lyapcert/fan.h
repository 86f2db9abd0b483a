/* A fan in the plane with a gauge that is linear on its cones, and offsets.
 *
 * Rays r_0, r_1, …, r_{n-1} are non-zero integer vectors in counterclockwise
 * order, each cone(r_j, r_{j+1}) with det(r_j, r_{j+1}) > 0. Projective fan:
 * the last cone is cone(r_{n-1}, -r_0), and the gauge is even on all of
 * R^2\{0}: n cones, at least 2. Otherwise the fan covers the closed cone C
 * from r_0 to r_{n-1} (and -C, evenly): n - 1 cones, at least 1.
 *
 * The gauge: fhat is continuous, linear on each cone, with
 *     fhat(r_j) = value[j] * max(|x_j|, |y_j|) * 2^-value_scale,
 * value[j] > 0. The lower bound uses f = exp(lower[j] 2^-offset_scale) fhat
 * on cone j with the maximum on shared rays, the upper bound uses upper[] and
 * the minimum (mathematics: chapter bracket, Lemma bracket.offsets). */
#ifndef LYAPCERT_FAN_H
#define LYAPCERT_FAN_H

#include <stdint.h>

#include "lyapcert/arith.h"

typedef enum
{
    LYC_ACTS_LAW = 0,       /* bounds lambda_1 of the law itself */
    LYC_ACTS_TRANSPOSE = 1, /* of A^T: the same spectrum */
    LYC_ACTS_INVERSE = 2    /* of A^-1: bounds -lambda_d */
} lyc_acts_t;

typedef struct
{
    lyc_acts_t acts;
    int is_projective;
    slong length; /* rays */
    fmpz *x, *y;
    int64_t *value;                  /* length */
    int64_t *lower, *upper;          /* cones */
    slong value_scale, offset_scale; /* 0 to 1000 */
} lyc_fan_struct;
typedef lyc_fan_struct lyc_fan_t[1];

void lyc_fan_init(lyc_fan_t fan, slong length, int is_projective);
void lyc_fan_clear(lyc_fan_t fan);
void lyc_fan_swap(lyc_fan_t a, lyc_fan_t b);
/* n for a projective fan, n - 1 otherwise. */
slong lyc_fan_cones(const lyc_fan_t fan);

#endif
