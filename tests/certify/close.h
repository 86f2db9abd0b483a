/* Balls that ought to be the same number. */
#ifndef TEST_CERTIFY_CLOSE_H
#define TEST_CERTIFY_CLOSE_H

#include <criterion/criterion.h>

#include "lyapcert/arith.h"

/* |mid(a) - mid(b)| < 10^-digits, and a has a radius below that too. */
#define expect_close(a, b, digits, ...)                                        \
    do                                                                         \
    {                                                                          \
        cr_expect(test_are_close(a, b, digits), __VA_ARGS__);                  \
    } while (0)
int test_are_close(const arb_t a, const arb_t b, slong digits);

/* x = the decimal or quotient "p/q", to prec bits. */
void test_number(arb_t x, const char *text, slong prec);

/* Uniform on (0, 1), normal, Gamma(p, 1); seeded by srand48-like state. */
double test_uniform(void);
double test_normal(void);
double test_gamma(double p);
void test_seed(unsigned long seed);

/* Running mean; |mean - value| <= 5 standard errors. */
typedef struct
{
    double sum, square;
    long n;
} test_mean;
void test_mean_add(test_mean *m, double x);
void test_mean_expect(const test_mean *m, const arb_t value, const char *what);

#endif
