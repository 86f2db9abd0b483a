#include <stdio.h>

#include <criterion/criterion.h>

#include "base/build.h"

static lyc_truth_t zero(const char *s)
{
    lyc_number_t x;
    lyc_truth_t answer;

    lyc_number_init(x);
    build(x, s);
    answer = lyc_number_is_zero(x);
    lyc_number_clear(x);
    return answer;
}

static int sign(const char *s)
{
    lyc_number_t x;
    int sign;

    lyc_number_init(x);
    build(x, s);
    cr_assert_eq(lyc_number_sign(&sign, x), LYC_TRUE, "%s", s);
    lyc_number_clear(x);
    return sign;
}

Test(number, identities)
{
    static const char *const identities[] = {
        "sqrt(2)*sqrt(3) - sqrt(6)",
        "exp(log(2)) - 2",
        "exp(log(2)/2) - sqrt(2)",
        "log(6) - log(2) - log(3)",
        "log(sqrt(2)) - log(2)/2",
        "log(exp(sqrt(2))) - sqrt(2)",
        "((1 + sqrt(5))/2)*((1 + sqrt(5))/2) - (1 + sqrt(5))/2 - 1",
        "1/((1 + sqrt(5))/2) - (sqrt(5) - 1)/2",
        "sqrt(3 + 2*sqrt(2)) - 1 - sqrt(2)",
        "sqrt(2 + sqrt(3)) - (sqrt(6) + sqrt(2))/2",
        "sqrt(5 + 2*sqrt(6)) - sqrt(2) - sqrt(3)",
        "sqrt(8) - 2*sqrt(2)",
        "sqrt(1/2) - sqrt(2)/2",
        "sqrt(12)*sqrt(1/3) - 2",
        "exp(pi)*exp(1) - exp(pi + 1)",
        "exp(sqrt(2))*exp(0 - sqrt(2)) - 1",
        "log((1 + sqrt(5))/2) + log((sqrt(5) - 1)/2)",
        "(log(2) + pi)*(log(2) - pi) - log(2)*log(2) + pi*pi",
        "log(8)/log(2) - 3",
        "log(4)/log(8) - 2/3",
        "1/2*log(2) - 1/3*log(5/7) - log(2)/2 + log(5/7)/3",
        "abs(1 - sqrt(2)) + 1 - sqrt(2)",
        "max(sqrt(2), sqrt(3)) - sqrt(3)",
        "min(sqrt(2), pi) - sqrt(2)",
        "sqrt(pi*pi) - pi",
        "pi/3 - 2*pi/6",
    };
    size_t i;

    for (i = 0; i < sizeof identities / sizeof identities[0]; i++)
    {
        cr_assert_eq(zero(identities[i]), LYC_TRUE, "%s", identities[i]);
        cr_assert_eq(sign(identities[i]), 0, "%s", identities[i]);
    }
}

/* Near misses, the third and the fourth beyond double precision. */
Test(number, no_identities)
{
    cr_assert_eq(sign("sqrt(2)*sqrt(3) - sqrt(6) + 1/10000000000000000000000"),
                 1);
    cr_assert_eq(sign("pi - 355/113"), -1);
    /* Ramanujan's constant: below 640320^3 + 744 by 7.5e-13 */
    cr_assert_eq(sign("exp(pi*sqrt(163)) - 262537412640768744"), -1);
    cr_assert_eq(sign("sqrt(10000000000000000000000000000000000000001)"
                      " - 100000000000000000000"),
                 1);
    cr_assert_eq(sign("log(2) - 25469/36744"), 1);
    cr_assert_eq(sign("sqrt(2) + sqrt(3) - pi"), 1);
    cr_assert_eq(zero("log(6) - log(2) - log(3) - 1/7"), LYC_FALSE);
    cr_assert_eq(zero("exp(1/1000000) - 1"), LYC_FALSE);
    cr_assert_eq(zero("exp(0 - 1000000)"), LYC_FALSE);
    cr_assert_eq(sign("exp(0 - exp(exp(20)))"), 1);
}

/* 1 + 10^-n - 1 as a difference of roots, far beyond the balls' precision;
 * only the exact quadratic field sees it. */
Test(number, quadratic_separation)
{
    lyc_number_t x, y, tiny;
    int s;

    lyc_number_init(x);
    lyc_number_init(y);
    lyc_number_init(tiny);
    cr_assert_eq(lyc_number_set_str(tiny, "1e-3000"), 1);
    build(x, "(1 + sqrt(7))*(1 + sqrt(7))");
    build(y, "8 + 2*sqrt(7)");
    lyc_number_sub(x, x, y);
    cr_assert_eq(lyc_number_is_zero(x), LYC_TRUE);
    lyc_number_sub(x, x, tiny);
    cr_assert_eq(lyc_number_is_zero(x), LYC_FALSE);
    cr_assert_eq(lyc_number_sign(&s, x), LYC_TRUE);
    cr_assert_eq(s, -1);
    lyc_number_clear(x);
    lyc_number_clear(y);
    lyc_number_clear(tiny);
}

Test(number, domains)
{
    lyc_number_t x, y;

    lyc_number_init(x);
    lyc_number_init(y);
    lyc_number_set_si(y, 7);
    build(x, "sqrt(2)*sqrt(3) - sqrt(6)");
    cr_assert_eq(lyc_number_div(y, y, x), LYC_FALSE);
    cr_assert_eq(lyc_number_log(y, x), LYC_FALSE);
    cr_assert_eq(lyc_number_pow_si(y, x, -2), LYC_FALSE);
    cr_assert(lyc_number_is_rational(y)); /* untouched */
    cr_assert_eq(lyc_number_sqrt(y, x), LYC_TRUE);
    cr_assert_eq(lyc_number_is_zero(y), LYC_TRUE);
    build(x, "1 - sqrt(2)");
    cr_assert_eq(lyc_number_sqrt(y, x), LYC_FALSE);
    cr_assert_eq(lyc_number_log(y, x), LYC_FALSE);
    cr_assert_eq(lyc_number_div(y, y, x), LYC_TRUE);
    lyc_number_set_si(x, 0);
    cr_assert_eq(lyc_number_log(y, x), LYC_FALSE);
    lyc_number_set_si(x, -1);
    cr_assert_eq(lyc_number_sqrt(y, x), LYC_FALSE);
    lyc_number_clear(x);
    lyc_number_clear(y);
}

Test(number, easy_cases_fold)
{
    static const char *const rational[] = {
        "sqrt(49/64)", "exp(0)",      "log(1)",        "0*pi",
        "pi*0",        "sqrt(2)*0",   "min(1/2, 1/3)", "max(2, sqrt(3))",
        "0/pi",        "exp(log(3))", "log(exp(2/3))", "abs(0 - 7/2)"};
    size_t i;
    lyc_number_t x, y;

    lyc_number_init(x);
    lyc_number_init(y);
    for (i = 0; i < sizeof rational / sizeof rational[0]; i++)
    {
        build(x, rational[i]);
        cr_assert_eq(lyc_number_is_rational(x), 1, "%s", rational[i]);
    }
    build(x, "sqrt(5)");
    lyc_number_mul(y, x, x);
    cr_assert(lyc_number_is_rational(y));
    lyc_number_sub(y, x, x);
    cr_assert(lyc_number_is_rational(y));
    lyc_number_div(y, x, x);
    cr_assert(lyc_number_is_rational(y));
    build(y, "0 + 1*sqrt(5)");
    cr_assert_eq(lyc_number_order(x, y), 0);
    lyc_number_clear(x);
    lyc_number_clear(y);
}
