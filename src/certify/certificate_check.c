#include <string.h>

#include "certify/conclusion.h"
#include "certify/depth.h"
#include "certify/kinds.h"
#include "certify/root.h"
#include "certify/scale.h"
#include "lyapcert/blocks.h"

int lyc_certificate_parse_law(lyc_law_t law, const lyc_certificate_t c,
                              slong box, const char *file, lyc_diag_t d)
{
    const char *text = c->law_text == NULL ? "" : c->law_text;
    /* Where the law's lines stand in a certificate. */
    const int first_line = c->statement == NULL ? 3 : 4;
    const lyc_source source = {file, text, strlen(text), first_line};
    lyc_box_t none;
    lyc_box_init(none);
    const int ok =
        lyc_law_parse_in(law, &source, box < 0 ? none : c->box + box, d);
    lyc_box_clear(none);
    return ok;
}

/* Wider than any precision a producer is likely to have closed its facts at:
 * directed rounding at more bits is at least as tight. */
static slong closing_prec(const lyc_certificate_t c, slong box)
{
    slong prec = 64;
    for (slong i = 0; i < c->evidences; i++)
        if (c->evidence[i].box == box)
            prec = FLINT_MAX(prec, c->evidence[i].prec);
    return 2 * prec + 256;
}

lyc_verdict_t lyc_certificate_establish(lyc_facts_t facts, const lyc_law_t law,
                                        const lyc_certificate_t c, slong box,
                                        const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < c->evidences && v == LYC_PROVED; i++)
        if (c->evidence[i].box == box)
            v = lyc_evidence_establish(facts, c->evidence + i, law, limits, d);
    if (v == LYC_PROVED)
        v = lyc_facts_close_consistent(facts, closing_prec(c, box), d);
    return v;
}

/* Whether some evidence, all of which has been established, says just this. */
static lyc_verdict_t check_structure(const lyc_conclusion *q,
                                     const lyc_certificate_t c, lyc_diag_t d)
{
    lyc_text_t t;
    int found = 0;
    lyc_text_init(t);
    for (slong i = 0; i < c->evidences && !found; i++)
    {
        const lyc_blocks_struct *b = lyc_evidence_blocks(c->evidence + i);
        if (b == NULL || c->evidence[i].box != q->box)
            continue;
        lyc_text_reset(t);
        lyc_blocks_get_text(t, b);
        found = strcmp(t->bytes, q->equation) == 0;
    }
    lyc_text_clear(t);
    return found ? LYC_PROVED
                 : lyc_evidence_fail(d, LYC_DISPROVED,
                                     "BLOCKS %.120s: no evidence says so",
                                     q->equation);
}

/* Conclusions about exponents over one box. */
static lyc_verdict_t check_exponents(lyc_facts_t facts,
                                     const lyc_certificate_t c, slong box,
                                     const char *file,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_law_t law;
    lyc_law_init(law);
    if (lyc_certificate_parse_law(law, c, box, file, d))
    {
        lyc_facts_clear(facts);
        lyc_facts_init(facts, law->dim);
        v = lyc_certificate_establish(facts, law, c, box, limits, d);
    }
    else if (d->is_set)
        v = d->status;
    lyc_law_clear(law);
    if (v != LYC_PROVED)
        return v;
    for (slong i = 0; i < c->conclusions; i++)
        if (c->conclusion[i].box == box)
            v = lyc_verdict_worse(
                v, c->conclusion[i].kind == LYC_CONCLUDE_BLOCKS
                       ? check_structure(c->conclusion + i, c, d)
                       : lyc_conclusion_check(c->conclusion + i, facts, d));
    return v;
}

static int is_about_roots(const lyc_certificate_t c, slong box)
{
    for (slong i = 0; i < c->conclusions; i++)
        if (c->conclusion[i].box == box && c->conclusion[i].equation != NULL &&
            c->conclusion[i].kind != LYC_CONCLUDE_BLOCKS)
            return 1;
    return 0;
}

static int is_about_depth(const lyc_certificate_t c, slong box)
{
    for (slong i = 0; i < c->conclusions; i++)
        if (c->conclusion[i].box == box &&
            c->conclusion[i].kind == LYC_CONCLUDE_DEPTH)
            return 1;
    return 0;
}

static int is_concluded(const lyc_certificate_t c, slong box)
{
    for (slong i = 0; i < c->conclusions; i++)
        if (c->conclusion[i].box == box)
            return 1;
    return 0;
}

lyc_verdict_t lyc_certificate_check(lyc_facts_t facts,
                                    const lyc_certificate_t c, const char *file,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    lyc_facts_init(facts, 1);
    if (c->conclusions == 0)
        return lyc_evidence_fail(d, LYC_MALFORMED,
                                 "the certificate concludes nothing");
    if (lyc_certificate_is_scale(c))
        return lyc_certificate_check_scale(facts, c, file, limits, d);
    for (slong box = -1; box < c->boxes && v == LYC_PROVED; box++)
    {
        if (!is_concluded(c, box))
            continue;
        v = is_about_roots(c, box)
                ? lyc_certificate_check_roots(c, box, file, limits, d)
            : is_about_depth(c, box)
                ? lyc_certificate_check_depth(facts, c, box, file, limits, d)
                : check_exponents(facts, c, box, file, limits, d);
    }
    return v;
}
