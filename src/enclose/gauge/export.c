/* Doubles to the integers of the checker's fan. */
#include <math.h>

#include "enclose/gauge/gauge.h"

#define VALUE_BITS 60
#define OFFSET_SCALE 50

/* Offsets in units of 2^-OFFSET_SCALE, shifted to be small. */
static void export_offsets(int64_t *out, const double *c, slong n)
{
    double low = INFINITY, high = -INFINITY;
    for (slong j = 0; j < n; j++)
    {
        low = fmin(low, c[j]);
        high = fmax(high, c[j]);
    }
    const double middle = 0.5 * (low + high);
    for (slong j = 0; j < n; j++)
        out[j] = (int64_t)llrint(
            ldexp(fmax(-1000.0, fmin(1000.0, c[j] - middle)), OFFSET_SCALE));
}

/* Binary exponent of the largest value: values are multiples of
 * 2^-value_scale. */
static int value_scale(const lyc_gauge_fan_t f)
{
    double top = 0.0;
    int exponent;
    for (slong j = 0; j < f->rays; j++)
        top = fmax(top, f->value[j]);
    frexp(top, &exponent);
    return FLINT_MAX(0, FLINT_MIN(1000, VALUE_BITS - exponent));
}

void lyc_gauge_quantise(lyc_gauge_fan_t f)
{
    const int scale = value_scale(f);
    for (slong j = 0; j < f->rays; j++)
        f->value[j] = ldexp(fmax(1.0, rint(ldexp(f->value[j], scale))), -scale);
}

void lyc_gauge_export(lyc_fan_t fan, const lyc_gauge_fan_t f, lyc_acts_t acts)
{
    const int scale = value_scale(f);
    lyc_fan_init(fan, f->rays, f->is_projective);
    fan->acts = acts;
    fan->value_scale = scale;
    fan->offset_scale = OFFSET_SCALE;
    for (slong j = 0; j < f->rays; j++)
    {
        fmpz_set(fan->x + j, f->x + j);
        fmpz_set(fan->y + j, f->y + j);
        fan->value[j] = (int64_t)fmax(1.0, rint(ldexp(f->value[j], scale)));
    }
    export_offsets(fan->lower, f->lower, f->cones);
    export_offsets(fan->upper, f->upper, f->cones);
}
