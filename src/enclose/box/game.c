/* Offsets by value iteration: Lemma bracket.offsets. Plain sweeps only: then
 * what c proves never gets worse from sweep to sweep. */
#include <math.h>

#include "enclose/box/solver.h"

typedef struct
{
    double lower, upper;
} pair;

static const pair nothing = {INFINITY, -INFINITY};

static void widen(pair *v, double lower, double upper)
{
    v->lower = lower < v->lower ? lower : v->lower;
    v->upper = upper > v->upper ? upper : v->upper;
}

/* r_q + sum_i p_i min (max) of offsets and ratios of the cells listed; an image
 * that may meet any cell counts with the extremes of all offsets. Returns where
 * the next piece begins. */
static const uint32_t *value_of(pair *v, const uint32_t *at, const double *c,
                                const pair *extreme)
{
    v->lower = lyc_box_float(*at++);
    v->upper = lyc_box_float(*at++);
    for (uint32_t images = *at++; images > 0; images--)
    {
        const double weight = lyc_box_float(*at++);
        pair m = nothing;
        uint32_t word;
        do
        {
            word = *at++;
            const uint32_t l = word & LYC_BOX_NUMBER;
            if (l == LYC_BOX_WILD)
                m = *extreme;
            else if (word & LYC_BOX_ALONE)
                widen(&m, c[2 * l], c[2 * l + 1]);
            else
            {
                const uint32_t ratios = *at++;
                widen(&m, c[2 * l] + lyc_box_float(ratios & 0xffff0000),
                      c[2 * l + 1] + lyc_box_float(ratios << 16));
            }
        } while (!(word & LYC_BOX_LAST));
        v->lower += weight * m.lower;
        v->upper += weight * m.upper;
    }
    return at;
}

static pair extremes(const double *c, slong cells)
{
    pair e = nothing;
    for (slong j = 0; j < cells; j++)
        widen(&e, c[2 * j], c[2 * j + 1]);
    return e;
}

/* The extremes over the pieces of cell j. */
static pair value_on(const lyc_box_block *b, slong j, const double *c,
                     const pair *extreme)
{
    const uint32_t *at = b->list + b->start[j - b->begin];
    const uint32_t *end = b->list + b->start[j - b->begin + 1];
    pair v = nothing, x;
    while (at < end)
    {
        at = value_of(&x, at, c, extreme);
        widen(&v, x.lower, x.upper);
    }
    return v;
}

/* What c proves, with means of the moves. */
typedef struct
{
    pair proved, mean;
} outcome;

static outcome sweep_block(double *next, const double *c,
                           const lyc_box_solver_t s, const lyc_box_block *b,
                           const pair *extreme)
{
    outcome o = {nothing, {0, 0}};
    for (slong j = b->begin; j < b->end; j++)
    {
        const pair v = value_on(b, j, c, extreme);
        const double down = v.lower - c[2 * j], up = v.upper - c[2 * j + 1];
        next[2 * j] = v.lower;
        next[2 * j + 1] = v.upper;
        widen(&o.proved, down, up);
        o.mean.lower += s->mass[j] * down;
        o.mean.upper += s->mass[j] * up;
    }
    return o;
}

/* One sweep from c to next. */
static outcome sweep(double *next, const double *c, const lyc_box_solver_t s)
{
    const pair extreme = extremes(c, s->tree->cells);
    outcome all = {nothing, {0, 0}}, part[LYC_BOX_BLOCKS];
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(s->threads)
#endif
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
        part[n] = sweep_block(next, c, s, s->pieces->block + n, &extreme);
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
    {
        widen(&all.proved, part[n].proved.lower, part[n].proved.upper);
        all.mean.lower += part[n].mean.lower;
        all.mean.upper += part[n].mean.upper;
    }
    return all;
}

void lyc_box_approx_offsets(lyc_box_solver_t s, double tol, int sweeps)
{
    const slong cells = s->tree->cells;
    double *c = s->offset;
    double *next = lyc_malloc(2 * (size_t)cells * sizeof *next);
    outcome o = {nothing, {0, 0}};
    for (slong j = 0; j < 2 * cells && s->is_continuous; j++)
        c[j] = 0;
    for (int n = 0; n < sweeps; n++)
    {
        o = sweep(next, c, s);
        s->sweeps++;
        if (n == sweeps - 1 || s->is_continuous ||
            (o.mean.lower - o.proved.lower < tol &&
             o.proved.upper - o.mean.upper < tol))
            break;
        for (slong j = 0; j < cells; j++)
        {
            c[2 * j] = next[2 * j] - o.mean.lower;
            c[2 * j + 1] = next[2 * j + 1] - o.mean.upper;
        }
    }
    s->lower = s->lambda + o.proved.lower;
    s->upper = s->lambda + o.proved.upper;
    free(next);
}

void lyc_box_approx_errors(lyc_box_solver_t s)
{
    const slong cells = s->tree->cells;
    double *c = lyc_malloc(2 * (size_t)cells * sizeof *c);
    for (slong j = 0; j < cells; j++)
    {
        const double low = s->offset[2 * j], high = s->offset[2 * j + 1];
        c[2 * j] = c[2 * j + 1] = s->is_one_sided ? high : 0.5 * (low + high);
    }
    const pair extreme = extremes(c, cells);
    s->error = lyc_realloc(s->error, (size_t)cells * sizeof *s->error);
    s->estimate = 0;
    s->open = 0;
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
    {
        const lyc_box_block *b = s->pieces->block + n;
        for (slong j = b->begin; j < b->end; j++)
        {
            const pair v = value_on(b, j, c, &extreme);
            const int is_open =
                !s->is_one_sided && v.lower - c[2 * j] < -0.5 * LYC_BOX_MOST;
            const double error = v.upper - v.lower;
            const double most = s->is_one_sided ? 1 : LYC_BOX_MOST;
            s->open += is_open;
            s->error[j] = is_open ? INFINITY : (float)fmin(error, most);
            s->estimate += s->mass[j] * fmin(error, most);
        }
    }
    free(c);
}
