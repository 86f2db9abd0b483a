#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/sweep.h"

enum
{
    MAX_PIECES = 20000,
    MAX_SAMPLES = 40
};

/* Pieces narrower than this share of the range are given up. */
#define LEAST_SHARE 1e-6
/* Of a claim's time: what one piece or sample may take. */
#define PIECE_SHARE 0.1
/* And what the attempt to decide it as a whole may take. */
#define RELATION_SHARE 0.5

typedef struct
{
    lyc_sweep_struct *sweep;
    lyc_decision_struct *r;
    const lyc_effort *effort;
    lyc_limits_struct *limits;
    lyc_truth_t wanted, opposite;
    lyc_sweep_boxes_t waiting;
    lyc_text_t why; /* of the first piece that is undecided */
    slong done, samples;
    lyc_sweep_watch watch;
    void *context;
    lyc_diag_struct *d;
} state;

static int is_stopped(const state *t)
{
    return lyc_limits_out_of_time(t->limits) ||
           (t->effort->stop != NULL && *t->effort->stop);
}

static lyc_effort effort_for(const state *t, double tol)
{
    lyc_effort effort = *t->effort;
    effort.tol = fmax(effort.tol, tol);
    if (isfinite(effort.max_seconds))
    {
        effort.max_seconds = fmax(PIECE_SHARE * effort.max_seconds,
                                  fmin(1.0, effort.max_seconds));
    }
    return effort;
}

/* Ranges of both sides over all pieces decided so far. */
static void widen(lyc_decision_t r, const lyc_decision_t piece, int is_first)
{
    if (is_first)
    {
        r->is_left = piece->is_left;
        r->is_right = piece->is_right;
        arf_set(r->left_lower, piece->left_lower);
        arf_set(r->left_upper, piece->left_upper);
        arf_set(r->right_lower, piece->right_lower);
        arf_set(r->right_upper, piece->right_upper);
        return;
    }
    r->is_left = r->is_left && piece->is_left;
    r->is_right = r->is_right && piece->is_right;
    arf_min(r->left_lower, r->left_lower, piece->left_lower);
    arf_max(r->left_upper, r->left_upper, piece->left_upper);
    arf_min(r->right_lower, r->right_lower, piece->right_lower);
    arf_max(r->right_upper, r->right_upper, piece->right_upper);
}

static void add_methods(lyc_decision_t r, const lyc_decision_t piece)
{
    if (strstr(r->methods->bytes, piece->methods->bytes) == NULL)
    {
        lyc_text_printf(r->methods, "%s%s", r->methods->length > 0 ? ", " : "",
                        piece->methods->bytes);
    }
}

/* The statement has the opposite truth over `box`. */
static void found_opposite(state *t, const lyc_decision_t piece,
                           const lyc_box_t box)
{
    lyc_decision_struct *r = t->r;
    r->truth = t->opposite;
    widen(r, piece, 1);
    lyc_text_reset(r->methods);
    add_methods(r, piece);
    lyc_sweep_boxes_push(t->sweep->fails, box);
}

/* One piece; *truth is what was found. */
static int try_box(lyc_truth_t *truth, state *t, const lyc_box_t box,
                   int is_point)
{
    lyc_decision_t piece;
    lyc_effort effort =
        effort_for(t, is_point ? 1e-4 : 0.1 * lyc_box_width(box));
    lyc_decision_init(piece);
    int ok = lyc_sweep_decide_piece(piece, t->sweep, box,
                                    is_point ? LYC_UNKNOWN : t->wanted, &effort,
                                    t->limits, t->d);
    *truth = piece->truth;
    if (ok && *truth == t->opposite)
    {
        found_opposite(t, piece, box);
    }
    else if (ok && *truth == t->wanted && !is_point)
    {
        lyc_sweep_boxes_merge(t->sweep->holds, box);
        widen(t->r, piece, t->done == 0);
        add_methods(t->r, piece);
        t->done++;
    }
    else if (ok && *truth == LYC_UNKNOWN && !is_point && t->why->length == 0)
    {
        lyc_text_add(t->why, piece->reason->bytes);
    }
    lyc_decision_clear(piece);
    return ok;
}

/* *is_found: the statement has the opposite truth at a point of the box. */
static int sample(int *is_found, state *t, const lyc_box_t box, int position)
{
    lyc_truth_t truth;
    lyc_box_t point;
    int ok;
    *is_found = 0;
    if (t->samples >= MAX_SAMPLES || is_stopped(t))
    {
        return 1;
    }
    t->samples++;
    lyc_box_init(point);
    lyc_box_point(point, box, position);
    ok = try_box(&truth, t, point, 1);
    *is_found = truth == t->opposite;
    lyc_box_clear(point);
    return ok;
}

/* Both halves wait, the lower one first; a box that is too small is given up.
 */
static void divide(state *t, const lyc_box_t box)
{
    slong side;
    double share = lyc_box_relative_width(&side, box, t->sweep->box);
    lyc_box_t lower, upper;
    if (share <= LEAST_SHARE || is_stopped(t) ||
        t->done + t->waiting->length + t->sweep->open->length >= MAX_PIECES)
    {
        lyc_sweep_boxes_merge(t->sweep->open, box);
        return;
    }
    lyc_box_init(lower);
    lyc_box_init(upper);
    lyc_box_split(lower, upper, box, side);
    lyc_sweep_boxes_push(t->waiting, upper);
    lyc_sweep_boxes_push(t->waiting, lower);
    lyc_box_clear(lower);
    lyc_box_clear(upper);
}

/* One piece: decided, divided or given up. */
static int take_piece(int *is_found, state *t, const lyc_box_t box)
{
    lyc_truth_t truth = LYC_UNKNOWN;
    *is_found = 0;
    if (!is_stopped(t) && !try_box(&truth, t, box, 0))
    {
        return 0;
    }
    if (truth != LYC_UNKNOWN)
    {
        *is_found = truth == t->opposite;
        return 1;
    }
    if (!sample(is_found, t, box, 0))
    {
        return 0;
    }
    divide(t, box);
    return 1;
}

/* 1; r->truth is the opposite when a value was found, else nothing waits. */
static int work(state *t)
{
    lyc_box_t box;
    int ok = 1, is_found = 0;
    lyc_box_init(box);
    for (int end = -1; end <= 1 && ok && !is_found; end += 2)
    {
        ok = sample(&is_found, t, t->sweep->box, end);
    }
    while (ok && !is_found && t->waiting->length > 0)
    {
        lyc_sweep_boxes_pop(box, t->waiting);
        ok = take_piece(&is_found, t, box);
        if (ok && t->watch != NULL)
        {
            t->watch(t->context, t->sweep, t->done, t->waiting->length);
        }
    }
    lyc_box_clear(box);
    return ok;
}

/* Why something is undecided, behind a colon. */
static void explain(state *t)
{
    lyc_text_struct *reason = t->r->reason;
    if (lyc_limits_out_of_time(t->limits))
    {
        lyc_text_add(reason, ": out of time");
    }
    else if (t->effort->stop != NULL && *t->effort->stop)
    {
        lyc_text_add(reason, ": interrupted");
    }
    else if (t->why->length > 0)
    {
        lyc_text_printf(reason, ": %s", t->why->bytes);
    }
}

/* Pieces until all are decided or a value with the opposite truth is found. */
static int decide(state *t)
{
    if (!work(t))
    {
        return 0;
    }
    t->r->pieces = t->done;
    if (t->r->truth != t->opposite && t->sweep->open->length == 0)
    {
        t->r->truth = t->wanted;
    }
    return 1;
}

/* Of a claim that is not as wanted: where it is, where not, and why. */
static int map(state *t)
{
    const int is_undecided = t->r->truth == LYC_UNKNOWN;
    if (t->r->truth == t->wanted)
    {
        lyc_sweep_boxes_clear(t->sweep->holds);
        return 1;
    }
    if (!lyc_sweep_explore(t->sweep, t->waiting, t->effort, t->limits, t->d))
    {
        return 0;
    }
    lyc_sweep_get_ranges(t->r->reason, t->sweep);
    if (is_undecided)
    {
        explain(t);
    }
    return 1;
}

int lyc_sweep_decide(lyc_decision_t r, lyc_sweep_t w, const lyc_effort *effort,
                     lyc_limits_t limits, lyc_sweep_watch watch, void *context,
                     lyc_diag_t d)
{
    double begin = lyc_limits_elapsed(limits);
    double whole = limits->max_seconds;
    int is_refute = w->claim.kind == LYC_CLAIM_REFUTE;
    state t = {.sweep = w, .r = r, .effort = effort, .limits = limits};
    t.wanted = is_refute ? LYC_FALSE : LYC_TRUE;
    t.opposite = is_refute ? LYC_TRUE : LYC_FALSE;
    t.watch = watch;
    t.context = context;
    t.d = d;
    lyc_sweep_boxes_init(t.waiting);
    lyc_text_init(t.why);
    lyc_sweep_boxes_push(t.waiting, w->box);
    r->truth = LYC_UNKNOWN;
    limits->max_seconds =
        fmin(whole, begin + RELATION_SHARE * effort->max_seconds);
    int ok = lyc_sweep_decide_relation(r, w, is_refute, limits, d);
    limits->max_seconds = fmin(whole, begin + effort->max_seconds);
    ok = ok && (r->truth != LYC_UNKNOWN || decide(&t)) && map(&t);
    r->seconds = lyc_limits_elapsed(limits) - begin;
    r->verdict = lyc_claim_verdict(w->claim.kind, r->truth);
    limits->max_seconds = whole;
    lyc_text_clear(t.why);
    lyc_sweep_boxes_clear(t.waiting);
    return ok;
}
