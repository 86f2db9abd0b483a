/* random_law SEED: one law of the fixed ensemble "acceptance", as text.
 *
 * d = 2, 2 to 5 atoms, entries k/100 with |k| <= 100, equal weights or weights
 * proportional to integers from 1 to 9; even seeds give I + law. The only
 * source of randomness is GMP's Mersenne Twister. */
#include <stdio.h>
#include <stdlib.h>

#include <gmp.h>

static void print_fraction(long num, unsigned long den)
{
    mpq_t q;

    mpq_init(q);
    mpq_set_si(q, num, den);
    mpq_canonicalize(q);
    gmp_printf("%Qd", q);
    mpq_clear(q);
}

int main(int argc, char **argv)
{
    gmp_randstate_t state;
    unsigned long seed, atoms, weight[5], total = 0, m, i;
    int is_weighted;
    char *end;

    if (argc != 2 || (seed = strtoul(argv[1], &end, 10), *end != '\0'))
    {
        fprintf(stderr, "usage: random_law SEED\n");
        return 3;
    }
    gmp_randinit_mt(state);
    gmp_randseed_ui(state, seed);
    atoms = 2 + gmp_urandomm_ui(state, 4);
    is_weighted = gmp_urandomm_ui(state, 2) == 1;
    for (m = 0; m < atoms; m++)
    {
        weight[m] = 1 + gmp_urandomm_ui(state, 9);
        total += weight[m];
    }
    printf("%s{", seed % 2 == 0 ? "I + " : "");
    for (m = 0; m < atoms; m++)
    {
        printf("%s", m > 0 ? ", " : "");
        if (is_weighted)
        {
            print_fraction((long)weight[m], total);
            printf(": ");
        }
        for (i = 0; i < 4; i++)
        {
            printf("%s", i == 0 ? "[" : i == 2 ? "; " : ", ");
            print_fraction((long)gmp_urandomm_ui(state, 201) - 100, 100);
        }
        printf("]");
    }
    printf("}\n");
    gmp_randclear(state);
    return 0;
}
