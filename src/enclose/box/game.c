/* Offsets by value iteration: Lemma bracket.offsets. */
#include <math.h>

#include "enclose/box/solver.h"

typedef struct
{
    double lower, upper;
} pair;

/* r_q + sum_i p_i min (max) of the offsets of the cells in the lists; an image
 * that may meet any cell counts with the extremes of all offsets. */
static pair value_of(const lyc_box_solver_t s, slong q, const double *c,
                     pair extreme)
{
    const lyc_box_pieces_struct *p = s->pieces;
    const int32_t *at = p->list + p->start[q];
    pair v = {p->lower[q], p->upper[q]};
    for (slong i = 0; i < s->atoms->length; i++)
    {
        int32_t n = *at++;
        pair m = n > 0 ? (pair){INFINITY, -INFINITY} : extreme;
        for (; n > 0; n--, at++)
        {
            const double low = c[2 * *at], high = c[2 * *at + 1];
            m.lower = low < m.lower ? low : m.lower;
            m.upper = high > m.upper ? high : m.upper;
        }
        v.lower += s->weight[i] * m.lower;
        v.upper += s->weight[i] * m.upper;
    }
    return v;
}

static pair extremes(const double *c, slong cells)
{
    pair e = {INFINITY, -INFINITY};
    for (slong j = 0; j < cells; j++)
    {
        e.lower = fmin(e.lower, c[2 * j]);
        e.upper = fmax(e.upper, c[2 * j + 1]);
    }
    return e;
}

/* The extremes over the pieces of cell j. */
static pair value_on(const lyc_box_solver_t s, slong j, const double *c,
                     pair extreme)
{
    const lyc_box_pieces_struct *p = s->pieces;
    pair v = {INFINITY, -INFINITY};
    for (slong q = p->first[j]; q < p->first[j + 1]; q++)
    {
        const pair x = value_of(s, q, c, extreme);
        v.lower = x.lower < v.lower ? x.lower : v.lower;
        v.upper = x.upper > v.upper ? x.upper : v.upper;
    }
    return v;
}

/* One sweep from c to next; what c proves, with means of the moves. */
static pair sweep(double *next, const double *c, const lyc_box_solver_t s,
                  pair *mean)
{
    const slong cells = s->pieces->cells;
    const pair extreme = extremes(c, cells);
    pair proved = {INFINITY, -INFINITY};
    *mean = (pair){0, 0};
#ifdef _OPENMP
#pragma omp parallel for num_threads(s->threads)
#endif
    for (slong j = 0; j < cells; j++)
    {
        const pair v = value_on(s, j, c, extreme);
        next[2 * j] = v.lower;
        next[2 * j + 1] = v.upper;
    }
    for (slong j = 0; j < cells; j++)
    {
        const double down = next[2 * j] - c[2 * j];
        const double up = next[2 * j + 1] - c[2 * j + 1];
        proved.lower = down < proved.lower ? down : proved.lower;
        proved.upper = up > proved.upper ? up : proved.upper;
        mean->lower += s->mass[j] * down;
        mean->upper += s->mass[j] * up;
    }
    return proved;
}

void lyc_box_approx_offsets(lyc_box_solver_t s, double tol, int sweeps)
{
    const slong cells = s->tree->cells;
    double *c = s->offset;
    double *next = lyc_malloc(2 * (size_t)cells * sizeof *next);
    double *best = lyc_malloc(2 * (size_t)cells * sizeof *best);
    pair reached = {-INFINITY, INFINITY}, mean;
    for (int n = 0; n < sweeps; n++)
    {
        const pair p = sweep(next, c, s, &mean);
        s->sweeps++;
        for (int side = 0; side < 2; side++)
        {
            const int better =
                side == 0 ? p.lower > reached.lower : p.upper < reached.upper;
            for (slong j = 0; better && j < cells; j++)
                best[2 * j + side] = c[2 * j + side];
        }
        reached.lower = fmax(reached.lower, p.lower);
        reached.upper = fmin(reached.upper, p.upper);
        for (slong j = 0; j < cells; j++)
        {
            c[2 * j] = next[2 * j] - mean.lower;
            c[2 * j + 1] = next[2 * j + 1] - mean.upper;
        }
        if (mean.lower - reached.lower < tol &&
            reached.upper - mean.upper < tol)
            break;
    }
    for (slong j = 0; j < 2 * cells; j++)
        c[j] = best[j];
    s->lower = s->lambda + reached.lower;
    s->upper = s->lambda + reached.upper;
    free(next);
    free(best);
}

void lyc_box_approx_errors(lyc_box_solver_t s)
{
    const lyc_box_pieces_struct *p = s->pieces;
    const slong cells = p->cells;
    double *c = lyc_malloc(2 * (size_t)cells * sizeof *c);
    for (slong j = 0; j < cells; j++)
        c[2 * j] = c[2 * j + 1] =
            0.5 * (s->offset[2 * j] + s->offset[2 * j + 1]);
    const pair extreme = extremes(c, cells);
    s->error = lyc_realloc(s->error, (size_t)cells * sizeof(double));
    s->estimate = 0;
    for (slong j = 0; j < cells; j++)
    {
        const pair v = value_on(s, j, c, extreme);
        s->error[j] = v.upper - v.lower;
        if (s->is_one_sided)
            s->error[j] = fmax(0, v.upper - c[2 * j]);
        s->estimate += s->mass[j] * s->error[j];
    }
    free(c);
}
