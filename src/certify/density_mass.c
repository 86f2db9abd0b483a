#include "certify/density.h"

#include <math.h>

/* The density of m + alpha s + beta s': 1/(2 alpha) up to alpha - beta from m,
 * falling to 0 at alpha + beta. */
static double density(const lyc_density_row *r, double y)
{
    const double far = r->alpha + r->beta - fabs(y - r->m);
    if (far <= 0)
        return 0;
    return (far >= 2 * r->beta ? 1 : far / (2 * r->beta)) / (2 * r->alpha);
}

/* P(m + alpha s + beta s' <= z). With far = alpha + beta - |z - m| the smaller
 * side has probability far^2/(8 alpha beta), (far - beta)/(2 alpha) from far =
 * 2 beta on. */
static double distribution(const lyc_density_row *r, double z)
{
    const double t = z - r->m, far = r->alpha + r->beta - fabs(t);
    double tail = 0;
    if (far >= 2 * r->beta)
        tail = (far - r->beta) / (2 * r->alpha);
    else if (far > 0)
        tail = far / (2 * r->beta) * far / (4 * r->alpha);
    tail = lyc_max_up(0, lyc_min_up(tail, 0.5));
    return t < 0 ? tail : 1 - tail;
}

/* Ascending; few. */
static void sort(double *x, int n)
{
    for (int i = 1; i < n; i++)
        for (int j = i; j > 0 && x[j - 1] > x[j]; j--)
        {
            const double t = x[j];
            x[j] = x[j - 1];
            x[j - 1] = t;
        }
}

/* The kinks of both factors in y, between the ends of Y_1. */
static int kinks(double x[9], const lyc_density_row *first,
                 const lyc_density_row *second, double u)
{
    const double low = first->m - (first->alpha + first->beta);
    const double high = first->m + (first->alpha + first->beta);
    int n = 0;
    x[n++] = low;
    x[n++] = high;
    if (first->beta > 0)
    {
        x[n++] = first->m - (first->alpha - first->beta);
        x[n++] = first->m + (first->alpha - first->beta);
    }
    if (low < 0 && 0 < high)
        x[n++] = 0;
    for (int i = 0; i < 4 && u != 0; i++)
    {
        const double at =
            second->m + (i & 1 ? 1 : -1) * (i & 2
                                                ? second->alpha + second->beta
                                                : second->alpha - second->beta);
        const double y = at / u;
        if (low < y && y < high)
            x[n++] = y;
    }
    sort(x, n);
    return n;
}

/* Nodes of the rule of Gauss with two of them, which is exact for cubic
 * polynomials: (1 -+ 1/sqrt 3)/2. */
#define NODE 0.21132486540518713

/* Theorem continuous-laws.masses */
double lyc_density_below(const lyc_density_row *first,
                         const lyc_density_row *second, double u)
{
    double x[9], sum = 0;
    const int n = kinks(x, first, second, u);
    for (int i = 0; i + 1 < n; i++)
    {
        const double p = x[i], length = x[i + 1] - p;
        const double y0 = p + NODE * length, y1 = p + (1 - NODE) * length;
        const double f0 = distribution(second, u * y0);
        const double f1 = distribution(second, u * y1);
        const double s0 = y0 > 0 ? f0 : 1 - f0, s1 = y1 > 0 ? f1 : 1 - f1;
        sum += length / 2 * (density(first, y0) * s0 + density(first, y1) * s1);
    }
    return sum;
}

static double size(const lyc_density_row *r)
{
    return fabs(r->m) + r->alpha + r->beta;
}

/* Theorem continuous-laws.masses */
double lyc_density_below_error(const lyc_density_row *first,
                               const lyc_density_row *second)
{
    return 0x1p-40 * (size(first) / first->alpha +
                      (size(first) + size(second)) / second->alpha);
}
