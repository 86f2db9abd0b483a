#include <math.h>
#include <stdlib.h>

#include "certify/isotropic_form.h"
#include "certify/kinds.h"

/* The sums lambda_1 + … + lambda_k for first <= k <= last. */
typedef struct
{
    slong first, last;
} range;

static int read_isotropic(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong first, last;
    if (!lyc_reader_slong(&first, r, 1, LYC_TERM_MAX_ROWS, d) ||
        !lyc_reader_slong(&last, r, first, LYC_TERM_MAX_ROWS, d) ||
        !lyc_reader_end(r, d))
        return 0;
    lyc_evidence_set_isotropic(e, e->prec, first, last);
    return 1;
}

static void write_isotropic(lyc_text_t out, const lyc_evidence_t e)
{
    const range *k = e->data;
    lyc_text_printf(out, " %ld %ld\n", (long)k->first, (long)k->last);
}

static lyc_verdict_t establish_sums(lyc_facts_t facts, const lyc_evidence_t e,
                                    const lyc_isotropic_t f,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    const range *k = e->data;
    lyc_verdict_t v = LYC_PROVED;
    arb_t sum;
    arb_init(sum);
    for (slong i = k->first; i <= k->last && v == LYC_PROVED; i++)
    {
        const char *why;
        const double left = limits->max_seconds - lyc_limits_elapsed(limits);
        if (lyc_isotropic_sum(sum, &why, f, i, left, e->prec) == LYC_TRUE)
            lyc_facts_sum_arb(facts, i, sum);
        else
            v = lyc_evidence_fail(d, LYC_UNDECIDED,
                                  "lambda_1 + … + lambda_%ld: %s", (long)i,
                                  why);
        v = lyc_verdict_worse(v, lyc_evidence_in_time(limits, d));
    }
    arb_clear(sum);
    return v;
}

/* Theorem closed-forms.isotropic */
static lyc_verdict_t establish_isotropic(lyc_facts_t facts,
                                         const lyc_evidence_t e,
                                         const lyc_law_t law,
                                         const lyc_limits_t limits,
                                         lyc_diag_t d)
{
    const range *k = e->data;
    const char *why;
    lyc_isotropic_t f;
    lyc_verdict_t v;
    if (law->term == NULL)
        return lyc_evidence_fail(d, LYC_DISPROVED, "the law is finite");
    lyc_isotropic_init(f);
    if (!lyc_isotropic_set(f, law->term, &why))
        v = lyc_evidence_fail(d, LYC_DISPROVED, "no isotropic form: %s", why);
    else if (law->box->length > 0 && f->scalars > 0)
        v = lyc_evidence_fail(d, LYC_UNDECIDED,
                              "random scalar factors are not for laws with "
                              "parameters");
    else if (k->last > f->least)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the range of k exceeds the rank");
    else
        v = establish_sums(facts, e, f, limits, d);
    lyc_isotropic_clear(f);
    return v;
}

int lyc_law_isotropic_reason(lyc_text_t out, const lyc_law_t law)
{
    const char *why;
    lyc_isotropic_t f;
    if (law->term == NULL || law->dim == 1)
        return 0;
    lyc_isotropic_init(f);
    const int held = lyc_isotropic_set(f, law->term, &why);
    if (held)
        lyc_isotropic_reason(out, f);
    lyc_isotropic_clear(f);
    return held;
}

const lyc_evidence_type lyc_evidence_isotropic = {
    "isotropic", read_isotropic, write_isotropic, establish_isotropic, free,
    1,           LYC_BOXES_TERMS};

void lyc_evidence_set_isotropic(lyc_evidence_t e, slong prec, slong first,
                                slong last)
{
    range *data = lyc_malloc(sizeof *data);
    data->first = first;
    data->last = last;
    lyc_evidence_set_type(e, &lyc_evidence_isotropic, prec, data);
}
