#include "certify/kinds.h"

const lyc_evidence_type lyc_evidence_length = {"length",
                                               lyc_evidence_read_none,
                                               lyc_evidence_write_none,
                                               lyc_evidence_establish_none,
                                               lyc_evidence_clear_none,
                                               0,
                                               0};

void lyc_evidence_set_length(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_length, prec, NULL);
}
