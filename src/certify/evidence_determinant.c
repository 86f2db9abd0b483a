#include <stdlib.h>

#include "certify/mean_determinant.h"
#include "certify/kinds.h"
#include "certify/log_mean.h"

static lyc_verdict_t mean_log_det(lyc_facts_t facts, const lyc_law_t law,
                                  const lyc_number_struct *det, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_log_mean_t m;
    lyc_log_mean_init(m);
    const lyc_verdict_t v = lyc_log_mean_set(m, law, det, prec, limits, d);
    if (v == LYC_PROVED)
    {
        lyc_facts_sum_arf(facts, law->dim, m->lower, m->upper);
        if (law->dim == 1)
            lyc_facts_exponent_mean(facts, 1, m, prec);
    }
    lyc_log_mean_clear(m);
    return v;
}

/* Determinants that have no exact form here are balls. */
static lyc_verdict_t mean_of_balls(lyc_facts_t facts, const lyc_law_t law,
                                   slong prec, const lyc_limits_t limits,
                                   lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    int is_singular = 0;
    slong unknown = -1;
    arb_t sum, p, t;
    arb_init(sum);
    arb_init(p);
    arb_init(t);
    for (slong i = 0; i < law->length && v == LYC_PROVED && !is_singular; i++)
    {
        const lyc_truth_t regular = lyc_matrix_log_det(t, law->atom + i, prec);
        is_singular = regular == LYC_FALSE;
        if (regular == LYC_UNKNOWN)
            unknown = i;
        lyc_number_get_arb(p, law->weight + i, prec);
        arb_addmul(sum, p, t, prec);
        v = lyc_evidence_in_time(limits, d);
    }
    if (is_singular)
    {
        arb_neg_inf(sum);
        lyc_facts_sum_arf(facts, law->dim, arb_midref(sum), arb_midref(sum));
    }
    else if (v == LYC_PROVED && unknown >= 0)
        v = lyc_evidence_require(LYC_UNKNOWN, "invertible", unknown, d);
    else if (v == LYC_PROVED)
        lyc_facts_sum_arb(facts, law->dim, sum);
    arb_clear(sum);
    arb_clear(p);
    arb_clear(t);
    return v;
}

/* Theorem setting.determinant */
static lyc_verdict_t establish_determinant(lyc_facts_t facts,
                                           const lyc_evidence_t e,
                                           const lyc_law_t law,
                                           const lyc_limits_t limits,
                                           lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    int is_exact = 1;
    lyc_number_struct *det =
        lyc_malloc((size_t)law->length * sizeof(lyc_number_struct));
    for (slong i = 0; i < law->length; i++)
        lyc_number_init(det + i);
    for (slong i = 0; i < law->length && is_exact && v == LYC_PROVED; i++)
    {
        is_exact = lyc_matrix_det(det + i, law->atom + i) == LYC_TRUE;
        v = lyc_evidence_in_time(limits, d);
    }
    if (v == LYC_PROVED && is_exact)
        v = mean_log_det(facts, law, det, e->prec, limits, d);
    else if (v == LYC_PROVED)
        v = mean_of_balls(facts, law, e->prec, limits, d);
    lyc_law_determinants_clear(det, law);
    return v;
}

const lyc_evidence_type lyc_evidence_determinant = {
    "determinant",         lyc_evidence_read_none,  lyc_evidence_write_none,
    establish_determinant, lyc_evidence_clear_none, 0,
    LYC_BOXES_FINITE};

void lyc_evidence_set_determinant(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_determinant, prec, NULL);
}
