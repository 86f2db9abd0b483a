/* How long would it take? */
#include <math.h>

#include "enclose/gauge/offer.h"

/* Cones up to which widths are measured, and growth from fan to fan. */
#define PROBE 3000
#define GROWTH 1.5
/* Seconds a cone takes to be solved for, over all fans until the last one, and
 * to be checked: about 1e-4 for two atoms, more of them in proportion. */
#define SECONDS_A_CONE(atoms) (3.5e-5 * ((double)(atoms) + 1))
#define MOST_CONES 8e6

double lyc_gauge_forecast(const lyc_law_t law, const lyc_request *request,
                          const lyc_limits_t limits)
{
    lyc_gauge_solver_t s;
    lyc_gauge_run_t r = {{.law = law, .request = request}};
    double cones = INFINITY;
    const double most =
        limits->max_cones > 0 ? (double)limits->max_cones : MOST_CONES;
    if (!lyc_gauge_solver_init(s, law, LYC_ACTS_LAW))
        return INFINITY;
    r->log_det = -INFINITY; /* lambda_1 stands for both */
    int ok = 1;
    while (ok && s->fan->cones < PROBE && (double)s->fan->cones < most)
    {
        const double next = GROWTH * (double)s->fan->cones;
        ok = lyc_gauge_solver_step(s, s->steps == 0 ? 0 : (slong)next, limits);
        const double asked = lyc_gauge_run_asked(r, s->lambda);
        if (ok && s->estimate <= asked)
            break;
        s->target = asked;
    }
    /* The width goes about like 1/cones. */
    if (ok)
        cones = (double)s->fan->cones *
                fmax(1.0, s->estimate / lyc_gauge_run_asked(r, s->lambda));
    lyc_gauge_solver_clear(s);
    return cones <= most ? cones * SECONDS_A_CONE(law->length) : INFINITY;
}
