#include "certify/kinds.h"

/* The gauge |x| has nothing to be written down. */
static lyc_verdict_t establish_length(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    (void)facts;
    (void)e;
    (void)law;
    (void)limits;
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "the length is used for finite depth alone");
}

const lyc_evidence_type lyc_evidence_length = {"length",
                                               lyc_evidence_read_none,
                                               lyc_evidence_write_none,
                                               establish_length,
                                               lyc_evidence_clear_none,
                                               0,
                                               0};

void lyc_evidence_set_length(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_length, prec, NULL);
}
