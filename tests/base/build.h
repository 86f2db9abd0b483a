/* Expressions for the tests of numbers: a small reader of the project's
 * language (numerals, pi, sqrt exp log abs min max, + - * / and parentheses),
 * written apart from the parser, and random expressions. */
#ifndef LYC_TESTS_BASE_BUILD_H
#define LYC_TESTS_BASE_BUILD_H

#include "lyapcert/number.h"

/* x = the value of s; asserts that s is well-formed and inside every domain.
 */
void build(lyc_number_t x, const char *s);

/* A random expression of at most the given depth that stays inside every
 * domain, of size moderate enough for exp; rational operations only when
 * `rational`. */
void build_random(lyc_number_t x, flint_rand_t state, int depth, int rational);

#endif
