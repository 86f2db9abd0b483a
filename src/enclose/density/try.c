#include <math.h>
#include <stdlib.h>

#include "enclose/density/density.h"

static const int64_t whole = (int64_t)4 << LYC_DENSITY_SCALE;

void lyc_density_try_init(lyc_density_try_t t, slong m)
{
    t->n = 4 * m;
    t->at = lyc_malloc((size_t)t->n * sizeof *t->at);
    t->height = lyc_calloc((size_t)t->n, sizeof *t->height);
    for (slong i = 0; i < t->n; i++)
        t->at[i] = whole / t->n * i;
    t->at[t->n / 2] = whole / 2;
}

void lyc_density_try_clear(lyc_density_try_t t)
{
    free(t->at);
    free(t->height);
}

void lyc_density_try_split(lyc_density_try_t t, const slong *parts)
{
    lyc_density_try_t next = {{0, NULL, NULL}};
    for (slong i = 0; i < t->n; i++)
        next->n += parts[i];
    next->at = lyc_malloc((size_t)next->n * sizeof *next->at);
    next->height = lyc_malloc((size_t)next->n * sizeof *next->height);
    slong n = 0;
    for (slong i = 0; i < t->n; i++)
    {
        const int64_t end = i + 1 < t->n ? t->at[i + 1] : whole;
        const double rise = t->height[(i + 1) % t->n] - t->height[i];
        for (slong j = 0; j < parts[i]; j++)
        {
            next->at[n] = t->at[i] + (end - t->at[i]) / parts[i] * j;
            next->height[n++] =
                t->height[i] + rise * (double)j / (double)parts[i];
        }
    }
    lyc_density_try_clear(t);
    *t = *next;
}

void lyc_density_try_export(lyc_knots_t knots, const lyc_density_try_t t,
                            lyc_acts_t acts)
{
    lyc_knots_init(knots, t->n);
    knots->acts = acts;
    knots->scale = LYC_DENSITY_SCALE;
    knots->height_scale = LYC_DENSITY_HEIGHT_SCALE;
    for (slong i = 0; i < t->n; i++)
    {
        const double h = fmax(-200, fmin(200, t->height[i]));
        knots->at[i] = t->at[i];
        knots->height[i] = (int64_t)llrint(ldexp(h, LYC_DENSITY_HEIGHT_SCALE));
    }
}
