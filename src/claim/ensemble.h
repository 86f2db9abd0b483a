/* One law of an ensemble. */
#ifndef LYAPCERT_CLAIM_ENSEMBLE_H
#define LYAPCERT_CLAIM_ENSEMBLE_H

#include "lyapcert/ensemble.h"

typedef struct
{
    lyc_words_t words;
    int is_half;       /* ||A|| <= 1/2 */
    json_t *methods;   /* array of names, each once */
    lyc_text_t reason; /* why a reading is undecided, and its margin */
    double seconds;
} lyc_outcome_struct;
typedef lyc_outcome_struct lyc_outcome_t[1];

void lyc_outcome_init(lyc_outcome_t o);
void lyc_outcome_clear(lyc_outcome_t o);

/* The readings of a law that is given as text. 1; or 0 and d. */
int lyc_outcome_decide(lyc_outcome_t o, const char *law,
                       const lyc_effort *effort, lyc_limits_t limits,
                       lyc_diag_t d);

/* One line of text, and back; 1 when it is one. */
void lyc_outcome_get_text(lyc_text_t out, const lyc_outcome_t o);
int lyc_outcome_set_text(lyc_outcome_t o, const char *text);

/* Text of law i, from 0; NULL in its place where none was found. */
int lyc_ensemble_law_text(lyc_text_t out, const lyc_ensemble_run_t r, long i);

/* Counts law i, compares it with what the theorems and the expectation say. */
void lyc_ensemble_take(lyc_ensemble_run_t r, long i, const lyc_outcome_t o);

/* What can only be said at the end. */
void lyc_ensemble_conclude(lyc_ensemble_run_t r);

void lyc_ensemble_list_add(lyc_ensemble_list *list, long number,
                           const char *law, const char *reason);

/* Adds one to the count of a name in a sorted list. */
void lyc_method_count_add(lyc_method_count **list, long *length,
                          const char *name);

#endif
