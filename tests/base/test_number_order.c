#include <stdio.h>

#include <criterion/criterion.h>

#include "base/build.h"

#define SEED 20240617
#define COUNT 60

static int sgn(int n)
{
    return (n > 0) - (n < 0);
}

Test(number, order_is_total)
{
    lyc_number_t x[COUNT];
    flint_rand_t state;
    int i, j, k;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    for (i = 0; i < COUNT; i++)
    {
        lyc_number_init(x[i]);
        build_random(x[i], state, i % 6, 0);
    }
    for (i = 0; i < COUNT; i++)
        for (j = 0; j < COUNT; j++)
        {
            int ij = sgn(lyc_number_order(x[i], x[j]));

            cr_assert_eq(ij, -sgn(lyc_number_order(x[j], x[i])));
            if (ij == 0)
                cr_assert_eq(lyc_number_equal(x[i], x[j]), LYC_TRUE);
            for (k = 0; k < COUNT && ij <= 0; k++)
                if (lyc_number_order(x[j], x[k]) <= 0)
                    cr_assert(lyc_number_order(x[i], x[k]) <= 0);
        }
    for (i = 0; i < COUNT; i++)
    {
        cr_assert_eq(lyc_number_order(x[i], x[i]), 0);
        lyc_number_clear(x[i]);
    }
    flint_randclear(state);
}

/* x <- x x twenty times, built twice: 2^20 leaves when written out, equal in
 * a few steps. */
Test(number, order_of_shared_expressions)
{
    lyc_number_t x, y;
    int i;

    lyc_number_init(x);
    lyc_number_init(y);
    build(x, "1 + pi");
    build(y, "1 + pi");
    for (i = 0; i < 500; i++)
    {
        lyc_number_mul(x, x, x);
        lyc_number_mul(y, y, y);
    }
    cr_assert_eq(lyc_number_order(x, y), 0);
    cr_assert(lyc_number_size(x) > 1e150);
    cr_assert_eq(lyc_number_equal(x, y), LYC_TRUE);
    lyc_number_add(x, x, y);
    cr_assert_neq(lyc_number_order(x, y), 0);
    cr_assert_eq(lyc_number_is_zero(x), LYC_FALSE);
    lyc_number_clear(x);
    lyc_number_clear(y);
}
