/* |-inf| = inf, inf <= inf holds, and what is not defined decides nothing. */
#include <criterion/criterion.h>

#include "claim/deciding.h"
#include "lyapcert/interval.h"

#define ZERO "[1,0;0,0]" /* lambda_1 = 0, lambda_2 = -inf */

Test(infinity, order)
{
    expect_truth("lambda(" ZERO ", 2) < -10^100", LYC_TRUE);
    expect_truth("lambda(" ZERO ", 2) <= lambda(" ZERO ", 2)", LYC_TRUE);
    expect_truth("lambda(" ZERO ", 2) < lambda(" ZERO ", 2)", LYC_FALSE);
    expect_truth("lambda(" ZERO ", 2) == lambda([0], 1)", LYC_TRUE);
    expect_truth("abs(lambda(" ZERO ", 2)) <= abs(lambda([0], 1))", LYC_TRUE);
    expect_truth("abs(lambda(" ZERO ", 2)) > 10^100", LYC_TRUE);
    expect_truth("abs(lambda(" ZERO ", 1)) <= abs(lambda(" ZERO ", 2))",
                 LYC_TRUE);
    expect_truth("abs(lambda(" ZERO ", 2)) <= 1", LYC_FALSE);
    expect_truth("lambda(" ZERO ", 2) in [0, 1]", LYC_FALSE);
    expect_truth("logdet(" ZERO ") == lambda(" ZERO ", 2)", LYC_TRUE);
    expect_truth("max(lambda(" ZERO ", 2), 3) == 3", LYC_TRUE);
    expect_truth("lambda(" ZERO ", 2) + 5 < -1", LYC_TRUE);
    expect_truth("-2*lambda(" ZERO ", 2) > 1", LYC_TRUE);
    expect_truth("exp(lambda(" ZERO ", 2)) == 0", LYC_TRUE);
    expect_truth("1/lambda(" ZERO ", 2) == 0", LYC_TRUE);
}

Test(infinity, not_defined)
{
    static const char *const side[] = {
        "lambda([0], 1) - lambda([0], 1)",
        "lambda([0], 1) + abs(lambda([0], 1))",
        "0*lambda([0], 1)",
        "lambda([0], 1)/lambda([0], 1)",
        "1/lambda([1], 1)",
        "1/0",
        "log(0)",
        "log(-1)",
        "sqrt(-1)",
        "log(lambda([1], 1))",
        "0^-1",
        "lambda([0], 1)^0",
        "(-2)^(1/2)",
    };
    static const char *const op[] = {"<", "<=", ">", ">=", "=="};
    for (size_t i = 0; i < sizeof side / sizeof side[0]; i++)
    {
        for (size_t j = 0; j < sizeof op / sizeof op[0]; j++)
        {
            lyc_text_t t;
            lyc_text_init(t);
            lyc_text_printf(t, "%s %s 1", side[i], op[j]);
            expect_truth(t->bytes, LYC_UNKNOWN);
            lyc_text_reset(t);
            lyc_text_printf(t, "1 %s %s", op[j], side[i]);
            expect_truth(t->bytes, LYC_UNKNOWN);
            lyc_text_clear(t);
        }
    }
    expect_truth("1/0 in [0, 1]", LYC_UNKNOWN);
    expect_truth("1/2 in [0, log(0)]", LYC_UNKNOWN);
    /* The other end decides. */
    expect_truth("2 in [log(0), 1]", LYC_FALSE);
}

static void set_si(lyc_interval_t x, slong a, slong b)
{
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    arf_set_si(lower, a);
    arf_set_si(upper, b);
    lyc_interval_set_arf(x, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
}

static int contains_si(const lyc_interval_t x, slong n)
{
    return x->is_defined && arf_cmp_si(x->lower, n) <= 0 &&
           arf_cmp_si(x->upper, n) >= 0;
}

/* Every result of two members is in the interval of the results. */
Test(infinity, intervals_of_integers)
{
    lyc_interval_t x, y, z;
    lyc_interval_init(x);
    lyc_interval_init(y);
    lyc_interval_init(z);
    for (slong a = -3; a <= 3; a++)
    {
        for (slong b = a; b <= 3; b++)
        {
            for (slong c = -3; c <= 3; c++)
            {
                slong d = c + 2, m = (a + b) / 2, n = c + 1;
                set_si(x, a, b);
                set_si(y, c, d);
                lyc_interval_add(z, x, y, 30);
                cr_expect(contains_si(z, m + n));
                lyc_interval_sub(z, x, y, 30);
                cr_expect(contains_si(z, m - n));
                lyc_interval_mul(z, x, y, 30);
                cr_expect(contains_si(z, m * n));
                cr_expect(contains_si(z, a * c) && contains_si(z, b * d));
                lyc_interval_mul(z, x, x, 30);
                lyc_interval_pow_si(y, x, 2, 30);
                cr_expect(arf_sgn(y->lower) >= 0 && contains_si(y, m * m));
                lyc_interval_abs(z, x);
                cr_expect(arf_sgn(z->lower) >= 0 &&
                          contains_si(z, m < 0 ? -m : m));
                lyc_interval_pow_si(y, x, 3, 30);
                cr_expect(contains_si(y, m * m * m));
                lyc_interval_pow_si(y, x, -1, 30);
                cr_expect_eq(y->is_defined, a > 0 || b < 0);
            }
        }
    }
    lyc_interval_clear(x);
    lyc_interval_clear(y);
    lyc_interval_clear(z);
}
