/* Determinants of the atoms, and d = 2 laws whose exponents are equal. */
#ifndef LYC_CERTIFY_HALF_DETERMINANT_H
#define LYC_CERTIFY_HALF_DETERMINANT_H

#include "lyapcert/facts.h"
#include "lyapcert/law.h"

lyc_number_struct *lyc_law_determinants(const lyc_law_t law);
void lyc_law_determinants_clear(lyc_number_struct *det, const lyc_law_t law);

/* lambda_1 = lambda_2 = (1/2) E log|det|. */
void lyc_facts_half_determinant(lyc_facts_t facts, const lyc_law_t law,
                                const lyc_number_struct *det, slong prec);

#endif
