#include "certify/conclusion.h"
#include "lyapcert/blocks.h"

/* Another version of a library may round the last bits of the same evidence
 * otherwise. What is concluded is therefore a little weaker than what was
 * proved: outward by MARGIN bits of noise at the working precision, then to a
 * grid of GRID bits of it. */
#define MARGIN 5
#define GRID 12

static slong least_prec(const lyc_certificate_t c)
{
    slong prec = c->evidence[0].prec;
    for (slong i = 1; i < c->evidences; i++)
        prec = FLINT_MIN(prec, c->evidence[i].prec);
    return prec;
}

/* x down (side < 0) or up; by at most (2^GRID + 2^MARGIN) 2^-prec
 * max(1, 2 |x|). */
static void relax(arf_t x, slong prec, int side)
{
    if (!arf_is_finite(x))
        return;
    const slong scale =
        arf_cmpabs_2exp_si(x, 0) < 0 ? 0 : arf_abs_bound_lt_2exp_si(x);
    arf_t t;
    arf_init(t);
    arf_set_si_2exp_si(t, side, scale - prec + MARGIN);
    /* x may be as small as exp(-10^16). */
    arf_add(x, x, t, prec + 128, side < 0 ? ARF_RND_FLOOR : ARF_RND_CEIL);
    arf_mul_2exp_si(x, x, prec - GRID - scale);
    if (side < 0)
        arf_floor(x, x);
    else
        arf_ceil(x, x);
    arf_mul_2exp_si(x, x, scale + GRID - prec);
    arf_clear(t);
}

static void conclude_bounds(lyc_certificate_t c, lyc_conclusion_kind kind,
                            slong k, const arf_t lower, const arf_t upper)
{
    if (arf_is_neg_inf(lower) && arf_is_pos_inf(upper))
        return;
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->kind = kind;
    q->k = k;
    arf_set(q->lower, lower);
    arf_set(q->upper, upper);
    if (arf_equal(lower, upper) || c->evidences == 0)
        return;
    relax(q->lower, least_prec(c), -1);
    relax(q->upper, least_prec(c), 1);
}

static void conclude_exponent(lyc_certificate_t c, const lyc_facts_t f, slong k)
{
    const arf_struct *lower = f->exponent_lower + k - 1;
    const arf_struct *upper = f->exponent_upper + k - 1;
    if (!f->is_exact[k - 1] && !arf_is_neg_inf(upper))
    {
        conclude_bounds(c, LYC_CONCLUDE_EXPONENT, k, lower, upper);
        return;
    }
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->k = k;
    q->kind = f->is_exact[k - 1] ? LYC_CONCLUDE_EXACT : LYC_CONCLUDE_MINUSINF;
    if (f->is_exact[k - 1])
        lyc_logsum_set(q->exact, f->exact + k - 1);
}

/* What only repeats lambda_k <= lambda_(k-1) is left out of long lists. */
#define LONG_LIST 32

static int is_repeated(const lyc_facts_t f, slong k)
{
    return f->dim > LONG_LIST && k > 1 && !f->is_exact[k - 1] &&
           arf_is_neg_inf(f->exponent_lower + k - 1) &&
           arf_is_finite(f->exponent_upper + k - 1) &&
           arf_equal(f->exponent_upper + k - 1, f->exponent_upper + k - 2);
}

static void conclude_structure(lyc_certificate_t c, const lyc_evidence_t e)
{
    const lyc_blocks_struct *b = lyc_evidence_blocks(e);
    if (b == NULL)
        return;
    lyc_text_t t;
    lyc_text_init(t);
    lyc_blocks_get_text(t, b);
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    q->kind = LYC_CONCLUDE_BLOCKS;
    q->k = 1;
    q->equation = lyc_strdup(t->bytes);
    lyc_text_clear(t);
}

void lyc_certificate_conclude(lyc_certificate_t c, const lyc_facts_t facts)
{
    lyc_certificate_clear_conclusions(c);
    for (slong k = 1; k <= facts->dim; k++)
        if (!is_repeated(facts, k))
            conclude_exponent(c, facts, k);
    for (slong k = 2; k <= facts->dim; k++)
        if (!is_repeated(facts, k) || arf_is_finite(facts->sum_lower + k - 1))
            conclude_bounds(c, LYC_CONCLUDE_SUM, k, facts->sum_lower + k - 1,
                            facts->sum_upper + k - 1);
    for (slong i = 0; i < c->evidences; i++)
        conclude_structure(c, c->evidence + i);
}
