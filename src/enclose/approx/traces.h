/* Sums over words for the determinant method. */
#ifndef LYAPCERT_ENCLOSE_TRACES_H
#define LYAPCERT_ENCLOSE_TRACES_H

#include "lyapcert/text.h"
#include "lyapcert/traces.h"

/* log = log|mu|, trace = 1/prod_(j >= 2) (1 - mu_j/mu), for the eigenvalue mu
 * of a that dominates the others mu_j; 0 where none does. */
int lyc_word_trace_approx(arb_t log, arb_t trace, const arb_mat_t a,
                          slong prec);

#endif
