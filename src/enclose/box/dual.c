/* Dual weights: how much the error of a cell counts in the width. The lower
 * bound is the least mean of r_q over chains of pieces that offsets leave no
 * better choice, the upper one the largest; dual is the mass that these chains
 * have on a cell, the mean of both. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

/* The worst piece's value, and the cells that it sends its mass to. */
typedef struct
{
    double value;
    int32_t *to;
} choice;

/* side 0: as large as possible is the negative of the value. */
static const uint32_t *follow(choice *x, const uint32_t *at,
                              const lyc_box_solver_t s, int side,
                              int32_t extreme)
{
    const double *c = s->offset + side, sign = side ? 1 : -1;
    x->value = sign * lyc_box_float(at[side]);
    at += 2;
    for (slong i = 0; i < s->atoms->length; i++)
    {
        double best = -INFINITY;
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
                x->to[i] = l;
            }
        } while (!(word & LYC_BOX_LAST));
        x->value += s->weight[i] * best;
    }
    return at;
}

/* to: cells x atoms. */
static void choose(int32_t *to, const lyc_box_solver_t s,
                   const lyc_box_block *b, int side, int32_t extreme)
{
    const slong atoms = s->atoms->length;
    choice x = {0, lyc_malloc((size_t)atoms * sizeof *x.to)};
    for (slong j = b->begin; j < b->end; j++)
    {
        const uint32_t *at = b->list + b->start[j - b->begin];
        const uint32_t *end = b->list + b->start[j - b->begin + 1];
        double worst = -INFINITY;
        while (at < end)
        {
            for (slong i = 0; i < atoms; i++)
                x.to[i] = (int32_t)j;
            at = follow(&x, at, s, side, extreme);
            if (!(x.value > worst) && worst > -INFINITY)
                continue;
            worst = x.value;
            memcpy(to + j * atoms, x.to, (size_t)atoms * sizeof *to);
        }
    }
    free(x.to);
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
static void transport(float *mass, const int32_t *to, const lyc_box_solver_t s,
                      int sweeps)
{
    const slong cells = s->tree->cells, atoms = s->atoms->length;
    float *next = lyc_malloc((size_t)cells * sizeof *next);
    for (slong j = 0; j < cells; j++)
        mass[j] = (float)s->mass[j];
    for (int n = 0; n < sweeps; n++)
    {
        for (slong j = 0; j < cells; j++)
            next[j] = 0.5f * mass[j];
        for (slong j = 0; j < cells; j++)
            for (slong i = 0; i < atoms; i++)
                next[to[j * atoms + i]] +=
                    (float)(0.5 * s->weight[i]) * mass[j];
        memcpy(mass, next, (size_t)cells * sizeof *mass);
    }
    free(next);
}

void lyc_box_approx_dual(lyc_box_solver_t s, int sweeps)
{
    const slong cells = s->tree->cells;
    const size_t n = (size_t)cells;
    int32_t *to = lyc_malloc(n * (size_t)s->atoms->length * sizeof *to);
    float *mass = lyc_malloc(n * sizeof *mass);
    s->dual = lyc_realloc(s->dual, n * sizeof *s->dual);
    for (int side = 0; side < 2; side++)
    {
        const int32_t extreme = extreme_cell(s, side);
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(s->threads)
#endif
        for (int k = 0; k < LYC_BOX_BLOCKS; k++)
            choose(to, s, s->pieces->block + k, side, extreme);
        transport(mass, to, s, sweeps);
        for (slong j = 0; j < cells; j++)
            s->dual[j] = (side ? s->dual[j] : 0) + 0.5f * mass[j];
    }
    free(to);
    free(mass);
}
