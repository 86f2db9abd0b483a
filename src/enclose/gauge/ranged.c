/* The gauge method over a box of parameters.
 *
 * One gauge serves every value in the box: it is solved for in the middle, and
 * the offsets for the worst values (lyc_gauge_approx_spans). Cones narrower
 * than the box moves them are wasted, so that refinement ends by itself. */
#include <math.h>

#include "enclose/gauge/offer.h"

#define FIRST_LEVEL 5
#define GROWTH 1.6
#define DEFAULT_CONES 200000
/* A cone this much narrower than the box moves it is not halved. */
#define FINE 0.5
/* Steps in a row that narrow the bracket by less than a seventh: smaller boxes
 * do more. */
#define STALL 3
#define PROGRESS 0.86
#define POLICIES 16
#define CAUTION 0.1

typedef struct
{
    lyc_gauge_run_struct *run;
    lyc_gauge_atoms_struct *atoms;
    lyc_gauge_fan_t fan;
    lyc_gauge_spans_t spans;
    double lambda, lower, upper;
    double *error;
    int has_best;
    lyc_fan_t best; /* as the checker reads it */
    double best_width;
    slong idle; /* steps since it was last much narrower */
} ranged;

static int solve(ranged *t)
{
    lyc_gauge_images_t m;
    lyc_gauge_images_init(m, t->fan->rays, t->atoms->length);
    int ok = lyc_gauge_images_locate(m, t->fan, t->atoms);
    if (ok)
    {
        const double width = t->upper - t->lower;
        const lyc_gauge_poisson_t p =
            lyc_gauge_approx_poisson(t->fan, m, t->atoms, 0.02 * width);
        t->lambda = p.lambda;
        t->run->sweeps += p.sweeps;
        lyc_gauge_quantise(t->fan);
        ok = lyc_gauge_approx_spans(t->spans, t->fan, t->atoms, p.lambda);
    }
    lyc_gauge_images_clear(m);
    if (!ok)
        return 0;
    const lyc_gauge_game_t g = lyc_gauge_approx_span_offsets(
        t->fan, t->spans, t->atoms, 0.02 * (t->upper - t->lower), POLICIES);
    t->lower = t->lambda + g.lower;
    t->upper = t->lambda + g.upper;
    t->run->sweeps += g.sweeps;
    return 1;
}

/* The worst shares of the width, where the box leaves something to gain. */
static slong refine(ranged *t, slong cones)
{
    const size_t n = (size_t)t->fan->cones;
    unsigned char *trapped = lyc_calloc(n, 1);
    t->error = lyc_realloc(t->error, n * sizeof(double));
    lyc_gauge_approx_span_masses(t->error, t->fan, t->spans, t->atoms);
    for (slong j = 0; j < t->fan->cones; j++)
        if (t->fan->width[j] <= FINE * t->spans->least[j])
            t->error[j] = 0.0;
    const slong halved =
        lyc_gauge_refine(t->fan, t->error, trapped, 0.0, CAUTION, cones);
    free(trapped);
    return halved;
}

/* Keeps the fan when it is the best so far. */
static void keep(ranged *t)
{
    const double width = t->upper - t->lower;
    t->idle = width < PROGRESS * t->best_width ? 0 : t->idle + 1;
    if (!(width < t->best_width))
        return;
    if (t->has_best)
        lyc_fan_clear(t->best);
    lyc_gauge_export(t->best, t->fan, LYC_ACTS_LAW);
    t->has_best = 1;
    t->best_width = width;
}

/* The best fan is checked; 1 when it meets the request. */
static int offer(ranged *t)
{
    if (!t->has_best)
        return 0;
    t->has_best = 0;
    return lyc_gauge_run_offer_fan(t->run, t->best);
}

/* 0 when nothing could be solved for. */
static int run(ranged *t, slong most)
{
    lyc_gauge_run_struct *r = t->run;
    slong steps = 0;
    while (t->idle < STALL && solve(t))
    {
        const double asked = lyc_gauge_run_asked(r, t->lambda);
        steps++;
        keep(t);
        lyc_limits_say(r->limits, 1,
                       "gauge over a range: %ld cones, width %.2e of %.2e "
                       "asked",
                       (long)t->fan->cones, t->upper - t->lower, asked);
        if (t->best_width <= asked && offer(t))
            break;
        const slong cones = (slong)(GROWTH * (double)t->fan->cones);
        const int late =
            lyc_limits_elapsed(r->limits) + lyc_gauge_run_reserve(r, cones) >
            r->limits->max_seconds;
        if (late || cones > most || refine(t, cones) == 0)
            break;
    }
    offer(t);
    return steps > 0;
}

/* From an arc that the box leaves invariant, else from all directions. */
static void run_all(ranged *t, slong most)
{
    static const char none[] = "an atom is singular for a value in the range, "
                               "or nearly so";
    if (lyc_gauge_spans_find_arc(t->fan, t->spans) && run(t, most))
        return;
    lyc_gauge_fan_set_uniform(t->fan, FIRST_LEVEL);
    if (!run(t, most))
        t->run->e->stop = none;
}

int lyc_enclose_gauge_ranged(lyc_enclosure_t e, const lyc_law_t law,
                             const lyc_request *request,
                             const lyc_limits_t limits)
{
    lyc_gauge_run_t r;
    lyc_gauge_atoms_t a;
    ranged t = {.run = r, .atoms = a, .upper = 1.0, .best_width = INFINITY};
    const slong most =
        limits->max_cones > 0 ? limits->max_cones : DEFAULT_CONES;
    lyc_gauge_atoms_init(a, law->length);
    if (!lyc_gauge_atoms_set_law(a, law, LYC_ACTS_LAW))
    {
        lyc_gauge_atoms_clear(a);
        return 0;
    }
    lyc_gauge_run_init(r, e, law, request, limits);
    lyc_gauge_fan_init(t.fan, 1, 0);
    lyc_gauge_spans_init(t.spans, law, a);
    run_all(&t, FLINT_MIN(most, DEFAULT_CONES));
    free(t.error);
    lyc_gauge_spans_clear(t.spans);
    lyc_gauge_fan_clear(t.fan);
    lyc_gauge_atoms_clear(a);
    return lyc_gauge_run_finish(r);
}
