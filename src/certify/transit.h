/* The walk of directions seen through finitely many cells: bounds of what one
 * step does to a gauge, from which means and tails at a finite depth follow by
 * induction over the steps (mathematics: chapter finite-depth).
 *
 * Cells j cover the non-zero vectors up to sign; on cell j the gauge is f_j.
 * A cell is a union of pieces. Atom i leads each vector x of piece q into some
 * cell l of next(q, i), where
 *     low_qi <= log f_l(A_i x) - log f_j(x) <= high_qi,
 * and, with the least and the largest value over next(q, i),
 *     lower_q <= sum_i p_i log(f_l(A_i x)/f_j(x)) <= upper_q.
 * All numbers are doubles rounded outward; -inf and inf where nothing is known.
 */
#ifndef LYC_CERTIFY_TRANSIT_H
#define LYC_CERTIFY_TRANSIT_H

#include <stdint.h>

#include "lyapcert/evidence.h"

typedef struct
{
    slong dim, atoms, cells, pieces;
    double *weight_low, *weight_high; /* p_i */
    /* log(f_j(x)/|x|) on cell j; at least so much of the sphere is in it */
    double *norm_low, *norm_high, *share;
    slong
        *first; /* cell j consists of the pieces first[j] … first[j + 1] - 1 */
    double *lower, *upper; /* of each piece */
    double *low, *high;    /* pieces x atoms */
    slong *next; /* pieces x atoms + 1: where in `cell` next(q, i) begins */
    int32_t *cell;
    slong lists, leads; /* of next so far, of cell so far */
    slong piece_room, cell_room;
    /* Not NULL: no atoms; the increments are independent of the direction, and
     * this form has their moments */
    struct lyc_isotropic_form *form;
    int is_full; /* more than LYC_TRANSIT_MAX_ENTRIES were to be added */
} lyc_transit_struct;
typedef lyc_transit_struct lyc_transit_t[1];

/* Pieces times atoms, and lengths of all next(q, i) together. */
#define LYC_TRANSIT_MAX_ENTRIES (1L << 25)

/* Cells without pieces yet. */
void lyc_transit_init(lyc_transit_t w, slong dim, slong atoms, slong cells);
void lyc_transit_clear(lyc_transit_t w);
/* One more piece of the last cell that has any, or of a new one: its number.
 * Its bounds are to be filled in, and its atoms to be led one after the other.
 * -1: is_full. */
slong lyc_transit_add_piece(lyc_transit_t w, slong cell);
/* Appends a cell to next of the atom that is being led. */
void lyc_transit_lead(lyc_transit_t w, slong cell);
/* On to the next atom, or piece. */
void lyc_transit_close(lyc_transit_t w);

/* What evidence (a gauge, boxes, length) says about the walk. PROVED: w is
 * true and to be cleared; else it is not to be cleared and d says why. */
lyc_verdict_t lyc_transit_set(lyc_transit_t w, const lyc_law_t law,
                              const lyc_evidence_t e, const lyc_limits_t limits,
                              lyc_diag_t d);
lyc_verdict_t lyc_transit_set_fan(lyc_transit_t w, const lyc_law_t law,
                                  const lyc_fan_struct *fan, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t d);

lyc_verdict_t lyc_transit_set_length(lyc_transit_t w, const lyc_law_t law,
                                     slong prec, const lyc_limits_t limits,
                                     lyc_diag_t d);
lyc_verdict_t lyc_transit_set_isotropic(lyc_transit_t w, const lyc_law_t law,
                                        const lyc_evidence_t e,
                                        const lyc_limits_t limits,
                                        lyc_diag_t d);

lyc_verdict_t lyc_transit_set_density(lyc_transit_t w, const lyc_law_t law,
                                      const lyc_evidence_t e,
                                      const lyc_limits_t limits, lyc_diag_t d);

lyc_verdict_t lyc_transit_set_zero(lyc_transit_t w, const lyc_law_t law,
                                   const lyc_evidence_t e,
                                   const lyc_limits_t limits, lyc_diag_t d);

/* log E|A x|^s, |x| = 1, from above; inf where there is no formula. */
double lyc_isotropic_log_moment_up(const struct lyc_isotropic_form *f,
                                   double order);

/* ---- what follows at depth n >= 1 ---- */

typedef struct
{
    double lower, upper;           /* E log(|S_n x|/|x|) for every x != 0 */
    double norm_lower, norm_upper; /* E log ||S_n|| */
} lyc_transit_means;

/* 1; or 0 when out of time. */
int lyc_transit_mean(lyc_transit_means *m, const lyc_transit_t w, slong n,
                     const lyc_limits_t limits);

/* Upper bounds of P(log(|S_n x|/|x|) >= level), side > 0, or of
 * P(log(|S_n x|/|x|) <= level), side < 0, for every x != 0: by the moment of
 * order s (of the side's sign), and by the range of the increments. 1 where
 * nothing better is proved. */
double lyc_transit_moment(const lyc_transit_t w, slong n, double level,
                          int side, double s, const lyc_limits_t limits);
/* log of the moment's bound, not cut off at 0. */
double lyc_transit_log_tail(const lyc_transit_t w, slong n, double level,
                            int side, double s, const lyc_limits_t limits);
double lyc_transit_range(const lyc_transit_t w, slong n, double level,
                         int side);

#endif
