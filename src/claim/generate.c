#include "claim/generate.h"

enum
{
    MAX_DRAWS = 1000
};

/* x becomes I + scale x. */
static void shift(lyc_sample_t x, const fmpq_t scale)
{
    fmpq_t one;
    fmpq_init(one);
    fmpq_one(one);
    for (slong i = 0; i < x->length; i++)
    {
        fmpq_mat_struct *a = x->atom + i;
        fmpq_mat_scalar_mul_fmpq(a, a, scale);
        for (slong j = 0; j < x->dim; j++)
        {
            fmpq_add(fmpq_mat_entry(a, j, j), fmpq_mat_entry(a, j, j), one);
        }
    }
    fmpq_clear(one);
}

static int try_once(lyc_sample_t x, const lyc_generator_t g,
                    gmp_randstate_t state)
{
    lyc_sample_draw(x, g, state);
    if (!lyc_sample_is_distinct(x) ||
        (g->irreducible && !lyc_sample_is_irreducible(x)) ||
        (g->has_norm && !lyc_sample_fit_norm(x, g, state)))
    {
        return 0;
    }
    if (g->is_near_identity)
    {
        shift(x, g->scale);
    }
    return 1;
}

static void add_fmpq(lyc_text_t out, const fmpq_t q)
{
    char *s = fmpq_get_str(NULL, 10, q);
    lyc_text_add(out, s);
    flint_free(s);
}

static void add_matrix(lyc_text_t out, const fmpq_mat_t a)
{
    for (slong i = 0; i < fmpq_mat_nrows(a); i++)
    {
        for (slong j = 0; j < fmpq_mat_ncols(a); j++)
        {
            lyc_text_add(out, j > 0 ? "," : i > 0 ? ";" : "[");
            add_fmpq(out, fmpq_mat_entry(a, i, j));
        }
    }
    lyc_text_add(out, "]");
}

static void add_sample(lyc_text_t out, const lyc_sample_t x)
{
    ulong sum = 0;
    fmpq_t weight;
    fmpq_init(weight);
    for (slong i = 0; i < x->length; i++)
    {
        sum += x->part[i];
    }
    for (slong i = 0; i < x->length; i++)
    {
        fmpq_set_ui(weight, x->part[i], sum);
        lyc_text_add(out, i > 0 ? ", " : "{");
        add_fmpq(out, weight);
        lyc_text_add(out, ": ");
        add_matrix(out, x->atom + i);
    }
    lyc_text_add(out, "}");
    fmpq_clear(weight);
}

/* One stream of random numbers for each law. */
static void set_key(mpz_t key, unsigned long seed, long i)
{
    mpz_set_ui(key, seed);
    mpz_mul_2exp(key, key, 64);
    mpz_add_ui(key, key, (unsigned long)i);
}

int lyc_generator_law(lyc_text_t out, const lyc_generator_t g,
                      unsigned long seed, long i)
{
    gmp_randstate_t state;
    mpz_t key;
    int found = 0;
    mpz_init(key);
    set_key(key, seed, i);
    gmp_randinit_mt(state);
    gmp_randseed(state, key);
    for (int draw = 0; draw < MAX_DRAWS && !found; draw++)
    {
        lyc_sample_t x;
        lyc_sample_init(x, g->dim,
                        lyc_random_si(state, g->least_atoms, g->most_atoms));
        found = try_once(x, g, state);
        if (found)
        {
            add_sample(out, x);
        }
        lyc_sample_clear(x);
    }
    gmp_randclear(state);
    mpz_clear(key);
    return found;
}
