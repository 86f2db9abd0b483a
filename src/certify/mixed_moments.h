/* Moments of two independent numbers e_0, e_1, uniform on [-1, 1], below a
 * line. */
#ifndef LYC_CERTIFY_MIXED_MOMENTS_H
#define LYC_CERTIFY_MIXED_MOMENTS_H

#include "lyapcert/arith.h"

/* P, E e_j and E e_0^2, E e_0 e_1, E e_1^2 on { alpha e_0 + beta e_1 <= v }
 * or a part of it. */
typedef struct
{
    arb_t mass, first[2], second[3];
} lyc_moments;

void lyc_moments_init(lyc_moments *m);
void lyc_moments_clear(lyc_moments *m);
void lyc_moments_sub(lyc_moments *m, lyc_moments *b, lyc_moments *a,
                     slong prec); /* m = b - a */
/* On { alpha[0] e_0 + alpha[1] e_1 <= v }; alpha[a] > 0 is about the larger
 * one, the other >= 0. */
void lyc_moments_up_to(lyc_moments *m, arb_srcptr alpha, int a, const arb_t v,
                       slong prec);

#endif
