/* E log|x| of scalar terms. */
#ifndef LYC_CERTIFY_SCALAR_TERM_H
#define LYC_CERTIFY_SCALAR_TERM_H

#include "lyapcert/formula.h"
#include "lyapcert/term.h"

/* LYC_TRUE: value holds E log|x|, x the 1x1 term t. LYC_FALSE: it is -inf,
 * proved. LYC_UNKNOWN: no formula here, or an equality was not decided.
 * Theorem closed-forms.scalar. */
lyc_truth_t lyc_scalar_log_mean(arb_t value, const lyc_term *t, slong prec);

#endif
