/* What is proved about a spectrum: intervals for each exponent and each
 * partial sum, and exact values where they are known. */
#ifndef LYAPCERT_FACTS_H
#define LYAPCERT_FACTS_H

#include "lyapcert/arith.h"
#include "lyapcert/logsum.h"

/* Index k-1 holds lambda_k resp. lambda_1 + … + lambda_k, k = 1..dim.
 * lower <= value <= upper always; ±inf where nothing is known, and
 * lower = upper = -inf where the value is proved to be -inf. */
typedef struct
{
    slong dim;
    arf_struct *exponent_lower, *exponent_upper;
    arf_struct *sum_lower, *sum_upper;
    int *is_exact; /* lambda_k = exact[k-1] */
    lyc_logsum_struct *exact;
} lyc_facts_struct;
typedef lyc_facts_struct lyc_facts_t[1];

void lyc_facts_init(lyc_facts_t f, slong dim); /* nothing known */
void lyc_facts_clear(lyc_facts_t f);
void lyc_facts_set(lyc_facts_t f, const lyc_facts_t g);

/* Intersections with a proved interval; k from 1. */
void lyc_facts_exponent_arf(lyc_facts_t f, slong k, const arf_t lower,
                            const arf_t upper);
void lyc_facts_sum_arf(lyc_facts_t f, slong k, const arf_t lower,
                       const arf_t upper);
/* The same from a ball (a ball with a NaN or infinite midpoint proves
 * nothing and changes nothing). */
void lyc_facts_exponent_arb(lyc_facts_t f, slong k, const arb_t b);
void lyc_facts_sum_arb(lyc_facts_t f, slong k, const arb_t b);
void lyc_facts_exponent_minus_inf(lyc_facts_t f, slong k);
void lyc_facts_exponent_exact(lyc_facts_t f, slong k, const lyc_logsum_t s,
                              slong prec);

/* Draws every conclusion from: sums are sums of exponents; exponents are
 * differences of sums (no inf - inf); lambda_1 >= lambda_2 >= …; lambda_d <=
 * sum_d / d <= lambda_1; a partial sum of -inf makes lambda_k and all later
 * ones -inf. Directed rounding at prec bits. Theorem setting.sums. */
void lyc_facts_close(lyc_facts_t f, slong prec);

/* upper - lower rounded up; +inf where unknown, 0 where both are -inf. */
void lyc_facts_width(arf_t width, const lyc_facts_t f, slong k);

#endif
