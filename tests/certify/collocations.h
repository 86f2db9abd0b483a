/* Certificates by collocation, and ways to spoil them. */
#ifndef TEST_CERTIFY_COLLOCATIONS_H
#define TEST_CERTIFY_COLLOCATIONS_H

#include "lyapcert/certificate.h"

/* The text of a certificate of lambda_1 to about 12 digits, and facts that
 * know it to 40. */
void test_collocation_certificate(lyc_text_t text, lyc_facts_t truth,
                                  const char *law);

/* What the evidence of a text proves about the law, whatever it concludes. The
 * verdict on the evidence; MALFORMED when the text cannot be read (facts are
 * then about dimension 1). */
lyc_verdict_t test_collocation_facts(lyc_facts_t facts, const lyc_text_t text,
                                     const char *law);

/* out: the text with one number changed. */
typedef void test_mutation(lyc_text_t out, const lyc_text_t in,
                           unsigned long *seed);
test_mutation test_mutate_coefficient, test_mutate_end, test_mutate_ellipse,
    test_mutate_nodes, test_mutate_scale;
/* The degree, and coefficients left out or added to go with it. */
test_mutation test_mutate_degree;

/* The same for d = 3: about 3 digits, and facts that know 12. Mutants change
 * the scale, the nodes, an ellipse or the precision in the header. */
void test_square_certificate(lyc_text_t text, lyc_facts_t truth,
                             const char *law);
test_mutation test_mutate_square_coefficient, test_mutate_square_edge,
    test_mutate_square_header;

#endif
