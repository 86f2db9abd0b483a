/* The laws [x, b; c, 0] and [0, b; c, x], b and c numbers. */
#ifndef LYC_CERTIFY_LINE_TERM_H
#define LYC_CERTIFY_LINE_TERM_H

#include "lyapcert/formula.h"
#include "lyapcert/term.h"

/* lambda_1 and lambda_1 + lambda_2 = log|bc| where x is Cauchy, shifted and
 * scaled, or a multiple of a gamma draw and bc > 0. LYC_FALSE: t is not such
 * a law; LYC_UNKNOWN: a sign was not decided or the precision was too low.
 * Theorems closed-forms.cauchy and closed-forms.letac-seshadri. */
lyc_truth_t lyc_line_exponents(arb_t first, arb_t sum, const lyc_term *t,
                               slong prec);

#endif
