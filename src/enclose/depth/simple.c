/* Laws whose steps do not care about the direction, and the length as a gauge
 * of any finite law. */
#include "enclose/depth/depth.h"
#include "enclose/enclose.h"

#define PREC 128

int lyc_depth_isotropic(lyc_transit_t walk, lyc_evidence_t e,
                        const lyc_law_t law, const lyc_limits_t limits,
                        lyc_diag_t d)
{
    lyc_diag_t why;
    if (law->term == NULL)
    {
        return 0;
    }
    lyc_diag_init(why);
    lyc_evidence_set_isotropic(e, PREC, 1, 1);
    const int held = lyc_transit_set(walk, law, e, limits, why) == LYC_PROVED;
    if (!held)
    {
        lyc_diag_fail(d, LYC_UNDECIDED, "%s",
                      why->is_set ? why->text : "no isotropic form");
    }
    lyc_diag_clear(why);
    return held;
}

int lyc_depth_zero(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                   const lyc_limits_t limits)
{
    lyc_diag_t why;
    lyc_diag_init(why);
    lyc_evidence_set_rank(e);
    const int held = lyc_transit_set(walk, law, e, limits, why) == LYC_PROVED;
    lyc_diag_clear(why);
    return held;
}

int lyc_depth_length(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                     const lyc_limits_t limits, lyc_diag_t d)
{
    if (law->length == 0)
    {
        return 0;
    }
    lyc_evidence_set_length(e, PREC);
    return lyc_transit_set(walk, law, e, limits, d) == LYC_PROVED;
}
