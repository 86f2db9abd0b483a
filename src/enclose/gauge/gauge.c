/* The gauge method for d = 2: propose a fan, have it checked, refine. */
#include <math.h>

#include "enclose/gauge/offer.h"

#define GROWTH_MAX 1.5
#define GROWTH_MIN 1.2
#define FIRST_OFFER 1000 /* cones of the first fan that is checked */
#define COMPARE 4000     /* cones where the transposed law is tried */
#define DEFAULT_CONES 8000000
/* Steps in a row that do not narrow the bracket by a fifth. */
#define STALL 7
/* Fans that seem to meet the request and are found not to. */
#define MISSES 20
#define UPPER_ONLY_MISSES 2
#define UPPER_ONLY_CONES 20000

/* Bytes a cone of the solver, the evidence and its text take. */
static double bytes_per_cone(const lyc_law_t law)
{
    return 900.0 + 120.0 * (double)law->length;
}

static slong cone_limit(const lyc_gauge_run_t r)
{
    double most = r->limits->max_cones > 0 ? (double)r->limits->max_cones
                                           : (double)DEFAULT_CONES;
    if (r->limits->max_memory > 0)
        most =
            fmin(most, (double)r->limits->max_memory / bytes_per_cone(r->law));
    if (r->most_cones > 0)
        most = fmin(most, (double)r->most_cones);
    return (slong)most;
}

typedef struct
{
    double estimate, width; /* narrowest so far */
    slong idle;             /* steps since one of them was last a fifth wider */
    slong offered;          /* cones of the last fan offered */
} plan;

/* Cones of the next fan: the width goes about like 1/cones. An estimate that
 * meets the target while the best offsets do not says that an adversary can
 * stay where errors are large: the cones there are too wide. */
static slong next_cones(const lyc_gauge_solver_t s)
{
    const double width =
        s->estimate > s->target ? s->estimate : lyc_gauge_solver_width(s);
    const double ratio = width / s->target;
    const double growth =
        ratio >= 0.0 ? fmax(GROWTH_MIN, fmin(GROWTH_MAX, ratio)) : GROWTH_MAX;
    return (slong)(growth * (double)s->fan->cones) + 1;
}

static slong least_cones(const lyc_gauge_solver_t s)
{
    return (slong)(GROWTH_MIN * (double)s->fan->cones) + 1;
}

static int has_time(const lyc_gauge_run_t r, const lyc_gauge_solver_t s,
                    slong cones)
{
    const double growth = (double)cones / (double)s->fan->cones;
    return lyc_limits_elapsed(r->limits) + 1.4 * growth * s->seconds +
               lyc_gauge_run_reserve(r, cones) <
           r->limits->max_seconds;
}

static int stop(lyc_gauge_run_t r, const char *why)
{
    r->e->stop = why;
    return 0;
}

static void note(plan *p, double *best, double now)
{
    if (now < 0.8 * *best)
    {
        *best = now;
        p->idle = 0;
    }
}

/* One step within the limits; 0 when there must not be another. */
static int step(lyc_gauge_run_t r, lyc_gauge_solver_t s, plan *p)
{
    const slong most = cone_limit(r);
    slong cones = s->fan->cones;
    if (s->steps > 0)
    {
        if (cones >= most)
            return stop(r, "the limit on cones or memory is reached");
        if (p->idle >= STALL)
            return stop(r, "refinement makes no more progress");
        cones = FLINT_MIN(next_cones(s), most);
        if (!has_time(r, s, cones))
            cones = FLINT_MIN(least_cones(s), most);
        if (!has_time(r, s, cones))
            return stop(r, "no time is left for a finer fan");
    }
    const slong before = s->sweeps;
    if (!lyc_gauge_solver_step(s, cones, r->limits))
        return stop(r, "the solver found no gauge in double precision");
    r->sweeps += s->sweeps - before;
    p->idle++;
    note(p, &p->estimate, s->estimate);
    note(p, &p->width, lyc_gauge_solver_width(s));
    lyc_limits_say(r->limits, 1, "gauge: %ld cones, width %.2e of %.2e asked",
                   (long)s->fan->cones, s->estimate,
                   lyc_gauge_run_asked(r, s->lambda));
    return 1;
}

/* Checking now costs little beside what has been done since the last check,
 * and a limit may come. */
static int is_cheap(const lyc_gauge_run_t r, const lyc_gauge_solver_t s)
{
    const double now = lyc_limits_elapsed(r->limits);
    return isfinite(r->limits->max_seconds) &&
           lyc_gauge_run_reserve(r, s->fan->cones) <
               0.3 * (now - r->last_check);
}

static int offer(lyc_gauge_run_t r, const lyc_gauge_solver_t s, plan *p)
{
    p->offered = s->fan->cones;
    return lyc_gauge_run_offer(r, s->fan, s->acts);
}

/* Both variants up to some cones; s becomes the narrower one. */
static void compare(lyc_gauge_run_t r, lyc_gauge_solver_t s)
{
    lyc_gauge_solver_t t;
    plan p = {.estimate = INFINITY, .width = INFINITY};
    if (!lyc_gauge_solver_init(t, r->law, LYC_ACTS_TRANSPOSE))
        return;
    while (t->fan->cones < s->fan->cones && step(r, t, &p))
        ;
    t->target = s->target;
    lyc_limits_say(r->limits, 2, "gauge: width %.2e, transposed %.2e",
                   s->estimate, t->estimate);
    if (t->estimate < 0.9 * s->estimate)
    {
        const lyc_gauge_solver_struct swap = *s;
        *s = *t;
        *t = swap;
    }
    lyc_gauge_solver_clear(t);
}

/* The best offsets of the present fan; 1 when they reach the target. */
static int polish(lyc_gauge_run_t r, lyc_gauge_solver_t s)
{
    const slong before = s->sweeps;
    if (lyc_gauge_solver_width(s) > s->target)
        lyc_gauge_solver_polish(s, r->limits);
    r->sweeps += s->sweeps - before;
    return lyc_gauge_solver_width(s) <= s->target;
}

static void refine_until_met(lyc_gauge_run_t r, lyc_gauge_solver_t s,
                             int may_transpose)
{
    double margin = 0.9;
    int compared = !may_transpose, missed = 0;
    const int misses = r->most_cones > 0 ? UPPER_ONLY_MISSES : MISSES;
    plan p = {.estimate = INFINITY, .width = INFINITY};
    while (missed < misses && step(r, s, &p))
    {
        s->target = margin * lyc_gauge_run_asked(r, s->lambda);
        const int reached = s->estimate <= s->target && polish(r, s);
        if (reached || (p.offered == 0 && s->fan->cones >= FIRST_OFFER) ||
            is_cheap(r, s))
        {
            if (offer(r, s, &p))
                return;
            if (reached)
            {
                margin *= 0.8;
                missed++;
            }
        }
        if (!compared && s->fan->cones >= COMPARE &&
            s->estimate > 3.0 * s->target)
        {
            compared = 1;
            compare(r, s);
            p.estimate = p.width = INFINITY;
        }
    }
    if (p.offered != s->fan->cones)
    {
        polish(r, s);
        offer(r, s, &p);
    }
}

/* An atom of rank one has a kernel: a lower bound needs a cone that the atoms
 * map into itself and that no kernel meets. The upper bound does not. */
static void enclose_singular(lyc_gauge_run_t r)
{
    static const lyc_acts_t acts[] = {LYC_ACTS_LAW, LYC_ACTS_TRANSPOSE};
    lyc_gauge_solver_t s;
    for (int k = 0; k < 2; k++)
    {
        if (!lyc_gauge_solver_init(s, r->law, acts[k]))
            return;
        const int found = lyc_gauge_solver_set_arc(s);
        if (found)
            refine_until_met(r, s, 0);
        lyc_gauge_solver_clear(s);
        if (found && isfinite(r->best_width))
            return;
    }
    static const char none[] = "an atom is singular and no invariant cone was "
                               "found, so there is no lower bound";
    lyc_limits_say(r->limits, 1, "gauge: %s", none);
    if (!lyc_gauge_solver_init(s, r->law, LYC_ACTS_LAW))
        return;
    r->most_cones = UPPER_ONLY_CONES;
    refine_until_met(r, s, 0);
    lyc_gauge_solver_clear(s);
    r->e->stop = none;
}

int lyc_enclose_gauge(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    lyc_gauge_run_t r;
    lyc_gauge_solver_t s;
    if (law->length > 0 && law->dim == 2 && law->box->length > 0)
        return lyc_enclose_gauge_ranged(e, law, request, limits);
    if (law->length == 0 || law->dim != 2 ||
        !lyc_gauge_solver_init(s, law, LYC_ACTS_LAW))
        return 0;
    lyc_gauge_run_init(r, e, law, request, limits);
    if (lyc_gauge_atoms_is_singular(s->atoms))
        enclose_singular(r);
    else
        refine_until_met(r, s, 1);
    lyc_gauge_solver_clear(s);
    return lyc_gauge_run_finish(r);
}
