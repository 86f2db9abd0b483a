#include "certify/density.h"

#include <math.h>
#include <stdlib.h>

/* Heights near their mean as doubles: a constant drops out of the rate, and
 * what is small rounds less. */
static void set_heights(double *h, const lyc_knots_t k)
{
    double mean = 0;
    for (slong i = 0; i < k->length; i++)
        mean += (double)k->height[i] / (double)k->length;
    const int64_t shift = (int64_t)llrint(mean);
    for (slong i = 0; i < k->length; i++)
        h[i] = ldexp((double)(k->height[i] - shift), (int)-k->height_scale);
}

/* sup |h|, and its variation around the circle. */
static double spread(const double *h, slong n)
{
    double most = 0, variation = 0;
    for (slong i = 0; i < n; i++)
    {
        most = lyc_max_up(most, fabs(h[i]));
        variation += fabs(h[(i + 1) % n] - h[i]);
    }
    return (variation + 4 * most) * (1 + 0x1p-30);
}

typedef struct
{
    double low, high;
} range;

/* E log|A x|_max + E h(A x) - h(x) at knot i. */
static range rate(lyc_density_image *im, const lyc_density_t d, slong i,
                  const double *h, const double slope[2], const double curve[2],
                  double all)
{
    double sum = 0;
    lyc_density_knot(im, d, i);
    for (slong j = 0; j < d->n; j++)
        sum += im->mass[j] * ((h[j] + h[(j + 1) % d->n]) / 2);
    const double error =
        (im->error * all + im->curve[0] * curve[0] + im->curve[1] * curve[1] +
         im->inverse * lyc_max_up(slope[0], slope[1]) + 0x1p-48 * (all + 1)) *
        (1 + 0x1p-30);
    const double t = sum - h[i % d->n];
    const range r = {lyc_down(lyc_down(im->low + t) - error),
                     lyc_up(lyc_up(im->high + t) + error)};
    return r;
}

static lyc_verdict_t stop(lyc_diag_t why, const char *text)
{
    lyc_diag_fail(why, LYC_UNDECIDED, "%s", text);
    return LYC_UNDECIDED;
}

/* Theorem continuous-laws.density */
lyc_verdict_t lyc_density_bracket(arf_t lower, arf_t upper, const lyc_knots_t k,
                                  const lyc_affine_law_t f, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t why)
{
    lyc_density_t d;
    lyc_density_image im;
    double low = INFINITY, high = -INFINITY, slope[2], curve[2];
    lyc_verdict_t v = lyc_density_init(d, f, k, prec, why);
    if (v != LYC_PROVED)
    {
        lyc_density_clear(d);
        return v;
    }
    double *h = lyc_malloc((size_t)d->n * sizeof *h);
    im.mass = lyc_malloc((size_t)d->n * sizeof *im.mass);
    set_heights(h, k);
    lyc_density_slopes(slope, curve, d, h);
    const double all = spread(h, d->n);
    range before = rate(&im, d, 0, h, slope, curve, all);
    for (slong i = 0; i < d->n && v == LYC_PROVED; i++)
    {
        if (lyc_limits_out_of_time(limits))
        {
            v = stop(why, "out of time");
        }
        const range after = rate(&im, d, i + 1, h, slope, curve, all);
        const double bend = lyc_density_between(d, i, slope);
        low = lyc_min_down(
            low, lyc_down(lyc_min_down(before.low, after.low) - bend));
        high = lyc_max_up(high,
                          lyc_up(lyc_max_up(before.high, after.high) + bend));
        if (!isfinite(bend) || !isfinite(before.low) ||
            !isfinite(before.high) || !isfinite(after.low) ||
            !isfinite(after.high) || isnan(low) || isnan(high))
            v = stop(why, "a bound is not a number");
        before = after;
    }
    if (v == LYC_PROVED)
    {
        arf_set_d(lower, low);
        arf_set_d(upper, high);
    }
    free(h);
    free(im.mass);
    lyc_density_clear(d);
    return v;
}
