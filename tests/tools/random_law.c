/* random_law SEED: one law of the fixed ensemble "acceptance", as text.
 *
 * d = 2, 2 to 5 atoms, entries k/100 with |k| <= 100, equal weights or weights
 * proportional to integers from 1 to 9; even seeds give I + law.
 *
 * random_law SEED DIM [half]: three atoms of that dimension, entries k/100,
 * equal weights; with `half` the law of I + A/2.
 *
 * The only source of randomness is GMP's Mersenne Twister. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void print_matrix(unsigned long dim, gmp_randstate_t state)
{
    for (unsigned long i = 0; i < dim * dim; i++)
    {
        printf("%s", i == 0 ? "[" : i % dim == 0 ? "; " : ", ");
        print_fraction((long)gmp_urandomm_ui(state, 201) - 100, 100);
    }
    printf("]");
}

static int three_atoms(unsigned long seed, unsigned long dim, int is_half)
{
    gmp_randstate_t state;

    gmp_randinit_mt(state);
    gmp_randseed_ui(state, seed);
    printf("%s{", is_half ? "I + 1/2*" : "");
    for (int m = 0; m < 3; m++)
    {
        printf("%s", m > 0 ? ", " : "");
        print_matrix(dim, state);
    }
    printf("}\n");
    gmp_randclear(state);
    return 0;
}

int main(int argc, char **argv)
{
    gmp_randstate_t state;
    unsigned long seed, atoms, weight[5], total = 0, m, dim;
    int is_weighted;
    char *end;

    if (argc < 2 || argc > 4 ||
        (seed = strtoul(argv[1], &end, 10), *end != '\0'))
    {
        fprintf(stderr, "usage: random_law SEED [DIM [half]]\n");
        return 3;
    }
    if (argc > 2)
    {
        dim = strtoul(argv[2], &end, 10);
        if (*end != '\0' || dim < 1 || dim > 8 ||
            (argc == 4 && strcmp(argv[3], "half") != 0))
        {
            fprintf(stderr, "usage: random_law SEED [DIM [half]]\n");
            return 3;
        }
        return three_atoms(seed, dim, argc == 4);
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
        print_matrix(2, state);
    }
    printf("}\n");
    gmp_randclear(state);
    return 0;
}
