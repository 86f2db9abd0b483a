/* Laws whose atoms permute the lines of a basis. */
#ifndef LYC_CERTIFY_MONOMIAL_H
#define LYC_CERTIFY_MONOMIAL_H

#include "lyapcert/facts.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* All exponents, the lines being the columns of a matrix of the atoms' size.
 * PROVED; DISPROVED, UNDECIDED and d otherwise. */
lyc_verdict_t lyc_facts_monomial(lyc_facts_t facts, const lyc_law_t law,
                                 const lyc_matrix_t lines, slong prec,
                                 const lyc_limits_t limits, lyc_diag_t d);

#endif
