#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "enclose/continuous/continuous.h"
#include "enclose/enclose.h"

#define PREC 128
#define FIRST_CONES 48
#define FIRST_SPLIT 0.25
#define HEIGHTS_SPLIT 2.0
#define COARSE_STEPS 3
#define MAX_CONES 6000
#define LEAST_SPLIT 2e-4
#define MAX_ROUNDS 8
/* Of a round and the last check, in evaluations for offsets. */
#define ROUND_COST 3.0
/* Seconds of a search for which neither a width nor a limit is asked: its cost
 * rises with a power of the accuracy, and has no natural end. */
#define UNASKED_SECONDS 120.0
/* Sup widths vary by so much for no reason. */
#define WORSE 1.3
typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
    lyc_affine_law_t form;
    slong groups;
    lyc_continuous_try_t t;
    double width, seconds; /* of the last proposal */
    lyc_evidence_t best;   /* the narrowest that the kernel has proved */
    lyc_facts_t facts;     /* and what it proves */
    double best_width;     /* infinity: there is none */
    double *saved;         /* the best heights of this fan, NULL: none */
    double saved_width;    /* their sup width */
    slong cones;
} run;

static void drop_offsets(run *r)
{
    for (slong j = 0; j < r->t->n; j++)
        r->t->lower[j] = r->t->upper[j] = 0;
}

/* 1, and the heights are kept; or 0, and those that were kept are back: a
 * chain that hardly mixes has solutions that are larger than what they level.
 */
static int keep_better(run *r, double width)
{
    const size_t bytes = (size_t)r->t->n * sizeof(double);
    if (r->saved != NULL && width > WORSE * r->saved_width)
    {
        memcpy(r->t->height, r->saved, bytes);
        return 0;
    }
    r->saved = lyc_realloc(r->saved, bytes);
    memcpy(r->saved, r->t->height, bytes);
    r->saved_width = width;
    return 1;
}

/* One evaluation; improves the heights, or sets the offsets and the width. */
static int step(run *r, int with_offsets)
{
    lyc_mesh_t mesh;
    lyc_continuous_rates_t rates;
    const slong n = r->t->n;
    const double begin = lyc_limits_elapsed(r->limits);
    double *c = lyc_malloc((size_t)n * sizeof(double));
    double *rate = lyc_malloc((size_t)n * sizeof(double));
    lyc_continuous_export(mesh, r->t, r->form, LYC_ACTS_LAW);
    int held = lyc_continuous_rates_init(rates, mesh, r->form, r->limits);
    double low = INFINITY, high = -INFINITY;
    for (slong j = 0; held && j < n; j++)
    {
        const int fine = isfinite(rates->lower[j]);
        rate[j] =
            fine ? (rates->lower[j] + rates->upper[j]) / 2 : rates->upper[j];
        low = fmin(low, rates->lower[j]);
        high = fmax(high, rates->upper[j]);
    }
    const int is_better = held && keep_better(r, high - low);
    if (held && !is_better)
    {
        drop_offsets(r);
    }
    else if (held && !with_offsets)
    {
        held = lyc_continuous_level(c, rates, rate);
        for (slong j = 0; held && j < n; j++)
            r->t->height[j] += (c[j] + c[(j + n - 1) % n]) / 2;
    }
    else if (held)
    {
        if (!lyc_continuous_level(r->t->lower, rates, rates->lower))
            for (slong j = 0; j < n; j++)
                r->t->lower[j] = 0;
        if (!lyc_continuous_level(r->t->upper, rates, rates->upper))
            for (slong j = 0; j < n; j++)
                r->t->upper[j] = 0;
    }
    r->width = high - low;
    r->seconds = lyc_limits_elapsed(r->limits) - begin;
    lyc_limits_say(r->limits, 2,
                   "continuous: %ld cones, split %.3f, sup width %.2e, "
                   "%.2f seconds",
                   (long)n, r->t->split, r->width, r->seconds);
    lyc_continuous_rates_clear(rates);
    lyc_mesh_clear(mesh);
    free(c);
    free(rate);
    return held;
}

/* Has the kernel check the proposal, and keeps it when it is the narrowest.
 * 1 when there is nothing more to do. */
static int offer(run *r)
{
    lyc_mesh_t mesh;
    lyc_evidence_t evidence;
    lyc_facts_t trial;
    lyc_continuous_export(mesh, r->t, r->form, LYC_ACTS_LAW);
    lyc_evidence_init(evidence);
    lyc_evidence_set_continuous(evidence, PREC, mesh);
    lyc_mesh_clear(mesh);
    lyc_facts_init(trial, 2);
    const lyc_verdict_t verdict =
        lyc_enclosure_try(trial, r->e, evidence, r->law, r->limits);
    r->width = lyc_facts_first_width(trial);
    if (verdict == LYC_PROVED && (r->cones == 0 || r->width < r->best_width))
    {
        lyc_evidence_clear(r->best);
        *r->best = *evidence;
        lyc_evidence_init(evidence);
        lyc_facts_set(r->facts, trial);
        r->best_width = r->width;
        r->cones = r->t->n;
    }
    lyc_facts_clear(trial);
    lyc_evidence_clear(evidence);
    lyc_limits_say(r->limits, 1, "continuous: %ld cones, width %.2e",
                   (long)r->t->n, r->width);
    return verdict != LYC_PROVED || lyc_request_all_met(r->request, r->facts) ||
           r->width < lyc_request_first_width(r->request, r->facts) / 4;
}

/* Heights need less than offsets: coarser cells will do. */
static int raise_heights(run *r)
{
    const double split = r->t->split;
    r->t->split *= HEIGHTS_SPLIT;
    const int held = step(r, 0);
    r->t->split = split;
    return held;
}

static void search(run *r)
{
    for (int i = 0; i < COARSE_STEPS; i++)
        if (!step(r, 0))
            return;
    for (int round = 0; round < MAX_ROUNDS; round++)
    {
        if (!raise_heights(r) || !step(r, 1))
            return;
        const double sup = r->width;
        if (offer(r))
            return;
        if (r->width > 2 * sup)
        {
            drop_offsets(r);
            if (offer(r))
                return;
        }
        const double room =
            (r->limits->max_seconds - lyc_limits_elapsed(r->limits)) /
            (ROUND_COST * r->seconds);
        const double power = 1 + (double)r->groups;
        double factor =
            1.1 *
            sqrt(r->width / lyc_request_first_width(r->request, r->facts));
        factor = fmin(fmax(1.3, fmin(4, factor)), pow(room, 1 / power));
        if (!(factor > 1.2))
        {
            r->e->stop = "no time is left for finer cells";
            return;
        }
        const slong cones = (slong)(factor * (double)r->t->n);
        const double split = r->t->split / factor;
        if (cones > MAX_CONES || split < LEAST_SPLIT)
        {
            r->e->stop = "finer cells would be too many";
            return;
        }
        free(r->saved);
        r->saved = NULL;
        lyc_continuous_try_resize(r->t, cones);
        r->t->split = split;
    }
}

/* Knots have had their turn, and do better. */
static int has_density(const lyc_enclosure_t e)
{
    for (slong i = 0; i < e->certificate->evidences; i++)
        if (lyc_evidence_knots(e->certificate->evidence + i) != NULL)
            return 1;
    return 0;
}

int lyc_enclose_continuous(lyc_enclosure_t e, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits)
{
    lyc_limits_t own;
    run r = {.e = e, .law = law, .request = request, .limits = own};
    lyc_mixed_group group[LYC_AFFINE_LAW_MAX_DRAWS];
    const char *why;
    if (law->term == NULL || law->dim != 2 || has_density(e))
        return 0;
    *own = *limits;
    if (!isfinite(own->max_seconds) && !own->is_patient)
        own->max_seconds = lyc_limits_elapsed(own) + UNASKED_SECONDS;
    lyc_affine_law_init(r.form);
    const slong before = e->certificate->evidences;
    const int held = lyc_affine_law_set(r.form, &why, law);
    if (!held)
        lyc_limits_say(limits, 1, "continuous: left out, %s", why);
    if (held)
    {
        r.groups = lyc_mixed_groups(group, r.form);
        r.best_width = INFINITY;
        lyc_enclose_volume(e, law, limits);
        lyc_evidence_init(r.best);
        lyc_facts_init(r.facts, 2);
        lyc_facts_set(r.facts, e->facts);
        lyc_continuous_try_init(r.t, FIRST_CONES, FIRST_SPLIT);
        search(&r);
        if (r.cones > 0)
        {
            e->cones = r.cones;
            lyc_enclosure_adopt(e, "continuous", r.facts, r.best);
        }
        lyc_evidence_clear(r.best);
        lyc_facts_clear(r.facts);
        lyc_continuous_try_clear(r.t);
        free(r.saved);
    }
    lyc_affine_law_clear(r.form);
    return held && (r.cones > 0 || e->certificate->evidences > before);
}
