#include "base/dual_range.h"

/* |f| has slopes of modulus at most those of f. */
void lyc_dual_abs(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    arb_t both;

    if (!arb_is_finite(x->value))
    {
        lyc_interval_abs(z->range, x->range);
        arb_indeterminate(z->value);
        arb_indeterminate(z->slope);
        return;
    }
    if (!arb_contains_zero(x->value))
    {
        if (arb_is_negative(x->value))
            lyc_dual_neg(z, x);
        else
            lyc_dual_set(z, x);
        return;
    }
    arb_init(both);
    arb_neg(both, x->slope);
    arb_union(both, both, x->slope, prec);
    arb_abs(z->value, x->value);
    arb_swap(z->slope, both);
    arb_clear(both);
}

static void least(lyc_interval_t z, const lyc_interval_t x,
                  const lyc_interval_t y, slong prec)
{
    (void)prec;
    lyc_interval_min(z, x, y);
}

/* A slope of min(f, g) or max(f, g) lies in the hull of the slopes of f and
 * g: between two points each of the differences is at least, and at most, one
 * of f's and g's. */
static void hull(arb_t slope, const lyc_dual_t x, const lyc_dual_t y,
                 slong prec)
{
    if (arb_is_finite(x->slope) && arb_is_finite(y->slope))
        arb_union(slope, x->slope, y->slope, prec);
    else
        arb_indeterminate(slope);
}

void lyc_dual_min(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    arb_t slope;

    if (!arb_is_finite(x->value) || !arb_is_finite(y->value))
    {
        lyc_dual_apply(z, least, x, y, prec);
        arb_indeterminate(z->value);
        arb_indeterminate(z->slope);
        return;
    }
    if (arb_lt(x->value, y->value))
        lyc_dual_set(z, x);
    else if (arb_gt(x->value, y->value))
        lyc_dual_set(z, y);
    else
    {
        arb_init(slope);
        hull(slope, x, y, prec);
        arb_min(z->value, x->value, y->value, prec);
        arb_swap(z->slope, slope);
        arb_clear(slope);
    }
}

void lyc_dual_max(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    lyc_dual_t minus_x, minus_y;

    lyc_dual_init(minus_x);
    lyc_dual_init(minus_y);
    lyc_dual_neg(minus_x, x);
    lyc_dual_neg(minus_y, y);
    lyc_dual_min(z, minus_x, minus_y, prec);
    lyc_dual_neg(z, z);
    lyc_dual_clear(minus_x);
    lyc_dual_clear(minus_y);
}

/* Mean value theorem: the derivative over the ball of values. */
void lyc_dual_sqrt(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    arb_t t;

    if (!arb_is_positive(x->value))
    {
        lyc_interval_t r;
        lyc_interval_init(r);
        lyc_dual_get_range(r, x, prec);
        lyc_interval_sqrt(r, r, prec);
        lyc_dual_set_range(z, r);
        lyc_interval_clear(r);
        return;
    }
    arb_init(t);
    arb_sqrt(t, x->value, prec);
    arb_div(z->slope, x->slope, t, prec);
    arb_mul_2exp_si(z->slope, z->slope, -1);
    arb_swap(z->value, t);
    arb_clear(t);
}

void lyc_dual_exp(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    arb_t t;

    if (arb_is_finite(x->value)) /* but exp may be beyond all balls */
        z->range->is_defined = 0;
    else
        lyc_interval_exp(z->range, x->range, prec);
    arb_init(t);
    arb_exp(t, x->value, prec);
    arb_mul(z->slope, x->slope, t, prec);
    arb_swap(z->value, t);
    arb_clear(t);
}

void lyc_dual_log(lyc_dual_t z, const lyc_dual_t x, slong prec)
{
    arb_t t;

    if (!arb_is_positive(x->value))
    {
        lyc_interval_t r;
        lyc_interval_init(r);
        lyc_dual_get_range(r, x, prec);
        lyc_interval_log(r, r, prec);
        lyc_dual_set_range(z, r);
        lyc_interval_clear(r);
        return;
    }
    arb_init(t);
    arb_log(t, x->value, prec);
    arb_div(z->slope, x->slope, x->value, prec);
    arb_swap(z->value, t);
    arb_clear(t);
}
