/* Countable laws: finitely many families of matrices, the members of each with
 * probabilities in geometric progression. */
#ifndef LYAPCERT_COUNTABLE_H
#define LYAPCERT_COUNTABLE_H

#include "lyapcert/law.h"

/* For m = 0, 1, …: the matrix
 *     scale^m (coefficient[0] + m coefficient[1] + … )
 * with probability weight ratio^m. weight > 0, 0 <= ratio < 1, scale != 0; with
 * ratio 0 there is one member, m = 0, and one coefficient. */
typedef struct
{
    lyc_number_t weight, ratio, scale;
    slong length; /* coefficients, >= 1 */
    lyc_matrix_struct *coefficient;
} lyc_family;

/* The probabilities of all members of all families sum to 1. */
typedef struct
{
    slong dim;
    slong length;
    lyc_family *family;
} lyc_countable_struct;
typedef lyc_countable_struct lyc_countable_t[1];

void lyc_countable_init(lyc_countable_t x); /* no families */
void lyc_countable_clear(lyc_countable_t x);
/* Appends a family of `length` zero matrices, weight 1, ratio 0, scale 1. */
lyc_family *lyc_countable_add(lyc_countable_t x, slong length);

/* Member m without its factor scale^m: matrix (d x d) and probability. */
void lyc_family_get(lyc_number_t weight, lyc_matrix_t matrix,
                    const lyc_family *f, slong m);

/* Whether the probabilities sum to 1. */
lyc_truth_t lyc_countable_is_law(const lyc_countable_t x);
/* Whether scale = 1 in every family: entries are polynomials in m. */
lyc_truth_t lyc_countable_is_polynomial(const lyc_countable_t x);
/* E log|scale^m| as a ball: what the factors add to each exponent. */
void lyc_countable_log_scale(arb_t b, const lyc_countable_t x, slong prec);

/* E log|det| as a ball where the determinant of every family is a number other
 * than 0 and does not depend on m, scale left out; 2x2. Else LYC_UNKNOWN. */
lyc_truth_t lyc_countable_log_det(arb_t b, const lyc_countable_t x, slong prec);

/* The families of a law given by a term: mixtures of countable and finite laws,
 * with constants added and multiplied. LYC_FALSE for others. */
lyc_truth_t lyc_law_families(lyc_countable_t x, const lyc_law_t law);

/* ---- induced laws: products of runs of draws, Theorem induced.blocks ---- */

typedef enum
{
    LYC_INDUCED_CHANGE, /* until a draw differs from the one before it */
    LYC_INDUCED_REPEAT, /* until a draw equals the one before it */
    LYC_INDUCED_SIGNS,  /* random signs taken away, then until a repeat */
    LYC_INDUCED_NONE    /* blocks of one draw, of a law that is countable */
} lyc_induced_rule;
#define LYC_INDUCED_RULES 4

/* x = the law of the product of a block of draws from a 2x2 law, later draws
 * on the left; draws = the mean length of a block. What repeats inside a
 * block, each atom by itself (CHANGE) or the product of the two atoms
 * (REPEAT), must have a double eigenvalue other than 0. LYC_FALSE where it has
 * not, or where there are not two atoms (CHANGE: two
 * or more); LYC_UNKNOWN
 * where that could not be decided. Theorem induced.families */
lyc_truth_t lyc_law_induce(lyc_countable_t x, lyc_number_t draws,
                           const lyc_law_t law, lyc_induced_rule rule);

/* ---- random signs, Theorem random-fibonacci.coin ---- */

/* For laws on the matrices [0,±1;±1,±1], or all [±1,±1;±1,0], whose signs mix
 * well enough: pair = {w: [0,1;1,1], 1-w: [1,1;1,0]} and factor > 0 such that
 * lambda_1(law) = factor lambda_1(pair). LYC_FALSE for other laws. */
lyc_truth_t lyc_law_unsign(lyc_law_t pair, lyc_number_t factor,
                           const lyc_law_t law);

/* x and factor > 0 such that, with the factors scale^m left out of x,
 *     lambda_1(law) = factor (lambda_1(x) + E log|scale^m|).
 * LYC_FALSE where the rule does not apply. Theorem induced.main. */
lyc_truth_t lyc_law_reduce(lyc_countable_t x, lyc_number_t factor,
                           const lyc_law_t law, lyc_induced_rule rule);

#endif
