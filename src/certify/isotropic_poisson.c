#include "certify/isotropic.h"
#include "lyapcert/limits.h"

#define MAX_TERMS (1L << 25)

/* e^-lambda lambda^j / j! */
static void first_weight(arb_t w, slong j, const arb_t lambda, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_set_si(t, j + 1);
    arb_lgamma(t, t, prec);
    arb_log(w, lambda, prec);
    arb_mul_si(w, w, j, prec);
    arb_sub(w, w, lambda, prec);
    arb_sub(w, w, t, prec);
    arb_exp(w, w, prec);
    arb_clear(t);
}

/* Sums over j = first..last. */
static void window(arb_t value, arb_t reciprocal, slong twice_a,
                   const arb_t lambda, slong first, slong last, slong prec)
{
    arb_t w, psi, inverse;
    arb_init(w);
    arb_init(psi);
    arb_init(inverse);
    first_weight(w, first, lambda, prec);
    arb_set_si(psi, twice_a + 2 * first);
    arb_mul_2exp_si(psi, psi, -1);
    arb_digamma(psi, psi, prec);
    arb_zero(value);
    arb_zero(reciprocal);
    for (slong j = first; j <= last; j++)
    {
        if (j % 4096 == 0 && lyc_limits_expired())
        {
            arb_indeterminate(value);
            arb_indeterminate(reciprocal);
            break;
        }
        arb_set_si(inverse, 2);
        arb_div_si(inverse, inverse, twice_a + 2 * j, prec);
        arb_addmul(value, w, psi, prec);
        arb_addmul(reciprocal, w, inverse, prec);
        arb_add(psi, psi, inverse, prec);
        arb_mul(w, w, lambda, prec);
        arb_div_si(w, w, j + 1, prec);
    }
    arb_clear(w);
    arb_clear(psi);
    arb_clear(inverse);
}

/* [-bound, bound] is added to x. */
static void add_modulus(arb_t x, const arb_t bound)
{
    mag_t m;
    mag_init(m);
    arb_get_mag(m, bound);
    arb_add_error_mag(x, m);
    mag_clear(m);
}

/* What j < first and j > last add: |psi(a + j)| <= 4 + a + j for a >= 1/2 and
 * 1/(a + j) <= 2; E(N; N > n) = lambda P(N >= n). */
static void add_tails(arb_t value, arb_t reciprocal, slong twice_a,
                      const arb_t lambda, slong first, slong last, slong prec)
{
    arb_t p, q, t;
    arb_init(p);
    arb_init(q);
    arb_init(t);
    lyc_poisson_lower_tail(p, first - 1, lambda);
    lyc_poisson_upper_tail(t, last + 1, lambda);
    lyc_poisson_upper_tail(q, last, lambda);
    arb_add(p, p, t, prec);
    arb_mul_2exp_si(t, p, 1);
    add_modulus(reciprocal, t);
    arb_set_si(t, 4 + twice_a + first);
    arb_mul(t, t, p, prec);
    arb_addmul(t, lambda, q, prec);
    add_modulus(value, t);
    arb_clear(p);
    arb_clear(q);
    arb_clear(t);
}

/* Theorem closed-forms.poisson-tail */
void lyc_poisson_digamma(arb_t value, arb_t reciprocal, slong twice_a,
                         const arb_t lambda, slong prec)
{
    const double mean = arf_get_d(arb_midref(lambda), ARF_RND_NEAR);
    if (!arb_is_positive(lambda) || !(mean < 1e12))
    {
        arb_indeterminate(value);
        arb_indeterminate(reciprocal);
        return;
    }
    const slong first = lyc_poisson_lower_approx(mean, prec) + 1;
    const slong last = lyc_poisson_upper_approx(mean, prec);
    if (last < 0 || last - first > MAX_TERMS)
    {
        arb_indeterminate(value);
        arb_indeterminate(reciprocal);
        return;
    }
    window(value, reciprocal, twice_a, lambda, first, last, prec);
    add_tails(value, reciprocal, twice_a, lambda, first, last, prec);
}
