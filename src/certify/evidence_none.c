#include "certify/kinds.h"

int lyc_evidence_read_none(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    (void)e;
    return lyc_reader_end(r, d);
}

void lyc_evidence_write_none(lyc_text_t out, const lyc_evidence_t e)
{
    (void)e;
    lyc_text_add(out, "\n");
}

void lyc_evidence_clear_none(void *data)
{
    (void)data;
}

lyc_verdict_t lyc_evidence_establish_none(lyc_facts_t facts,
                                          const lyc_evidence_t e,
                                          const lyc_law_t law,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    (void)facts;
    (void)law;
    (void)limits;
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "%s: proves nothing about exponents by itself",
                             lyc_evidence_name(e));
}
