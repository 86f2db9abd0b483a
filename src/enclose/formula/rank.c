#include "enclose/enclose.h"

int lyc_formula_rank(lyc_enclosure_t e, const lyc_law_t law,
                     const lyc_request *request, const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    int held;

    (void)request;
    if (!arf_is_neg_inf(e->facts->sum_upper + law->dim - 1))
    {
        return 0;
    }
    lyc_evidence_init(evidence);
    lyc_evidence_set_rank(evidence);
    held = lyc_enclosure_accept(e, "formula", evidence, law, limits);
    lyc_evidence_clear(evidence);
    return held;
}
