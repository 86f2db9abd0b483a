#include "enclose/enclose.h"

/* Bits at which facts are closed: those of lyc_certificate_check, so that the
 * conclusions drawn here are the bounds that the check proves, bit for bit. */
static slong closing_prec(const lyc_enclosure_t e,
                          const lyc_evidence_t evidence)
{
    slong prec = FLINT_MAX(64, evidence->prec), i;

    for (i = 0; i < e->certificate->evidences; i++)
    {
        prec = FLINT_MAX(prec, e->certificate->evidence[i].prec);
    }
    return 2 * prec + 256;
}

lyc_verdict_t lyc_enclosure_try(lyc_facts_t trial, lyc_enclosure_t e,
                                const lyc_evidence_t evidence,
                                const lyc_law_t law, const lyc_limits_t limits)
{
    lyc_diag_t why;
    lyc_verdict_t verdict;

    lyc_diag_init(why);
    lyc_facts_set(trial, e->facts);
    verdict = lyc_evidence_establish(trial, evidence, law, limits, why);
    lyc_facts_close(trial, closing_prec(e, evidence));
    e->is_contradicted |= verdict == LYC_FAILURE;
    if (verdict != LYC_PROVED && why->is_set)
    {
        lyc_limits_say(limits, 2, "%s: %s", lyc_evidence_name(evidence),
                       why->text);
    }
    lyc_diag_clear(why);
    return verdict;
}

static int is_narrower(const lyc_facts_t new, const lyc_facts_t old, slong k)
{
    return arf_cmp(new->exponent_lower + k, old->exponent_lower + k) > 0 ||
           arf_cmp(new->exponent_upper + k, old->exponent_upper + k) < 0 ||
           (new->is_exact[k] && !old->is_exact[k]);
}

void lyc_enclosure_adopt(lyc_enclosure_t e, const char *name,
                         const lyc_facts_t trial, lyc_evidence_t evidence)
{
    slong k;

    for (k = 0; k < trial->dim; k++)
    {
        if (is_narrower(trial, e->facts, k))
        {
            e->method[k] = name;
        }
    }
    lyc_facts_set(e->facts, trial);
    lyc_certificate_add_evidence(e->certificate, evidence);
    if (e->watch != NULL)
    {
        e->watch(e->context, e);
    }
}

int lyc_enclosure_accept(lyc_enclosure_t e, const char *name,
                         lyc_evidence_t evidence, const lyc_law_t law,
                         const lyc_limits_t limits)
{
    lyc_facts_t trial;
    int held;

    lyc_facts_init(trial, e->facts->dim);
    held = lyc_enclosure_try(trial, e, evidence, law, limits) == LYC_PROVED;
    if (held)
    {
        lyc_enclosure_adopt(e, name, trial, evidence);
    }
    lyc_facts_clear(trial);
    return held;
}
