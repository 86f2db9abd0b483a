#include <sys/resource.h>

#include <criterion/criterion.h>

#include "base/build.h"

#define TERMS 100000

/* sum of sqrt(n), n < N, lies between the integrals of sqrt. */
Test(number, deep_sum)
{
    lyc_number_t x, y;
    lyc_text_t t;
    arb_t b;
    int i;

    lyc_number_init(x);
    lyc_number_init(y);
    lyc_text_init(t);
    arb_init(b);
    for (i = 1; i < TERMS; i++)
    {
        lyc_number_set_si(y, i);
        cr_assert_eq(lyc_number_sqrt(y, y), LYC_TRUE);
        lyc_number_add(x, x, y);
    }
    lyc_number_get_arb(b, x, 100);
    cr_assert(arb_rel_accuracy_bits(b) >= 100);
    /* 2/3 (N-1)^(3/2) < sum < 2/3 N^(3/2) - 2/3 */
    cr_assert(arf_cmp_si(arb_midref(b), 21081534) > 0);
    cr_assert(arf_cmp_si(arb_midref(b), 21081851) < 0);
    lyc_number_get_text(t, x);
    cr_assert(t->length > 10 * TERMS);
    lyc_number_set(y, x);
    lyc_number_neg(y, y);
    lyc_number_add(y, y, x);
    cr_assert_neq(lyc_number_is_zero(y), LYC_FALSE);
    lyc_text_clear(t);
    arb_clear(b);
    lyc_number_clear(x);
    lyc_number_clear(y);
}

Test(number, deep_nesting)
{
    lyc_number_t x, one;
    arb_t b;
    int i;

    lyc_number_init(x);
    lyc_number_init(one);
    arb_init(b);
    lyc_number_set_si(x, 2);
    lyc_number_set_si(one, 1);
    /* sqrt(1 + sqrt(1 + …)) tends to the golden ratio. */
    for (i = 0; i < 20000; i++)
    {
        lyc_number_add(x, x, one);
        cr_assert_eq(lyc_number_sqrt(x, x), LYC_TRUE);
    }
    lyc_number_get_arb(b, x, 50);
    cr_assert(arb_rel_accuracy_bits(b) >= 50);
    build(one, "(1 + sqrt(5))/2");
    {
        arb_t golden;

        arb_init(golden);
        lyc_number_get_arb(golden, one, 40);
        cr_assert(arb_overlaps(golden, b));
        arb_clear(golden);
    }
    arb_clear(b);
    lyc_number_clear(x);
    lyc_number_clear(one);
}

Test(number, powers_share)
{
    lyc_number_t x, y;
    arb_t b;

    lyc_number_init(x);
    lyc_number_init(y);
    arb_init(b);
    build(x, "1 + sqrt(2)");
    cr_assert_eq(lyc_number_pow_si(y, x, 1000000), LYC_TRUE);
    lyc_number_log(y, y);
    lyc_number_get_arb(b, y, 64);
    cr_assert(arb_rel_accuracy_bits(b) >= 64);
    /* 10^6 log(1 + sqrt 2) = 881373.587… */
    cr_assert_eq(arf_get_si(arb_midref(b), ARF_RND_FLOOR), 881373);
    cr_assert_eq(lyc_number_pow_si(y, x, -3), LYC_TRUE);
    build(x, "5*sqrt(2) - 7");
    cr_assert_eq(lyc_number_equal(x, y), LYC_TRUE);
    cr_assert_eq(lyc_number_pow_si(y, x, 0), LYC_TRUE);
    cr_assert(lyc_number_is_rational(y));
    arb_clear(b);
    lyc_number_clear(x);
    lyc_number_clear(y);
}
