#include "certify/isotropic.h"
#include "lyapcert/limits.h"

/* omega = 1 / (2 sigma^2) */
static void set_omega(arb_t omega, const arb_t sigma, slong prec)
{
    arb_mul(omega, sigma, sigma, prec);
    arb_mul_2exp_si(omega, omega, 1);
    arb_inv(omega, omega, prec);
}

/* d = 2, k = 1: E_1(omega) / 2; its derivative is e^-omega / sigma. */
static void plane(arb_t sum, arb_t derivative, const arb_t sigma, slong prec)
{
    arb_t omega;
    arb_init(omega);
    set_omega(omega, sigma, prec);
    if (derivative != NULL)
    {
        arb_neg(derivative, omega);
        arb_exp(derivative, derivative, prec);
        arb_div(derivative, derivative, sigma, prec);
    }
    arb_one(sum);
    arb_hypgeom_expint(sum, sum, omega, prec);
    arb_mul_2exp_si(sum, sum, -1);
    arb_clear(omega);
}

/* k (log sigma + (log 2)/2) + value/2 */
static void add_scale(arb_t sum, slong k, const arb_t sigma, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_mul(t, sigma, sigma, prec);
    arb_mul_2exp_si(t, t, 1);
    arb_log(t, t, prec);
    arb_addmul_si(sum, t, k, prec);
    arb_mul_2exp_si(sum, sum, -1);
    arb_clear(t);
}

/* d omega / d sigma = -2 omega / sigma. */
static void general(arb_t sum, arb_t derivative, slong d, slong k,
                    const arb_t sigma, slong prec)
{
    arb_t omega, slope;
    arb_init(omega);
    arb_init(slope);
    set_omega(omega, sigma, prec);
    if (k == 1)
    {
        lyc_poisson_digamma(sum, slope, d, omega, prec);
        arb_mul(slope, slope, omega, prec);
    }
    else
        lyc_partition_digamma(sum, derivative != NULL ? slope : NULL, d, k,
                              omega, prec);
    add_scale(sum, k, sigma, prec);
    if (derivative != NULL)
    {
        arb_sub_si(slope, slope, k, prec);
        arb_neg(slope, slope);
        arb_div(derivative, slope, sigma, prec);
    }
    arb_clear(omega);
    arb_clear(slope);
}

static int is_accurate(const arb_t x, slong prec)
{
    return arb_is_finite(x) &&
           (arb_rel_accuracy_bits(x) >= prec ||
            mag_cmp_2exp_si(arb_radref(x), -(prec + 128)) < 0);
}

/* At an exact sigma, with more bits until the result is accurate. */
static void at_point(arb_t sum, arb_t derivative, slong d, slong k,
                     const arb_t sigma, slong prec)
{
    const slong cap = 8 * prec + 4096;
    for (slong bits = prec + 40 + 8 * k; bits <= cap; bits += bits / 2)
    {
        if (d == 2 && k == 1)
            plane(sum, derivative, sigma, bits);
        else
            general(sum, derivative, d, k, sigma, bits);
        if ((!arb_is_finite(sum) && k == 1) || lyc_limits_expired())
            break;
        if (is_accurate(sum, prec) &&
            (derivative == NULL || is_accurate(derivative, prec)))
            break;
    }
    arb_set_round(sum, sum, prec + 128);
}

/* Theorem closed-forms.residual */
void lyc_residual_gaussian_sum(arb_t sum, arb_t derivative, slong d, slong k,
                               const arb_t sigma, slong prec)
{
    arb_t s, slope, t;
    arb_init(s);
    arb_init(slope);
    arb_init(t);
    arb_abs(s, sigma);
    if (arb_is_zero(s))
    {
        arb_zero(sum);
        arb_zero(slope);
    }
    else if (!arb_is_positive(s))
    {
        arb_indeterminate(sum);
        arb_indeterminate(slope);
    }
    else if (arb_is_exact(s))
        at_point(sum, derivative != NULL ? slope : NULL, d, k, s, prec);
    else
    {
        if (d == 2 && k == 1)
            plane(t, slope, s, 2 * prec + 64);
        else
            general(t, slope, d, k, s, 2 * prec + 64);
        arb_get_mid_arb(t, s);
        at_point(sum, NULL, d, k, t, prec);
        arb_sub(t, s, t, prec);
        arb_addmul(sum, slope, t, prec + 128);
    }
    if (derivative != NULL && arf_sgn(arb_midref(sigma)) < 0)
        arb_neg(derivative, slope);
    else if (derivative != NULL)
        arb_set(derivative, slope);
    arb_clear(s);
    arb_clear(slope);
    arb_clear(t);
}
