/* Exact sums  q_1 log r_1 + … + q_m log r_m  with rational q_i and positive
 * rational r_i. Their sign is decided exactly: the sum is 0 iff
 * prod r_i^(q_i) = 1, read off the exponents over a coprime base. */
#ifndef LYAPCERT_LOGSUM_H
#define LYAPCERT_LOGSUM_H

#include "lyapcert/arith.h"
#include "lyapcert/text.h"

typedef struct
{
    slong length, capacity;
    fmpq *coefficient; /* non-zero */
    fmpq *argument;    /* > 0, != 1, distinct */
    slong slots;       /* of a hash table of the arguments' indices: internal */
    slong *slot;
} lyc_logsum_struct;
typedef lyc_logsum_struct lyc_logsum_t[1];

void lyc_logsum_init(lyc_logsum_t s); /* empty: 0 */
void lyc_logsum_clear(lyc_logsum_t s);
void lyc_logsum_set(lyc_logsum_t s, const lyc_logsum_t t);
/* s += q log r; r > 0 is required (asserted). */
void lyc_logsum_add_log(lyc_logsum_t s, const fmpq_t q, const fmpq_t r);
/* s += q t; s and t may be the same object. */
void lyc_logsum_addmul(lyc_logsum_t s, const fmpq_t q, const lyc_logsum_t t);
/* -1, 0 or 1: exact. */
int lyc_logsum_sign(const lyc_logsum_t s);
void lyc_logsum_get_arb(arb_t b, const lyc_logsum_t s, slong prec);
/* "1/2*log(2) - 1/3*log(5/7)", "0" when empty: the project's language. */
void lyc_logsum_get_text(lyc_text_t t, const lyc_logsum_t s);

#endif
