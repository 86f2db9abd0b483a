/* Gauges for a finite depth, d = 2: every direction counts, so that fans are
 * even before they are refined. */
#include <math.h>

#include "enclose/depth/depth.h"
#include "enclose/gauge/gauge.h"

#define MOST_CONES 3000
#define LEAST_CONES 64
/* Pieces times atoms: about cones times K (K + 1) for K atoms. */
#define MOST_ENTRIES 3e6
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

/* Cones that the limits allow. */
static slong most_cones(const lyc_law_t law, const lyc_limits_t limits)
{
    const double k = (double)law->length;
    double most = fmin(MOST_CONES, MOST_ENTRIES / (k * (k + 1)));
    if (limits->max_cones > 0)
    {
        most = fmin(most, (double)limits->max_cones);
    }
    return (slong)most;
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
    const slong most = most_cones(law, limits);
    int level = 0;
    if (law->length == 0 || law->dim != 2 || law->box->length > 0 ||
        (law->length > 2 && most < LEAST_CONES) ||
        !lyc_gauge_solver_init(s, law, LYC_ACTS_LAW))
    {
        return 0;
    }
    /* 4 2^level cones */
    while (8L << level <= most)
    {
        level++;
    }
    lyc_gauge_fan_set_uniform(s->fan, level);
    int ok = lyc_gauge_solver_step(s, s->fan->cones, limits);
    if (ok && s->fan->cones < most)
    {
        ok = lyc_gauge_solver_step(s, most, limits) || s->is_exhausted;
    }
    ok = ok && offer(walk, e, s, law, limits, d);
    lyc_gauge_solver_clear(s);
    return ok;
}
