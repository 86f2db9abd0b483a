/* Gauges for a finite depth, d = 2: every direction counts, so that fans are
 * even before they are refined. */
#include <math.h>

#include "enclose/depth/depth.h"
#include "enclose/gauge/gauge.h"

#define FIRST_LEVEL 9
#define MOST_CONES 3000
#define PREC 64

static slong longest(const lyc_fan_t fan)
{
    slong bits = 0;
    for (slong j = 0; j < fan->length; j++)
    {
        bits = FLINT_MAX(bits, (slong)FLINT_MAX(fmpz_bits(fan->x + j),
                                                fmpz_bits(fan->y + j)));
    }
    return bits;
}

static int offer(lyc_transit_t walk, lyc_evidence_t e,
                 const lyc_gauge_solver_t s, const lyc_law_t law,
                 const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_fan_t fan;
    lyc_gauge_export(fan, s->fan, LYC_ACTS_LAW);
    const slong prec = PREC + (law->is_rational ? 0 : 2 * longest(fan));
    lyc_evidence_set_gauge(e, prec, fan);
    lyc_fan_clear(fan);
    return lyc_transit_set(walk, law, e, limits, d) == LYC_PROVED;
}

int lyc_depth_gauge(lyc_transit_t walk, lyc_evidence_t e, const lyc_law_t law,
                    const lyc_depth_request *request, const lyc_limits_t limits,
                    lyc_diag_t d)
{
    lyc_gauge_solver_t s;
    (void)request;
    if (law->length == 0 || law->dim != 2 ||
        !lyc_gauge_solver_init(s, law, LYC_ACTS_LAW))
    {
        return 0;
    }
    slong most = limits->max_cones > 0 && limits->max_cones < MOST_CONES
                     ? limits->max_cones
                     : MOST_CONES;
    lyc_gauge_fan_set_uniform(s->fan, FIRST_LEVEL);
    int ok = lyc_gauge_solver_step(s, s->fan->cones, limits);
    if (ok && s->fan->cones < most)
    {
        ok = lyc_gauge_solver_step(s, most, limits) || s->is_exhausted;
    }
    ok = ok && offer(walk, e, s, law, limits, d);
    lyc_gauge_solver_clear(s);
    return ok;
}
