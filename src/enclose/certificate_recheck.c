#include "certify/signs.h"
#include "enclose/enclose.h"

/* The budget of the run has bounded the evidence; checking it is not cut. */
static void limits_without_clock(lyc_limits_t out, const lyc_limits_t limits)
{
    lyc_limits_init(out);
    out->threads = limits->threads;
    out->seed = limits->seed;
}

/* 1 when nothing but formulas stands in it. */
static int is_formula(const lyc_certificate_t c)
{
    for (slong i = 0; i < c->evidences; i++)
    {
        if (lyc_evidence_fan(c->evidence + i) != NULL ||
            lyc_evidence_boxes_of(c->evidence + i) != NULL ||
            lyc_evidence_cubes_of(c->evidence + i) != NULL ||
            lyc_evidence_degree(c->evidence + i) >= 0 ||
            lyc_evidence_signs(c->evidence + i) != NULL)
        {
            return 0;
        }
    }
    return 1;
}

int lyc_certificate_recheck(lyc_facts_struct *proved, const lyc_certificate_t c,
                            const lyc_limits_t limits, lyc_diag_t d)
{
    static const char *const name = "<certificate>";
    lyc_certificate_t copy;
    lyc_digest_t written, read;
    lyc_facts_t facts;
    lyc_limits_t unlimited;
    lyc_diag_t why;
    lyc_text_t text;
    lyc_verdict_t verdict = LYC_FAILURE;

    lyc_text_init(text);
    lyc_diag_init(why);
    lyc_certificate_init(copy);
    const int is_blind = is_formula(c);
    limits_without_clock(unlimited, limits);
    lyc_limits_blind(is_blind);
    lyc_certificate_write(text, written, c);
    if (lyc_certificate_read(copy, read, text->bytes, text->length, name, why))
    {
        verdict = lyc_certificate_check(facts, copy, name, unlimited, why);
        if (verdict == LYC_PROVED && proved != NULL)
        {
            *proved = *facts;
        }
        else
        {
            lyc_facts_clear(facts);
        }
    }
    if (verdict != LYC_PROVED)
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "internal error: the certificate does not check: %s",
                      why->is_set ? why->text : lyc_verdict_word(verdict));
    }
    lyc_limits_blind(-is_blind);
    lyc_limits_clear(unlimited);
    lyc_certificate_clear(copy);
    lyc_diag_clear(why);
    lyc_text_clear(text);
    return verdict == LYC_PROVED;
}
