/* Random expressions against the second route of brute.h. */
#include <stdio.h>
#include <stdlib.h>

#include "law/brute.h"
#include "law/laws.h"

#define SEEDS 400

/* Where the atom of the brute law that equals a stands, or -1. */
static slong find(const brute_law *law, const lyc_matrix_t a)
{
    fmpq_mat_t m;
    slong i, k;

    fmpq_mat_init(m, 2, 2);
    for (k = 0; k < 4; k++)
        lyc_number_get_fmpq(fmpq_mat_entry(m, k / 2, k % 2), a->entry + k);
    for (i = 0; i < law->length; i++)
        if (fmpq_mat_equal(law->atom + i, m))
            break;
    fmpq_mat_clear(m);
    return i < law->length ? i : -1;
}

static void compare(const char *text, const brute_law *expected, ulong seed)
{
    lyc_law_t law;
    fmpq_t w;
    slong i;

    law_of(law, text);
    fmpq_init(w);
    cr_assert_eq(law->length, expected->length, "seed %lu:\n%s",
                 (unsigned long)seed, text);
    for (i = 0; i < law->length; i++)
    {
        slong k = find(expected, law->atom + i);

        cr_assert_geq(k, 0, "seed %lu:\n%s", (unsigned long)seed, text);
        lyc_number_get_fmpq(w, law->weight + i);
        cr_assert(fmpq_equal(w, expected->weight + k), "seed %lu:\n%s",
                  (unsigned long)seed, text);
    }
    fmpq_clear(w);
    lyc_law_clear(law);
}

static void try_seed(ulong seed)
{
    brute *base[BRUTE_NAMES], *b;
    int chances = 4, none = 1, k;
    flint_rand_t state;
    brute_law expected;
    lyc_text_t text;

    flint_randinit(state);
    for (k = 0; k < (int)seed + 1; k++)
        n_randlimb(state);
    lyc_text_init(text);
    for (k = 0; k < BRUTE_NAMES; k++)
    {
        do
        {
            none = 1;
            base[k] = brute_random(state, 2, &none);
        } while (base[k]->kind != BRUTE_LAW && (brute_free(base[k]), 1));
        lyc_text_printf(text, "law %c = ", 'a' + k);
        brute_text(text, base[k]);
        lyc_text_add(text, "\n");
    }
    b = brute_random(state, 5, &chances);
    lyc_text_add(text, "law c = ");
    brute_text(text, b);
    lyc_text_add(text, "\n");

    brute_eval(&expected, b, base);
    compare(text->bytes, &expected, seed);
    brute_law_clear(&expected);
    brute_free(b);
    for (k = 0; k < BRUTE_NAMES; k++)
        brute_free(base[k]);
    lyc_text_clear(text);
    flint_randclear(state);
}

Test(brute, random_expressions)
{
    ulong seed;

    printf("seeds 1 to %d\n", SEEDS);
    for (seed = 1; seed <= SEEDS; seed++)
        try_seed(seed);
}
