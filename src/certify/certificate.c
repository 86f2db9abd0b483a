#include "lyapcert/certificate.h"

#include <stdlib.h>

#include "certify/conclusion.h"

void lyc_certificate_init(lyc_certificate_t c)
{
    c->statement = NULL;
    c->law_text = NULL;
    c->method = NULL;
    c->conclusion = NULL;
    c->conclusions = 0;
    c->evidence = NULL;
    c->evidences = 0;
}

static void clear_conclusions(lyc_certificate_t c)
{
    for (slong i = 0; i < c->conclusions; i++)
        lyc_conclusion_clear(c->conclusion + i);
    free(c->conclusion);
    c->conclusion = NULL;
    c->conclusions = 0;
}

void lyc_certificate_clear(lyc_certificate_t c)
{
    free(c->statement);
    free(c->law_text);
    free(c->method);
    clear_conclusions(c);
    for (slong i = 0; i < c->evidences; i++)
        lyc_evidence_clear(c->evidence + i);
    free(c->evidence);
    lyc_certificate_init(c);
}

void lyc_certificate_add_evidence(lyc_certificate_t c, lyc_evidence_t e)
{
    c->evidence = lyc_realloc(c->evidence, ((size_t)c->evidences + 1) *
                                               sizeof(lyc_evidence_struct));
    c->evidence[c->evidences++] = *e;
    lyc_evidence_init(e);
}

lyc_conclusion *lyc_certificate_add_conclusion(lyc_certificate_t c)
{
    c->conclusion = lyc_realloc(c->conclusion, ((size_t)c->conclusions + 1) *
                                                   sizeof(lyc_conclusion));
    lyc_conclusion *q = c->conclusion + c->conclusions++;
    lyc_conclusion_init(q);
    return q;
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

void lyc_certificate_conclude(lyc_certificate_t c, const lyc_facts_t facts)
{
    clear_conclusions(c);
    for (slong k = 1; k <= facts->dim; k++)
        conclude_exponent(c, facts, k);
    for (slong k = 2; k <= facts->dim; k++)
        conclude_bounds(c, LYC_CONCLUDE_SUM, k, facts->sum_lower + k - 1,
                        facts->sum_upper + k - 1);
}
