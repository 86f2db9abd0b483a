/* Certificates for tests. */
#ifndef TEST_CERTIFY_CERTIFICATES_H
#define TEST_CERTIFY_CERTIFICATES_H

#include "lyapcert/blocks.h"
#include "lyapcert/certificate.h"

/* A certificate of the law from evidence that is established here, concluding
 * all that is proved. which: 0 gauge with determinant (random Fibonacci),
 * 1 triangular, 2 eigenline with an irrational line, 3 conformal, 4 lines,
 * 5 vanishing, 6 rank and product, 7 a gauge on a cone with offsets and large
 * coordinates, 8 gauge of the inverse with irrational atoms, 9 boxes, d = 3,
 * 10 blocks with words and a flag, 11 renewal, 12 boxes of planes. */
#define TEST_CERTIFICATES 13
void test_certificate(lyc_certificate_t c, lyc_facts_t facts, int which);

/* Its text. */
void test_certificate_text(lyc_text_t out, int which);

/* Reads and checks a text; facts as from lyc_certificate_check, or nothing
 * known about dimension 1 when it cannot be read. */
lyc_verdict_t test_certificate_check(lyc_facts_t facts, lyc_certificate_t c,
                                     const char *bytes, size_t length);

#endif
