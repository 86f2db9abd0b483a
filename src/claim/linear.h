/* Ties between exponents of one law. */
#ifndef LYAPCERT_CLAIM_LINEAR_H
#define LYAPCERT_CLAIM_LINEAR_H

#include "claim/statement.h"

/* Sign of left - right, where the difference is a rational combination of
 * exponents and exact values in which every exponent cancels, or occurs with
 * all exponents of its law so that their sum is E log|det A|, which is exact.
 * LYC_UNKNOWN where it is not so. */
lyc_truth_t lyc_statement_linear_sign(int *sign, const lyc_statement_t s,
                                      const lyc_library_t lib, slong prec);

#endif
