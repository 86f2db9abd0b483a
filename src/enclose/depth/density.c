/* Laws whose rows are made of two uniform draws each: the gauge that bounds
 * lambda_1 bounds every step. */
#include <math.h>

#include "enclose/depth/depth.h"
#include "enclose/enclose.h"

#define TOL 1e-4
#define PREC 128

/* A gauge of the law itself, from the enclosure of its exponents. */
static int find(lyc_evidence_t e, const lyc_law_t law,
                const lyc_limits_t limits)
{
    lyc_enclosure_t found;
    const lyc_request request = {TOL, 0, NULL, LYC_METHOD_GAUGE};
    int held = 0;
    lyc_enclosure_init(found, law->dim);
    if (law->dim == 2 && lyc_enclose_density(found, law, &request, limits))
        for (slong i = 0; i < found->certificate->evidences && !held; i++)
        {
            const lyc_knots_struct *k =
                lyc_evidence_knots(found->certificate->evidence + i);
            if (k == NULL || k->acts != LYC_ACTS_LAW)
                continue;
            lyc_knots_t own;
            lyc_knots_set(own, k);
            lyc_evidence_set_density(e, PREC, own);
            lyc_knots_clear(own);
            held = 1;
        }
    lyc_enclosure_clear(found);
    return held;
}

int lyc_depth_density(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                      const lyc_limits_t limits)
{
    lyc_diag_t why;
    lyc_diag_init(why);
    const int held = find(e, law, limits) &&
                     lyc_transit_set(walk, law, e, limits, why) == LYC_PROVED;
    lyc_diag_clear(why);
    return held;
}
