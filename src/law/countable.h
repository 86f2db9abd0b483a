/* Countable laws as terms. */
#ifndef LYAPCERT_LAW_COUNTABLE_H
#define LYAPCERT_LAW_COUNTABLE_H

#include "lyapcert/countable.h"

/* Member m, a polynomial in m, with probability (1 - ratio) ratio^m; a
 * constant where there is one coefficient. */
lyc_term *lyc_term_countable(const lyc_number_t ratio, slong length,
                             const lyc_matrix_struct *coefficient);
/* All scales are 1. */
lyc_term *lyc_term_of_countable(const lyc_countable_t x);

#endif
