/* Prepares and decides one ensemble. */
#ifndef LYAPCERT_TESTS_CLAIM_DRAWING_H
#define LYAPCERT_TESTS_CLAIM_DRAWING_H

#include "claim/ensemble.h"

extern lyc_chapter_t chapter; /* of the last statement */
extern lyc_expectation_t expectation;

/* 1; or 0 and d. r is initialised by the call. */
int prepare_ensemble(lyc_ensemble_run_t r, const char *statement, int full,
                     lyc_diag_t d);
void decide_ensemble(lyc_ensemble_run_t r, const char *statement, int workers);
void clear_ensemble(lyc_ensemble_run_t r);

#endif
