#include "lyapcert/interval.h"

void lyc_interval_init(lyc_interval_t z)
{
    z->is_defined = 0;
    arf_init(z->lower);
    arf_init(z->upper);
}

void lyc_interval_clear(lyc_interval_t z)
{
    arf_clear(z->lower);
    arf_clear(z->upper);
}

void lyc_interval_swap(lyc_interval_t z, lyc_interval_t x)
{
    lyc_interval_struct t = *z;
    *z = *x;
    *x = t;
}

void lyc_interval_set(lyc_interval_t z, const lyc_interval_t x)
{
    z->is_defined = x->is_defined;
    arf_set(z->lower, x->lower);
    arf_set(z->upper, x->upper);
}

void lyc_interval_set_arf(lyc_interval_t z, const arf_t lower,
                          const arf_t upper)
{
    arf_set(z->lower, lower);
    arf_set(z->upper, upper);
    z->is_defined =
        arf_cmp(lower, upper) <= 0 && !arf_is_nan(lower) && !arf_is_nan(upper);
}

void lyc_interval_set_arb(lyc_interval_t z, const arb_t b, slong prec)
{
    z->is_defined = arb_is_finite(b);
    if (z->is_defined)
    {
        arb_get_lbound_arf(z->lower, b, prec);
        arb_get_ubound_arf(z->upper, b, prec);
    }
}

void lyc_interval_intersect(lyc_interval_t z, const lyc_interval_t x)
{
    if (!x->is_defined)
    {
        return;
    }
    if (!z->is_defined)
    {
        lyc_interval_set(z, x);
        return;
    }
    if (arf_cmp(x->lower, z->lower) > 0)
    {
        arf_set(z->lower, x->lower);
    }
    if (arf_cmp(x->upper, z->upper) < 0)
    {
        arf_set(z->upper, x->upper);
    }
}

int lyc_interval_is_point(const lyc_interval_t x)
{
    return x->is_defined && arf_equal(x->lower, x->upper);
}

void lyc_interval_neg(lyc_interval_t z, const lyc_interval_t x)
{
    lyc_interval_set(z, x);
    arf_neg(z->lower, z->lower);
    arf_neg(z->upper, z->upper);
    arf_swap(z->lower, z->upper);
}

void lyc_interval_abs(lyc_interval_t z, const lyc_interval_t x)
{
    lyc_interval_set(z, x);
    if (arf_sgn(z->lower) >= 0)
    {
        return;
    }
    if (arf_sgn(z->upper) <= 0)
    {
        lyc_interval_neg(z, z);
        return;
    }
    if (arf_cmpabs(z->lower, z->upper) > 0)
    {
        arf_neg(z->upper, z->lower);
    }
    arf_zero(z->lower);
}

void lyc_interval_min(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y)
{
    arf_min(z->lower, x->lower, y->lower);
    arf_min(z->upper, x->upper, y->upper);
    z->is_defined = x->is_defined && y->is_defined;
}

void lyc_interval_max(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y)
{
    arf_max(z->lower, x->lower, y->lower);
    arf_max(z->upper, x->upper, y->upper);
    z->is_defined = x->is_defined && y->is_defined;
}
