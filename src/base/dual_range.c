#include "base/dual_range.h"

void lyc_dual_get_range(lyc_interval_t r, const lyc_dual_t x, slong prec)
{
    if (arb_is_finite(x->value))
        lyc_interval_set_arb(r, x->value, prec);
    else
        lyc_interval_set(r, x->range);
}

int lyc_dual_is_nonzero(const lyc_dual_t x)
{
    if (arb_is_finite(x->value))
        return !arb_contains_zero(x->value);
    return x->range->is_defined &&
           (arf_sgn(x->range->lower) > 0 || arf_sgn(x->range->upper) < 0);
}

void lyc_dual_set_range(lyc_dual_t x, const lyc_interval_t r)
{
    arb_indeterminate(x->value);
    arb_indeterminate(x->slope);
    lyc_interval_set(x->range, r);
}

void lyc_dual_apply(lyc_dual_t z,
                    void (*f)(lyc_interval_t, const lyc_interval_t,
                              const lyc_interval_t, slong),
                    const lyc_dual_t x, const lyc_dual_t y, slong prec)
{
    lyc_interval_t a, b;

    if (arb_is_finite(x->value) && arb_is_finite(y->value))
    {
        z->range->is_defined = 0;
        return;
    }
    lyc_interval_init(a);
    lyc_interval_init(b);
    lyc_dual_get_range(a, x, prec);
    lyc_dual_get_range(b, y, prec);
    f(z->range, a, b, prec);
    lyc_interval_clear(a);
    lyc_interval_clear(b);
}

/* [log m, log M] of the moduli in [m, M]; log 0 = -inf. */
static void log_moduli(lyc_interval_t r, slong prec)
{
    arf_t lower;

    lyc_interval_abs(r, r);
    if (!r->is_defined || arf_sgn(r->upper) <= 0)
    {
        if (r->is_defined)
        {
            arf_neg_inf(r->lower);
            arf_neg_inf(r->upper);
        }
        return;
    }
    arf_init(lower);
    if (arf_sgn(r->lower) <= 0)
    {
        arf_neg_inf(lower);
        arf_set(r->lower, r->upper);
        lyc_interval_log(r, r, prec);
        arf_swap(r->lower, lower);
    }
    else
        lyc_interval_log(r, r, prec);
    arf_clear(lower);
}

void lyc_dual_log_abs(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    lyc_interval_t r;

    lyc_interval_init(r);
    lyc_dual_get_range(r, x, prec);
    log_moduli(r, prec);
    lyc_dual_abs(z, x, prec);
    if (arb_is_positive(z->value))
        lyc_dual_log(z, z, prec);
    else
        lyc_dual_set_range(z, r);
    lyc_interval_clear(r);
}
