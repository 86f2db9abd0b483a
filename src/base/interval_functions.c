#include "lyapcert/interval.h"

/* An increasing function of one finite end. */
typedef void (*increasing)(arb_t, const arb_t, slong);

static void end_apply(arf_t z, increasing f, const arf_t x, slong prec,
                      int is_upper)
{
    arb_t b;
    arb_init(b);
    arb_set_arf(b, x);
    f(b, b, prec);
    if (!arb_is_finite(b))
    {
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

void lyc_interval_exp(lyc_interval_t z, const lyc_interval_t x, slong prec)
{
    lyc_interval_set(z, x);
    if (!x->is_defined)
    {
        return;
    }
    if (arf_is_neg_inf(z->lower))
    {
        arf_zero(z->lower);
    }
    else if (!arf_is_inf(z->lower))
    {
        end_apply(z->lower, arb_exp, z->lower, prec, 0);
        if (arf_sgn(z->lower) < 0)
        {
            arf_zero(z->lower);
        }
    }
    if (arf_is_neg_inf(z->upper))
    {
        arf_zero(z->upper);
    }
    else if (!arf_is_inf(z->upper))
    {
        end_apply(z->upper, arb_exp, z->upper, prec, 1);
    }
}

void lyc_interval_log(lyc_interval_t z, const lyc_interval_t x, slong prec)
{
    lyc_interval_set(z, x);
    z->is_defined = x->is_defined && arf_sgn(x->lower) > 0;
    if (!z->is_defined)
    {
        return;
    }
    if (!arf_is_inf(z->lower))
    {
        end_apply(z->lower, arb_log, z->lower, prec, 0);
    }
    if (!arf_is_inf(z->upper))
    {
        end_apply(z->upper, arb_log, z->upper, prec, 1);
    }
}

void lyc_interval_sqrt(lyc_interval_t z, const lyc_interval_t x, slong prec)
{
    lyc_interval_set(z, x);
    z->is_defined = x->is_defined && arf_sgn(x->lower) >= 0;
    if (!z->is_defined)
    {
        return;
    }
    if (!arf_is_inf(z->lower))
    {
        arf_sqrt(z->lower, z->lower, prec, ARF_RND_FLOOR);
    }
    if (!arf_is_inf(z->upper))
    {
        arf_sqrt(z->upper, z->upper, prec, ARF_RND_CEIL);
    }
}
