#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/gauge.h"
#include "certify/mixed.h"

#define MAX_SPAN 128
#define MAX_SCALE 200
#define MAX_OFFSET ((int64_t)1 << 52)

static int is_short(const fmpz_t x)
{
    return fmpz_cmp_si(x, LYC_MESH_MAX_RAY) <= 0 &&
           fmpz_cmp_si(x, -LYC_MESH_MAX_RAY) >= 0;
}

static int in_range(const lyc_fan_t fan, lyc_diag_t d)
{
    int held = fan->is_projective && fan->value_scale >= 0 &&
               fan->value_scale <= MAX_SCALE && fan->offset_scale >= 0 &&
               fan->offset_scale <= MAX_SCALE;
    for (slong j = 0; j < fan->length && held; j++)
        held = is_short(fan->x + j) && is_short(fan->y + j) &&
               fan->lower[j] <= MAX_OFFSET && fan->lower[j] >= -MAX_OFFSET &&
               fan->upper[j] <= MAX_OFFSET && fan->upper[j] >= -MAX_OFFSET;
    return held || lyc_diag_fail(d, LYC_DISPROVED,
                                 "a ray, an offset or a scale of the fan is "
                                 "out of range");
}

static double *doubles(slong n)
{
    return lyc_malloc((size_t)n * sizeof(double));
}

/* Coordinates are exact; fhat = value max(|x|, |y|) 2^-scale, two roundings. */
static void set_ray(lyc_mixed_fan *w, const lyc_fan_t fan, slong j)
{
    const double x = fmpz_get_d(fan->x + j), y = fmpz_get_d(fan->y + j);
    for (int turn = 0; turn < 4; turn++)
    {
        const slong l = j + turn * w->n;
        w->x[l] = turn % 2 == 0 ? x : -x;
        w->y[l] = turn % 2 == 0 ? y : -y;
        w->size[l] = fabs(x) + fabs(y);
    }
    const double norm = lyc_max_up(fabs(x), fabs(y));
    const double f =
        ldexp((double)fan->value[j] * norm, (int)-fan->value_scale);
    w->gauge_low[j] = lyc_down(lyc_down(f));
    w->gauge_high[j] = lyc_up(lyc_up(f));
    w->lower[j] = ldexp((double)fan->lower[j], (int)-fan->offset_scale);
    w->upper[j] = ldexp((double)fan->upper[j], (int)-fan->offset_scale);
    w->least_lower = lyc_min_down(w->least_lower, w->lower[j]);
    w->most_upper = lyc_max_up(w->most_upper, w->upper[j]);
    w->c_low = lyc_min_down(w->c_low, lyc_down(w->gauge_low[j] / norm));
}

/* On cone l fhat = <v, x>; |v_x| + |v_y| upward bounds fhat/|x|_max. */
static double slope(const lyc_mixed_fan *w, slong l)
{
    const slong k = l + 1;
    const double f = w->gauge_high[l], g = w->gauge_high[k % w->n];
    const double det =
        lyc_down(lyc_down(w->x[l] * w->y[k]) - lyc_up(w->y[l] * w->x[k]));
    const double x =
        lyc_up(lyc_up(f * fabs(w->y[k])) + lyc_up(g * fabs(w->y[l])));
    const double y =
        lyc_up(lyc_up(f * fabs(w->x[k])) + lyc_up(g * fabs(w->x[l])));
    return det > 0 ? lyc_up(lyc_up(x + y) / det) : INFINITY;
}

int lyc_mixed_fan_init(lyc_mixed_fan *w, const lyc_fan_t fan, lyc_diag_t d)
{
    memset(w, 0, sizeof *w);
    if (!lyc_fan_prove(fan, d) || !in_range(fan, d))
        return 0;
    w->n = fan->length;
    w->x = doubles(4 * w->n);
    w->y = doubles(4 * w->n);
    w->size = doubles(4 * w->n);
    w->gauge_low = doubles(w->n);
    w->gauge_high = doubles(w->n);
    w->lower = doubles(w->n);
    w->upper = doubles(w->n);
    w->least_lower = INFINITY;
    w->most_upper = -INFINITY;
    w->c_low = INFINITY;
    for (slong j = 0; j < w->n; j++)
        set_ray(w, fan, j);
    for (slong l = 0; l < w->n; l++)
        w->c_high = lyc_max_up(w->c_high, slope(w, l));
    w->span = FLINT_MIN(w->n - 1, MAX_SPAN);
    w->sector = lyc_calloc((size_t)(w->n * w->span), sizeof *w->sector);
    return 1;
}

void lyc_mixed_fan_clear(lyc_mixed_fan *w)
{
    free(w->x);
    free(w->y);
    free(w->size);
    free(w->gauge_low);
    free(w->gauge_high);
    free(w->lower);
    free(w->upper);
    free(w->sector);
}

slong lyc_mixed_fan_locate(const lyc_mixed_fan *w, double x, double y)
{
    const double side = w->x[0] * y - w->y[0] * x;
    const int ahead = side > 0 || (side == 0 && w->x[0] * x + w->y[0] * y > 0);
    const slong base = ahead ? 2 * w->n : w->n;
    slong low = base, high = base + w->n;
    while (high - low > 1)
    {
        const slong l = low + (high - low) / 2;
        if (w->x[l] * y - w->y[l] * x >= 0)
            low = l;
        else
            high = l;
    }
    return low;
}

static double apply(const double v[2], const lyc_mixed_fan *w, slong l)
{
    return v[0] * w->x[l] + v[1] * w->y[l];
}

/* About the functional with the values of fhat at R_l and R_m. */
static void through(double v[2], const lyc_mixed_fan *w, slong l, slong m)
{
    const double f = w->gauge_low[l % w->n], g = w->gauge_low[m % w->n];
    const double det = w->x[l] * w->y[m] - w->y[l] * w->x[m];
    v[0] = (f * w->y[m] - g * w->y[l]) / det;
    v[1] = (w->x[l] * g - w->x[m] * f) / det;
}

/* v, scaled so that it is just below (side -1) or above (side 1) fhat on the
 * rays l, …, m; returns the mean of its ratios to fhat, or NaN. */
static double fit(double v[2], const lyc_mixed_fan *w, slong l, slong m,
                  int side)
{
    double factor = side < 0 ? INFINITY : 0, sum = 0;
    for (slong i = l; i <= m; i++)
    {
        const double ratio = w->gauge_low[i % w->n] / apply(v, w, i);
        if (!(ratio > 0))
            return NAN;
        factor =
            side < 0 ? lyc_min_down(factor, ratio) : lyc_max_up(factor, ratio);
        sum += 1 / ratio;
    }
    factor *= 1 + side * 0x1p-44;
    v[0] *= factor;
    v[1] *= factor;
    return factor * sum / (double)(m - l + 1);
}

/* The proof: fhat is linear between rays, so that its rays decide. */
static int holds(const double v[2], const lyc_mixed_fan *w, slong l, slong m,
                 int side)
{
    if (!isfinite(v[0]) || !isfinite(v[1]))
        return 0;
    for (slong i = l; i <= m; i++)
    {
        const double a = v[0] * w->x[i], b = v[1] * w->y[i];
        if (side < 0
                ? !(lyc_up(lyc_up(a) + lyc_up(b)) <= w->gauge_low[i % w->n])
                : !(lyc_down(lyc_down(a) + lyc_down(b)) >=
                    w->gauge_high[i % w->n]))
            return 0;
    }
    return 1;
}

/* The best of a tangent in the middle, the chord, and their mean. */
static int choose(double best[2], const lyc_mixed_fan *w, slong l, slong m,
                  int side)
{
    const slong middle = l + (m - l - 1) / 2;
    double v[3][2], score = NAN;
    through(v[0], w, middle, middle + 1);
    through(v[1], w, l, m);
    for (int c = 0; c < 2; c++)
        v[2][c] = (v[0][c] + v[1][c]) / 2;
    for (int i = 0; i < 3; i++)
    {
        const double s = side * fit(v[i], w, l, m, side);
        if (s < score || (isnan(score) && !isnan(s)))
        {
            score = s;
            best[0] = v[i][0];
            best[1] = v[i][1];
        }
    }
    return !isnan(score) && holds(best, w, l, m, side);
}

static void make_sector(lyc_mixed_sector *s, const lyc_mixed_fan *w, slong l,
                        slong cones)
{
    s->offset_low = INFINITY;
    s->offset_high = -INFINITY;
    for (slong i = l; i < l + cones; i++)
    {
        s->offset_low = lyc_min_down(s->offset_low, w->lower[i % w->n]);
        s->offset_high = lyc_max_up(s->offset_high, w->upper[i % w->n]);
    }
    s->state = choose(s->low, w, l, l + cones, -1) &&
                       choose(s->high, w, l, l + cones, 1)
                   ? 1
                   : -1;
}

/* Theorem continuous-laws.functionals */
const lyc_mixed_sector *lyc_mixed_fan_sector(lyc_mixed_fan *w,
                                             lyc_mixed_sector *own, slong l,
                                             slong cones)
{
    if (cones > w->span)
    {
        make_sector(own, w, l, cones);
        return own;
    }
    lyc_mixed_sector *s = w->sector + l * w->span + cones - 1;
    if (s->state == 0)
        make_sector(s, w, l, cones);
    return s;
}
