/* One piece of a sweep, and the list of pieces that wait. */
#ifndef LYAPCERT_CLAIM_SWEEP_H
#define LYAPCERT_CLAIM_SWEEP_H

#include "lyapcert/sweep.h"

/* ---- sweep_piece.c ---- */

/* Decides the statement of w over box; its certificates go to w when the
 * truth is `wanted` (LYC_UNKNOWN: never). r is initialised. A law that is not
 * evaluated over the box leaves r undecided. 1; or 0 and d. */
int lyc_sweep_decide_piece(lyc_decision_t r, lyc_sweep_t w, const lyc_box_t box,
                           lyc_truth_t wanted, const lyc_effort *effort,
                           lyc_limits_t limits, lyc_diag_t d);

/* ---- sweep_ends.c ---- */

/* The definitions of parameter i, ends read in p: "forall s in [a, b]" where
 * both are rational; else "forall s_at in [0, 1]" and the number
 * "let s = a + (b - a) s_at". 1; or 0 and d with its place. */
int lyc_sweep_range(lyc_text_t parameter, lyc_text_t number,
                    const lyc_program_t p, const lyc_forall *forall, long i,
                    lyc_diag_t d);

/* ---- sweep_relation.c ---- */

/* Decides the whole claim by slopes, where it is an inequality in one
 * parameter between sides that have them; else r is left as it is. 1; or 0
 * and d: FAILURE. */
int lyc_sweep_decide_relation(lyc_decision_t r, lyc_sweep_t w, int is_refute,
                              const lyc_limits_t limits, lyc_diag_t d);

/* The statement, or its opposite, over a part of the ranges: LYC_TRUE where it
 * holds, LYC_FALSE where it fails on a->where. a is initialised. */
int lyc_sweep_relate(lyc_relation_t a, lyc_sweep_t w, const lyc_box_t box,
                     int is_negated, const lyc_limits_t limits, lyc_diag_t d);

/* ---- sweep_explore.c ---- */

/* Where the claim holds, where its opposite does, and what is open, from what w
 * has of this and the boxes that wait: these are looked at for a short time,
 * and are left empty. 1; or 0 and d. */
int lyc_sweep_explore(lyc_sweep_t w, lyc_sweep_boxes_t waiting,
                      const lyc_effort *effort, lyc_limits_t limits,
                      lyc_diag_t d);

/* "false for s = 1; in the ranges false for …; true for …; undecided for …" */
void lyc_sweep_get_ranges(lyc_text_t out, const lyc_sweep_t w);

/* ---- sweep_boxes.c ---- */

void lyc_sweep_boxes_init(lyc_sweep_boxes_t s);
void lyc_sweep_boxes_clear(lyc_sweep_boxes_t s);
void lyc_sweep_boxes_push(lyc_sweep_boxes_t s, const lyc_box_t box);
void lyc_sweep_boxes_pop(lyc_box_t box, lyc_sweep_boxes_t s);
/* The box grows over the last one of s where both differ in one parameter
 * and touch; else it is pushed. */
void lyc_sweep_boxes_merge(lyc_sweep_boxes_t s, const lyc_box_t box);
/* Boxes of one parameter rise, and those that touch become one. */
void lyc_sweep_boxes_sort(lyc_sweep_boxes_t s);

/* The largest of the box's widths, each relative to that of `whole`; *side is
 * that parameter. 0 for a box of one point. */
double lyc_box_relative_width(slong *side, const lyc_box_t box,
                              const lyc_box_t whole);
/* lower and upper half along a side. */
void lyc_box_split(lyc_box_t lower, lyc_box_t upper, const lyc_box_t box,
                   slong side);
/* The point in the middle (position 0), at the lower (-1) or at the upper (1)
 * ends. */
void lyc_box_point(lyc_box_t point, const lyc_box_t box, int position);

#endif
