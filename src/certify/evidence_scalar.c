#include "certify/kinds.h"
#include "certify/scalar_term.h"

/* d = 1: lambda_1 = E log|a|. */
/* Theorem closed-forms.scalar */
static lyc_verdict_t establish_scalar(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    (void)limits;
    if (law->term == NULL || law->dim != 1)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the law is finite, or not of dimension 1");
    arb_t value;
    arb_init(value);
    const lyc_truth_t truth = lyc_scalar_log_mean(value, law->term, e->prec);
    if (truth == LYC_TRUE)
        lyc_facts_sum_arb(facts, 1, value);
    else if (truth == LYC_FALSE)
        lyc_facts_exponent_minus_inf(facts, 1);
    arb_clear(value);
    return truth == LYC_UNKNOWN
               ? lyc_evidence_fail(d, LYC_UNDECIDED,
                                   "E log|a| has no formula here, or an "
                                   "equality is not decided")
               : LYC_PROVED;
}

const lyc_evidence_type lyc_evidence_scalar = {
    "scalar",         lyc_evidence_read_none,  lyc_evidence_write_none,
    establish_scalar, lyc_evidence_clear_none, 1,
    LYC_BOXES_NONE};

void lyc_evidence_set_scalar(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_scalar, prec, NULL);
}
