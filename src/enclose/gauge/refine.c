/* Which cones to halve. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

/* Norms of rays stay below 2^300: products of a few of them are doubles. */
#define MIN_WIDTH 0x1p-300

static int descending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

double lyc_gauge_fan_mass(const lyc_gauge_fan_t f, slong j)
{
    return (f->mass[j] + f->mass_lower[j] + f->mass_upper[j]) / 3.0;
}

void lyc_gauge_fan_weights(double *w, const lyc_gauge_fan_t f)
{
    double circle = 0.0;
    for (slong j = 0; j < f->cones; j++)
        circle += f->width[j];
    for (slong j = 0; j < f->cones; j++)
        w[j] = (lyc_gauge_fan_mass(f, j) + f->width[j] / circle +
                1.0 / (double)f->cones) /
               3.0;
}

slong lyc_gauge_refine(lyc_gauge_fan_t f, const double *error,
                       const unsigned char *trapped, double least,
                       double caution, slong cones)
{
    const slong n = f->cones;
    const slong extra = FLINT_MIN(n, FLINT_MAX(1, cones - n));
    double *share = lyc_malloc(sizeof(double) * (size_t)n);
    double *sorted = lyc_malloc(sizeof(double) * (size_t)n);
    unsigned char *halvings = lyc_calloc((size_t)n, 1);
    slong marked = 0;
    double circle = 0.0;
    for (slong j = 0; j < n; j++)
        circle += f->width[j];
    for (slong j = 0; j < n; j++)
    {
        const double mass =
            lyc_gauge_fan_mass(f, j) + caution * f->width[j] / circle;
        sorted[j] = share[j] = f->width[j] > MIN_WIDTH ? mass * error[j] : 0.0;
    }
    qsort(sorted, (size_t)n, sizeof(double), descending);
    const double bar = sorted[extra - 1];
    for (slong j = 0; j < n && marked < extra; j++)
        if (trapped[j] && error[j] > least && f->width[j] > MIN_WIDTH)
        {
            halvings[j] = 1;
            marked++;
        }
    for (slong j = 0; j < n && marked < extra; j++)
        if (halvings[j] == 0 && share[j] >= bar && share[j] > 0.0)
        {
            halvings[j] = 1;
            marked++;
        }
    if (marked > 0)
        lyc_gauge_fan_refine(f, halvings);
    free(share);
    free(sorted);
    free(halvings);
    return marked;
}
