#include "certify/isotropic.h"

#define MAX_PARTITION_TERMS (1L << 23)

/* T_0 = P(N > K), T_1 >= E(|g|; N > K), T_2 >= E(|g| N; N > K) for N Poisson
 * with mean L: |g| <= k (4 + d/2 + N), E(N; N > K) = L P(N >= K),
 * E(N(N-1); N > K) = L^2 P(N >= K - 1). */
static void tails(arb_ptr T, slong d, slong k, const arb_t L, slong K,
                  slong prec)
{
    arb_t e1, e2;
    arb_init(e1);
    arb_init(e2);
    lyc_poisson_upper_tail(T, K + 1, L);
    lyc_poisson_upper_tail(e1, K, L);
    arb_mul(e1, e1, L, prec);
    lyc_poisson_upper_tail(e2, K - 1, L);
    arb_mul(e2, e2, L, prec);
    arb_mul(e2, e2, L, prec);
    arb_add(e2, e2, e1, prec);
    arb_mul_si(T + 1, T, 4 + d, prec);
    arb_add(T + 1, T + 1, e1, prec);
    arb_mul_si(T + 1, T + 1, k, prec);
    arb_mul_si(T + 2, e1, 4 + d, prec);
    arb_add(T + 2, T + 2, e2, prec);
    arb_mul_si(T + 2, T + 2, k, prec);
    arb_clear(e1);
    arb_clear(e2);
}

/* E X from x = E(X | kappa_1 <= K): E X = (1 - e) x + E(X; kappa_1 > K),
 * 0 <= e <= p, modulus of the last term at most tail. */
static void unconditional(arb_t x, const arb_t p, const arb_t tail, slong prec)
{
    mag_t m, t;
    mag_init(m);
    mag_init(t);
    arb_get_mag(m, x);
    arb_get_mag(t, p);
    mag_mul(m, m, t);
    arb_get_mag(t, tail);
    mag_add(m, m, t);
    arb_add_error_mag(x, m);
    arb_set_round(x, x, prec);
    mag_clear(m);
    mag_clear(t);
}

/* kappa_1 > K implies |kappa| > K, and |kappa| is Poisson with mean k omega.
 */
/* Theorem closed-forms.residual */
static void with_bound(arb_t value, arb_t slope, slong d, slong k,
                       const arb_t omega, slong K, slong prec)
{
    lyc_partition_moments_t m;
    arb_t mean;
    arb_ptr T = _arb_vec_init(3);
    arb_init(mean);
    arb_mul_si(mean, omega, k, prec);
    tails(T, d, k, mean, K, prec);
    lyc_partition_moments_init(m);
    lyc_partition_moments(m, d, k, omega, K, slope != NULL, prec);
    arb_set(value, m->g);
    if (slope != NULL)
    {
        arb_set(slope, m->covariance);
        arb_addmul(slope, m->g, m->n, prec); /* E(g N | kappa_1 <= K) */
        unconditional(slope, T, T + 2, prec);
        unconditional(value, T, T + 1, prec);
        arb_submul(slope, mean, value, prec);
    }
    else
        unconditional(value, T, T + 1, prec);
    lyc_partition_moments_clear(m);
    _arb_vec_clear(T, 3);
    arb_clear(mean);
}

void lyc_partition_digamma(arb_t value, arb_t slope, slong d, slong k,
                           const arb_t omega, slong prec)
{
    const double mean = (double)k * arf_get_d(arb_midref(omega), ARF_RND_NEAR);
    const slong K = arb_is_positive(omega) && mean < 1e12
                        ? lyc_poisson_upper_approx(mean, prec)
                        : -1;
    if (K < 0 || K > MAX_PARTITION_TERMS)
    {
        arb_indeterminate(value);
        if (slope != NULL)
            arb_indeterminate(slope);
        return;
    }
    with_bound(value, slope, d, k, omega, K, prec);
}
