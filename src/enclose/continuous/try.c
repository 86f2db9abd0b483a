#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "enclose/continuous/continuous.h"

static double *zeros(slong n)
{
    return lyc_calloc((size_t)n, sizeof(double));
}

void lyc_continuous_try_init(lyc_continuous_try_t t, slong n, double split)
{
    t->n = n;
    t->split = split;
    t->height = zeros(n);
    t->lower = zeros(n);
    t->upper = zeros(n);
}

void lyc_continuous_try_clear(lyc_continuous_try_t t)
{
    free(t->height);
    free(t->lower);
    free(t->upper);
}

/* Catmull-Rom: a finer fan should not show the corners of a coarser one. */
static double interpolate(const double *h, slong n, double at)
{
    const slong i = (slong)floor(at);
    const double s = at - (double)i;
    const double p = h[(i - 1 + n) % n], q = h[i % n];
    const double u = h[(i + 1) % n], v = h[(i + 2) % n];
    return q +
           s / 2 *
               (u - p +
                s * (2 * p - 5 * q + 4 * u - v + s * (3 * (q - u) + v - p)));
}

void lyc_continuous_try_resize(lyc_continuous_try_t t, slong n)
{
    lyc_continuous_try_t next;
    lyc_continuous_try_init(next, n, t->split);
    for (slong j = 0; j < n; j++)
        next->height[j] =
            interpolate(t->height, t->n, (double)j * (double)t->n / (double)n);
    lyc_continuous_try_clear(t);
    *t = *next;
}
