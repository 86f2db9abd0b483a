#include "certify/isotropic.h"

#define MAX_PARTITION_TERMS (1L << 23)

/* T_0 >= P(B), T_1 >= E(|g|; B), T_2 >= E(|g| N; B) for B = {kappa_1 > K or
 * kappa_k < J} and N Poisson with mean L: |g| <= k M with M = 4 + d + N, and
 * E(|X|; B)^2 <= P(B) E X^2. With m = E M,
 * E M^2 = m^2 + L and E M^4 = m^4 + 6 m^2 L + 4 m L + L + 3 L^2. */
static void tails(arb_ptr T, slong d, slong k, const arb_t omega, slong J,
                  slong K, slong prec)
{
    arb_t L, m, m2, t;
    arb_init(L);
    arb_init(m);
    arb_init(m2);
    arb_init(t);
    arb_mul_si(L, omega, k, prec);
    arb_add_si(m, L, 4 + d, prec);
    arb_mul(m2, m, m, prec);
    lyc_partition_upper_tail(T, k, omega, K);
    lyc_partition_lower_tail(t, k, omega, J);
    arb_add(T, T, t, prec);
    arb_sqrt(t, T, prec);
    arb_mul_si(t, t, k, prec);
    arb_add(T + 1, m2, L, prec);
    arb_sqrt(T + 1, T + 1, prec);
    arb_mul(T + 1, T + 1, t, prec);
    arb_mul_si(T + 2, m2, 6, prec);
    arb_addmul_si(T + 2, m, 4, prec);
    arb_add_si(T + 2, T + 2, 1, prec);
    arb_addmul_si(T + 2, L, 3, prec);
    arb_mul(T + 2, T + 2, L, prec);
    arb_addmul(T + 2, m2, m2, prec);
    arb_sqrt(T + 2, T + 2, prec);
    arb_mul(T + 2, T + 2, t, prec);
    arb_clear(L);
    arb_clear(m);
    arb_clear(m2);
    arb_clear(t);
}

/* E X from x = E(X | not B): E X = (1 - e) x + E(X; B), 0 <= e <= p, modulus of
 * the last term at most tail. */
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

/* Theorem closed-forms.residual */
/* Theorem closed-forms.window */
static void with_bounds(arb_t value, arb_t slope, slong d, slong k,
                        const arb_t omega, slong J, slong K, slong prec)
{
    lyc_partition_moments_t m;
    arb_t mean;
    arb_ptr T = _arb_vec_init(3);
    arb_init(mean);
    arb_mul_si(mean, omega, k, prec);
    tails(T, d, k, omega, J, K, prec);
    lyc_partition_moments_init(m);
    lyc_partition_moments(m, d, k, omega, J, K, slope != NULL, prec);
    arb_set(value, m->g);
    if (slope != NULL)
    {
        arb_set(slope, m->covariance);
        arb_addmul(slope, m->g, m->n, prec); /* E(g N | not B) */
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
    slong J, K;
    if (!arb_is_positive(omega) ||
        !lyc_partition_window_approx(&J, &K, k,
                                     arf_get_d(arb_midref(omega), ARF_RND_NEAR),
                                     2 * prec + 32) ||
        K - J > MAX_PARTITION_TERMS)
    {
        arb_indeterminate(value);
        if (slope != NULL)
            arb_indeterminate(slope);
        return;
    }
    with_bounds(value, slope, d, k, omega, J, K, prec);
}
