/* Closed forms as functions of numbers: no law is involved. Every result is a
 * ball that contains the value, for every sigma in the ball sigma. */
#ifndef LYAPCERT_FORMULA_H
#define LYAPCERT_FORMULA_H

#include "lyapcert/arith.h"

/* ---- Gaussian matrices; G is d x d with independent N(0, 1) entries ---- */

/* lambda_1 + … + lambda_k of G, 0 <= k <= d; more generally
 * E log|Lambda^k G (e_1 ^ … ^ e_k)| for G of d rows and k or more columns.
 * Theorem closed-forms.gaussian. */
void lyc_gaussian_sum(arb_t sum, slong d, slong k, slong prec);

/* lambda_1 + … + lambda_k of I + sigma G, 1 <= k <= d, and its derivative in
 * sigma (unless NULL). Of sigma only the modulus matters; at 0 the value is
 * 0. About prec bits, relative, or 2^-(prec + 128), absolute; where that
 * fails the balls are wider but true, and indeterminate where sigma is too
 * small for what can be summed (about k/sigma^2 > 2^25). For a ball sigma of
 * positive radius the value is taken at the midpoint and widened by the
 * derivative: narrow balls serve best.
 * Theorems closed-forms.residual and closed-forms.pfaffian. */
void lyc_residual_gaussian_sum(arb_t sum, arb_t derivative, slong d, slong k,
                               const arb_t sigma, slong prec);

#endif
