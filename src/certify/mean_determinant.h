/* Determinants of the atoms, and laws whose exponents are equal. */
#ifndef LYC_CERTIFY_MEAN_DETERMINANT_H
#define LYC_CERTIFY_MEAN_DETERMINANT_H

#include "lyapcert/facts.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* One an atom; 0 where it is not known, which it is up to dimension 8. */
lyc_number_struct *lyc_law_determinants(const lyc_law_t law);
void lyc_law_determinants_clear(lyc_number_struct *det, const lyc_law_t law);

/* All exponents are (1/d) E log|det|. UNDECIDED when out of time. */
lyc_verdict_t lyc_facts_mean_determinant(lyc_facts_t facts, const lyc_law_t law,
                                         const lyc_number_struct *det,
                                         slong prec, const lyc_limits_t limits,
                                         lyc_diag_t d);

#endif
