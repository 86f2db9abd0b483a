/* Dual weights: how much the error of a cell counts in the width. The lower
 * bound is the least mean of r_q over chains of pieces that offsets leave no
 * better choice, the upper one the largest; dual is the mass that these chains
 * have on a cell, the mean of both. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

/* The cells that a piece sends its mass to, with weights. */
typedef struct
{
    double value; /* of the piece */
    slong length, room;
    int32_t *to;
    float *weight;
} choice;

static void choice_clear(choice *x)
{
    free(x->to);
    free(x->weight);
}

static void add_image(choice *x, int32_t to, double weight)
{
    if (x->length == x->room)
    {
        x->room = 2 * x->room + 16;
        x->to = lyc_realloc(x->to, (size_t)x->room * sizeof *x->to);
        x->weight = lyc_realloc(x->weight, (size_t)x->room * sizeof *x->weight);
    }
    x->to[x->length] = to;
    x->weight[x->length++] = (float)weight;
}

/* side 0: as large as possible is the negative of the value. */
static const uint32_t *follow(choice *x, const uint32_t *at, slong j,
                              const lyc_box_solver_t s, int side,
                              int32_t extreme)
{
    const double *c = s->offset + side, sign = side ? 1 : -1;
    x->value = sign * lyc_box_float(at[side]);
    x->length = 0;
    at += 2;
    for (uint32_t images = *at++; images > 0; images--)
    {
        const double weight = lyc_box_float(*at++);
        double best = -INFINITY;
        int32_t to = (int32_t)j;
        uint32_t word;
        do
        {
            word = *at++;
            const uint32_t n = word & LYC_BOX_NUMBER;
            const int32_t l = n == LYC_BOX_WILD ? extreme : (int32_t)n;
            double y = c[2 * l];
            if (n != LYC_BOX_WILD && !(word & LYC_BOX_ALONE))
            {
                const uint32_t ratios = *at++;
                y += lyc_box_float(side ? ratios << 16 : ratios & 0xffff0000);
            }
            if (sign * y > best)
            {
                best = sign * y;
                to = l;
            }
        } while (!(word & LYC_BOX_LAST));
        add_image(x, to, weight);
        x->value += weight * best;
    }
    return at;
}

/* The choices of the worst pieces of the cells of a block, one after the
 * other; those of cell begin + n end at end[n]. */
typedef struct
{
    choice all;
    slong *end;
} chain;

static void choose(chain *c, const lyc_box_solver_t s, const lyc_box_block *b,
                   int side, int32_t extreme)
{
    choice x = {0}, worst = {0};
    c->end = lyc_malloc((size_t)(b->end - b->begin + 1) * sizeof *c->end);
    for (slong j = b->begin; j < b->end; j++)
    {
        const uint32_t *at = b->list + b->start[j - b->begin];
        const uint32_t *end = b->list + b->start[j - b->begin + 1];
        int is_first = 1;
        while (at < end)
        {
            at = follow(&x, at, j, s, side, extreme);
            if (!is_first && !(x.value > worst.value))
                continue;
            const choice t = worst;
            worst = x;
            x = t;
            is_first = 0;
        }
        for (slong n = 0; n < worst.length && !is_first; n++)
            add_image(&c->all, worst.to[n], worst.weight[n]);
        c->end[j - b->begin] = c->all.length;
    }
    choice_clear(&x);
    choice_clear(&worst);
}

static int32_t extreme_cell(const lyc_box_solver_t s, int side)
{
    const double *c = s->offset + side;
    slong extreme = 0;
    for (slong j = 1; j < s->tree->cells; j++)
        if (side ? c[2 * j] > c[2 * extreme] : c[2 * j] < c[2 * extreme])
            extreme = j;
    return (int32_t)extreme;
}

/* The lazy chain, from the masses seen: chains may be periodic. */
static void transport(float *mass, const chain *c, const lyc_box_solver_t s,
                      int sweeps)
{
    const slong cells = s->tree->cells;
    float *next = lyc_malloc((size_t)cells * sizeof *next);
    for (slong j = 0; j < cells; j++)
        mass[j] = (float)s->mass[j];
    for (int n = 0; n < sweeps; n++)
    {
        for (slong j = 0; j < cells; j++)
            next[j] = 0.5f * mass[j];
        for (int k = 0; k < LYC_BOX_BLOCKS; k++)
        {
            const lyc_box_block *b = s->pieces->block + k;
            slong i = 0;
            for (slong j = b->begin; j < b->end; j++)
                for (; i < c[k].end[j - b->begin]; i++)
                    next[c[k].all.to[i]] += 0.5f * c[k].all.weight[i] * mass[j];
        }
        memcpy(mass, next, (size_t)cells * sizeof *mass);
    }
    free(next);
}

void lyc_box_approx_dual(lyc_box_solver_t s, int sweeps)
{
    const slong cells = s->tree->cells;
    const size_t n = (size_t)cells;
    float *mass = lyc_malloc(n * sizeof *mass);
    s->dual = lyc_realloc(s->dual, n * sizeof *s->dual);
    for (int side = 0; side < 2; side++)
    {
        const int32_t extreme = extreme_cell(s, side);
        chain c[LYC_BOX_BLOCKS] = {0};
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(s->threads)
#endif
        for (int k = 0; k < LYC_BOX_BLOCKS; k++)
            choose(c + k, s, s->pieces->block + k, side, extreme);
        transport(mass, c, s, sweeps);
        for (slong j = 0; j < cells; j++)
            s->dual[j] = (side ? s->dual[j] : 0) + 0.5f * mass[j];
        for (int k = 0; k < LYC_BOX_BLOCKS; k++)
        {
            choice_clear(&c[k].all);
            free(c[k].end);
        }
    }
    free(mass);
}
