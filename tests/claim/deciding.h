/* Decides one claim of a small chapter. */
#ifndef LYAPCERT_TESTS_CLAIM_DECIDING_H
#define LYAPCERT_TESTS_CLAIM_DECIDING_H

#include "lyapcert/decide.h"

/* The decision on `claim` ("prove x: …") after `definitions`; the smallest
 * width tried is tol. r is initialised by the call. */
void decide(lyc_decision_t r, const char *definitions, const char *claim,
            double tol);

/* Truth and verdict of "KIND x: STATEMENT" without definitions, tol 1e-3. */
void expect_truth(const char *statement, lyc_truth_t truth);
void expect_verdict(const char *claim, lyc_verdict_t verdict);

#endif
