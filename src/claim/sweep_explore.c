#include <math.h>

#include "claim/sweep.h"

/* For how long, and of the claim's time, ranges are looked at that cannot
 * change the verdict any more. */
#define SECONDS 4.0
#define SHARE 0.2
/* Parts of the ranges narrower than this are left open. */
#define LEAST_SHARE 0.015

/* Ranges of one kind that are shown. */
enum
{
    SHOWN = 4
};

/* Each attempt on one box may take this part of the time there is. */
#define BOX_SHARE 0.06
/* Wider parts of the ranges are not worth a search. */
#define MOST_SHARE 0.13
/* Widths asked of both sides over a box, parts of the box's own. */
#define TOL_SHARE 0.2

/* Which of the claim and its opposite is proved by slopes over the box. */
static int relate(lyc_truth_t *truth, lyc_sweep_t w, const lyc_box_t box,
                  lyc_limits_t limits, lyc_diag_t d)
{
    const double whole = limits->max_seconds;
    const double now = lyc_limits_elapsed(limits);
    const int is_refute = w->claim.kind == LYC_CLAIM_REFUTE;
    int ok = 1;
    limits->max_seconds = fmin(whole, now + BOX_SHARE * SECONDS);
    for (int opposite = 0; opposite <= 1 && ok && *truth == LYC_UNKNOWN;
         opposite++)
    {
        lyc_relation_t a;
        lyc_relation_init(a);
        ok = lyc_sweep_relate(a, w, box, is_refute != opposite, limits, d);
        if (a->truth == LYC_TRUE)
        {
            *truth = opposite ? LYC_FALSE : LYC_TRUE;
        }
        lyc_relation_clear(a);
    }
    limits->max_seconds = whole;
    return ok;
}

/* What the claim is over the box: LYC_TRUE where it holds. */
static int look(lyc_truth_t *truth, lyc_sweep_t w, const lyc_box_t box,
                const lyc_effort *effort, lyc_limits_t limits, lyc_diag_t d)
{
    const int is_refute = w->claim.kind == LYC_CLAIM_REFUTE;
    lyc_effort small = *effort;
    small.max_seconds = fmin(effort->max_seconds, BOX_SHARE * SECONDS);
    small.tol = fmax(effort->tol, TOL_SHARE * lyc_box_width(box));
    *truth = LYC_UNKNOWN;
    int ok = relate(truth, w, box, limits, d);
    slong side;
    if (ok && *truth == LYC_UNKNOWN &&
        lyc_box_relative_width(&side, box, w->box) <= MOST_SHARE)
    {
        lyc_decision_t piece;
        lyc_decision_init(piece);
        ok = lyc_sweep_decide_piece(piece, w, box, LYC_UNKNOWN, &small, limits,
                                    d);
        if (piece->truth != LYC_UNKNOWN)
        {
            *truth =
                (piece->truth == LYC_TRUE) == !is_refute ? LYC_TRUE : LYC_FALSE;
        }
        lyc_decision_clear(piece);
    }
    return ok;
}

static int is_over(const lyc_effort *effort, const lyc_limits_t limits)
{
    return lyc_limits_out_of_time(limits) ||
           (effort->stop != NULL && *effort->stop);
}

/* The box goes where it belongs, or its halves wait. */
static int take(lyc_sweep_t w, lyc_sweep_boxes_t waiting, const lyc_box_t box,
                const lyc_effort *effort, lyc_limits_t limits, lyc_diag_t d)
{
    lyc_truth_t truth = LYC_UNKNOWN;
    slong side;
    if (!is_over(effort, limits) && !look(&truth, w, box, effort, limits, d))
    {
        return 0;
    }
    if (truth != LYC_UNKNOWN)
    {
        lyc_sweep_boxes_merge(truth == LYC_TRUE ? w->holds : w->fails, box);
    }
    else if (is_over(effort, limits) ||
             lyc_box_relative_width(&side, box, w->box) <= LEAST_SHARE)
    {
        lyc_sweep_boxes_merge(w->open, box);
    }
    else
    {
        lyc_box_t lower, upper;
        lyc_box_init(lower);
        lyc_box_init(upper);
        lyc_box_split(lower, upper, box, side);
        lyc_sweep_boxes_push(waiting, lower);
        lyc_sweep_boxes_push(waiting, upper);
        lyc_box_clear(lower);
        lyc_box_clear(upper);
    }
    return 1;
}

int lyc_sweep_explore(lyc_sweep_t w, lyc_sweep_boxes_t waiting,
                      const lyc_effort *effort, lyc_limits_t limits,
                      lyc_diag_t d)
{
    const double whole = limits->max_seconds;
    const double time = fmin(SECONDS, SHARE * effort->max_seconds);
    lyc_box_t box;
    int ok = 1;
    if (w->fails->length > 0)
    {
        lyc_box_set(w->witness, w->fails->box);
    }
    limits->max_seconds = fmin(whole, lyc_limits_elapsed(limits) + time);
    lyc_box_init(box);
    /* The largest ones first. */
    for (slong i = 0; i < waiting->length && ok; i++)
    {
        lyc_box_set(box, waiting->box + i);
        ok = take(w, waiting, box, effort, limits, d);
    }
    lyc_box_clear(box);
    lyc_sweep_boxes_clear(waiting);
    limits->max_seconds = whole;
    lyc_sweep_boxes_sort(w->holds);
    lyc_sweep_boxes_sort(w->fails);
    lyc_sweep_boxes_sort(w->open);
    return ok;
}

static void add(lyc_text_t out, const char *before, const char *word,
                const lyc_sweep_boxes_t s)
{
    const slong shown = FLINT_MIN(s->length, SHOWN);
    if (s->length == 0)
    {
        return;
    }
    lyc_text_printf(out, "%s%s for ", out->length > 0 ? before : "", word);
    for (slong i = 0; i < shown; i++)
    {
        lyc_text_add(out, i > 0 ? " and " : "");
        lyc_box_get_phrase(out, s->box + i);
    }
    if (shown < s->length)
    {
        lyc_text_printf(out, " and %ld more ranges", (long)(s->length - shown));
    }
}

/* Nothing fails but what the witness says. */
static int is_witness_alone(const lyc_sweep_t w)
{
    const lyc_box_struct *first = w->fails->box;
    if (w->fails->length != 1)
    {
        return w->fails->length == 0;
    }
    for (slong i = 0; i < first->length; i++)
    {
        if (!fmpq_equal(first->lower + i, w->witness->lower + i) ||
            !fmpq_equal(first->upper + i, w->witness->upper + i))
        {
            return 0;
        }
    }
    return 1;
}

void lyc_sweep_get_ranges(lyc_text_t out, const lyc_sweep_t w)
{
    const int is_refute = w->claim.kind == LYC_CLAIM_REFUTE;
    const char *fails = is_refute ? "true" : "false";
    const char *holds = is_refute ? "false" : "true";
    const char *next = "; ";
    if (w->witness->length > 0)
    {
        lyc_text_printf(out, "%s for ", fails);
        lyc_box_get_phrase(out, w->witness);
        next = "; in the ranges ";
    }
    if (!is_witness_alone(w))
    {
        add(out, next, fails, w->fails);
        next = "; ";
    }
    add(out, next, holds, w->holds);
    next = w->holds->length > 0 ? "; " : next;
    add(out, next, "undecided", w->open);
}
