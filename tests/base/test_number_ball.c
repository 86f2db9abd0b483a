#include <stdio.h>

#include <criterion/criterion.h>

#include "base/build.h"

#define SEED 20240615

/* Balls of one number at different precisions meet, the finer is much smaller,
 * and the accuracy asked for is there. */
Test(number, balls_at_growing_precision)
{
    flint_rand_t state;
    int round;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    for (round = 0; round < 300; round++)
    {
        lyc_number_t x;
        arb_t coarse, fine;
        slong prec;

        lyc_number_init(x);
        arb_init(coarse);
        arb_init(fine);
        build_random(x, state, 5, 0);
        lyc_number_get_arb(fine, x, 1000);
        cr_assert(arb_is_finite(fine));
        for (prec = 2; prec <= 500; prec *= 3)
        {
            lyc_number_get_arb(coarse, x, prec);
            cr_assert(arb_is_finite(coarse));
            cr_assert(arb_overlaps(coarse, fine));
            if (!arb_contains_zero(fine))
                cr_assert(arb_rel_accuracy_bits(coarse) >= prec);
            else
                cr_assert(arb_is_zero(fine));
        }
        arb_clear(coarse);
        arb_clear(fine);
        lyc_number_clear(x);
    }
    flint_randclear(state);
}

/* 50 digits from the literature (OEIS A002193, A002162, A000796, A001622,
 * A039661). */
Test(number, published_digits)
{
    static const char *const values[][2] = {
        {"sqrt(2)", "1.4142135623730950488016887242096980785696718753769"},
        {"log(2)", "0.69314718055994530941723212145817656807550013436026"},
        {"pi", "3.1415926535897932384626433832795028841971693993751"},
        {"(1 + sqrt(5))/2",
         "1.6180339887498948482045868343656381177203091798058"},
        {"exp(pi)", "23.140692632779269005729086367948547380266106242600"},
    };
    size_t i;

    for (i = 0; i < sizeof values / sizeof values[0]; i++)
    {
        lyc_number_t x, y;
        arb_t b, published;
        mag_t error;

        lyc_number_init(x);
        lyc_number_init(y);
        arb_init(b);
        arb_init(published);
        mag_init(error);
        build(x, values[i][0]);
        build(y, values[i][1]);
        lyc_number_get_arb(b, x, 400);
        lyc_number_get_arb(published, y, 400);
        mag_set_ui_2exp_si(error, 1, -156); /* 1.1e-47 */
        arb_add_error_mag(published, error);
        cr_assert(arb_contains(published, b), "%s", values[i][0]);
        mag_clear(error);
        arb_clear(b);
        arb_clear(published);
        lyc_number_clear(x);
        lyc_number_clear(y);
    }
}

/* What cannot be represented is [-inf, inf] or a bound, never NaN. */
Test(number, overflow_is_an_enclosure)
{
    lyc_number_t x;
    arb_t b;
    int i;

    lyc_number_init(x);
    arb_init(b);
    lyc_number_set_si(x, 10);
    for (i = 0; i < 6; i++)
    {
        lyc_number_exp(x, x);
        lyc_number_get_arb(b, x, 64);
        cr_assert(!arf_is_nan(arb_midref(b)));
        cr_assert_eq(lyc_number_is_zero(x), LYC_FALSE);
    }
    lyc_number_neg(x, x);
    lyc_number_exp(x, x);
    lyc_number_get_arb(b, x, 64);
    cr_assert(!arf_is_nan(arb_midref(b)));
    cr_assert(arb_contains_zero(b) || arb_is_positive(b));
    arb_clear(b);
    lyc_number_clear(x);
}
