#include <string.h>

#include "certify/kinds.h"
#include "certify/transit.h"

lyc_verdict_t lyc_transit_set(lyc_transit_t w, const lyc_law_t law,
                              const lyc_evidence_t e, const lyc_limits_t limits,
                              lyc_diag_t d)
{
    if (e->prec < LYC_EVIDENCE_MIN_PREC || e->prec > LYC_EVIDENCE_MAX_PREC)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the precision is out of range");
    if (law->box->length > 0)
        return lyc_evidence_fail(d, LYC_UNDECIDED,
                                 "finite depth is not for laws with "
                                 "parameters");
    if (lyc_evidence_fan(e) != NULL)
        return lyc_transit_set_fan(w, law, lyc_evidence_fan(e), e->prec, limits,
                                   d);
    if (lyc_evidence_knots(e) != NULL)
        return lyc_transit_set_density(w, law, e, limits, d);
    if (strcmp(lyc_evidence_name(e), "isotropic") == 0)
        return lyc_transit_set_isotropic(w, law, e, limits, d);
    if (strcmp(lyc_evidence_name(e), "rank") == 0)
        return lyc_transit_set_zero(w, law, e, limits, d);
    if (strcmp(lyc_evidence_name(e), "length") == 0)
        return lyc_transit_set_length(w, law, e->prec, limits, d);
    return lyc_evidence_fail(d, LYC_DISPROVED,
                             "%s proves nothing about a finite depth",
                             lyc_evidence_name(e));
}
