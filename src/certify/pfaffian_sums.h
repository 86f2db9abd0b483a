/* The antisymmetric matrices of Theorem closed-forms.pfaffian. */
#ifndef LYC_CERTIFY_PFAFFIAN_SUMS_H
#define LYC_CERTIFY_PFAFFIAN_SUMS_H

#include "lyapcert/arith.h"

/* M_ab = sum over odd x > even y of f(x, y) (phi_a(x) phi_b(y) -
 * phi_a(y) phi_b(x)), phi_a = weight times (l - centre)^a, with
 * f = 1, g(x) + g(y), n(x) + n(y) and the product of the last two, where
 * g(l) = psi((d - k + l + 1)/2), n(l) = floor(l/2). For odd k a last row holds
 * -sum over even y of phi_a(y), tilted in the same way. */
enum
{
    LYC_TILT_NONE,
    LYC_TILT_G,
    LYC_TILT_N,
    LYC_TILT_GN,
    LYC_TILTS
};

typedef struct
{
    slong k, size; /* size: k, or k + 1 when k is odd */
    int with_n;
    arb_mat_t matrix[LYC_TILTS];
} lyc_pfaffian_sums_struct;
typedef lyc_pfaffian_sums_struct lyc_pfaffian_sums_t[1];

void lyc_pfaffian_sums_init(lyc_pfaffian_sums_t s, slong k, int with_n);
void lyc_pfaffian_sums_clear(lyc_pfaffian_sums_t s);
/* Over 2J <= l <= 2K + k - 1. */
void lyc_pfaffian_sums_set(lyc_pfaffian_sums_t s, slong d, const arb_t omega,
                           slong J, slong K, slong prec);

#endif
