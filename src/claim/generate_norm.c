#include "claim/generate.h"

/* 1 when the largest norm is at most bound / factor. */
static int fits(const lyc_sample_t x, const fmpq_t factor, const fmpq_t bound)
{
    fmpq_t c;
    fmpq_init(c);
    fmpq_div(c, bound, factor);
    int fit = lyc_sample_norm_sign(x, c) <= 0;
    fmpq_clear(c);
    return fit;
}

/* The largest c = k 2^-bits < 1 with c ||x|| <= bound < ||x||; 0 when k = 0. */
static int largest_factor(fmpq_t c, const lyc_sample_t x, const fmpq_t bound,
                          ulong bits)
{
    fmpz_t low, high, middle, one;
    fmpz_init(low);
    fmpz_init(high);
    fmpz_init(middle);
    fmpz_init_set_ui(one, 1);
    fmpz_mul_2exp(high, one, bits);
    fmpq_t unit;
    fmpq_init(unit);
    fmpq_set_fmpz_frac(unit, one, high);
    for (ulong step = 0; step < bits; step++)
    {
        fmpz_add(middle, low, high);
        fmpz_fdiv_q_2exp(middle, middle, 1);
        fmpq_mul_fmpz(c, unit, middle);
        fits(x, c, bound) ? fmpz_set(low, middle) : fmpz_set(high, middle);
    }
    fmpq_mul_fmpz(c, unit, low);
    fmpq_clear(unit);
    fmpz_clear(low);
    fmpz_clear(high);
    fmpz_clear(middle);
    fmpz_clear(one);
    return !fmpq_is_zero(c);
}

static void scale(lyc_sample_t x, const fmpq_t c)
{
    for (slong i = 0; i < x->length; i++)
    {
        fmpq_mat_scalar_mul_fmpq(x->atom + i, x->atom + i, c);
    }
}

/* target = least + (most - least) j / 8, j in 1..8. */
static void draw_target(fmpq_t target, const lyc_generator_t g,
                        gmp_randstate_t state)
{
    fmpq_t part;
    fmpq_init(part);
    fmpq_set_si(part, lyc_random_si(state, 1, 8), 8);
    fmpq_sub(target, g->most_norm, g->least_norm);
    fmpq_mul(target, target, part);
    fmpq_add(target, target, g->least_norm);
    fmpq_clear(part);
}

/* Norms not above the target are doubled until they are, where there is a
 * least norm to be reached. */
static void enlarge(lyc_sample_t x, const fmpq_t target)
{
    fmpq_t two;
    fmpq_init(two);
    fmpq_set_si(two, 2, 1);
    while (lyc_sample_norm_sign(x, target) <= 0)
    {
        scale(x, two);
    }
    fmpq_clear(two);
}

static void shrink(lyc_sample_t x, const lyc_generator_t g, const fmpq_t target)
{
    fmpq_t c, least;
    int found = 0;
    fmpq_init(c);
    fmpq_init(least);
    for (ulong bits = 10; !found; bits += 10)
    {
        found = largest_factor(c, x, target, bits);
        if (found && g->has_least_norm)
        {
            fmpq_div(least, g->least_norm, c);
            found = lyc_sample_norm_sign(x, least) > 0;
        }
    }
    scale(x, c);
    fmpq_clear(c);
    fmpq_clear(least);
}

int lyc_sample_fit_norm(lyc_sample_t x, const lyc_generator_t g,
                        gmp_randstate_t state)
{
    fmpq_t target, zero;
    fmpq_init(target);
    fmpq_init(zero);
    draw_target(target, g, state);
    int ok = !g->has_least_norm || lyc_sample_norm_sign(x, zero) > 0;
    if (ok && g->has_least_norm)
    {
        enlarge(x, target);
    }
    if (ok && lyc_sample_norm_sign(x, target) > 0)
    {
        shrink(x, g, target);
    }
    fmpq_clear(target);
    fmpq_clear(zero);
    return ok;
}
