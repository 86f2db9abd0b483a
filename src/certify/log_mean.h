/* E log|X| for a random number with finitely many values. */
#ifndef LYC_CERTIFY_LOG_MEAN_H
#define LYC_CERTIFY_LOG_MEAN_H

#include "lyapcert/facts.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

typedef struct
{
    arf_t lower, upper; /* true in every case; both -inf where X may be 0 */
    int is_exact;       /* the value is `exact`, and finite */
    lyc_logsum_t exact;
} lyc_log_mean_struct;
typedef lyc_log_mean_struct lyc_log_mean_t[1];

void lyc_log_mean_init(lyc_log_mean_t m);
void lyc_log_mean_clear(lyc_log_mean_t m);

/* x[i] with probability weight[i] of the law. UNDECIDED, and nothing said by
 * m, when out of time; else PROVED. */
lyc_verdict_t lyc_log_mean_set(lyc_log_mean_t m, const lyc_law_t law,
                               const lyc_number_struct *x, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d);
/* m = m / n. */
void lyc_log_mean_div(lyc_log_mean_t m, slong n, slong prec);

/* lambda_k = the k-th largest of the dim means, for all k. */
void lyc_facts_exponents_sorted(lyc_facts_t f, lyc_log_mean_struct *m,
                                slong prec);
/* lambda_k = m for one k. */
void lyc_facts_exponent_mean(lyc_facts_t f, slong k, const lyc_log_mean_t m,
                             slong prec);

#endif
