/* Determinants of the atoms, and d = 2 laws whose exponents are equal. */
#ifndef LYC_CERTIFY_HALF_DETERMINANT_H
#define LYC_CERTIFY_HALF_DETERMINANT_H

#include "lyapcert/facts.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* One an atom; the law has dimension 2. */
lyc_number_struct *lyc_law_determinants(const lyc_law_t law);
void lyc_law_determinants_clear(lyc_number_struct *det, const lyc_law_t law);

/* lambda_1 = lambda_2 = (1/2) E log|det|. UNDECIDED when out of time. */
lyc_verdict_t lyc_facts_half_determinant(lyc_facts_t facts, const lyc_law_t law,
                                         const lyc_number_struct *det,
                                         slong prec, const lyc_limits_t limits,
                                         lyc_diag_t d);

#endif
