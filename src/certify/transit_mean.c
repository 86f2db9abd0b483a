#include <stdlib.h>
#include <string.h>

#include "certify/transit.h"
#include "certify/transit_round.h"
#include "lyapcert/text.h"

/* After so many sweeps the last increment is repeated. */
#define MAX_SWEEPS 400

/* The least (side < 0) or the largest value over next(q, i). */
static double worst(const lyc_transit_struct *w, const double *value,
                    slong list, int side)
{
    const int32_t *l = w->cell + w->next[list];
    const int32_t *const end = w->cell + w->next[list + 1];
    double best = value[*l];
    for (l++; l < end; l++)
        best = side < 0 ? lyc_min_down(best, value[*l])
                        : lyc_max_up(best, value[*l]);
    return best;
}

/* Without atoms there is one cell, which every step leads back to. */
static double piece_down(const lyc_transit_struct *w, const double *value,
                         slong q)
{
    double sum = w->lower[q];
    if (w->atoms == 0 && sum > -INFINITY)
        sum = lyc_down(sum + value[0]);
    for (slong i = 0; i < w->atoms && sum > -INFINITY; i++)
        sum = lyc_down(sum +
                       lyc_times_down(w->weight_low[i], w->weight_high[i],
                                      worst(w, value, q * w->atoms + i, -1)));
    return sum > -INFINITY ? sum : -INFINITY;
}

/* -inf where some image is 0, whatever the others are: means of positive parts
 * are finite. */
static double piece_up(const lyc_transit_struct *w, const double *value,
                       slong q)
{
    double sum = w->upper[q];
    /* NaN is not -inf, and comes out as inf. */
    if (w->atoms == 0 && sum != -INFINITY)
        sum = value[0] == -INFINITY ? -INFINITY : lyc_up(sum + value[0]);
    for (slong i = 0; i < w->atoms && sum < INFINITY; i++)
    {
        const double t = worst(w, value, q * w->atoms + i, 1);
        if (t == -INFINITY || sum == -INFINITY)
            return -INFINITY;
        sum =
            lyc_up(sum + lyc_times_up(w->weight_low[i], w->weight_high[i], t));
    }
    return sum < INFINITY ? sum : INFINITY;
}

/* Theorem finite-depth.mean */
/* E log(|S_k x|/f_j(x)) >= value[j] (side < 0; else <=) for all x in cell j
 * becomes the same for k + 1 in `out`. Returns a lower (upper) bound of the
 * increments. */
static double sweep_cells(double *out, const double *value,
                          const lyc_transit_struct *w, int side)
{
    double bound = side < 0 ? INFINITY : -INFINITY;
    for (slong j = 0; j < w->cells; j++)
    {
        double y = side < 0 ? INFINITY : -INFINITY;
        for (slong q = w->first[j]; q < w->first[j + 1]; q++)
        {
            const double z =
                side < 0 ? piece_down(w, value, q) : piece_up(w, value, q);
            y = side < 0 ? lyc_min_down(y, z) : lyc_max_up(y, z);
        }
        out[j] = y;
        /* V_{k+1}(j) >= V_k(j) + a (side > 0: <=) whatever a is. */
        if ((side > 0 && y == -INFINITY) || (isinf(y) && y == value[j]))
            continue;
        bound = side < 0 ? lyc_min_down(bound, lyc_down(y - value[j]))
                         : lyc_max_up(bound, lyc_up(y - value[j]));
    }
    return bound;
}

/* Theorem finite-depth.increments */
/* value + n bound; nothing where the bound is not finite. */
static double repeat_increment(double value, double bound, slong n, int side)
{
    if (!(fabs(bound) <= DBL_MAX))
        return side < 0 ? -INFINITY : INFINITY;
    if (value == -INFINITY)
        return value;
    return side < 0 ? lyc_down(value + lyc_down((double)n * bound))
                    : lyc_up(value + lyc_up((double)n * bound));
}

/* value[j] for n steps; 0 when out of time. */
static int run(double *value, const lyc_transit_struct *w, slong n, int side,
               const lyc_limits_t limits)
{
    const size_t bytes = (size_t)w->cells * sizeof(double);
    double *next = lyc_malloc(bytes), bound = 0;
    slong k = 0;
    for (slong j = 0; j < w->cells; j++)
        value[j] = side < 0 ? -w->norm_high[j] : -w->norm_low[j];
    for (; k < n && k < MAX_SWEEPS && !lyc_limits_out_of_time(limits); k++)
    {
        bound = sweep_cells(next, value, w, side);
        memcpy(value, next, bytes);
    }
    const int is_late = k < n && k < MAX_SWEEPS;
    for (slong j = 0; k < n && j < w->cells; j++)
        value[j] = repeat_increment(value[j], bound, n - k, side);
    free(next);
    return !is_late;
}

/* log ||M|| <= kappa + the mean of log |Mx| over unit vectors x,
 * kappa = (psi(d/2) - psi(1/2)) / 2. */
static double kappa_up(slong dim)
{
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    arb_set_si(a, dim);
    arb_mul_2exp_si(a, a, -1);
    arb_digamma(a, a, 64);
    arb_one(b);
    arb_mul_2exp_si(b, b, -1);
    arb_digamma(b, b, 64);
    arb_sub(a, a, b, 64);
    arb_mul_2exp_si(a, a, -1);
    const double y = lyc_arb_up(a);
    arb_clear(a);
    arb_clear(b);
    return y;
}

/* The mean over the sphere of what is at most at[j] on cell j: the largest
 * value, less what the known shares take off it. */
static double sphere_mean_up(const lyc_transit_struct *w, const double *at,
                             double most)
{
    double sum = most;
    for (slong j = 0; j < w->cells; j++)
        if (w->share[j] > 0 && at[j] > -DBL_MAX)
            sum = lyc_up(sum - lyc_down(w->share[j] * lyc_down(most - at[j])));
    return sum;
}

static int lower_means(lyc_transit_means *m, double *value,
                       const lyc_transit_struct *w, slong n,
                       const lyc_limits_t limits)
{
    if (!run(value, w, n, -1, limits))
        return 0;
    m->lower = INFINITY;
    m->norm_lower = -INFINITY;
    for (slong j = 0; j < w->cells; j++)
    {
        const double y = lyc_down(value[j] + w->norm_low[j]);
        m->lower = lyc_min_down(m->lower, y);
        m->norm_lower = lyc_max_down(m->norm_lower, y);
    }
    return 1;
}

static int upper_means(lyc_transit_means *m, double *value,
                       const lyc_transit_struct *w, slong n,
                       const lyc_limits_t limits)
{
    if (!run(value, w, n, 1, limits))
        return 0;
    m->upper = -INFINITY;
    for (slong j = 0; j < w->cells; j++)
    {
        value[j] = value[j] == -INFINITY ? -INFINITY
                                         : lyc_up(value[j] + w->norm_high[j]);
        m->upper = lyc_max_up(m->upper, value[j]);
    }
    m->norm_upper = m->upper;
    if (fabs(m->upper) <= DBL_MAX)
        m->norm_upper =
            lyc_up(sphere_mean_up(w, value, m->upper) + kappa_up(w->dim));
    return 1;
}

/* Theorem finite-depth.mean */
int lyc_transit_mean(lyc_transit_means *m, const lyc_transit_t w, slong n,
                     const lyc_limits_t limits)
{
    double *value = lyc_malloc((size_t)w->cells * sizeof(double));
    const int ok = lower_means(m, value, w, n, limits) &&
                   upper_means(m, value, w, n, limits);
    free(value);
    if (ok && m->norm_upper < m->upper) /* |S x| <= ||S|| |x| */
        m->upper = m->norm_upper;
    return ok;
}
