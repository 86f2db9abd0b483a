#include "certify/coordinates.h"

#include <stdlib.h>
#include <string.h>

static int may_be_there(const lyc_affine_law_t f, slong outcome, slong entry)
{
    for (slong j = 0; j <= f->draws; j++)
        if (lyc_number_is_zero(f->outcome[outcome].part[j].entry + entry) !=
            LYC_TRUE)
            return 1;
    return 0;
}

/* leads[i * d + j]: j is led to i, in any number of steps (Warshall). */
static void close(char *leads, slong d)
{
    for (slong k = 0; k < d; k++)
        for (slong i = 0; i < d; i++)
            for (slong j = 0; j < d && leads[i * d + k]; j++)
                leads[i * d + j] |= leads[k * d + j];
}

void lyc_coordinates_init(lyc_coordinates_t c, const lyc_affine_law_t f)
{
    const slong d = f->dim;
    const size_t entries = (size_t)(d * d);
    char *leads = lyc_calloc(entries, 1);
    c->dim = d;
    c->outcomes = f->outcomes;
    c->is_there = lyc_malloc((size_t)f->outcomes * sizeof *c->is_there);
    for (slong o = 0; o < f->outcomes; o++)
    {
        c->is_there[o] = lyc_malloc(entries);
        for (slong e = 0; e < d * d; e++)
        {
            c->is_there[o][e] = (char)may_be_there(f, o, e);
            leads[e] |= c->is_there[o][e];
        }
    }
    close(leads, d);
    c->group = lyc_malloc((size_t)d * sizeof *c->group);
    c->size = lyc_calloc((size_t)d, sizeof *c->size);
    for (slong i = 0; i < d; i++)
    {
        slong j = 0;
        while (j < i && !(leads[i * d + j] && leads[j * d + i]))
            j++;
        c->group[i] = j;
        c->size[j]++;
    }
    for (slong i = 0; i < d; i++)
        c->size[i] = c->size[c->group[i]];
    free(leads);
}

void lyc_coordinates_clear(lyc_coordinates_t c)
{
    for (slong o = 0; o < c->outcomes; o++)
        free(c->is_there[o]);
    free(c->is_there);
    free(c->group);
    free(c->size);
}

/* Entries that are there in row or column i of its class. */
static slong count(const lyc_coordinates_t c, slong outcome, slong i,
                   int is_row)
{
    slong n = 0;
    for (slong j = 0; j < c->dim; j++)
        n += c->group[j] == c->group[i] &&
             c->is_there[outcome][is_row ? i * c->dim + j : j * c->dim + i];
    return n;
}

int lyc_coordinates_are_permuted(const lyc_coordinates_t c)
{
    for (slong i = 0; i < c->dim; i++)
        for (slong o = 0; o < c->outcomes && c->size[i] > 1; o++)
            if (count(c, o, i, 0) != 1 || count(c, o, i, 1) != 1)
                return 0;
    return 1;
}

int lyc_coordinates_stretch(const lyc_coordinates_t c, slong outcome, slong g,
                            slong i, slong j)
{
    return c->group[i] == g && c->group[j] == g &&
           (c->is_there[outcome][i * c->dim + j] || c->size[g] == 1);
}
