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
    char method[16][32]; /* of the conclusions, each once */
    int methods;
    long laws, certificates;
} lyc_case_result_struct;
typedef lyc_case_result_struct lyc_case_result_t[1];

void lyc_case_result_init(lyc_case_result_t r);
void lyc_case_result_clear(lyc_case_result_t r);

/* Hypotheses, then conclusions. r->certificates counts what goes to the folder
 * `cert`, NULL: nothing. 1; or 0 and d. */
int lyc_case_decide(lyc_case_result_t r, lyc_case_t a, const lyc_effort *effort,
                    lyc_limits_t limits, const char *cert, lyc_diag_t d);

/* One line of text, and back; 1 when it is one about an instance of the
 * theorem. */
void lyc_case_result_get_text(lyc_text_t out, const lyc_case_result_t r,
                              const lyc_theorem *theorem);
int lyc_case_result_set_text(lyc_case_result_t r, const lyc_theorem *theorem,
                             const char *text);

#endif
