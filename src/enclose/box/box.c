/* The gauge method for d = 3 and 4: propose, refine, have it checked. */
#include <math.h>

#include "enclose/box/solver.h"
#include "enclose/enclose.h"

#define PREC 64
#define GROWTH 2.0
#define DEFAULT_CELLS 1000000

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
} run;

/* One solver until the target or the deadline is reached. */
static void refine_until(run *r, lyc_box_solver_t s, double target,
                         double deadline)
{
    slong most =
        r->limits->max_cones > 0 ? r->limits->max_cones : DEFAULT_CELLS;
    for (;;)
    {
        slong cells = (slong)(GROWTH * (double)s->tree->cells);
        if (cells > most || !lyc_box_solver_step(s, cells))
            return;
        lyc_limits_say(r->limits, 2,
                       "gauge: %ld cells, %ld pieces, %ld sweeps, width %.2e, "
                       "estimate %.2e, lambda %.6f, %.2f s, %.0f bytes a cell",
                       (long)s->tree->cells, (long)s->pieces->length,
                       (long)s->sweeps, lyc_box_solver_width(s), s->estimate,
                       s->lambda + s->log_scale, s->seconds,
                       lyc_box_solver_bytes(s));
        if (lyc_box_solver_width(s) < target)
            return;
        if (lyc_limits_elapsed(r->limits) + 2.0 * s->seconds > deadline)
            return;
    }
}

static int offer(run *r, lyc_box_solver_t s, slong power)
{
    lyc_boxes_t b;
    lyc_evidence_t evidence;
    const double begin = lyc_limits_elapsed(r->limits);
    lyc_box_export(b, s, 0.05);
    b->power = power;
    lyc_evidence_init(evidence);
    lyc_evidence_set_boxes(evidence, PREC, b);
    lyc_boxes_clear(b);
    const slong cells = s->tree->cells;
    const int held =
        lyc_enclosure_accept(r->e, "gauge", evidence, r->law, r->limits);
    lyc_evidence_clear(evidence);
    if (held)
        r->e->cones = FLINT_MAX(r->e->cones, cells);
    r->e->sweeps += s->sweeps;
    lyc_limits_say(r->limits, 1, "gauge: %ld cells checked in %.2f seconds",
                   (long)cells, lyc_limits_elapsed(r->limits) - begin);
    return held;
}

int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    run r = {e, law, request, limits};
    int contributed = 0;
    for (int n = 0; n < 2; n++)
    {
        const slong power = n == 0 ? 1 : law->dim - 1;
        lyc_law_t acting;
        lyc_box_solver_t s;
        lyc_law_init(acting);
        if (power == 1)
            lyc_law_set(acting, law);
        else if (lyc_law_cofactors(acting, law) != LYC_TRUE)
            break;
        lyc_box_solver_init(s, acting, 1);
        const double now = lyc_limits_elapsed(limits);
        const double left = limits->max_seconds - now;
        refine_until(&r, s, 0.4 * request->tol,
                     now + (n == 0 ? 0.42 : 0.7) * left);
        contributed |= offer(&r, s, power);
        lyc_box_solver_clear(s);
        lyc_law_clear(acting);
    }
    return contributed;
}
