#include "certify/conclusion.h"
#include "certify/extreme_arf.h"

#include "lyapcert/dyadic.h"

static lyc_verdict_t fail(const lyc_conclusion *q, const char *side,
                          const arf_t proved, lyc_diag_t d)
{
    lyc_text_t t, p;
    lyc_text_init(t);
    lyc_text_init(p);
    lyc_conclusion_get_text(t, q);
    lyc_dyadic_get_text(p, proved);
    lyc_diag_fail(d, LYC_DISPROVED, "%s: the %s bound proved is %s", t->bytes,
                  side, p->bytes);
    lyc_text_clear(t);
    lyc_text_clear(p);
    return LYC_DISPROVED;
}

/* claimed lower <= proved lower and proved upper <= claimed upper. */
static lyc_verdict_t check_bounds(const lyc_conclusion *q, const arf_t lower,
                                  const arf_t upper, lyc_diag_t d)
{
    if (!lyc_arf_is_le(q->lower, lower))
        return fail(q, "lower", lower, d);
    if (!lyc_arf_is_le(upper, q->upper))
        return fail(q, "upper", upper, d);
    return LYC_PROVED;
}

/* The same number: the difference of the two sums is exactly 0. */
static lyc_verdict_t check_exact(const lyc_conclusion *q,
                                 const lyc_facts_t facts, lyc_diag_t d)
{
    int is_equal = 0;
    lyc_text_t t, p;
    lyc_text_init(t);
    lyc_text_init(p);
    if (facts->is_exact[q->k - 1])
    {
        lyc_logsum_t s;
        fmpq_t minus;
        lyc_logsum_init(s);
        fmpq_init(minus);
        fmpq_set_si(minus, -1, 1);
        lyc_logsum_set(s, facts->exact + q->k - 1);
        lyc_logsum_addmul(s, minus, q->exact);
        is_equal = lyc_logsum_sign(s) == 0;
        lyc_logsum_get_text(p, facts->exact + q->k - 1);
        lyc_logsum_clear(s);
        fmpq_clear(minus);
    }
    else
        lyc_text_add(p, "no exact value");
    lyc_conclusion_get_text(t, q);
    if (!is_equal)
        lyc_diag_fail(d, LYC_DISPROVED, "%s: proved is %s", t->bytes, p->bytes);
    lyc_text_clear(t);
    lyc_text_clear(p);
    return is_equal ? LYC_PROVED : LYC_DISPROVED;
}

lyc_verdict_t lyc_conclusion_check(const lyc_conclusion *q,
                                   const lyc_facts_t facts, lyc_diag_t d)
{
    if (q->k < 1 || q->k > facts->dim)
    {
        lyc_diag_fail(d, LYC_MALFORMED,
                      "a conclusion about exponent %ld of a law of dimension "
                      "%ld",
                      (long)q->k, (long)facts->dim);
        return LYC_MALFORMED;
    }
    const slong i = q->k - 1;
    switch (q->kind)
    {
    case LYC_CONCLUDE_EXPONENT:
        return check_bounds(q, facts->exponent_lower + i,
                            facts->exponent_upper + i, d);
    case LYC_CONCLUDE_SUM:
        return check_bounds(q, facts->sum_lower + i, facts->sum_upper + i, d);
    case LYC_CONCLUDE_EXACT:
        return check_exact(q, facts, d);
    case LYC_CONCLUDE_ROOT:
    case LYC_CONCLUDE_NOROOT:
    case LYC_CONCLUDE_HOLDS:
    case LYC_CONCLUDE_BLOCKS:
    case LYC_CONCLUDE_DEPTH:
    case LYC_CONCLUDE_SCALE:
    case LYC_CONCLUDE_CHANGE:
    case LYC_CONCLUDE_ZERO:
        return LYC_UNDECIDED; /* no fact about exponents says it */
    case LYC_CONCLUDE_MINUSINF:
        break;
    }
    if (arf_is_neg_inf(facts->exponent_upper + i))
        return LYC_PROVED;
    return fail(q, "upper", facts->exponent_upper + i, d);
}

lyc_verdict_t lyc_conclusion_standing(const lyc_conclusion *q,
                                      const lyc_facts_t facts, lyc_verdict_t v)
{
    lyc_diag_t d;
    if (q->box >= 0 || v == LYC_PROVED)
        return v;
    lyc_diag_init(d);
    const lyc_verdict_t own = lyc_conclusion_check(q, facts, d);
    lyc_diag_clear(d);
    return own == LYC_PROVED ? own : v;
}
