#include <string.h>

#include "certify/conclusion.h"
#include "certify/kinds.h"

/* The law from its text; facts about its dimension. */
static lyc_verdict_t parse_law(lyc_facts_t facts, lyc_law_t law,
                               const lyc_certificate_t c, const char *file,
                               lyc_diag_t d)
{
    const char *text = c->law_text == NULL ? "" : c->law_text;
    /* Where the law's lines stand in a certificate. */
    const int first_line = c->statement == NULL ? 3 : 4;
    const lyc_source source = {file, text, strlen(text), first_line};
    const int ok = lyc_law_parse(law, &source, d);
    lyc_facts_init(facts, ok ? law->dim : 1);
    if (ok)
        return LYC_PROVED;
    return d->is_set ? d->status : LYC_MALFORMED;
}

/* Wider than any precision a producer is likely to have closed its facts at:
 * directed rounding at more bits is at least as tight. */
static slong closing_prec(const lyc_certificate_t c)
{
    slong prec = 64;
    for (slong i = 0; i < c->evidences; i++)
        prec = FLINT_MAX(prec, c->evidence[i].prec);
    return 2 * prec + 256;
}

lyc_verdict_t lyc_certificate_check(lyc_facts_t facts,
                                    const lyc_certificate_t c, const char *file,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_law_t law;
    lyc_law_init(law);
    lyc_verdict_t v = parse_law(facts, law, c, file, d);
    for (slong i = 0; i < c->evidences && v == LYC_PROVED; i++)
        v = lyc_evidence_establish(facts, c->evidence + i, law, limits, d);
    lyc_law_clear(law);
    if (v == LYC_PROVED)
        v = lyc_facts_close_consistent(facts, closing_prec(c), d);
    if (v != LYC_PROVED)
        return v;
    if (c->conclusions == 0)
    {
        lyc_diag_fail(d, LYC_MALFORMED, "the certificate concludes nothing");
        return LYC_MALFORMED;
    }
    for (slong i = 0; i < c->conclusions; i++)
        v = lyc_verdict_worse(
            v, lyc_conclusion_check(c->conclusion + i, facts, d));
    return v;
}
