/* A simplicial cone, narrower than the octant, that a positive law keeps. */
#include <math.h>

#include "enclose/collocation/collocation.h"

#define STEPS 200
#define BITS 16

/* mean = sum p_i |A_i|; 0 when an atom has entries of both signs. */
static int absolute_mean(double *mean, const lyc_law_t law)
{
    arb_t t, p;
    int ok = 1;
    arb_init(t);
    arb_init(p);
    for (int j = 0; j < 9; j++)
        mean[j] = 0;
    for (slong i = 0; i < law->length; i++)
    {
        double low = 0, high = 0;
        lyc_number_get_arb(p, law->weight + i, 64);
        for (int j = 0; j < 9; j++)
        {
            lyc_number_get_arb(t, law->atom[i].entry + j, 64);
            const double x = arf_get_d(arb_midref(t), ARF_RND_NEAR);
            low = fmin(low, x);
            high = fmax(high, x);
            mean[j] += arf_get_d(arb_midref(p), ARF_RND_NEAR) * fabs(x);
        }
        ok = ok && (low == 0 || high == 0);
    }
    arb_clear(t);
    arb_clear(p);
    return ok;
}

/* v > 0 near the leading eigenvector, sum 1. */
static int leading(double *v, const double *mean)
{
    for (int i = 0; i < 3; i++)
        v[i] = 1 / 3.0;
    for (int step = 0; step < STEPS; step++)
    {
        double w[3], sum = 0;
        for (int i = 0; i < 3; i++)
        {
            w[i] = 0;
            for (int j = 0; j < 3; j++)
                w[i] += mean[3 * i + j] * v[j];
            sum += w[i];
        }
        for (int i = 0; i < 3; i++)
            v[i] = w[i] / sum;
    }
    return v[0] > 1e-3 && v[1] > 1e-3 && v[2] > 1e-3;
}

/* u_k = (1 - share) 3 v_k e_k + share v: the mean of the three is v. */
static void set_edges(lyc_square_t q, const double *v, double share)
{
    for (int k = 0; k < 3; k++)
        for (int i = 0; i < 3; i++)
        {
            const double x =
                share * v[i] + (i == k ? (1 - share) * 3 * v[k] : 0);
            fmpz_set_d(q->end + 3 * k + i, nearbyint(ldexp(x, BITS)));
        }
}

/* All entries of the letters are away from 0: images are inside. */
static int is_strict(const lyc_solid_t solid)
{
    for (slong i = 0; i < solid->length; i++)
    {
        const arb_struct *b = solid->letter[i].b;
        double low = INFINITY, high = 0;
        for (int j = 0; j < 9; j++)
        {
            const double x = arf_get_d(arb_midref(b + j), ARF_RND_NEAR);
            low = fmin(low, x);
            high = fmax(high, x);
        }
        if (!(low > 1e-4 * high))
            return 0;
    }
    return 1;
}

static int holds(const lyc_square_t q, const lyc_law_t law,
                 const lyc_limits_t limits)
{
    lyc_solid_t solid;
    lyc_diag_t why;
    lyc_diag_init(why);
    const int ok =
        lyc_solid_init(solid, q, law, 64, limits, why) == LYC_PROVED &&
        is_strict(solid);
    lyc_solid_clear(solid);
    lyc_diag_clear(why);
    return ok;
}

#define SHARES 20

int lyc_solid_find(lyc_square_t q, const lyc_law_t law,
                   const lyc_limits_t limits)
{
    double mean[9], v[3];
    if (!absolute_mean(mean, law) || !leading(v, mean))
        return 0;
    for (int i = SHARES - 1; i >= 0; i--)
    {
        set_edges(q, v, i / (double)SHARES);
        if (holds(q, law, limits))
            return 1;
    }
    return 0;
}
