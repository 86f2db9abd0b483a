#include <float.h>
#include <math.h>
#include <string.h>

#include "enclose/approx/frame.h"

static double dot(const double *x, const double *y, slong n)
{
    double sum = 0;

    for (slong i = 0; i < n; i++)
    {
        sum += x[i] * y[i];
    }
    return sum;
}

/* Entries by balls: their common scale is taken out, so that nothing
 * overflows. */
static void set_atom(lyc_frame *f, slong m, const lyc_matrix_t a)
{
    slong size = a->rows * a->columns, i;
    double *entry = f->entry + m * size;
    double norm;
    int sign = 1, is_first = 1;
    lyc_number_t det;
    fmpz_t e, largest;
    arb_t b;

    lyc_number_init(det);
    fmpz_init(e);
    fmpz_init(largest);
    arb_init(b);
    for (i = 0; i < size; i++)
    {
        lyc_number_get_arb(b, a->entry + i, 80);
        arf_abs_bound_lt_2exp_fmpz(e, arb_midref(b));
        if (!arf_is_zero(arb_midref(b)) &&
            (is_first || fmpz_cmp(e, largest) > 0))
        {
            fmpz_set(largest, e);
            is_first = 0;
        }
    }
    fmpz_neg(e, largest);
    for (i = 0; i < size; i++)
    {
        lyc_number_get_arb(b, a->entry + i, 80);
        arb_mul_2exp_fmpz(b, b, e);
        entry[i] = arf_get_d(arb_midref(b), ARF_RND_NEAR);
        f->is_lossy |= entry[i] == 0 && !arf_is_zero(arb_midref(b));
    }
    f->scale[m] = fmpz_get_d(largest) * log(2.0);

    /* What is left of a column after a singular atom may be rounding. */
    norm = sqrt(dot(entry, entry, size));
    if (a->rows <= 8 || lyc_matrix_is_rational(a))
    {
        lyc_matrix_det(det, a);
        if (lyc_number_sign(&sign, det) != LYC_TRUE)
        {
            sign = 1;
        }
    }
    f->least[m] = sign == 0 ? 16 * (double)a->rows * DBL_EPSILON * norm : 0;
    lyc_number_clear(det);
    fmpz_clear(e);
    fmpz_clear(largest);
    arb_clear(b);
}

/* x minus its components along the first k columns, twice (Kahan: twice is
 * enough). Returns the length of x. */
static double project(lyc_frame *f, slong k)
{
    slong d = f->dim;

    for (int pass = 0; pass < 2; pass++)
    {
        for (slong j = 0; j < k; j++)
        {
            const double *q = f->q + j * d;
            double c = dot(q, f->x, d);

            for (slong i = 0; i < d; i++)
            {
                f->x[i] -= c * q[i];
            }
        }
    }
    return sqrt(dot(f->x, f->x, d));
}

static void set_column(lyc_frame *f, slong k, double length)
{
    for (slong i = 0; i < f->dim; i++)
    {
        f->q[k * f->dim + i] = f->x[i] / length;
    }
}

static void draw_frame(lyc_frame *f)
{
    for (slong k = 0; k < f->columns; k++)
    {
        double length;

        do
        {
            for (slong i = 0; i < f->dim; i++)
            {
                f->x[i] = 2 * lyc_random_uniform(&f->random) - 1;
            }
            length = project(f, k);
        } while (length < 1e-3);
        set_column(f, k, length);
    }
}

static void set_atoms(lyc_frame *f, const lyc_law_t law)
{
    size_t d = (size_t)law->dim, n = (size_t)law->length;
    double sum = 0;
    arb_t b;

    f->cumulative = lyc_calloc(n, sizeof(double));
    f->scale = lyc_calloc(n, sizeof(double));
    f->least = lyc_calloc(n, sizeof(double));
    f->entry = lyc_calloc(n * d * d, sizeof(double));
    arb_init(b);
    for (slong m = 0; m < law->length; m++)
    {
        lyc_number_get_arb(b, law->weight + m, 80);
        sum += arf_get_d(arb_midref(b), ARF_RND_NEAR);
        f->cumulative[m] = sum;
        set_atom(f, m, law->atom + m);
    }
    arb_clear(b);
}

/* The most operations of one step. */
#define MAX_STEP 1e9

static int set_sampler(lyc_frame *f, const lyc_term *t)
{
    double rows = (double)t->rows, columns = (double)f->columns;

    f->sampler = lyc_malloc(sizeof *f->sampler);
    if (!lyc_sampler_init(f->sampler, t, f->columns == 1, &f->random))
    {
        return 0;
    }
    f->is_lossy = f->sampler->is_lossy;
    f->singular = lyc_term_is_regular(t) == LYC_TRUE
                      ? 0
                      : 16 * (double)t->rows * DBL_EPSILON;
    return columns * (lyc_sampler_cost(f->sampler) + columns * rows) <=
           MAX_STEP;
}

int lyc_frame_init(lyc_frame *f, const lyc_law_t law, slong columns,
                   unsigned long seed)
{
    *f = (lyc_frame){.dim = law->dim, .length = law->length};
    f->columns = f->rank = columns;
    lyc_random_init(&f->random, seed);
    if (law->length == 0 && !set_sampler(f, law->term))
    {
        return 0;
    }
    if (law->length > 0)
    {
        set_atoms(f, law);
    }
    f->q = lyc_calloc((size_t)law->dim * (size_t)columns, sizeof(double));
    f->x = lyc_calloc((size_t)law->dim, sizeof(double));
    draw_frame(f);
    return 1;
}

void lyc_frame_clear(lyc_frame *f)
{
    free(f->cumulative);
    free(f->scale);
    free(f->least);
    free(f->entry);
    free(f->q);
    free(f->x);
    if (f->sampler != NULL)
    {
        lyc_sampler_clear(f->sampler);
    }
    free(f->sampler);
    lyc_random_clear(&f->random);
}

static double length_of(const lyc_frame *f)
{
    return sqrt(dot(f->x, f->x, f->dim));
}

/* A draw of a term: growth may be anything a double holds. */
static void step_term(lyc_frame *f, double *growth)
{
    double longest = 0;

    lyc_sampler_draw(f->sampler);
    for (slong k = 0; k < f->rank; k++)
    {
        double length;

        lyc_sampler_apply(f->sampler, f->x, f->q + k * f->dim);
        length = length_of(f);
        longest = length > longest ? length : longest;
        length = project(f, k);
        if (!isfinite(length))
        {
            f->is_lossy = 1;
            f->rank = k;
            return;
        }
        if (!(length > f->singular * longest))
        {
            f->rank = k;
            return;
        }
        growth[k] += log(length);
        set_column(f, k, length);
    }
}

static void step_atom(lyc_frame *f, double *growth)
{
    slong m = lyc_random_index(&f->random, f->cumulative, f->length);
    slong d = f->dim;
    const double *a = f->entry + m * d * d;

    for (slong k = 0; k < f->rank; k++)
    {
        double length;

        for (slong i = 0; i < d; i++)
        {
            f->x[i] = dot(a + i * d, f->q + k * d, d);
        }
        length = project(f, k);
        if (!(length > f->least[m]))
        {
            f->rank = k;
            return;
        }
        growth[k] += log(length) + f->scale[m];
        set_column(f, k, length);
    }
}

void lyc_frame_step(lyc_frame *f, double *growth)
{
    if (f->sampler != NULL)
    {
        step_term(f, growth);
    }
    else
    {
        step_atom(f, growth);
    }
}
