#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "enclose/density/density.h"
#include "enclose/gauge/gauge.h"

#define SWEEPS 12
#define SMALL 1e-13

int lyc_density_equation_init(lyc_density_equation *q, const lyc_density_t d,
                              const lyc_limits_t limits)
{
    const slong n = d->n;
    lyc_density_image im;
    q->n = n;
    q->chain = lyc_calloc((size_t)(n * n), sizeof(double));
    q->norm = lyc_malloc((size_t)n * sizeof(double));
    q->slack = lyc_malloc((size_t)n * sizeof(double));
    q->curve = lyc_malloc((size_t)(2 * n) * sizeof(double));
    im.mass = lyc_malloc((size_t)n * sizeof(double));
    int held = 1;
    for (slong i = 0; held && i < n; i++)
    {
        lyc_density_knot(&im, d, i);
        for (slong j = 0; j < n; j++)
        {
            q->chain[i * n + j] += im.mass[j] / 2;
            q->chain[i * n + (j + 1) % n] += im.mass[j] / 2;
        }
        q->norm[i] = (im.low + im.high) / 2;
        q->curve[2 * i] = im.curve[0];
        q->curve[2 * i + 1] = im.curve[1];
        held = isfinite(q->norm[i]) && !lyc_limits_out_of_time(limits);
    }
    free(im.mass);
    return held;
}

void lyc_density_equation_clear(lyc_density_equation *q)
{
    free(q->chain);
    free(q->norm);
    free(q->slack);
    free(q->curve);
}

/* out = P h */
static void step(double *out, const lyc_density_equation *q, const double *h)
{
    const slong n = q->n;
    for (slong i = 0; i < n; i++)
    {
        const double *row = q->chain + i * n;
        double sum[4] = {0, 0, 0, 0};
        slong j = 0;
        for (; j + 4 <= n; j += 4)
            for (int c = 0; c < 4; c++)
                sum[c] += row[j + c] * h[j + c];
        for (; j < n; j++)
            sum[0] += row[j] * h[j];
        out[i] = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
}

void lyc_density_residual(double *out, const lyc_density_equation *q,
                          const double *h)
{
    step(out, q, h);
    for (slong i = 0; i < q->n; i++)
        out[i] += q->norm[i] - h[i];
}

int lyc_density_coarse_init(lyc_density_coarse *c,
                            const lyc_density_equation *q, const int64_t *at)
{
    const slong n = q->n;
    const size_t cells = (size_t)(n * n);
    c->n = n;
    c->at = lyc_malloc((size_t)n * sizeof *c->at);
    c->lu = lyc_malloc(cells * sizeof *c->lu);
    c->pivot = lyc_malloc((size_t)n * sizeof *c->pivot);
    memcpy(c->at, at, (size_t)n * sizeof *at);
    for (slong i = 0; i < n; i++)
        for (slong j = 0; j < n; j++)
            c->lu[i * n + j] = (i == j) + 1 / (double)n - q->chain[i * n + j];
    return lyc_gauge_lu(c->lu, c->pivot, n);
}

void lyc_density_coarse_clear(lyc_density_coarse *c)
{
    free(c->at);
    free(c->lu);
    free(c->pivot);
}

/* y at the coarse knots, all of which are among at. */
static void restrict_to(double *z, const lyc_density_coarse *c, const double *y,
                        const int64_t *at)
{
    slong i = 0;
    for (slong j = 0; j < c->n; j++)
    {
        while (at[i] != c->at[j])
            i++;
        z[j] = y[i];
    }
}

/* y += z, interpolated. */
static void prolong(double *y, const int64_t *at, slong n, const double *z,
                    const lyc_density_coarse *c)
{
    slong j = 0;
    for (slong i = 0; i < n; i++)
    {
        while (j + 1 < c->n && c->at[j + 1] <= at[i])
            j++;
        const int64_t end =
            j + 1 < c->n ? c->at[j + 1] : (int64_t)4 << LYC_DENSITY_SCALE;
        const double s = (double)(at[i] - c->at[j]) / (double)(end - c->at[j]);
        y[i] += (1 - s) * z[j] + s * z[(j + 1) % c->n];
    }
}

/* The residual r of the equation, its part along 1 left out, and what the
 * chain makes of it: h += r + (I - P_c + 1 mu)^-1 P r. */
void lyc_density_improve(double *h, const lyc_density_equation *q,
                         const int64_t *at, const lyc_density_coarse *c)
{
    const size_t n = (size_t)q->n;
    double *r = lyc_malloc(n * sizeof *r), *p = lyc_malloc(n * sizeof *p);
    double *z = lyc_malloc((size_t)c->n * sizeof *z);
    for (int sweep = 0; sweep < SWEEPS; sweep++)
    {
        double mean = 0, most = 0;
        lyc_density_residual(r, q, h);
        restrict_to(z, c, r, at);
        for (slong j = 0; j < c->n; j++)
            mean += z[j] / (double)c->n;
        for (slong i = 0; i < q->n; i++)
        {
            r[i] -= mean;
            most = fmax(most, fabs(r[i]));
        }
        if (!(most > SMALL))
            break;
        step(p, q, r);
        restrict_to(z, c, p, at);
        lyc_gauge_lu_solve(z, c->lu, c->pivot, c->n);
        for (slong i = 0; i < q->n; i++)
            h[i] += r[i];
        prolong(h, at, q->n, z, c);
    }
    free(r);
    free(p);
    free(z);
}
