/* Countable laws as the bracket on arcs sees them: the first members of each
 * family one by one, the others together. */
#ifndef LYC_CERTIFY_COUNTABLE_H
#define LYC_CERTIFY_COUNTABLE_H

#include "certify/cone.h"
#include "lyapcert/countable.h"
#include "lyapcert/evidence.h"

typedef struct
{
    lyc_cone_letters_t letters; /* factors scale^m left out */
    const lyc_countable_struct *law;
    const slong *count; /* letters of each family; 1 where its ratio is 0 */
} lyc_countable_letters_struct;
typedef lyc_countable_letters_struct lyc_countable_letters_t[1];

/* law and count are borrowed. To be cleared in every case; 0: out of time, and
 * letters are missing. */
int lyc_countable_letters_init(lyc_countable_letters_t x,
                               const lyc_countable_t law, const slong *count,
                               const lyc_limits_t limits);
void lyc_countable_letters_clear(lyc_countable_letters_t x);

/* The gauge of an evidence of this kind. */
const lyc_collocation_struct *lyc_induced_gauge(const lyc_evidence_t e);

/* The member function `rest` of letters. Theorem induced.tail. */
lyc_verdict_t lyc_countable_tail(arf_t bound, const lyc_cone_letters_t letters,
                                 const lyc_collocation_t c, slong arc,
                                 const arf_t height, slong prec, lyc_diag_t d);

/* p = the polynomial p(start + j) in j; n coefficients. */
void lyc_numbers_shift(lyc_number_struct *p, slong n, slong start);

#endif
