/* The word on one instance. */
#ifndef LYAPCERT_CLAIM_CASE_DECIDE_H
#define LYAPCERT_CLAIM_CASE_DECIDE_H

#include "claim/case.h"

typedef struct
{
    lyc_case_word word;
    const lyc_clause *clause; /* the one that gave the word, or NULL */
    slong k;
    lyc_decision_t decision;
    const char *method[16]; /* of the conclusions, each once; static names */
    int methods;
} lyc_case_result_struct;
typedef lyc_case_result_struct lyc_case_result_t[1];

void lyc_case_result_init(lyc_case_result_t r);
void lyc_case_result_clear(lyc_case_result_t r);

/* Hypotheses, then conclusions. certificates counts what goes to the folder
 * `cert`, NULL: nothing. 1; or 0 and d. */
int lyc_case_decide(lyc_case_result_t r, lyc_case_t a, const lyc_effort *effort,
                    lyc_limits_t limits, const char *cert, long *certificates,
                    lyc_diag_t d);

#endif
