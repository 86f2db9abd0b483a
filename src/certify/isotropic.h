/* Parts of the closed forms for isotropic laws. */
#ifndef LYC_CERTIFY_ISOTROPIC_H
#define LYC_CERTIFY_ISOTROPIC_H

#include "lyapcert/formula.h"

/* ---- N is Poisson with mean lambda > 0 ---- */

/* Bounds from above (exact dyadics) of P(N >= n) and P(N <= n). */
void lyc_poisson_upper_tail(arb_t p, slong n, const arb_t lambda);
void lyc_poisson_lower_tail(arb_t p, slong n, const arb_t lambda);
/* n with P(N >= n) resp. P(N <= n) below about 2^-bits; a guess by doubles.
 * -1 where no n will do. */
slong lyc_poisson_upper_approx(double lambda, slong bits);
slong lyc_poisson_lower_approx(double lambda, slong bits);

/* E psi(a + N) and E 1/(a + N), 2a a positive integer. Indeterminate when
 * lambda is too large. Theorem closed-forms.poisson-tail. */
void lyc_poisson_digamma(arb_t value, arb_t reciprocal, slong twice_a,
                         const arb_t lambda, slong prec);

/* lambda_1 + … + lambda_k of I + sigma G for every sigma >= 0 of a ball, and
 * its slope there; k = 0: 0. Theorem critical-scales.monotone. */
void lyc_residual_gaussian_range(arb_t value, arb_t slope, slong d, slong k,
                                 const arb_t sigma, slong prec);

/* ---- partitions kappa of at most k parts with weights w_kappa ---- */

/* Expectations given J <= kappa_k and kappa_1 <= K; N = |kappa|,
 * g = sum_i psi(d/2 + kappa_i - (i-1)/2). */
typedef struct
{
    arb_t g, n, covariance; /* E g, E N, Cov(g, N) */
} lyc_partition_moments_struct;
typedef lyc_partition_moments_struct lyc_partition_moments_t[1];

void lyc_partition_moments_init(lyc_partition_moments_t m);
void lyc_partition_moments_clear(lyc_partition_moments_t m);
/* n and covariance only when with_n. Theorem closed-forms.pfaffian. */
void lyc_partition_moments(lyc_partition_moments_t m, slong d, slong k,
                           const arb_t omega, slong J, slong K, int with_n,
                           slong prec);

/* Bounds from above (exact dyadics) of P(kappa_1 > K) and P(kappa_k < J).
 * Theorem closed-forms.window. */
void lyc_partition_upper_tail(arb_t p, slong k, const arb_t omega, slong K);
void lyc_partition_lower_tail(arb_t p, slong k, const arb_t omega, slong J);
/* J and K for which both are below about 2^-bits; a guess. 0 where there are
 * none. */
int lyc_partition_window_approx(slong *J, slong *K, slong k, double omega,
                                slong bits);

/* E g and E (g N) - k omega E g over all partitions; the latter is
 * omega d(E g)/d omega. Theorem closed-forms.residual. */
void lyc_partition_digamma(arb_t value, arb_t slope, slong d, slong k,
                           const arb_t omega, slong prec);

/* ---- (E F)_d: see formula.h ---- */

/* E[(2 Y)^s; Y > 0] for 0 < Re s < 1, tails of the weights left out. */
void lyc_radius_power(acb_t m, const lyc_radius_t y, const acb_t s, slong prec);
/* A bound of E[(2 Y)^x |Gamma|-wise; …] on the line Re s = x for all
 * |Im s| >= t: every quotient Gamma(D/2 + s)/Gamma(D/2) at its modulus at
 * x + it. */
void lyc_radius_power_bound(arb_t m, const lyc_radius_t y, const arb_t x,
                            const arb_t t, slong prec);

/* ---- rough times of the evaluations, by doubles ---- */

double lyc_residual_gaussian_seconds(slong d, slong k, const arb_t sigma,
                                     slong prec);
double lyc_radius_seconds(const lyc_radius_t y, slong prec);

#endif
