/* A gauge on arcs of directions whose logarithm is a polynomial on each arc.
 *
 * Arc a is the closed cone spanned by the integer vectors u_a, v_a with
 * det(u_a, v_a) > 0, and its negative. Its chart is
 *     x_a(s) = (1 - s)/2 u_a + (1 + s)/2 v_a,   -1 <= s <= 1,
 * and ell_a is the linear form that is 1 on the whole chart. The gauge is
 *     f(x) = |ell_a(x)| exp h_a(s),   h_a(s) = sum_k coefficient[a][k] T_k(s),
 * T_k the Chebyshev polynomials (mathematics: chapter collocation). */
#ifndef LYAPCERT_COLLOCATION_H
#define LYAPCERT_COLLOCATION_H

#include "lyapcert/arith.h"

typedef struct
{
    slong arcs;        /* >= 1 */
    slong degree;      /* of every polynomial, >= 0 */
    slong scale;       /* coefficients are integers times 2^-scale, >= 0 */
    slong nodes;       /* points of interpolation on each arc, > degree */
    fmpz *end;         /* 4 an arc: u_x, u_y, v_x, v_y */
    slong *ellipse;    /* 1 an arc: rho = ellipse 2^-LYC_ELLIPSE_SCALE > 1 */
    fmpz *coefficient; /* degree + 1 an arc */
} lyc_collocation_struct;
typedef lyc_collocation_struct lyc_collocation_t[1];

#define LYC_ELLIPSE_SCALE 16

/* All numbers 0. */
void lyc_collocation_init(lyc_collocation_t c, slong arcs, slong degree);
void lyc_collocation_clear(lyc_collocation_t c);
void lyc_collocation_swap(lyc_collocation_t a, lyc_collocation_t b);
/* The coefficients of arc a. */
fmpz *lyc_collocation_row(const lyc_collocation_t c, slong a);

#endif
