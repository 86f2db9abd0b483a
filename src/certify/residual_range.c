#include "certify/isotropic.h"
#include "lyapcert/formula.h"

/* Balls wider than 2^-NARROW of their number: the ends serve better. */
#define NARROW 12

/* [lower, upper] from the ends x < y of the ball: S_k does not fall for k < d;
 * S_d +- d log sigma are monotone. */
static void between(arb_t value, slong d, slong k, const arf_t x, const arf_t y,
                    slong prec)
{
    arb_t at_x, at_y, reach;
    arb_init(at_x);
    arb_init(at_y);
    arb_init(reach);
    arb_set_arf(at_x, x);
    arb_set_arf(at_y, y);
    if (k == d)
    {
        arb_div(reach, at_y, at_x, prec);
        arb_log(reach, reach, prec);
        arb_mul_si(reach, reach, d, prec);
    }
    lyc_residual_gaussian_sum(at_x, NULL, d, k, at_x, prec);
    lyc_residual_gaussian_sum(at_y, NULL, d, k, at_y, prec);
    if (!arb_is_finite(at_x) || !arb_is_finite(at_y))
        arb_indeterminate(value);
    else if (k < d)
        arb_union(value, at_x, at_y, prec);
    else
    {
        arb_t low, high;
        arb_init(low);
        arb_init(high);
        arb_max(low, at_x, at_y, prec);
        arb_sub(low, low, reach, prec);
        arb_min(high, at_x, at_y, prec);
        arb_add(high, high, reach, prec);
        arb_union(value, low, high, prec);
        arb_clear(low);
        arb_clear(high);
    }
    arb_clear(at_x);
    arb_clear(at_y);
    arb_clear(reach);
}

/* sigma S_k' lies in [0, k] for k < d, in [-d, d] for k = d. */
static void slopes(arb_t slope, slong d, slong k, const arf_t x, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_set_arf(t, x);
    arb_set_si(slope, k);
    arb_div(slope, slope, t, prec);
    arb_zero(t);
    if (k == d)
        arb_neg(t, slope);
    arb_union(slope, slope, t, prec);
    arb_clear(t);
}

/* Theorem critical-scales.monotone */
void lyc_residual_gaussian_range(arb_t value, arb_t slope, slong d, slong k,
                                 const arb_t sigma, slong prec)
{
    arf_t x, y;
    arf_init(x);
    arf_init(y);
    arb_get_lbound_arf(x, sigma, prec);
    arb_get_ubound_arf(y, sigma, prec);
    if (k == 0)
    {
        arb_zero(value);
        arb_zero(slope);
    }
    else if (arf_sgn(x) <= 0)
    {
        lyc_residual_gaussian_small(value, d, k, sigma, prec);
        arb_indeterminate(slope);
    }
    else
    {
        arb_indeterminate(value);
        if (arb_rel_accuracy_bits(sigma) > NARROW)
            lyc_residual_gaussian_sum(value, slope, d, k, sigma, prec);
        if (!arb_is_finite(value) || !arb_is_finite(slope))
        {
            between(value, d, k, x, y, prec);
            slopes(slope, d, k, x, prec);
        }
    }
    arf_clear(x);
    arf_clear(y);
}
