#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "base/build.h"

#define SEED 20240616

static void assert_text(const char *s, const char *expected)
{
    lyc_number_t x;
    lyc_text_t t;

    lyc_number_init(x);
    lyc_text_init(t);
    build(x, s);
    lyc_number_get_text(t, x);
    cr_assert_str_eq(t->bytes, expected);
    lyc_text_clear(t);
    lyc_number_clear(x);
}

Test(number, text_examples)
{
    assert_text("2/6", "1/3");
    assert_text("0-4", "-4");
    assert_text("pi", "pi");
    assert_text("1/3*sqrt(2)", "1/3*sqrt(2)");
    assert_text("sqrt(2)*(1/3)", "sqrt(2)*(1/3)");
    assert_text("sqrt(2)/(1/3)", "sqrt(2)/(1/3)");
    assert_text("sqrt(2)*(0-3)", "sqrt(2)*(-3)");
    assert_text("pi-(1-sqrt(2))", "pi - (1 - sqrt(2))");
    assert_text("pi-1-sqrt(2)", "pi - 1 - sqrt(2)");
    assert_text("pi/(sqrt(2)*sqrt(3))", "pi/(sqrt(2)*sqrt(3))");
    assert_text("-(pi*sqrt(2))", "-(pi*sqrt(2))");
    assert_text("pi*(-sqrt(2))", "pi*(-sqrt(2))");
    assert_text("log(1+exp(pi))", "log(1 + exp(pi))");
}

/* text -> number gives the same expression, so the same number. */
Test(number, text_round_trip)
{
    flint_rand_t state;
    int round, distinct = 0;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    for (round = 0; round < 1000; round++)
    {
        lyc_number_t x, y;
        lyc_text_t t;

        lyc_number_init(x);
        lyc_number_init(y);
        lyc_text_init(t);
        build_random(x, state, 6, 0);
        lyc_number_get_text(t, x);
        build(y, t->bytes);
        cr_assert_eq(lyc_number_order(x, y), 0, "%s", t->bytes);
        cr_assert_eq(lyc_number_equal(x, y), LYC_TRUE, "%s", t->bytes);
        distinct += !lyc_number_is_rational(x);
        lyc_text_clear(t);
        lyc_number_clear(x);
        lyc_number_clear(y);
    }
    cr_assert(distinct > 300);
    flint_randclear(state);
}

/* min and max of numbers that cannot be told apart stay as they are. */
Test(number, undecided_minimum)
{
    lyc_number_t x, y, z;
    lyc_text_t t;
    arb_t b;

    lyc_number_init(x);
    lyc_number_init(y);
    lyc_number_init(z);
    lyc_text_init(t);
    arb_init(b);
    build(x, "exp(exp(exp(exp(exp(2)))))");
    build(y, "exp(exp(exp(exp(exp(3)))))");
    lyc_number_min(z, x, y);
    lyc_number_get_text(t, z);
    cr_assert_str_eq(t->bytes, "min(exp(exp(exp(exp(exp(2))))), "
                               "exp(exp(exp(exp(exp(3))))))");
    cr_assert_eq(lyc_number_equal(x, y), LYC_UNKNOWN);
    lyc_number_get_arb(b, z, 64);
    cr_assert(!arf_is_nan(arb_midref(b)));
    lyc_text_clear(t);
    arb_clear(b);
    lyc_number_clear(x);
    lyc_number_clear(y);
    lyc_number_clear(z);
}
