#include <stdio.h>

#include <criterion/criterion.h>

#include "base/coprime.h"

#define SEED 20240618

Test(coprime, elements_are_coprime_and_generate)
{
    flint_rand_t state;
    int round;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    for (round = 0; round < 200; round++)
    {
        lyc_coprime_t base;
        fmpz n[12];
        fmpz_t g, rest;
        slong i, j;

        lyc_coprime_init(base);
        fmpz_init(g);
        fmpz_init(rest);
        for (i = 0; i < 12; i++)
        {
            fmpz_init(n + i);
            fmpz_set_ui(n + i, 1 + n_randint(state, 5000));
            lyc_coprime_add(base, n + i);
        }
        for (i = 0; i < base->length; i++)
        {
            cr_assert(fmpz_cmp_ui(base->element + i, 2) >= 0);
            for (j = 0; j < i; j++)
            {
                fmpz_gcd(g, base->element + i, base->element + j);
                cr_assert(fmpz_is_one(g));
            }
        }
        for (i = 0; i < 12; i++)
        {
            fmpz_set(rest, n + i);
            for (j = 0; j < base->length; j++)
                fmpz_remove(rest, rest, base->element + j);
            cr_assert(fmpz_is_one(rest));
            fmpz_clear(n + i);
        }
        fmpz_clear(g);
        fmpz_clear(rest);
        lyc_coprime_clear(base);
    }
    flint_randclear(state);
}
