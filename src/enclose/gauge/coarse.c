/* Groups of neighbouring states: the coarse half of a two-grid method.
 *
 * With Q the averages over groups under w and J the functions constant on
 * groups, the coarse matrix is Q (I - P + 1 w^T) J, factored densely. */
#include <string.h>

#include "enclose/gauge/gauge.h"

/* Cuts the line of states into groups of about equal weight. */
static slong assign(int32_t *group, const double *w, slong states, slong groups)
{
    double sum = 0.0;
    slong g = 0;
    for (slong j = 0; j < states; j++)
    {
        if (j > 0 && sum * (double)groups >= (double)(g + 1))
            g++;
        group[j] = (int32_t)g;
        sum += w[j];
    }
    return g + 1;
}

static void fill(double *a, const lyc_gauge_coarse_t g,
                 const lyc_gauge_chain_t c, const double *w)
{
    const slong n = g->groups;
    double *mass = lyc_calloc((size_t)n, sizeof(double));
    for (slong j = 0; j < c->states; j++)
        mass[g->group[j]] += w[j];
    for (slong i = 0; i < n; i++)
        for (slong j = 0; j < n; j++)
            a[i * n + j] = mass[j] + (i == j ? 1.0 : 0.0);
    for (slong j = 0; j < c->states; j++)
    {
        double *row = a + g->group[j] * n;
        g->weight[j] = w[j] / mass[g->group[j]];
        for (slong k = j * c->degree; k < (j + 1) * c->degree; k++)
            row[g->group[c->to[k]]] -= g->weight[j] * c->rate[k];
    }
    free(mass);
}

int lyc_gauge_coarse_init(lyc_gauge_coarse_t g, const lyc_gauge_chain_t c,
                          const double *w, slong groups)
{
    const size_t n = (size_t)c->states;
    g->group = lyc_malloc(n * sizeof(int32_t));
    g->weight = lyc_malloc(n * sizeof(double));
    if (groups >= c->states)
    {
        g->groups = c->states;
        for (slong j = 0; j < c->states; j++)
            g->group[j] = (int32_t)j;
    }
    else
        g->groups = assign(g->group, w, c->states, groups);
    const size_t m = (size_t)g->groups;
    g->lu = lyc_malloc(m * m * sizeof(double));
    g->pivot = lyc_malloc(m * sizeof(slong));
    fill(g->lu, g, c, w);
    return lyc_gauge_lu(g->lu, g->pivot, g->groups);
}

void lyc_gauge_coarse_clear(lyc_gauge_coarse_t g)
{
    free(g->group);
    free(g->weight);
    free(g->lu);
    free(g->pivot);
}

void lyc_gauge_coarse_apply(double *x, const lyc_gauge_coarse_t g, slong states,
                            const double *b)
{
    double *y = lyc_calloc((size_t)g->groups, sizeof(double));
    for (slong j = 0; j < states; j++)
        y[g->group[j]] += g->weight[j] * b[j];
    lyc_gauge_lu_solve(y, g->lu, g->pivot, g->groups);
    for (slong j = 0; j < states; j++)
        x[j] = y[g->group[j]];
    free(y);
}
