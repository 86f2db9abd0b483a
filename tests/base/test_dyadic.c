#include <stdio.h>

#include <criterion/criterion.h>

#include "lyapcert/dyadic.h"

#define SEED 20240611

static void assert_text(const arf_t x, const char *expected)
{
    lyc_text_t t;

    lyc_text_init(t);
    lyc_dyadic_get_text(t, x);
    cr_assert_str_eq(t->bytes, expected);
    lyc_text_clear(t);
}

Test(dyadic, examples)
{
    arf_t x;

    arf_init(x);
    assert_text(x, "0");
    arf_one(x);
    assert_text(x, "1*2^0");
    arf_set_si_2exp_si(x, -12, -7);
    assert_text(x, "-3*2^-5");
    arf_pos_inf(x);
    assert_text(x, "inf");
    arf_neg_inf(x);
    assert_text(x, "-inf");
    arf_clear(x);
}

Test(dyadic, round_trip)
{
    flint_rand_t state;
    arf_t x, y;
    int i;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    arf_init(x);
    arf_init(y);
    for (i = 0; i < 5000; i++)
    {
        lyc_text_t t;

        arf_randtest(x, state, 1 + (slong)n_randint(state, 500), 20);
        lyc_text_init(t);
        lyc_dyadic_get_text(t, x);
        cr_assert_eq(lyc_dyadic_set_str(y, t->bytes), 1, "%s", t->bytes);
        cr_assert(arf_equal(x, y), "%s", t->bytes);
        lyc_text_clear(t);
    }
    arf_clear(x);
    arf_clear(y);
    flint_randclear(state);
}

Test(dyadic, malformed)
{
    static const char *const bad[] = {"",
                                      " ",
                                      "1",
                                      "2*2^0",
                                      "4*2^1",
                                      "01*2^0",
                                      "-0",
                                      "+0",
                                      "00",
                                      "0*2^0",
                                      "0*2^1",
                                      "+1*2^0",
                                      "-01*2^0",
                                      "--1*2^0",
                                      "1*2^+1",
                                      "1*2^01",
                                      "1*2^-0",
                                      "1*2^00",
                                      "1*2^",
                                      "1*2^-",
                                      "1*2",
                                      "1*",
                                      "*2^3",
                                      "1*3^1",
                                      "1*2^1 ",
                                      " 1*2^1",
                                      "1 *2^1",
                                      "1*2^1x",
                                      "1*2^1\n",
                                      "1.5*2^1",
                                      "1e1*2^1",
                                      "nan",
                                      "NaN",
                                      "Inf",
                                      "+inf",
                                      "-infinity",
                                      "infinity",
                                      "inf ",
                                      "-inf\n",
                                      "0x1*2^1",
                                      "1*2^0x1",
                                      "1*2^2*2^1",
                                      "1*2^1/3",
                                      "-",
                                      "-*2^1",
                                      "1*2^1000000001",
                                      "1*2^-1000000001",
                                      "1*2^1000000000000000000000",
                                      "1*2^-99999999999999999999",
                                      "9999999999999999999999999998*2^1"};
    size_t i;
    arf_t x;

    arf_init(x);
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_assert_eq(lyc_dyadic_set_str(x, bad[i]), 0, "accepted '%s'", bad[i]);
    arf_clear(x);
}

Test(dyadic, largest_exponents)
{
    arf_t x;

    arf_init(x);
    cr_assert_eq(lyc_dyadic_set_str(x, "1*2^1000000000"), 1);
    assert_text(x, "1*2^1000000000");
    cr_assert_eq(lyc_dyadic_set_str(x, "-7*2^-1000000000"), 1);
    assert_text(x, "-7*2^-1000000000");
    arf_clear(x);
}
