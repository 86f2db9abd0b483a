#include <stdlib.h>

#include "claim/generate.h"

void lyc_sample_init(lyc_sample_t x, slong dim, slong length)
{
    x->dim = dim;
    x->length = length;
    x->atom = lyc_malloc(sizeof *x->atom * (size_t)length);
    x->part = lyc_malloc(sizeof *x->part * (size_t)length);
    for (slong i = 0; i < length; i++)
    {
        fmpq_mat_init(x->atom + i, dim, dim);
        x->part[i] = 1;
    }
}

void lyc_sample_clear(lyc_sample_t x)
{
    for (slong i = 0; i < x->length; i++)
    {
        fmpq_mat_clear(x->atom + i);
    }
    free(x->atom);
    free(x->part);
}

slong lyc_random_si(gmp_randstate_t state, slong least, slong most)
{
    ulong range = (ulong)(most - least) + 1;
    return least + (slong)gmp_urandomm_ui(state, range);
}

static void draw_entry(fmpq_t q, const lyc_generator_t g, gmp_randstate_t state)
{
    fmpq_set_si(q, lyc_random_si(state, g->lowest, g->highest),
                (ulong)g->denominator);
}

/* Row i is row j from now on, or column i column j, or row i is 0. */
static void make_singular(fmpq_mat_t a, const lyc_generator_t g,
                          gmp_randstate_t state)
{
    slong n = g->dim;
    slong i = lyc_random_si(state, 0, n - 1);
    if (n == 1 || g->triangular)
    {
        fmpq_zero(fmpq_mat_entry(a, i, i));
        return;
    }
    slong j = (i + lyc_random_si(state, 1, n - 1)) % n;
    int has_zero = g->lowest <= 0 && g->highest >= 0;
    slong way = lyc_random_si(state, 0, has_zero ? 2 : 1);
    for (slong k = 0; k < n; k++)
    {
        if (way == 0)
        {
            fmpq_set(fmpq_mat_entry(a, i, k), fmpq_mat_entry(a, j, k));
        }
        else if (way == 1)
        {
            fmpq_set(fmpq_mat_entry(a, k, i), fmpq_mat_entry(a, k, j));
        }
        else
        {
            fmpq_zero(fmpq_mat_entry(a, i, k));
        }
    }
}

static void draw_matrix(fmpq_mat_t a, const lyc_generator_t g, int singular,
                        gmp_randstate_t state)
{
    for (slong i = 0; i < g->dim; i++)
    {
        for (slong j = 0; j < g->dim; j++)
        {
            if (!g->triangular || j >= i)
            {
                draw_entry(fmpq_mat_entry(a, i, j), g, state);
            }
        }
    }
    if (singular)
    {
        make_singular(a, g, state);
    }
}

/* a = (1 - w) x I + w b, w in {1/8, 2/8, …, 1}, x as an entry of b: entries
 * stay between the bounds, because 0 is. */
static void draw_polynomial(fmpq_mat_t a, const fmpq_mat_t b,
                            const lyc_generator_t g, gmp_randstate_t state)
{
    fmpq_t w, x, rest;
    fmpq_init(w);
    fmpq_init(x);
    fmpq_init(rest);
    fmpq_set_si(w, lyc_random_si(state, 1, 8), 8);
    fmpq_one(rest);
    fmpq_sub(rest, rest, w);
    draw_entry(x, g, state);
    fmpq_mul(x, x, rest);
    fmpq_mat_scalar_mul_fmpq(a, b, w);
    for (slong i = 0; i < g->dim; i++)
    {
        fmpq_add(fmpq_mat_entry(a, i, i), fmpq_mat_entry(a, i, i), x);
    }
    fmpq_clear(w);
    fmpq_clear(x);
    fmpq_clear(rest);
}

void lyc_sample_draw(lyc_sample_t x, const lyc_generator_t g,
                     gmp_randstate_t state)
{
    for (slong i = 0; i < x->length; i++)
    {
        if (g->commuting && i > 0)
        {
            draw_polynomial(x->atom + i, x->atom, g, state);
        }
        else
        {
            draw_matrix(x->atom + i, g, g->singular && i == 0, state);
        }
        x->part[i] = g->random_weights ? gmp_urandomm_ui(state, 8) + 1 : 1;
    }
}
