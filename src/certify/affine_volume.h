/* E log|det A| of laws that are affine in their draws, d = 2. */
#ifndef LYC_CERTIFY_AFFINE_VOLUME_H
#define LYC_CERTIFY_AFFINE_VOLUME_H

#include "certify/affine_law.h"

/* c[0] + c[1] t_1 + … = det A for an outcome, d = 2 or 3; c: draws + 1 numbers
 * that are initialised. 0 where that is not proved. */
int lyc_affine_determinant(lyc_number_struct *c, const lyc_affine_law_t f,
                           slong outcome);

/* LYC_TRUE: value holds it. LYC_FALSE: it is -inf, as the determinant is 0
 * with positive probability. LYC_UNKNOWN: there is no formula here.
 * Theorem continuous-laws.volume. */
lyc_truth_t lyc_affine_volume(arb_t value, const lyc_affine_law_t f,
                              slong prec);

#endif
