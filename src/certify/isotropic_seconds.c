#include <math.h>

#include "certify/isotropic.h"

/* A product of balls of 64 bits and its addition, on a slow machine. */
#define OPERATION 2e-7

double lyc_residual_gaussian_seconds(slong d, slong k, const arb_t sigma,
                                     slong prec)
{
    const double s = arf_get_d(arb_midref(sigma), ARF_RND_NEAR);
    const double words = 1 + (double)(prec + 40 + 8 * k) / 64;
    if (d == 2 && k == 1)
        return 0;
    if (k == 1)
        return (100 + 8 / s * sqrt((double)prec)) * OPERATION * words;
    slong J, K;
    if (!lyc_partition_window_approx(&J, &K, k, 0.5 / (s * s), 2 * prec))
        return (double)INFINITY;
    return 2 * (double)(K - J) * (double)(3 * k * k + 8 * k) * OPERATION *
           words;
}

double lyc_radius_seconds(const lyc_radius_t y, slong prec)
{
    const double words = 1 + (double)prec / 64;
    double length = 100;
    for (slong i = 0; i < y->layers; i++)
        length += (double)y->layer[i].length;
    /* nodes times terms, about prec^2/5 nodes */
    return (double)prec * (double)prec / 5 * length * 2 * OPERATION * words;
}
