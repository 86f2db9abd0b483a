#include "base/dual_range.h"

void lyc_dual_init(lyc_dual_t x)
{
    arb_init(x->value);
    arb_init(x->slope);
    lyc_interval_init(x->range);
}

void lyc_dual_clear(lyc_dual_t x)
{
    arb_clear(x->value);
    arb_clear(x->slope);
    lyc_interval_clear(x->range);
}

void lyc_dual_set(lyc_dual_t x, const lyc_dual_t y)
{
    arb_set(x->value, y->value);
    arb_set(x->slope, y->slope);
    lyc_interval_set(x->range, y->range);
}

void lyc_dual_set_arb(lyc_dual_t x, const arb_t value)
{
    arb_set(x->value, value);
    arb_zero(x->slope);
    x->range->is_defined = 0;
}

void lyc_dual_indeterminate(lyc_dual_t x)
{
    arb_indeterminate(x->value);
    arb_indeterminate(x->slope);
    x->range->is_defined = 0;
}

int lyc_dual_is_finite(const lyc_dual_t x)
{
    return arb_is_finite(x->value) && arb_is_finite(x->slope);
}

void lyc_dual_neg(lyc_dual_t z, const lyc_dual_t x)
{
    arb_neg(z->value, x->value);
    arb_neg(z->slope, x->slope);
    lyc_interval_neg(z->range, x->range);
}

void lyc_dual_add(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    lyc_dual_apply(z, lyc_interval_add, x, y, prec);
    arb_add(z->value, x->value, y->value, prec);
    arb_add(z->slope, x->slope, y->slope, prec);
}

void lyc_dual_sub(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    lyc_dual_apply(z, lyc_interval_sub, x, y, prec);
    arb_sub(z->value, x->value, y->value, prec);
    arb_sub(z->slope, x->slope, y->slope, prec);
}

/* (fg)(t) - (fg)(s) = f(t) (g(t) - g(s)) + g(s) (f(t) - f(s)). */
void lyc_dual_mul(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    arb_t slope;

    lyc_dual_apply(z, lyc_interval_mul, x, y, prec);
    arb_init(slope);
    arb_mul(slope, x->value, y->slope, prec);
    arb_addmul(slope, y->value, x->slope, prec);
    arb_mul(z->value, x->value, y->value, prec);
    arb_swap(z->slope, slope);
    arb_clear(slope);
}

/* 1/g: -(g(t) - g(s)) / (g(t) g(s)), the two values in one ball of one sign. */
void lyc_dual_div(lyc_dual_t z, const lyc_dual_t x, const lyc_dual_t y,
                  slong prec)
{
    lyc_dual_t inverse;

    if (arb_contains_zero(y->value) || !arb_is_finite(y->value))
    {
        lyc_dual_apply(z, lyc_interval_div, x, y, prec);
        arb_indeterminate(z->value);
        arb_indeterminate(z->slope);
        return;
    }
    lyc_dual_init(inverse);
    arb_inv(inverse->value, y->value, prec);
    arb_mul(inverse->slope, inverse->value, inverse->value, prec);
    arb_mul(inverse->slope, inverse->slope, y->slope, prec);
    arb_neg(inverse->slope, inverse->slope);
    lyc_dual_mul(z, x, inverse, prec);
    lyc_dual_clear(inverse);
}

/* Mean value theorem for x^n: n x^(n-1) over the hull of the values. */
void lyc_dual_pow_si(lyc_dual_t z, const lyc_dual_t x, slong n, slong prec)
{
    fmpz_t exponent;
    arb_t t;

    /* x^0 is 1 where x is defined only. */
    if ((n < 0 && arb_contains_zero(x->value)) ||
        (n == 0 && !arb_is_finite(x->value)))
    {
        lyc_dual_indeterminate(z);
        return;
    }
    if (arb_is_finite(x->value))
        z->range->is_defined = 0;
    else
        lyc_interval_pow_si(z->range, x->range, n, prec);
    fmpz_init(exponent);
    arb_init(t);
    fmpz_set_si(exponent, n - 1);
    if (n == 0)
        arb_zero(t);
    else
        arb_pow_fmpz(t, x->value, exponent, prec);
    arb_mul_si(t, t, n, prec);
    arb_mul(z->slope, x->slope, t, prec);
    fmpz_set_si(exponent, n);
    arb_pow_fmpz(z->value, x->value, exponent, prec);
    fmpz_clear(exponent);
    arb_clear(t);
}
