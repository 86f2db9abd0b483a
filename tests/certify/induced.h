/* Induced and countable laws for tests, and their exponents in doubles. */
#ifndef TEST_CERTIFY_INDUCED_H
#define TEST_CERTIFY_INDUCED_H

#include "lyapcert/countable.h"
#include "lyapcert/enclosure.h"

typedef struct
{
    double weight, a[4];
} test_letter;

/* All members that weigh more than 10^-18, at most TEST_LETTERS; how many. */
#define TEST_LETTERS 2000
int test_induced_letters(test_letter *list, const lyc_countable_t x);

double test_approximate(const lyc_number_t x);

/* lambda_1 of the law by this rule, from letters that map the directions
 * (s, 1 - s) with 1/3 <= s <= 2/3 into themselves; NAN where the rule does not
 * apply. */
double test_induced_exponent(const char *text, lyc_induced_rule rule);

/* Law `which` with a weight or ratio in thousandths; its rule. */
#define TEST_INDUCED 4
void test_induced_law(char text[200], int which, long weight);
lyc_induced_rule test_induced_rule(int which);

/* To so many digits, or to the width tol; lambda_1 only. */
void test_induced_enclose(lyc_enclosure_t e, const char *text, slong digits,
                          double tol);

#endif
