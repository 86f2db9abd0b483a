#include "lyapcert/interval.h"

void lyc_interval_add(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec)
{
    /* -inf + inf may occur: not defined. */
    if (!x->is_defined || !y->is_defined ||
        (arf_is_neg_inf(x->lower) && arf_is_pos_inf(y->upper)) ||
        (arf_is_pos_inf(x->upper) && arf_is_neg_inf(y->lower)))
    {
        z->is_defined = 0;
        return;
    }
    arf_add(z->lower, x->lower, y->lower, prec, ARF_RND_FLOOR);
    arf_add(z->upper, x->upper, y->upper, prec, ARF_RND_CEIL);
    z->is_defined = 1;
}

void lyc_interval_sub(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec)
{
    lyc_interval_t t;
    lyc_interval_init(t);
    lyc_interval_neg(t, y);
    lyc_interval_add(z, x, t, prec);
    lyc_interval_clear(t);
}

static int has_zero(const lyc_interval_t x)
{
    return arf_sgn(x->lower) <= 0 && arf_sgn(x->upper) >= 0;
}

static int has_inf(const lyc_interval_t x)
{
    return arf_is_inf(x->lower) || arf_is_inf(x->upper);
}

void lyc_interval_mul(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec)
{
    if (!x->is_defined || !y->is_defined || (has_zero(x) && has_inf(y)) ||
        (has_inf(x) && has_zero(y)))
    {
        z->is_defined = 0;
        return;
    }
    const arf_struct *a[2] = {x->lower, x->upper};
    const arf_struct *b[2] = {y->lower, y->upper};
    lyc_interval_t t;
    arf_t p;
    lyc_interval_init(t);
    arf_init(p);
    for (int i = 0; i < 4; i++)
    {
        arf_mul(p, a[i / 2], b[i % 2], prec, ARF_RND_FLOOR);
        if (i == 0 || arf_cmp(p, t->lower) < 0)
        {
            arf_set(t->lower, p);
        }
        arf_mul(p, a[i / 2], b[i % 2], prec, ARF_RND_CEIL);
        if (i == 0 || arf_cmp(p, t->upper) > 0)
        {
            arf_set(t->upper, p);
        }
    }
    t->is_defined = 1;
    lyc_interval_swap(z, t);
    lyc_interval_clear(t);
    arf_clear(p);
}

void lyc_interval_div(lyc_interval_t z, const lyc_interval_t x,
                      const lyc_interval_t y, slong prec)
{
    if (!x->is_defined || !y->is_defined || has_zero(y) ||
        (has_inf(x) && has_inf(y)))
    {
        z->is_defined = 0;
        return;
    }
    /* 1 / [a, b] = [1/b, 1/a], 1 / inf = 0. */
    lyc_interval_t t;
    lyc_interval_init(t);
    arf_ui_div(t->lower, 1, y->upper, prec, ARF_RND_FLOOR);
    arf_ui_div(t->upper, 1, y->lower, prec, ARF_RND_CEIL);
    t->is_defined = 1;
    lyc_interval_mul(z, x, t, prec);
    lyc_interval_clear(t);
}

/* z = x^n for one end x, n >= 1; floor or ceiling. */
static void end_pow(arf_t z, const arf_t x, ulong n, slong prec, int is_upper)
{
    if (arf_is_inf(x))
    {
        arf_set(z, x);
        if (n % 2 == 0)
        {
            arf_pos_inf(z);
        }
        return;
    }
    arb_t b;
    arb_init(b);
    arb_set_arf(b, x);
    arb_pow_ui(b, b, n, prec);
    if (!arb_is_finite(b))
    {
        arf_set_si(z, 0);
        is_upper ? arf_pos_inf(z) : arf_neg_inf(z);
    }
    else if (is_upper)
    {
        arb_get_ubound_arf(z, b, prec);
    }
    else
    {
        arb_get_lbound_arf(z, b, prec);
    }
    arb_clear(b);
}

void lyc_interval_pow_si(lyc_interval_t z, const lyc_interval_t x, slong n,
                         slong prec)
{
    lyc_interval_t t;
    if (!x->is_defined || (n <= 0 && has_inf(x)))
    {
        z->is_defined = 0;
        return;
    }
    lyc_interval_init(t);
    if (n == 0)
    {
        arf_one(t->lower);
        arf_one(t->upper);
        t->is_defined = 1;
    }
    else
    {
        ulong m = n > 0 ? (ulong)n : -(ulong)n;
        if (m % 2 == 0)
        {
            lyc_interval_abs(t, x);
        }
        else
        {
            lyc_interval_set(t, x);
        }
        end_pow(t->lower, t->lower, m, prec, 0);
        end_pow(t->upper, t->upper, m, prec, 1);
    }
    if (n < 0)
    {
        lyc_interval_t one;
        lyc_interval_init(one);
        arf_one(one->lower);
        arf_one(one->upper);
        one->is_defined = 1;
        lyc_interval_div(t, one, t, prec);
        lyc_interval_clear(one);
    }
    lyc_interval_swap(z, t);
    lyc_interval_clear(t);
}
