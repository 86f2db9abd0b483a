#include <math.h>

#include "enclose/continuous/continuous.h"

#define RAY_BITS 24
#define VALUE_SCALE 50
#define OFFSET_SCALE 44

/* Ray j at the angle pi j / n; on the square of half-width 2^RAY_BITS. */
static void set_ray(lyc_fan_t fan, const lyc_continuous_try_t t, slong j)
{
    const double angle = 3.14159265358979323846 * (double)j / (double)t->n;
    const double x = cos(angle), y = sin(angle);
    const double most = fmax(fabs(x), fabs(y));
    const double u = rint(ldexp(x / most, RAY_BITS));
    const double v = rint(ldexp(y / most, RAY_BITS));
    fmpz_set_si(fan->x + j, (slong)u);
    fmpz_set_si(fan->y + j, (slong)v);
    /* fhat = |R| e^height = value max(|x|, |y|) 2^-scale */
    const double value = hypot(u, v) / fmax(fabs(u), fabs(v)) *
                         exp(fmax(-8.0, fmin(8.0, t->height[j])));
    fan->value[j] = (int64_t)llrint(ldexp(value, VALUE_SCALE));
}

static int64_t offset(double c)
{
    return (int64_t)llrint(ldexp(fmax(-100.0, fmin(100.0, c)), OFFSET_SCALE));
}

void lyc_continuous_export(lyc_mesh_t mesh, const lyc_continuous_try_t t,
                           const lyc_affine_law_t f, lyc_acts_t acts)
{
    lyc_mesh_init(mesh);
    lyc_fan_clear(mesh->fan);
    lyc_fan_init(mesh->fan, t->n, 1);
    mesh->fan->acts = acts;
    mesh->fan->value_scale = VALUE_SCALE;
    mesh->fan->offset_scale = OFFSET_SCALE;
    for (slong j = 0; j < t->n; j++)
    {
        set_ray(mesh->fan, t, j);
        mesh->fan->lower[j] = offset(t->lower[j]);
        mesh->fan->upper[j] = offset(t->upper[j]);
    }
    lyc_continuous_cuts(mesh, f, t->split);
}
