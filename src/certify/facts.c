#include "lyapcert/facts.h"

#include <assert.h>

#include "lyapcert/text.h"

static arf_struct *new_bounds(slong dim, int sign)
{
    arf_struct *v = lyc_malloc((size_t)dim * sizeof(arf_struct));
    for (slong k = 0; k < dim; k++)
    {
        arf_init(v + k);
        if (sign < 0)
            arf_neg_inf(v + k);
        else
            arf_pos_inf(v + k);
    }
    return v;
}

static void free_bounds(arf_struct *v, slong dim)
{
    for (slong k = 0; k < dim; k++)
        arf_clear(v + k);
    free(v);
}

void lyc_facts_init(lyc_facts_t f, slong dim)
{
    assert(dim >= 1);
    f->dim = dim;
    f->exponent_lower = new_bounds(dim, -1);
    f->exponent_upper = new_bounds(dim, 1);
    f->sum_lower = new_bounds(dim, -1);
    f->sum_upper = new_bounds(dim, 1);
    f->is_exact = lyc_calloc((size_t)dim, sizeof(int));
    f->exact = lyc_malloc((size_t)dim * sizeof(lyc_logsum_struct));
    for (slong k = 0; k < dim; k++)
        lyc_logsum_init(f->exact + k);
}

void lyc_facts_clear(lyc_facts_t f)
{
    free_bounds(f->exponent_lower, f->dim);
    free_bounds(f->exponent_upper, f->dim);
    free_bounds(f->sum_lower, f->dim);
    free_bounds(f->sum_upper, f->dim);
    for (slong k = 0; k < f->dim; k++)
        lyc_logsum_clear(f->exact + k);
    free(f->is_exact);
    free(f->exact);
}

void lyc_facts_set(lyc_facts_t f, const lyc_facts_t g)
{
    assert(f->dim == g->dim);
    if (f == g)
        return;
    for (slong k = 0; k < f->dim; k++)
    {
        arf_set(f->exponent_lower + k, g->exponent_lower + k);
        arf_set(f->exponent_upper + k, g->exponent_upper + k);
        arf_set(f->sum_lower + k, g->sum_lower + k);
        arf_set(f->sum_upper + k, g->sum_upper + k);
        f->is_exact[k] = g->is_exact[k];
        lyc_logsum_set(f->exact + k, g->exact + k);
    }
}

/* A NaN end proves nothing on its side. */
static void intersect(arf_t low, arf_t high, const arf_t lower,
                      const arf_t upper)
{
    if (!arf_is_nan(lower) && arf_cmp(lower, low) > 0)
        arf_set(low, lower);
    if (!arf_is_nan(upper) && arf_cmp(upper, high) < 0)
        arf_set(high, upper);
}

void lyc_facts_exponent_arf(lyc_facts_t f, slong k, const arf_t lower,
                            const arf_t upper)
{
    assert(1 <= k && k <= f->dim);
    intersect(f->exponent_lower + k - 1, f->exponent_upper + k - 1, lower,
              upper);
}

void lyc_facts_sum_arf(lyc_facts_t f, slong k, const arf_t lower,
                       const arf_t upper)
{
    assert(1 <= k && k <= f->dim);
    intersect(f->sum_lower + k - 1, f->sum_upper + k - 1, lower, upper);
}

/* Ends of b rounded outward; 0 when its midpoint is not finite. */
static int ball_ends(arf_t lower, arf_t upper, const arb_t b)
{
    if (!arf_is_finite(arb_midref(b)))
        return 0;
    const slong prec = arb_bits(b) + 64;
    arb_get_lbound_arf(lower, b, prec);
    arb_get_ubound_arf(upper, b, prec);
    return 1;
}

void lyc_facts_exponent_arb(lyc_facts_t f, slong k, const arb_t b)
{
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    if (ball_ends(lower, upper, b))
        lyc_facts_exponent_arf(f, k, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
}

void lyc_facts_sum_arb(lyc_facts_t f, slong k, const arb_t b)
{
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    if (ball_ends(lower, upper, b))
        lyc_facts_sum_arf(f, k, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
}

void lyc_facts_exponent_minus_inf(lyc_facts_t f, slong k)
{
    assert(1 <= k && k <= f->dim);
    /* A finite lower bound beside it would be a contradiction to be seen. */
    arf_neg_inf(f->exponent_upper + k - 1);
}

void lyc_facts_exponent_exact(lyc_facts_t f, slong k, const lyc_logsum_t s,
                              slong prec)
{
    assert(1 <= k && k <= f->dim);
    arb_t b;
    arb_init(b);
    lyc_logsum_get_arb(b, s, prec);
    lyc_facts_exponent_arb(f, k, b);
    f->is_exact[k - 1] = 1;
    lyc_logsum_set(f->exact + k - 1, s);
    arb_clear(b);
}

void lyc_facts_width(arf_t width, const lyc_facts_t f, slong k)
{
    assert(1 <= k && k <= f->dim);
    const arf_struct *lower = f->exponent_lower + k - 1;
    const arf_struct *upper = f->exponent_upper + k - 1;
    if (arf_is_neg_inf(upper))
        arf_zero(width);
    else if (!arf_is_finite(lower) || !arf_is_finite(upper))
        arf_pos_inf(width);
    else
        arf_sub(width, upper, lower, 64, ARF_RND_CEIL);
}
