#include "depths.h"

#include <math.h>
#include <string.h>

#include "enclose/approx/random.h"
#include "enclose/approx/sampler.h"

static void apply_atom(double *y, const double *m, const double *x, slong d)
{
    for (slong i = 0; i < d; i++)
    {
        y[i] = 0;
        for (slong j = 0; j < d; j++)
        {
            y[i] += m[i * d + j] * x[j];
        }
    }
}

/* log |y|, and y made a unit vector. */
static double rescale(double *y, slong d)
{
    double square = 0;
    for (slong i = 0; i < d; i++)
    {
        square += y[i] * y[i];
    }
    for (slong i = 0; i < d && square > 0; i++)
    {
        y[i] /= sqrt(square);
    }
    return 0.5 * log(square);
}

static double *doubles_of(double *cumulative, const lyc_law_t law)
{
    const slong d = law->dim;
    double *atom = lyc_malloc((size_t)(law->length * d * d) * sizeof *atom);
    double sum = 0;
    arb_t t;
    arb_init(t);
    for (slong a = 0; a < law->length; a++)
    {
        lyc_number_get_arb(t, law->weight + a, 64);
        sum += arf_get_d(arb_midref(t), ARF_RND_NEAR);
        cumulative[a] = sum;
        for (slong k = 0; k < d * d; k++)
        {
            lyc_number_get_arb(t, law->atom[a].entry + k, 64);
            atom[a * d * d + k] = arf_get_d(arb_midref(t), ARF_RND_NEAR);
        }
    }
    arb_clear(t);
    return atom;
}

static void run_finite(double *out, const lyc_law_t law, const double *x,
                       slong n, slong runs, lyc_random *random)
{
    const slong d = law->dim;
    double v[8], w[8];
    double *cumulative = lyc_calloc((size_t)law->length, sizeof(double));
    double *atom = doubles_of(cumulative, law);
    for (slong r = 0; r < runs; r++)
    {
        memcpy(v, x, (size_t)d * sizeof *v);
        rescale(v, d);
        out[r] = 0;
        for (slong k = 0; k < n; k++)
        {
            const slong a =
                lyc_random_index(random, cumulative, (long)law->length);
            apply_atom(w, atom + a * d * d, v, d);
            memcpy(v, w, (size_t)d * sizeof *v);
            out[r] += rescale(v, d);
        }
    }
    free(atom);
    free(cumulative);
}

static void run_term(double *out, const lyc_law_t law, const double *x, slong n,
                     slong runs, lyc_random *random)
{
    const slong d = law->dim;
    double v[8], w[8];
    lyc_sampler s;
    cr_assert(lyc_sampler_init(&s, law->term, 1, random));
    for (slong r = 0; r < runs; r++)
    {
        memcpy(v, x, (size_t)d * sizeof *v);
        rescale(v, d);
        out[r] = 0;
        for (slong k = 0; k < n; k++)
        {
            lyc_sampler_draw(&s);
            lyc_sampler_apply(&s, w, v);
            memcpy(v, w, (size_t)d * sizeof *v);
            out[r] += rescale(v, d);
        }
    }
    lyc_sampler_clear(&s);
}

void simulate_depth(double *out, const lyc_law_t law, const double *x, slong n,
                    slong runs, unsigned long seed)
{
    lyc_random random;
    cr_assert(law->dim <= 8);
    lyc_random_init(&random, seed);
    (law->term == NULL ? run_finite : run_term)(out, law, x, n, runs, &random);
    lyc_random_clear(&random);
}

static void level_of(lyc_depth_level *level, const char *text, int side)
{
    const lyc_source source = {"level", text, strlen(text), 1};
    lyc_program_t none;
    lyc_tokens_t tokens;
    lyc_diag_t d;
    lyc_diag_init(d);
    lyc_program_init(none);
    lyc_tokens_init(tokens);
    lyc_number_init(&level->value);
    level->side = side;
    cr_assert(lyc_tokens_scan(tokens, &source, d));
    lyc_expr *e = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
    cr_assert_not_null(e);
    cr_assert(lyc_number_eval(&level->value, none, e, d));
    lyc_expr_free(e);
    lyc_tokens_clear(tokens);
    lyc_program_clear(none);
    lyc_diag_clear(d);
}

lyc_verdict_t enclose_depth(lyc_depth_t r, lyc_law_struct *law_out,
                            const char *law, int residual, slong n,
                            const char *const *text, const int *side,
                            slong levels)
{
    lyc_law_t plain, acting;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_depth_level level[8];
    const lyc_depth_request request = {n, level, levels};
    cr_assert(levels <= 8);
    for (slong i = 0; i < levels; i++)
    {
        level_of(level + i, text[i], side[i]);
    }
    law_of(plain, law);
    lyc_law_init(acting);
    if (residual)
    {
        lyc_law_residual(acting, plain);
    }
    else
    {
        lyc_law_set(acting, plain);
    }
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_depth_init(r, levels);
    const lyc_verdict_t v = lyc_depth_enclose(r, acting, &request, limits, d);
    cr_expect(v == LYC_PROVED || d->is_set, "%s", law);
    if (law_out != NULL)
    {
        lyc_law_init(law_out);
        lyc_law_set(law_out, acting);
    }
    for (slong i = 0; i < levels; i++)
    {
        lyc_number_clear(&level[i].value);
    }
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(plain);
    lyc_law_clear(acting);
    return v;
}
