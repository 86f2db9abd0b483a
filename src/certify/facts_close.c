#include <assert.h>

#include "lyapcert/facts.h"

/* Notation: S_k = lambda_1 + … + lambda_k, S_0 = 0.
 * Every exponent is < +inf; S_k = -inf exactly when lambda_k = -inf. Each rule
 * below tests for infinities before it adds or subtracts, so that inf - inf
 * never arises. */

typedef struct
{
    lyc_facts_struct *f;
    slong prec;
    int changed;
    arf_t t;
} closing;

static void lift(closing *c, arf_struct *low, const arf_t t)
{
    if (!arf_is_nan(t) && arf_cmp(t, low) > 0)
    {
        arf_set(low, t);
        c->changed = 1;
    }
}

static void lessen(closing *c, arf_struct *high, const arf_t t)
{
    if (!arf_is_nan(t) && arf_cmp(t, high) < 0)
    {
        arf_set(high, t);
        c->changed = 1;
    }
}

/* lambda_k >= lambda_(k+1). */
static void order_rule(closing *c)
{
    lyc_facts_struct *f = c->f;
    for (slong k = 0; k + 1 < f->dim; k++)
        lessen(c, f->exponent_upper + k + 1, f->exponent_upper + k);
    for (slong k = f->dim - 1; k > 0; k--)
        lift(c, f->exponent_lower + k - 1, f->exponent_lower + k);
}

/* S_k = S_(k-1) + lambda_k read as bounds of S_k. */
static void sum_rule(closing *c, slong k)
{
    lyc_facts_struct *f = c->f;
    const arf_struct *eu = f->exponent_upper + k, *el = f->exponent_lower + k;
    if (k == 0)
    {
        lessen(c, f->sum_upper, eu);
        lift(c, f->sum_lower, el);
        lessen(c, f->exponent_upper, f->sum_upper);
        lift(c, f->exponent_lower, f->sum_lower);
        return;
    }
    const arf_struct *su = f->sum_upper + k - 1, *sl = f->sum_lower + k - 1;
    if (arf_is_neg_inf(su) || arf_is_neg_inf(eu))
    {
        arf_neg_inf(c->t);
        lessen(c, f->sum_upper + k, c->t);
    }
    else
    {
        arf_add(c->t, su, eu, c->prec, ARF_RND_CEIL);
        lessen(c, f->sum_upper + k, c->t);
    }
    if (arf_is_finite(sl) && arf_is_finite(el))
    {
        arf_add(c->t, sl, el, c->prec, ARF_RND_FLOOR);
        lift(c, f->sum_lower + k, c->t);
    }
}

/* lambda_k = S_k - S_(k-1) and S_(k-1) = S_k - lambda_k where the subtracted
 * quantity is known to be finite. */
static void difference_rule(closing *c, slong k)
{
    lyc_facts_struct *f = c->f;
    arf_struct *eu = f->exponent_upper + k, *el = f->exponent_lower + k;
    arf_struct *su = f->sum_upper + k - 1, *sl = f->sum_lower + k - 1;
    const arf_struct *tu = f->sum_upper + k, *tl = f->sum_lower + k;
    if (arf_is_finite(sl))
    {
        arf_sub(c->t, tu, sl, c->prec, ARF_RND_CEIL);
        lessen(c, eu, c->t);
    }
    if (arf_is_finite(el))
    {
        arf_sub(c->t, tu, el, c->prec, ARF_RND_CEIL);
        lessen(c, su, c->t);
    }
    if (!arf_is_finite(tl))
        return;
    if (arf_is_finite(su))
    {
        arf_sub(c->t, tl, su, c->prec, ARF_RND_FLOOR);
        lift(c, el, c->t);
    }
    if (arf_is_finite(eu))
    {
        arf_sub(c->t, tl, eu, c->prec, ARF_RND_FLOOR);
        lift(c, sl, c->t);
    }
}

/* S_k / k decreases in k and lambda_k <= S_k / k. */
static void mean_rule(closing *c, slong k)
{
    lyc_facts_struct *f = c->f;
    const arf_struct *su = f->sum_upper + k;
    const ulong n = (ulong)k + 1;
    if (arf_is_finite(su))
    {
        arf_div_ui(c->t, su, n, c->prec, ARF_RND_CEIL);
        lessen(c, f->exponent_upper + k, c->t);
        if (k + 1 < f->dim)
        {
            arf_mul_ui(c->t, c->t, n + 1, c->prec, ARF_RND_CEIL);
            lessen(c, f->sum_upper + k + 1, c->t);
        }
    }
    if (k > 0 && arf_is_finite(f->sum_lower + k))
    {
        arf_div_ui(c->t, f->sum_lower + k, n, c->prec, ARF_RND_FLOOR);
        arf_mul_ui(c->t, c->t, n - 1, c->prec, ARF_RND_FLOOR);
        lift(c, f->sum_lower + k - 1, c->t);
    }
}

/* S_(k-1) + S_(k+1) <= 2 S_k, as a bound of each of the three. */
static void concave_rule(closing *c, slong k)
{
    lyc_facts_struct *f = c->f;
    arf_struct *low = f->sum_lower + k, *high = f->sum_upper + k;
    if (arf_is_finite(low - 1) && arf_is_finite(low + 1))
    {
        arf_add(c->t, low - 1, low + 1, c->prec, ARF_RND_FLOOR);
        arf_mul_2exp_si(c->t, c->t, -1);
        lift(c, low, c->t);
    }
    for (int side = -1; side <= 1 && arf_is_finite(high); side += 2)
        if (arf_is_finite(low + side))
        {
            arf_mul_2exp_si(c->t, high, 1);
            arf_sub(c->t, c->t, low + side, c->prec, ARF_RND_CEIL);
            lessen(c, high - side, c->t);
        }
}

/* S_k = -inf or lambda_k = -inf: so are all later ones of both kinds. */
static void minus_inf_rule(closing *c)
{
    lyc_facts_struct *f = c->f;
    slong k = 0;
    while (k < f->dim && !arf_is_neg_inf(f->exponent_upper + k) &&
           !arf_is_neg_inf(f->sum_upper + k))
        k++;
    arf_neg_inf(c->t);
    for (slong i = k; i < f->dim; i++)
    {
        lessen(c, f->exponent_upper + i, c->t);
        lessen(c, f->sum_upper + i, c->t);
    }
}

/* The largest dimension where S_k is taken as concave in k. */
#define CONCAVE_DIM 8

/* Theorem setting.sums */
void lyc_facts_close(lyc_facts_t f, slong prec)
{
    closing c = {.f = f, .prec = prec, .changed = 1};
    arf_init(c.t);
    /* Information crosses the table in dim steps either way. Concavity goes on
     * for ever, but what it gains falls at least like cos(pi/8)^(2 n) in n
     * passes: none is left, so that facts closed one by one and all at once are
     * the same. */
    const int is_small = f->dim <= CONCAVE_DIM;
    const slong most = (is_small ? 64 : 2) * f->dim + 4;
    for (slong pass = 0; c.changed && pass < most; pass++)
    {
        c.changed = 0;
        order_rule(&c);
        for (slong k = 0; k < f->dim; k++)
            sum_rule(&c, k);
        for (slong k = f->dim - 1; k > 0; k--)
            difference_rule(&c, k);
        for (slong k = 0; k < f->dim; k++)
            mean_rule(&c, k);
        for (slong k = 1; is_small && k + 1 < f->dim; k++)
            concave_rule(&c, k);
        minus_inf_rule(&c);
    }
    arf_clear(c.t);
}
