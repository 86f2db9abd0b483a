#include "enclose/density/density.h"

#include <math.h>
#include <stdlib.h>

#include "enclose/enclose.h"

#define PREC 128
#define FIRST 12
/* Knots whose equation is solved directly. */
#define DIRECT 700
#define MAX_KNOTS 6000
#define MAX_ROUNDS 12
/* Of a width that is asked, what a proposal aims at. */
#define AIM 0.7
/* A round makes a width at most so many times smaller. */
#define MAX_GAIN 30.0
#define MAX_PARTS 16

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
    lyc_affine_law_t form;
    lyc_acts_t acts;
    lyc_density_try_t t;
    lyc_density_coarse coarse;
    int has_coarse;
    double *bend;   /* of each interval */
    double width;   /* of the proposal, as estimated */
    double seconds; /* of its equation */
    lyc_evidence_t best;
    lyc_facts_t facts;
    double best_width;
    slong knots; /* of the best one; 0: none */
} run;

/* Bounds of the proposal without rounding: how far the rates differ at knots,
 * between them, and inside the chain's cells. */
static void estimate(run *r, const lyc_density_t d,
                     const lyc_density_equation *q)
{
    double slope[2], curve[2], low = INFINITY, high = -INFINITY, bend = 0;
    double *rate = lyc_malloc((size_t)q->n * sizeof *rate);
    lyc_density_slopes(slope, curve, d, r->t->height);
    lyc_density_residual(rate, q, r->t->height);
    r->bend = lyc_realloc(r->bend, (size_t)q->n * sizeof *r->bend);
    for (slong i = 0; i < q->n; i++)
    {
        const double error =
            q->curve[2 * i] * curve[0] + q->curve[2 * i + 1] * curve[1];
        low = fmin(low, rate[i] - error);
        high = fmax(high, rate[i] + error);
        r->bend[i] = lyc_density_between(d, i, slope);
        bend = fmax(bend, r->bend[i]);
    }
    r->width = high - low + 2 * bend;
    free(rate);
}

/* Heights for the present knots. */
static int solve(run *r)
{
    lyc_knots_t knots;
    lyc_density_t d;
    lyc_density_equation q;
    lyc_diag_t why;
    const double begin = lyc_limits_elapsed(r->limits);
    lyc_diag_init(why);
    lyc_density_try_export(knots, r->t, r->acts);
    int held = lyc_density_init(d, r->form, knots, PREC, why) == LYC_PROVED;
    if (held)
    {
        held = lyc_density_equation_init(&q, d, r->limits);
        if (held && (!r->has_coarse || q.n <= DIRECT))
        {
            if (r->has_coarse)
                lyc_density_coarse_clear(&r->coarse);
            held = lyc_density_coarse_init(&r->coarse, &q, r->t->at);
            r->has_coarse = 1;
        }
        if (held)
        {
            lyc_density_improve(r->t->height, &q, r->t->at, &r->coarse);
            estimate(r, d, &q);
        }
        lyc_density_equation_clear(&q);
    }
    lyc_density_clear(d);
    lyc_knots_clear(knots);
    lyc_diag_clear(why);
    r->seconds = lyc_limits_elapsed(r->limits) - begin;
    return held;
}

/* Has the kernel check the proposal, and keeps it when it is the narrowest. 1
 * when there is nothing more to do. */
static int offer(run *r)
{
    lyc_knots_t knots;
    lyc_evidence_t evidence;
    lyc_facts_t trial;
    lyc_density_try_export(knots, r->t, r->acts);
    lyc_evidence_init(evidence);
    lyc_evidence_set_density(evidence, PREC, knots);
    lyc_knots_clear(knots);
    lyc_facts_init(trial, 2);
    const lyc_verdict_t verdict =
        lyc_enclosure_try(trial, r->e, evidence, r->law, r->limits);
    const double width = lyc_facts_first_width(trial);
    if (verdict == LYC_PROVED && (r->knots == 0 || width < r->best_width))
    {
        lyc_evidence_clear(r->best);
        *r->best = *evidence;
        lyc_evidence_init(evidence);
        lyc_facts_set(r->facts, trial);
        r->best_width = width;
        r->knots = r->t->n;
    }
    lyc_facts_clear(trial);
    lyc_evidence_clear(evidence);
    lyc_limits_say(r->limits, 1, "density: %ld knots, width %.2e",
                   (long)r->t->n, width);
    return verdict != LYC_PROVED || lyc_request_all_met(r->request, r->facts) ||
           width < lyc_request_first_width(r->request, r->facts) / 4;
}

/* What intervals must be cut into so that none bends more than goal. */
static slong count(slong *parts, const run *r, double goal)
{
    slong n = 0;
    for (slong i = 0; i < r->t->n; i++)
    {
        const double p = ceil(sqrt(r->bend[i] / goal));
        parts[i] = p >= 1 ? (p < MAX_PARTS ? (slong)p : MAX_PARTS) : 1;
        n += parts[i];
    }
    return n;
}

static slong most_knots(const run *r)
{
    slong n = MAX_KNOTS;
    if (r->limits->max_cones > 0)
        n = FLINT_MIN(n, r->limits->max_cones);
    if (r->limits->max_memory > 0)
        n = FLINT_MIN(n, (slong)sqrt((double)r->limits->max_memory / 8));
    return n;
}

/* Finer knots; 0 where there is no room or no time for them. */
static int refine(run *r)
{
    slong *parts = lyc_malloc((size_t)r->t->n * sizeof *parts);
    const double gain =
        fmin(MAX_GAIN,
             r->width / (AIM * lyc_request_first_width(r->request, r->facts)));
    const double room =
        (r->limits->max_seconds - lyc_limits_elapsed(r->limits)) /
        (4 * r->seconds);
    double most = (double)most_knots(r), goal = 0;
    for (slong i = 0; i < r->t->n; i++)
        goal = fmax(goal, r->bend[i]);
    goal /= fmax(2, gain);
    r->e->stop = most < (double)r->t->n * sqrt(room)
                     ? "more knots would be too many"
                     : "no time is left for more knots";
    most = fmin(most, (double)r->t->n * sqrt(room));
    while ((double)count(parts, r, goal) > most && goal < r->width)
        goal *= 1.1;
    const int held = (double)count(parts, r, goal) <= most &&
                     (double)count(parts, r, goal) > 1.15 * (double)r->t->n;
    if (held)
    {
        lyc_density_try_split(r->t, parts);
        r->e->stop = NULL;
    }
    free(parts);
    return held;
}

static void search(run *r)
{
    for (int round = 0; round < MAX_ROUNDS; round++)
    {
        if (!solve(r))
            return;
        lyc_limits_say(r->limits, 2,
                       "density: %ld knots, estimated width %.2e, %.2f seconds",
                       (long)r->t->n, r->width, r->seconds);
        if (offer(r) || !refine(r))
            return;
    }
}

/* Rows of the law, else of its transpose. */
static int find_action(run *r)
{
    static const lyc_acts_t acts[2] = {LYC_ACTS_LAW, LYC_ACTS_TRANSPOSE};
    int held = 0;
    for (int i = 0; i < 2 && !held; i++)
    {
        lyc_law_t acting;
        lyc_affine_rows rows;
        const char *why;
        lyc_law_init(acting);
        if (acts[i] == LYC_ACTS_TRANSPOSE)
            lyc_law_transpose(acting, r->law);
        else
            lyc_law_set(acting, r->law);
        lyc_affine_law_clear(r->form);
        lyc_affine_law_init(r->form);
        held = lyc_affine_law_set(r->form, &why, acting);
        for (slong o = 0; held && o < r->form->outcomes; o++)
        {
            lyc_affine_rows_init(&rows);
            held =
                lyc_affine_rows_set(&rows, r->form, r->form->outcome + o, 0) &&
                rows.row[0].sides == 2 && rows.row[1].sides == 2;
            lyc_affine_rows_clear(&rows);
        }
        lyc_law_clear(acting);
        r->acts = acts[i];
    }
    return held;
}

int lyc_enclose_density(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits)
{
    run r = {.e = e, .law = law, .request = request, .limits = limits};
    if (law->term == NULL || law->dim != 2 || law->box->length > 0)
        return 0;
    lyc_affine_law_init(r.form);
    const slong before = e->certificate->evidences;
    if (find_action(&r))
    {
        lyc_enclose_volume(e, law, limits);
        r.best_width = INFINITY;
        lyc_evidence_init(r.best);
        lyc_facts_init(r.facts, 2);
        lyc_facts_set(r.facts, e->facts);
        lyc_density_try_init(r.t, FIRST);
        search(&r);
        if (r.knots > 0)
        {
            e->cones = r.knots;
            lyc_enclosure_adopt(e, "density", r.facts, r.best);
        }
        lyc_evidence_clear(r.best);
        lyc_facts_clear(r.facts);
        lyc_density_try_clear(r.t);
        if (r.has_coarse)
            lyc_density_coarse_clear(&r.coarse);
        free(r.bend);
    }
    lyc_affine_law_clear(r.form);
    return e->certificate->evidences > before;
}
