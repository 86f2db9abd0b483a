/* The instances of a theorem by their number. */
#ifndef LYAPCERT_CLAIM_TRIAL_H
#define LYAPCERT_CLAIM_TRIAL_H

#include "claim/case_decide.h"
#include "lyapcert/pool.h"

/* The statement that instance i, from 0, is of; *number gets which one of its
 * laws. */
const lyc_instance *lyc_trial_instance(long *number, const lyc_trial_t r,
                                       long i);

/* Appends the law of instance i. 0 and why where there is none: a limit of
 * the language, or of the generator; 0 and d: MALFORMED. */
int lyc_trial_law(lyc_text_t out, const lyc_trial_t r, long i, lyc_text_t why,
                  lyc_diag_t d);

/* Counts instance i; its decision is moved. */
void lyc_trial_take(lyc_trial_t r, long i, lyc_case_result_t result);

#endif
