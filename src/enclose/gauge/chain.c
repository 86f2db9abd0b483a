/* Sparse stochastic matrices. */
#include "enclose/gauge/gauge.h"

void lyc_gauge_chain_init(lyc_gauge_chain_t c, slong states, slong degree)
{
    const size_t n = (size_t)(states * degree);
    c->states = states;
    c->degree = degree;
    c->to = lyc_malloc(n * sizeof(int32_t));
    c->rate = lyc_malloc(n * sizeof(double));
}

void lyc_gauge_chain_clear(lyc_gauge_chain_t c)
{
    free(c->to);
    free(c->rate);
}

void lyc_gauge_chain_apply(double *y, const lyc_gauge_chain_t c,
                           const double *w, const double *x)
{
    const slong m = c->degree;
    double mean = 0.0;
    for (slong j = 0; j < c->states; j++)
        mean += w[j] * x[j];
    for (slong j = 0; j < c->states; j++)
    {
        const int32_t *to = c->to + j * m;
        const double *rate = c->rate + j * m;
        double sum = 0.0;
        for (slong k = 0; k < m; k++)
            sum += rate[k] * x[to[k]];
        y[j] = x[j] - sum + mean;
    }
}
