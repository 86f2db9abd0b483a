/* Laws and expectations as text, for the tests of this folder. */
#ifndef TESTS_ENCLOSE_ENCLOSING_H
#define TESTS_ENCLOSE_ENCLOSING_H

#include <criterion/criterion.h>

#include "lyapcert/enclosure.h"

/* Parses an expression of the language as a law; fails the test on error. */
void law_of(lyc_law_t law, const char *text);

/* A number of the language, as a ball of 2000 bits. */
void value_of(arb_t b, const char *text);

/* e is initialised and filled by lyc_enclose within seconds. */
lyc_verdict_t enclose_text(lyc_enclosure_t e, const char *law,
                           const lyc_request *request, double seconds);

/* PROVED at the width 1e-20 with method, and lambda_1, lambda_2, … contain the
 * values (NULL: -inf proved; "" : anything). The certificate read from its
 * text and checked gives the same bounds. */
void expect_spectrum(const char *law, lyc_method_t method,
                     const char *const *values, slong count);

/* Not PROVED by the method alone. */
void expect_not(const char *law, lyc_method_t method);

/* The certificate of e, through text and checker, proves e's facts again. */
void expect_certificate(const lyc_enclosure_t e);

/* 1 when lower <= value <= upper cannot be refuted for lambda_k. */
int facts_contain(const lyc_facts_t facts, slong k, const arb_t value);

#endif
