#include "enclose/approx/draw_range.h"

#include <math.h>

#define NORMAL_REACH 7.5

double lyc_approx_number(const lyc_number_struct *x)
{
    arb_t b;
    arb_init(b);
    lyc_number_get_arb(b, x, 64);
    const double v = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    return v;
}

void lyc_approx_draw_range(double *low, double *high, const lyc_affine_draw *x)
{
    *low = -NORMAL_REACH;
    *high = NORMAL_REACH;
    if (x->kind == LYC_TERM_UNIFORM)
    {
        *low = lyc_approx_number(x->term->number);
        *high = lyc_approx_number(x->term->number + 1);
    }
    else if (x->kind == LYC_TERM_GAMMA)
    {
        const double p = lyc_approx_number(x->term->number);
        *low = 0;
        *high =
            (p + 10 * sqrt(p) + 36) / lyc_approx_number(x->term->number + 1);
    }
}
