#include <stdio.h>

#include <criterion/criterion.h>

#include "base/build.h"

#define SEED 20240614

static void assert_str(const char *s, slong p, ulong q)
{
    lyc_number_t x;
    fmpq_t got, expected;

    lyc_number_init(x);
    fmpq_init(got);
    fmpq_init(expected);
    fmpq_set_si(expected, p, q);
    cr_assert_eq(lyc_number_set_str(x, s), 1, "%s", s);
    lyc_number_get_fmpq(got, x);
    cr_assert(fmpq_equal(got, expected), "%s", s);
    fmpq_clear(got);
    fmpq_clear(expected);
    lyc_number_clear(x);
}

Test(number, numerals)
{
    assert_str("0", 0, 1);
    assert_str("12", 12, 1);
    assert_str("-12", -12, 1);
    assert_str("0.25", 1, 4);
    assert_str("0.1", 1, 10);
    assert_str("1.5e-3", 3, 2000);
    assert_str("1.5E+3", 1500, 1);
    assert_str("007.50", 15, 2);
    assert_str("2.3e1", 23, 1);
    assert_str("0e100000", 0, 1);
}

Test(number, malformed_numerals)
{
    static const char *const bad[] = {
        "",    ".",   "-",        "+1",        "--1",
        "e5",  "1e",  "1e+",      "1e5x",      "1.2.3",
        "1/3", " 1",  "1 ",       "1,5",       "0x10",
        "nan", "inf", "1e1.5",    "1e-",       ".e1",
        "1_0", "1d5", "1e100001", "1e-100001", "1e99999999999999999999999"};
    lyc_number_t x;
    size_t i;

    lyc_number_init(x);
    lyc_number_set_si(x, 7);
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_assert_eq(lyc_number_set_str(x, bad[i]), 0, "'%s'", bad[i]);
    cr_assert_eq(lyc_number_set_str(x, "1e100000"), 1);
    cr_assert_eq(lyc_number_set_str(x, "1e-100000"), 1);
    lyc_number_clear(x);
}

/* Two stacks of operations side by side: numbers and fmpq. */
Test(number, rational_operations_against_fmpq)
{
    flint_rand_t state;
    lyc_number_t x[4];
    fmpq_t q[4], got;
    int i, j, round;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    fmpq_init(got);
    for (i = 0; i < 4; i++)
    {
        lyc_number_init(x[i]);
        fmpq_init(q[i]);
    }
    for (round = 0; round < 5000; round++)
    {
        i = (int)n_randint(state, 4);
        j = (int)n_randint(state, 4);
        switch (n_randint(state, 10))
        {
        case 0:
            fmpq_add(q[i], q[i], q[j]);
            lyc_number_add(x[i], x[i], x[j]);
            break;
        case 1:
            fmpq_sub(q[i], q[i], q[j]);
            lyc_number_sub(x[i], x[i], x[j]);
            break;
        case 2:
            fmpq_mul(q[i], q[i], q[j]);
            lyc_number_mul(x[i], x[i], x[j]);
            break;
        case 3:
            cr_assert_eq(lyc_number_div(x[i], x[i], x[j]),
                         fmpq_is_zero(q[j]) ? LYC_FALSE : LYC_TRUE);
            if (!fmpq_is_zero(q[j]))
                fmpq_div(q[i], q[i], q[j]);
            break;
        case 4:
            fmpq_neg(q[i], q[j]);
            lyc_number_neg(x[i], x[j]);
            break;
        case 5:
            fmpq_abs(q[i], q[j]);
            lyc_number_abs(x[i], x[j]);
            break;
        case 6:
            if (fmpq_cmp(q[j], q[i]) < 0)
                fmpq_set(q[i], q[j]);
            lyc_number_min(x[i], x[i], x[j]);
            break;
        case 7:
            if (fmpq_cmp(q[j], q[i]) > 0)
                fmpq_set(q[i], q[j]);
            lyc_number_max(x[i], x[i], x[j]);
            break;
        default:
            fmpq_randtest(q[i], state, 20);
            lyc_number_set_fmpq(x[i], q[i]);
        }
        if (fmpq_height_bits(q[i]) > 5000)
        {
            fmpq_one(q[i]);
            lyc_number_set_si(x[i], 1);
        }
        cr_assert_eq(lyc_number_is_rational(x[i]), 1);
        lyc_number_get_fmpq(got, x[i]);
        cr_assert(fmpq_equal(got, q[i]));
        cr_assert_eq(lyc_number_is_zero(x[i]),
                     fmpq_is_zero(q[i]) ? LYC_TRUE : LYC_FALSE);
        cr_assert_eq(lyc_number_order(x[i], x[j]) < 0,
                     fmpq_cmp(q[i], q[j]) < 0);
    }
    for (i = 0; i < 4; i++)
    {
        lyc_number_clear(x[i]);
        fmpq_clear(q[i]);
    }
    fmpq_clear(got);
    flint_randclear(state);
}

Test(number, powers_of_rationals)
{
    lyc_number_t x;

    lyc_number_init(x);
    cr_assert_eq(lyc_number_pow_si(x, x, 0), LYC_TRUE);
    cr_assert_eq(lyc_number_is_zero(x), LYC_FALSE); /* 0^0 = 1 */
    lyc_number_set_si(x, 0);
    cr_assert_eq(lyc_number_pow_si(x, x, -1), LYC_FALSE);
    cr_assert_eq(lyc_number_pow_si(x, x, 5), LYC_TRUE);
    cr_assert_eq(lyc_number_is_zero(x), LYC_TRUE);
    build(x, "2/3");
    cr_assert_eq(lyc_number_pow_si(x, x, -3), LYC_TRUE);
    {
        fmpq_t q, r;

        fmpq_init(q);
        fmpq_init(r);
        lyc_number_get_fmpq(q, x);
        fmpq_set_si(r, 27, 8);
        cr_assert(fmpq_equal(q, r));
        fmpq_clear(q);
        fmpq_clear(r);
    }
    cr_assert_eq(lyc_number_pow_si(x, x, 1000001), LYC_UNKNOWN);
    cr_assert_eq(lyc_number_pow_si(x, x, -1000001), LYC_UNKNOWN);
    lyc_number_set_str(x, "1e100000");
    cr_assert_eq(lyc_number_pow_si(x, x, 1000000), LYC_UNKNOWN);
    lyc_number_set_si(x, -1);
    cr_assert_eq(lyc_number_pow_si(x, x, 999999), LYC_TRUE);
    lyc_number_clear(x);
}
