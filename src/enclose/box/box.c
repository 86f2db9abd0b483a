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
/* Shares of the time left when other gauges come later, and when planes do:
 * these take more than all others. */
#define SHARE 0.55
#define PLAIN_SHARE 0.2
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
    lyc_boxes_t head; /* what acts; no cells */
    double deadline;  /* seconds since start */
    double rate;      /* seconds of checking a cell */
    double reserved;  /* for checking again what earlier runs have found */
    double target;    /* width asked of the exponent or sum */
    slong most;       /* cells */
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
    if (r->head->basis != NULL)
        lyc_boxes_set_basis(b, r->head->basis);
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

/* Unless the orthant is invariant; irrational numbers would become long. */
static int is_turned(const lyc_law_t law)
{
    return law->box->length == 0 && lyc_law_has_rational_atoms(law) &&
           !is_nonnegative(law);
}

static void set_basis(lyc_boxes_t head, const lyc_law_t law)
{
    lyc_matrix_t m;
    lyc_number_t det;
    lyc_matrix_init(m, law->dim, law->dim);
    lyc_number_init(det);
    lyc_box_approx_basis(m, law);
    if (lyc_matrix_det(det, m) == LYC_TRUE &&
        lyc_number_is_zero(det) == LYC_FALSE)
        lyc_boxes_set_basis(head, m);
    lyc_number_clear(det);
    lyc_matrix_clear(m);
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

/* Sum p bounds lambda_p and lambda_(p+1). */
static int is_needed(const run *r, slong p)
{
    return !lyc_request_met(r->request, r->e->facts, p) ||
           !lyc_request_met(r->request, r->e->facts, p + 1);
}

static int is_planes(const run *r, slong p)
{
    return p > 1 && p < r->law->dim - 1;
}

/* The gauge of lambda_1 + … + lambda_p; left: gauges to come, this one
 * included; are_planes_left: planes are among those that come later. */
static int enclose_sum(run *r, slong p, int left, int are_planes_left)
{
    lyc_law_t acting;
    int contributed = 0;
    const double now = lyc_limits_elapsed(r->limits);
    const double share = left == 1 ? 1 : are_planes_left ? PLAIN_SHARE : SHARE;
    r->power = r->head->power = p;
    r->head->dim = is_planes(r, p) ? LYC_BOXES_PLANES_DIM : r->law->dim;
    r->deadline = now + share * (r->limits->max_seconds - now);
    r->rate = RATE_GUESS * (double)r->law->length;
    r->most = DEFAULT_CELLS;
    lyc_law_init(acting);
    if (lyc_boxes_act(acting, r->law, r->head) == LYC_TRUE)
        contributed = enclose_power(r, acting);
    lyc_law_clear(acting);
    return contributed;
}

/* The sums that are needed, planes last. With the determinant each of lambda_2
 * … lambda_d is a difference of two sums, so that half the width is asked of
 * each. */
int lyc_enclose_boxes(lyc_enclosure_t e, const lyc_law_t law,
                      const lyc_request *request, const lyc_limits_t limits)
{
    run r = {.e = e, .law = law, .request = request, .limits = limits};
    slong order[LYC_BOXES_MAX_DIM];
    int contributed = 0, more = 0, n = 0;
    for (slong k = 2; k <= law->dim; k++)
        more |= !lyc_request_met(request, e->facts, k);
    for (int planes = 0; planes < 2; planes++)
        for (slong p = 1; p < law->dim; p++)
            if (is_planes(&r, p) == planes && is_needed(&r, p))
                order[n++] = p;
    lyc_boxes_init(r.head, law->dim, 0);
    if (is_turned(law))
        set_basis(r.head, law);
    for (int i = 0; i < n; i++)
    {
        r.target = width_asked(&r) * (more ? 0.5 : 1);
        contributed |= enclose_sum(&r, order[i], n - i,
                                   i < n - 1 && is_planes(&r, order[n - 1]));
    }
    lyc_boxes_clear(r.head);
    return contributed;
}
