#include "lyapcert/formula.h"

/* t log|t| - t, continued by 0 at 0 and off [-1/4, 1/4] as usual: within,
 * t log|t| is at most r log(1/r) in modulus where |t| <= r. */
static void antiderivative(arb_t v, const arb_t t, slong prec)
{
    arb_t u;
    arb_init(u);
    if (arb_is_zero(t))
        arb_zero(v);
    else if (!arb_contains_zero(t))
    {
        arb_abs(u, t);
        arb_log(u, u, prec);
        arb_mul(v, u, t, prec);
        arb_sub(v, v, t, prec);
    }
    else
    {
        arf_t r;
        mag_t m;
        arf_init(r);
        mag_init(m);
        arb_get_abs_ubound_arf(r, t, 64);
        if (arf_cmpabs_2exp_si(r, -2) > 0)
            arb_indeterminate(v);
        else
        {
            arb_set_arf(u, r);
            arb_log(u, u, 64);
            arb_mul_arf(u, u, r, 64);
            arb_get_mag(m, u);
            arb_neg(v, t);
            arb_add_error_mag(v, m);
        }
        arf_clear(r);
        mag_clear(m);
    }
    arb_clear(u);
}

/* Theorem closed-forms.scalar */
void lyc_uniform_log_mean(arb_t value, const arb_t a, const arb_t b, slong prec)
{
    arb_t f, g;
    arb_init(f);
    arb_init(g);
    antiderivative(f, a, prec);
    antiderivative(g, b, prec);
    arb_sub(f, g, f, prec);
    arb_sub(g, b, a, prec);
    arb_div(value, f, g, prec);
    arb_clear(f);
    arb_clear(g);
}
