/* Propose, refine, have it checked. */
#include <math.h>

#include "certify/cubes.h"
#include "enclose/box/run.h"
#include "enclose/enclose.h"

#define PREC 64
/* Cells of the next fan, as a multiple of the last one. */
#define GROWTH 2.0
#define LEAST_GROWTH 1.25
#define LAST_GROWTH 3.0
/* Steps in a row that do not narrow the bracket by a tenth. */
#define STALL 4
/* Cells of the first fan that is checked, whatever its width: from then on
 * there is something to show, and the time that checking takes is known. */
#define FIRST_OFFER 4000
#define STALL_CELLS 20000
/* With draws, where a cell takes longer. */
#define FIRST_OFFER_DRAWS 500
/* Then the time for a cell grows with the number of cells, about with these
 * powers for one draw and for two. */
static const double cost_power[] = {0, 0.5, 1};
/* The same over a range of parameters, whose own width is what remains: there
 * smaller ranges do more. */
#define RANGED_STALL 3
#define PROGRESS 0.9
#define RANGED_PROGRESS 0.86
/* Offers that seem to reach the width asked and do not. */
#define MISSES 3
/* Checks until the end: the first, and the one of the whole certificate with
 * its writing and reading. */
#define CHECKS 2.2

static slong cell_limit(const lyc_box_run_t r, const lyc_box_solver_t s)
{
    double most = r->limits->max_cones > 0 ? (double)r->limits->max_cones
                                           : (double)LYC_BOX_DEFAULT_CELLS;
    /* The text of the certificate, and the checker's own tables. */
    const double beside = 250;
    if (r->limits->max_memory > 0 && s->steps > 0)
        most = fmin(most, (double)r->limits->max_memory /
                              (1.3 * lyc_box_solver_bytes(s) + beside));
    return (slong)fmin(most, (double)r->most);
}

/* Seconds of checking a cell: on coarse fans, where a check may have been
 * measured, a cell takes longer, but never longer than searching it. */
static double rate_of(const lyc_box_run_t r, const lyc_box_solver_t s)
{
    return fmin(r->rate, s->seconds / (double)s->tree->cells);
}

/* Seconds of a step from `now` cells, which took so long, to more. */
static double step_seconds(double seconds, double now, double cells)
{
    return 1.2 * seconds * cells / now;
}

/* Time for steps that take so long, to so many cells, and for the checks that
 * follow. */
static int has_time(const lyc_box_run_t r, const lyc_box_solver_t s,
                    double steps, double cells)
{
    const double growth = cells / (double)s->tree->cells;
    const double more =
        r->cuts == NULL ? 1 : pow(growth, cost_power[r->cuts->draws]);
    return lyc_limits_elapsed(r->limits) +
               more * (steps + CHECKS * rate_of(r, s) * cells) + r->reserved <
           r->deadline;
}

/* Time for another step after one to so many cells. */
static int has_time_for_two(const lyc_box_run_t r, const lyc_box_solver_t s,
                            double cells)
{
    const double first =
        step_seconds(s->seconds, (double)s->tree->cells, cells);
    return has_time(r, s, (1 + LEAST_GROWTH) * first, LEAST_GROWTH * cells);
}

/* Cells of the next step; 0: there must not be another. The last step may be
 * larger than others, so that no time is left over. */
static slong next_cells(lyc_box_run_t r, const lyc_box_solver_t s)
{
    if (s->steps == 0)
        return s->tree->cells;
    const double now = (double)s->tree->cells;
    const double most = (double)cell_limit(r, s);
    double cells = fmin(GROWTH * now, most);
    if (r->cuts == NULL && !has_time_for_two(r, s, cells))
        cells = fmin(LAST_GROWTH * now, most);
    while (cells > LEAST_GROWTH * now &&
           !has_time(r, s, step_seconds(s->seconds, now, cells), cells))
        cells *= 0.95;
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

/* The cuts go with the boxes. */
static void set_cubes(lyc_evidence_t next, const lyc_cubes_struct *cuts,
                      lyc_boxes_t b)
{
    slong count[LYC_CUBES_MAX_DRAWS];
    lyc_cubes_t c;
    lyc_cubes_init(c);
    for (slong j = 0; j < cuts->draws; j++)
        count[j] = cuts->first[j + 1] - cuts->first[j];
    lyc_cubes_set_counts(c, cuts->draws, count);
    for (slong i = 0; i < cuts->first[cuts->draws]; i++)
        c->cut[i] = cuts->cut[i];
    c->cut_scale = cuts->cut_scale;
    c->split = cuts->split;
    lyc_boxes_swap(c->boxes, b);
    lyc_evidence_set_cubes(next, PREC, c);
    lyc_cubes_clear(c);
}

static void set_evidence(lyc_evidence_t next, const lyc_box_run_t r,
                         const lyc_box_solver_t s)
{
    lyc_boxes_t b;
    lyc_box_export(b, s, 0.005);
    b->power = r->power;
    if (r->head->basis != NULL)
        lyc_boxes_set_basis(b, r->head->basis);
    if (r->cuts != NULL)
        set_cubes(next, r->cuts, b);
    else
        lyc_evidence_set_boxes(next, PREC, b);
    lyc_boxes_clear(b);
}

/* Has the kernel check what the solver has; keeps it when it holds. */
static void submit(lyc_box_run_t r, const lyc_box_solver_t s)
{
    lyc_box_offer *best = &r->best;
    lyc_evidence_t next;
    lyc_facts_t trial;
    const double begin = lyc_limits_elapsed(r->limits);
    lyc_evidence_init(next);
    set_evidence(next, r, s);
    lyc_facts_init(trial, r->e->facts->dim);
    const int held =
        lyc_enclosure_try(trial, r->e, next, r->law, r->limits) == LYC_PROVED;
    const double seconds = lyc_limits_elapsed(r->limits) - begin;
    r->checked = s->tree->cells;
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

/* Cells of the draws may cost a share of what cells of the fan cost now. */
#define SPLIT_SHARE 0.3
#define LEAST_SPLIT 0.15
static void set_split(lyc_box_run_t r, const lyc_box_solver_t s)
{
    if (r->cuts == NULL)
        return;
    const double cells = r->cuts->draws == 1 ? 40 : 400;
    const double least = LEAST_SPLIT * r->target;
    const double split =
        fmax(least, SPLIT_SHARE * fmin(s->estimate, 0.3)) / cells;
    r->cuts->split = (int64_t)llrint(ldexp(fmin(split, 1), 40));
    r->cubes->split = ldexp((double)r->cuts->split, -40);
}

/* Refines until the width is at most `width`, or it cannot be done. */
static int refine_to(lyc_box_run_t r, lyc_box_solver_t s, double width)
{
    const int is_ranged = r->law->box->length > 0;
    const double progress = is_ranged ? RANGED_PROGRESS : PROGRESS;
    double best = INFINITY;
    int idle = 0;
    while (lyc_box_solver_width(s) > width || s->steps == 0)
    {
        slong cells = next_cells(r, s);
        /* On coarse fans a cell takes longer to check. */
        if (cells == 0 && 2 * r->checked <= s->tree->cells &&
            has_time(r, s, 0, 0))
        {
            submit(r, s);
            cells = next_cells(r, s);
        }
        if (cells == 0)
            return 0;
        set_split(r, s);
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
        if (!r->best.is_held &&
            s->tree->cells >=
                (r->cuts == NULL ? FIRST_OFFER : FIRST_OFFER_DRAWS))
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

int lyc_box_run(lyc_box_run_t r, lyc_box_solver_t s)
{
    lyc_box_offer *best = &r->best;
    double margin = 0.9;
    best->is_held = 0;
    r->checked = 0;
    lyc_evidence_init(best->evidence);
    lyc_facts_init(best->facts, r->e->facts->dim);
    lyc_box_solver_set_limits(s, r->limits);
    for (int missed = 0; missed < MISSES; missed++)
    {
        const int reached = refine_to(r, s, margin * r->target);
        if (r->checked != s->tree->cells)
            submit(r, s);
        if (!reached || !best->is_held ||
            proved_width(best->facts, r->power) <= r->target)
            break;
        margin *= 0.7;
    }
    if (s->is_one_sided)
        r->e->stop = "an atom is singular and no invariant cone was found, so "
                     "there is no lower bound";
    r->e->sweeps += s->sweeps;
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

double lyc_box_run_asked(const lyc_box_run_t r)
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
