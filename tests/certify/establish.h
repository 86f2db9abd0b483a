/* Establishing one evidence for a law given as text. */
#ifndef TEST_CERTIFY_ESTABLISH_H
#define TEST_CERTIFY_ESTABLISH_H

#include "lyapcert/evidence.h"

/* Initialises facts; closes them when the evidence holds. Clears e. */
lyc_verdict_t test_establish(lyc_facts_t facts, lyc_evidence_t e,
                             const char *law);

/* A matrix from the language, "[1,2;3,4]" or "[1;sqrt(2)]". */
void test_matrix(lyc_matrix_t m, const char *text);

/* lambda_k is exactly the sum written as lyc_logsum_get_text writes it. */
void test_exact(const lyc_facts_t facts, slong k, const char *sum);

/* Bounds of lambda_k (or of the sum for k < 0) hold value and are no wider
 * than width. */
void test_bounds(const lyc_facts_t facts, slong k, double value, double width);

/* lambda_k = -inf is proved. */
void test_minus_inf(const lyc_facts_t facts, slong k);

#endif
