/* The gauge method for d = 3 and 4: propose, refine, have it checked. */
#include <math.h>

#include "enclose/box/solver.h"
#include "enclose/enclose.h"

#define PREC 64
/* Cells of the next fan, as a multiple of the last one. */
#define GROWTH 2.0
#define LEAST_GROWTH 1.25
#define DEFAULT_CELLS 2000000
/* Steps in a row that do not narrow the bracket by a tenth. */
#define STALL 4
/* Cells of the first fan that is checked, whatever its width: from then on
 * there is something to show, and the time that checking takes is known. */
#define FIRST_OFFER 4000
#define STALL_CELLS 20000
/* The same over a range of parameters, whose own width is what remains: there
 * smaller ranges do more. */
#define RANGED_STALL 3
#define PROGRESS 0.9
#define RANGED_PROGRESS 0.86
/* Cells where there cannot be a lower bound. */
#define UPPER_ONLY_CELLS 20000
/* Seconds of checking a cell and an atom before anything has been measured;
 * checks until the end: the first, and the one of the whole certificate with
 * its writing and reading. */
#define RATE_GUESS 1e-5
#define CHECKS 3.0
/* Where 1, 2, 3 gauges are needed: whose, and shares of the time left. */
static const slong order[3][3] = {{1}, {1, 2}, {1, 3, 2}};
static const double share[3][3] = {{1}, {0.55, 1}, {0.25, 0.35, 1}};
/* Offers that seem to reach the width asked and do not. */
#define MISSES 3

/* The best evidence that the kernel has accepted so far. */
typedef struct
{
    int is_held;
    lyc_evidence_t evidence;
    lyc_facts_t facts;
    slong cells;
    double seconds; /* of checking it */
} offer;

typedef struct
{
    lyc_enclosure_struct *e;
    const lyc_law_struct *law;
    const lyc_request *request;
    const lyc_limits_struct *limits;
    slong power;
    double deadline; /* seconds since start */
    double rate;     /* seconds of checking a cell */
    double reserved; /* for checking again what earlier runs have found */
    double target;   /* width asked of the exponent or sum */
    slong most;      /* cells */
    offer best;
} run;

static slong cell_limit(const run *r, const lyc_box_solver_t s)
{
    double most = r->limits->max_cones > 0 ? (double)r->limits->max_cones
                                           : (double)DEFAULT_CELLS;
    /* The text of the certificate, and the checker's own tables. */
    const double beside = 250;
    if (r->limits->max_memory > 0 && s->steps > 0)
        most = fmin(most, (double)r->limits->max_memory /
                              (1.3 * lyc_box_solver_bytes(s) + beside));
    return (slong)fmin(most, (double)r->most);
}

/* Time for a step to so many cells, and for the checks that follow it. */
static int has_time(const run *r, const lyc_box_solver_t s, double cells)
{
    const double growth = cells / (double)s->tree->cells;
    return lyc_limits_elapsed(r->limits) + 1.3 * growth * s->seconds +
               CHECKS * r->rate * cells + r->reserved <
           r->deadline;
}

/* Cells of the next step; 0: there must not be another. */
static slong next_cells(run *r, const lyc_box_solver_t s)
{
    if (s->steps == 0)
        return s->tree->cells;
    const double now = (double)s->tree->cells;
    const double most = (double)cell_limit(r, s);
    double cells = fmin(GROWTH * now, most);
    while (cells > LEAST_GROWTH * now && !has_time(r, s, cells))
        cells *= 0.9;
    if (cells < LEAST_GROWTH * now)
    {
        r->e->stop = most < GROWTH * now
                         ? "the limit on cones or memory is reached"
                         : "no time is left for a finer fan";
        return 0;
    }
    return (slong)cells;
}

static double proved_width(const lyc_facts_t f, slong power)
{
    arf_t w;
    arf_init(w);
    arf_sub(w, f->sum_upper + power - 1, f->sum_lower + power - 1, 53,
            ARF_RND_UP);
    const double width = arf_get_d(w, ARF_RND_UP);
    arf_clear(w);
    return width;
}

/* Has the kernel check what the solver has; keeps it when it holds. */
static void submit(run *r, const lyc_box_solver_t s)
{
    offer *best = &r->best;
    lyc_boxes_t b;
    lyc_evidence_t next;
    lyc_facts_t trial;
    const double begin = lyc_limits_elapsed(r->limits);
    lyc_box_export(b, s, 0.005);
    b->power = r->power;
    lyc_evidence_init(next);
    lyc_evidence_set_boxes(next, PREC, b);
    lyc_boxes_clear(b);
    lyc_facts_init(trial, r->e->facts->dim);
    const int held =
        lyc_enclosure_try(trial, r->e, next, r->law, r->limits) == LYC_PROVED;
    const double seconds = lyc_limits_elapsed(r->limits) - begin;
    if (held)
        r->rate = seconds / (double)s->tree->cells;
    if (held && (!best->is_held || proved_width(trial, r->power) <=
                                       proved_width(best->facts, r->power)))
    {
        lyc_evidence_clear(best->evidence);
        *best->evidence = *next;
        lyc_evidence_init(next);
        lyc_facts_set(best->facts, trial);
        best->is_held = 1;
        best->cells = s->tree->cells;
        best->seconds = seconds;
    }
    lyc_limits_say(r->limits, 2,
                   "gauge: certified width %.3e, %ld cones, %.2f seconds",
                   held ? proved_width(trial, r->power) : INFINITY,
                   (long)s->tree->cells, seconds);
    lyc_facts_clear(trial);
    lyc_evidence_clear(next);
}

/* Refines until the width is at most `width`, or it cannot be done. */
static int refine_to(run *r, lyc_box_solver_t s, double width)
{
    const int is_ranged = r->law->box->length > 0;
    const double progress = is_ranged ? RANGED_PROGRESS : PROGRESS;
    double best = INFINITY;
    int idle = 0;
    while (lyc_box_solver_width(s) > width || s->steps == 0)
    {
        const slong cells = next_cells(r, s);
        if (cells == 0)
            return 0;
        if (!lyc_box_solver_step(s, cells))
        {
            r->e->stop = "the cones are as small as doubles allow";
            return 0;
        }
        lyc_limits_say(r->limits, 1,
                       "gauge: %ld cones, width %.2e of %.2e asked of "
                       "the sum of %ld",
                       (long)s->tree->cells, lyc_box_solver_width(s), r->target,
                       (long)r->power);
        lyc_limits_say(r->limits, 2,
                       "gauge: %ld pieces, %ld sweeps, estimate %.2e, lambda "
                       "%.8f, %.2f seconds, %.0f bytes a cell",
                       (long)s->pieces->length, (long)s->sweeps, s->estimate,
                       s->lambda + s->log_scale, s->seconds,
                       lyc_box_solver_bytes(s));
        if (!r->best.is_held && s->tree->cells >= FIRST_OFFER)
            submit(r, s);
        idle = s->estimate < progress * best ? 0 : idle + 1;
        best = fmin(best, s->estimate);
        if ((idle >= STALL && s->tree->cells > STALL_CELLS) ||
            (is_ranged && idle >= RANGED_STALL))
        {
            r->e->stop = "refinement makes no more progress";
            return 0;
        }
    }
    return 1;
}

/* 1 when no entry is negative: the orthant is invariant. */
static int is_nonnegative(const lyc_law_t law)
{
    for (slong i = 0; i < law->length; i++)
        for (slong k = 0; k < law->dim * law->dim; k++)
        {
            int sign = -1;
            if (lyc_number_sign(&sign, law->atom[i].entry + k) != LYC_TRUE ||
                sign < 0)
                return 0;
        }
    return 1;
}

static int is_singular(const lyc_law_t law)
{
    int found = 0;
    lyc_number_t det;
    lyc_number_init(det);
    for (slong i = 0; i < law->length && !found; i++)
        found = lyc_matrix_det(det, law->atom + i) != LYC_TRUE ||
                lyc_number_is_zero(det) != LYC_FALSE;
    lyc_number_clear(det);
    return found;
}

static int enclose_power(run *r, const lyc_law_t acting)
{
    lyc_box_solver_t s;
    offer *best = &r->best;
    const int is_orthant =
        acting->dim <= LYC_BOXES_MAX_DIM && is_nonnegative(acting);
    double margin = 0.9;
    const int is_one_sided = !is_orthant && is_singular(acting);
    if (is_one_sided)
        r->most = UPPER_ONLY_CELLS;
    best->is_held = 0;
    lyc_evidence_init(best->evidence);
    lyc_facts_init(best->facts, r->e->facts->dim);
    lyc_box_solver_init(s, acting, !is_orthant);
    lyc_box_solver_set_threads(s, r->limits);
    s->is_one_sided = is_one_sided;
    for (int missed = 0; missed < MISSES; missed++)
    {
        const int reached = refine_to(r, s, margin * r->target);
        submit(r, s);
        if (!reached || !best->is_held ||
            proved_width(best->facts, r->power) <= r->target)
            break;
        margin *= 0.7;
    }
    if (is_one_sided)
        r->e->stop = "an atom is singular and no invariant cone was found, so "
                     "there is no lower bound";
    r->e->sweeps += s->sweeps;
    lyc_box_solver_clear(s);
    if (best->is_held)
    {
        r->e->cones = FLINT_MAX(r->e->cones, best->cells);
        r->reserved += (CHECKS - 1) * best->seconds;
        lyc_enclosure_adopt(r->e, "gauge", best->facts, best->evidence);
    }
    lyc_evidence_clear(best->evidence);
    lyc_facts_clear(best->facts);
    return best->is_held;
}

static int is_wanted(const lyc_request *q, slong k)
{
    return q->wanted == NULL || q->wanted[k - 1];
}

/* The least width that some exponent needs, from the bounds known so far. */
static double width_asked(const run *r)
{
    const lyc_facts_struct *f = r->e->facts;
    if (r->request->digits <= 0)
        return r->request->tol;
    double least = 1;
    for (slong k = 1; k <= f->dim; k++)
    {
        const double low = arf_get_d(f->exponent_lower + k - 1, ARF_RND_DOWN);
        const double high = arf_get_d(f->exponent_upper + k - 1, ARF_RND_UP);
        if (is_wanted(r->request, k) && low * high > 0)
            least = fmin(least, fmin(fabs(low), fabs(high)));
    }
    return 0.9 * least * pow(10.0, -(double)r->request->digits);
}

/* What acts on the vectors of the fan for lambda_1 + … + lambda_power. */
static lyc_truth_t make_acting(lyc_law_t acting, const lyc_law_t law,
                               slong power)
{
    if (power > 1 && power == law->dim - 1)
        return lyc_law_cofactors(acting, law);
    if (power == 1)
        lyc_law_set(acting, law);
    else
        lyc_law_planes(acting, law);
    return LYC_TRUE;
}

/* lambda_1 alone, or all sums of fewer than d exponents: with the determinant
 * each of lambda_2 … lambda_d is a difference of two of these, so that half
 * the width is asked of each. */
int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    run r = {.e = e, .law = law, .request = request, .limits = limits};
    int contributed = 0, more = 0;
    for (slong k = 2; k <= law->dim; k++)
        more |= !lyc_request_met(request, e->facts, k);
    const slong gauges = more ? law->dim - 1 : 1;
    for (slong n = 0; n < gauges; n++)
    {
        lyc_law_t acting;
        r.power = order[gauges - 1][n];
        lyc_law_init(acting);
        const double now = lyc_limits_elapsed(limits);
        r.deadline = now + share[gauges - 1][n] * (limits->max_seconds - now);
        r.rate = RATE_GUESS * (double)law->length;
        r.target = width_asked(&r) * (more ? 0.5 : 1);
        r.most = DEFAULT_CELLS;
        if (make_acting(acting, law, r.power) == LYC_TRUE)
            contributed |= enclose_power(&r, acting);
        lyc_law_clear(acting);
    }
    return contributed;
}
