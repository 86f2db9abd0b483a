/* simulate LAW STEPS SEED: estimates of all exponents of a finite law, d <= 4,
 * by products kept orthonormal, with standard errors from blocks. Doubles, not
 * certified: for tests only. One line "k estimate error" an exponent. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/law.h"

#define MAX_DIM 4
#define BURN_IN 2000
#define BLOCKS 64
#define MIN_BLOCK 1000

typedef struct
{
    slong dim, length;
    double *cumulative; /* of the weights */
    double *entry;      /* dim^2 an atom */
    gmp_randstate_t random;
    double q[MAX_DIM][MAX_DIM]; /* orthonormal columns, q[column][row] */
} walk;

static double get_d(const lyc_number_t x)
{
    arb_t b;
    double value;

    arb_init(b);
    lyc_number_get_arb(b, x, 80);
    value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    return value;
}

static void walk_init(walk *w, const lyc_law_t law, unsigned long seed)
{
    slong m, i, d = law->dim;
    double sum = 0;

    memset(w, 0, sizeof *w);
    w->dim = d;
    w->length = law->length;
    w->cumulative = lyc_calloc((size_t)law->length, sizeof(double));
    w->entry = lyc_calloc((size_t)(law->length * d * d), sizeof(double));
    for (m = 0; m < law->length; m++)
    {
        sum += get_d(law->weight + m);
        w->cumulative[m] = sum;
        for (i = 0; i < d * d; i++)
        {
            w->entry[m * d * d + i] = get_d(law->atom[m].entry + i);
        }
    }
    for (i = 0; i < d; i++)
    {
        w->q[i][i] = 1;
    }
    gmp_randinit_mt(w->random);
    gmp_randseed_ui(w->random, seed);
}

static void walk_clear(walk *w)
{
    free(w->cumulative);
    free(w->entry);
    gmp_randclear(w->random);
}

static slong draw(walk *w)
{
    double u = (double)gmp_urandomb_ui(w->random, 53) / 9007199254740992.0;
    slong low = 0, high = w->length - 1;

    while (low < high)
    {
        slong middle = (low + high) / 2;

        if (u < w->cumulative[middle])
        {
            high = middle;
        }
        else
        {
            low = middle + 1;
        }
    }
    return low;
}

/* Q <- the orthonormal factor of A Q; growth[k] += log of the k-th diagonal
 * entry of the other factor. */
static void step(walk *w, double *growth)
{
    const double *a = w->entry + draw(w) * w->dim * w->dim;
    slong d = w->dim, i, j, k;

    for (k = 0; k < d; k++)
    {
        double x[MAX_DIM], norm = 0;

        for (i = 0; i < d; i++)
        {
            x[i] = 0;
            for (j = 0; j < d; j++)
            {
                x[i] += a[i * d + j] * w->q[k][j];
            }
        }
        for (j = 0; j < k; j++)
        {
            double dot = 0;

            for (i = 0; i < d; i++)
            {
                dot += w->q[j][i] * x[i];
            }
            for (i = 0; i < d; i++)
            {
                x[i] -= dot * w->q[j][i];
            }
        }
        for (i = 0; i < d; i++)
        {
            norm += x[i] * x[i];
        }
        norm = sqrt(norm);
        growth[k] += log(norm);
        for (i = 0; i < d; i++)
        {
            w->q[k][i] = norm > 0 ? x[i] / norm : (double)(i == k);
        }
    }
}

static void estimate(walk *w, slong steps)
{
    slong length = steps / BLOCKS > MIN_BLOCK ? steps / BLOCKS : MIN_BLOCK;
    double sum[MAX_DIM] = {0}, squares[MAX_DIM] = {0}, growth[MAX_DIM];
    slong b, i, k;

    memset(growth, 0, sizeof growth);
    for (i = 0; i < BURN_IN; i++)
    {
        step(w, growth);
    }
    for (b = 0; b < BLOCKS; b++)
    {
        memset(growth, 0, sizeof growth);
        for (i = 0; i < length; i++)
        {
            step(w, growth);
        }
        for (k = 0; k < w->dim; k++)
        {
            double mean = growth[k] / (double)length;

            sum[k] += mean;
            squares[k] += mean * mean;
        }
    }
    for (k = 0; k < w->dim; k++)
    {
        double mean = sum[k] / BLOCKS;
        double variance = squares[k] / BLOCKS - mean * mean;

        printf("%ld %.12g %.3g\n", (long)k + 1, mean,
               sqrt(fmax(variance, 0) / (BLOCKS - 1)));
    }
}

int main(int argc, char **argv)
{
    lyc_source source = {"<law>", argc > 1 ? argv[1] : "", 0, 1};
    lyc_text_t text;
    lyc_law_t law;
    lyc_diag_t d;
    int status = 0;

    if (argc != 4)
    {
        fprintf(stderr, "usage: simulate LAW STEPS SEED\n");
        return LYC_MALFORMED;
    }
    lyc_diag_init(d);
    lyc_law_init(law);
    lyc_text_init(text);
    lyc_text_printf(text, "law it = %s\n", argv[1]);
    source.bytes = text->bytes;
    source.length = text->length;
    if (!lyc_law_parse(law, &source, d))
    {
        fprintf(stderr, "%s\n", d->text);
        status = (int)d->status;
    }
    else if (law->dim > MAX_DIM)
    {
        fprintf(stderr, "simulate: dimension at most %d\n", MAX_DIM);
        status = LYC_MALFORMED;
    }
    else
    {
        walk w;

        walk_init(&w, law, strtoul(argv[3], NULL, 10));
        estimate(&w, strtol(argv[2], NULL, 10));
        walk_clear(&w);
    }
    lyc_law_clear(law);
    lyc_text_clear(text);
    lyc_diag_clear(d);
    lyc_number_cleanup();
    return status;
}
