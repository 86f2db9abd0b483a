/* lambda_1 from traces of transfer operators: not certified. */
#ifndef LYAPCERT_TRACES_H
#define LYAPCERT_TRACES_H

#include "lyapcert/law.h"
#include "lyapcert/limits.h"

typedef struct
{
    arf_t value;    /* about lambda_1 */
    arf_t change;   /* its distance from the value for shorter words */
    slong length;   /* of the longest words */
    double words;   /* that were evaluated */
    double seconds; /* wall clock */
} lyc_traces_struct;
typedef lyc_traces_struct lyc_traces_t[1];

void lyc_traces_init(lyc_traces_t t);
void lyc_traces_clear(lyc_traces_t t);

/* lambda_1 from the determinant of 1 - z L_t (Pollicott 2010; Jurga and Morris
 * 2019), L_t f(x) = E |A x|^t f(A x): traces from all words up to a length that
 * grows until two values agree to tol > 0, or a limit of 4 million words or of
 * time is reached. Sound where the law contracts a cone; where it does not, the
 * values need not converge. 1 when there are two values; else 0 and d: a word
 * without a dominating real eigenvalue, or out of time. */
int lyc_traces_approx(lyc_traces_t t, const lyc_law_t law, double tol,
                      slong prec, const lyc_limits_t limits, lyc_diag_t d);

#endif
