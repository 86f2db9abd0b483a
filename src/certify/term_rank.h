#ifndef LYC_CERTIFY_TERM_RANK_H
#define LYC_CERTIFY_TERM_RANK_H

#include "lyapcert/law.h"

/* r such that rank t <= r with positive probability: gates closed, finite
 * draws where they have the least rank. Theorem closed-forms.rank. */
slong lyc_term_rank(const lyc_term *t);

/* The rank of a rational matrix. */
slong lyc_rational_rank(const lyc_matrix_t a);

#endif
