#include <math.h>
#include <stdlib.h>

#include "enclose/continuous/continuous.h"
#include "enclose/gauge/gauge.h"

/* Beyond so many cones the equation is solved by sweeps. */
#define DIRECT 700
#define SWEEPS 200
#define DISCOUNT 0.99

int lyc_continuous_rates_init(lyc_continuous_rates_t r, const lyc_mesh_t mesh,
                              const lyc_affine_law_t f,
                              const lyc_limits_t limits)
{
    lyc_mixed_t m;
    lyc_diag_t d;
    lyc_diag_init(d);
    r->n = mesh->fan->length;
    const size_t n = (size_t)r->n;
    r->lower = lyc_calloc(n, sizeof(double));
    r->upper = lyc_calloc(n, sizeof(double));
    r->mass = lyc_calloc(n * n, sizeof(double));
    int held = lyc_mixed_init(m, f, mesh, 128, d) == LYC_PROVED;
    for (slong j = 0; held && j < r->n; j++)
    {
        lyc_mixed_bound b = {.mass = r->mass + j * r->n};
        lyc_mixed_cone(&b, m, mesh->fan, j);
        r->lower[j] = b.lower;
        r->upper[j] = b.upper;
        held = !lyc_limits_out_of_time(limits);
    }
    lyc_mixed_clear(m);
    lyc_diag_clear(d);
    return held;
}

void lyc_continuous_rates_clear(lyc_continuous_rates_t r)
{
    free(r->lower);
    free(r->upper);
    free(r->mass);
}

/* The chain jumps to a cone at random where the kernel met no direction. */
static double total(const lyc_continuous_rates_t r, slong j)
{
    double sum = 0;
    for (slong l = 0; l < r->n; l++)
        sum += r->mass[j * r->n + l];
    return sum;
}

/* (I - P + 1 w^T) c = rate - const, w uniform: the constant drops out; with P
 * made smaller by DISCOUNT, as chains may be periodic. */
static int direct(double *c, const lyc_continuous_rates_t r, const double *rate)
{
    const slong n = r->n;
    double *a = lyc_malloc((size_t)(n * n) * sizeof(double));
    slong *pivot = lyc_malloc((size_t)n * sizeof(slong));
    for (slong j = 0; j < n; j++)
    {
        const double sum = total(r, j);
        for (slong l = 0; l < n; l++)
            a[j * n + l] =
                (j == l) + 1 / (double)n -
                DISCOUNT * (sum > 0 ? r->mass[j * n + l] / sum : 1 / (double)n);
        c[j] = rate[j];
    }
    const int held = lyc_gauge_lu(a, pivot, n);
    if (held)
        lyc_gauge_lu_solve(c, a, pivot, n);
    free(a);
    free(pivot);
    return held;
}

static void by_sweeps(double *c, const lyc_continuous_rates_t r,
                      const double *rate)
{
    const slong n = r->n;
    double *next = lyc_malloc((size_t)n * sizeof(double));
    for (slong j = 0; j < n; j++)
        c[j] = 0;
    for (slong k = 0; k < SWEEPS; k++)
    {
        double mean = 0;
        for (slong j = 0; j < n; j++)
        {
            next[j] = rate[j];
            for (slong l = 0; l < n; l++)
                next[j] += r->mass[j * n + l] * c[l];
            next[j] = (next[j] + c[j]) / 2;
            mean += next[j] / (double)n;
        }
        for (slong j = 0; j < n; j++)
            c[j] = next[j] - mean;
    }
    free(next);
}

int lyc_continuous_level(double *c, const lyc_continuous_rates_t r,
                         const double *rate)
{
    for (slong j = 0; j < r->n; j++)
        if (!isfinite(rate[j]))
            return 0;
    if (r->n > DIRECT)
        by_sweeps(c, r, rate);
    else if (!direct(c, r, rate))
        return 0;
    double mean = 0;
    for (slong j = 0; j < r->n; j++)
        mean += c[j] / (double)r->n;
    for (slong j = 0; j < r->n; j++)
        c[j] -= mean;
    return isfinite(mean);
}
