#include "certify/kinds.h"
#include "certify/line_term.h"

/* Theorem closed-forms.cauchy */
/* Theorem closed-forms.letac-seshadri */
static lyc_verdict_t establish_line(lyc_facts_t facts, const lyc_evidence_t e,
                                    const lyc_law_t law,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    (void)limits;
    if (law->term == NULL || law->dim != 2)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the law is finite, or not of dimension 2");
    arb_t first, sum;
    arb_init(first);
    arb_init(sum);
    const lyc_truth_t truth =
        lyc_line_exponents(first, sum, law->term, e->prec);
    if (truth == LYC_TRUE)
    {
        lyc_facts_sum_arb(facts, 1, first);
        lyc_facts_sum_arb(facts, 2, sum);
    }
    arb_clear(first);
    arb_clear(sum);
    return lyc_evidence_require(truth,
                                "a matrix [x, b; c, 0] with a Cauchy or gamma "
                                "entry x that has a formula",
                                -1, d);
}

const lyc_evidence_type lyc_evidence_line = {
    "line",         lyc_evidence_read_none,  lyc_evidence_write_none,
    establish_line, lyc_evidence_clear_none, 1,
    LYC_BOXES_NONE};

void lyc_evidence_set_line(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_line, prec, NULL);
}
