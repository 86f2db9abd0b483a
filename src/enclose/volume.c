#include "enclose/enclose.h"

#define PREC 128

/* The sum of both exponents, where it has a formula and is not known yet. */
void lyc_enclose_volume(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_limits_t limits)
{
    lyc_evidence_t evidence;
    if (law->dim != 2 || arf_is_finite(e->facts->sum_lower + 1) ||
        arf_is_neg_inf(e->facts->sum_upper + 1))
        return;
    lyc_evidence_init(evidence);
    lyc_evidence_set_volume(evidence, PREC);
    lyc_enclosure_accept(e, "logdet", evidence, law, limits);
    lyc_evidence_clear(evidence);
}
