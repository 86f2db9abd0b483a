/* A gauge on a simplicial cone in space whose logarithm is a polynomial on a
 * square.
 *
 * The cone is spanned by the integer vectors u_0, u_1, u_2, the columns of a
 * matrix of positive determinant. With a = (1 + s)/2, b = (1 + t)/2 its chart
 * is x(s, t) = (1 - a) u_0 + a (1 - b) u_1 + a b u_2,   -1 <= s, t <= 1, and
 * ell is the linear form that is 1 on it. The gauge is |ell(x)| exp h(s, t), h
 * = sum coefficient[k][l] T_k(s) T_l(t) (mathematics: chapter collocation). */
#ifndef LYAPCERT_SQUARE_H
#define LYAPCERT_SQUARE_H

#include "lyapcert/arith.h"

typedef struct
{
    slong degree;      /* in each variable, >= 0 */
    slong scale;       /* coefficients are integers times 2^-scale, >= 0 */
    slong nodes;       /* points of interpolation in each variable, > degree */
    fmpz end[9];       /* u_0, u_1, u_2, three coordinates each */
    slong ellipse[2];  /* for s and t: rho = ellipse 2^-LYC_ELLIPSE_SCALE > 1 */
    fmpz *coefficient; /* (degree + 1)^2, those of one k together */
} lyc_square_struct;
typedef lyc_square_struct lyc_square_t[1];

/* All numbers 0. */
void lyc_square_init(lyc_square_t q, slong degree);
void lyc_square_clear(lyc_square_t q);
void lyc_square_swap(lyc_square_t a, lyc_square_t b);

#endif
