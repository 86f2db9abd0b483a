#include <stdlib.h>

#include "certify/gauge.h"

/* Differences of offsets must not overflow. */
#define MAX_OFFSET ((int64_t)1 << 61)

static int prove_numbers(const lyc_fan_t fan, lyc_diag_t d)
{
    for (slong j = 0; j < fan->length; j++)
        if (fan->value[j] <= 0)
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "the gauge is not positive on ray %ld",
                                 (long)j);
    for (slong j = 0; j < lyc_fan_cones(fan); j++)
        if (fan->lower[j] > MAX_OFFSET || fan->lower[j] < -MAX_OFFSET ||
            fan->upper[j] > MAX_OFFSET || fan->upper[j] < -MAX_OFFSET)
            return lyc_diag_fail(d, LYC_DISPROVED,
                                 "the offset of cone %ld is out of range",
                                 (long)j);
    return 1;
}

/* With all rays but the first strictly inside the half-turn that begins at
 * r_0, det(r_j, r_(j+1)) > 0 says that the angle from r_0 grows; det(r_(n-1),
 * -r_0) = det(r_0, r_(n-1)) > 0 closes the half-turn. */
int lyc_fan_prove(const lyc_fan_t fan, lyc_diag_t d)
{
    const slong n = fan->length;
    if (n < 2)
        return lyc_diag_fail(d, LYC_DISPROVED, "a fan has at least two rays");
    if (fan->value_scale < 0 || fan->value_scale > 1000 ||
        fan->offset_scale < 0 || fan->offset_scale > 1000)
        return lyc_diag_fail(d, LYC_DISPROVED, "a scale is out of range");
    fmpz_t z;
    fmpz_init(z);
    slong bad = -1;
    for (slong j = 1; j < n && bad < 0; j++)
    {
        lyc_det(z, fan->x, fan->y, fan->x + j, fan->y + j);
        if (fmpz_sgn(z) <= 0)
            bad = j;
        lyc_det(z, fan->x + j - 1, fan->y + j - 1, fan->x + j, fan->y + j);
        if (fmpz_sgn(z) <= 0)
            bad = j;
    }
    fmpz_clear(z);
    if (bad >= 0)
        return lyc_diag_fail(d, LYC_DISPROVED,
                             "ray %ld does not follow counterclockwise",
                             (long)bad);
    return prove_numbers(fan, d);
}

/* The sign s with s v in the half-turn [r_0, -r_0). */
static int half_turn_sign(const lyc_fan_t fan, const lyc_vector_t v)
{
    const int s = lyc_ray_det_sgn(fan, 0, v);
    if (s != 0)
        return s;
    /* v = t r_0: compare a non-zero coordinate. */
    const int sx = fmpz_sgn(fan->x), sy = fmpz_sgn(fan->y);
    return sx != 0 ? sx * fmpz_sgn(v->x) : sy * fmpz_sgn(v->y);
}

/* Both signs: whether s v lies in the closed cone from r_0 to r_(n-1). */
static int proper_cone_sign(const lyc_fan_t fan, const lyc_vector_t v)
{
    const int a = lyc_ray_det_sgn(fan, 0, v);
    const int b = -lyc_ray_det_sgn(fan, fan->length - 1, v);
    if (a >= 0 && b >= 0)
        return 1;
    return a <= 0 && b <= 0 ? -1 : 0;
}

int lyc_fan_locate(slong *cone, int *sign, const lyc_fan_t fan,
                   const lyc_vector_t v, int turn)
{
    if (fmpz_is_zero(v->x) && fmpz_is_zero(v->y))
        return 0;
    *sign =
        fan->is_projective ? half_turn_sign(fan, v) : proper_cone_sign(fan, v);
    if (*sign == 0)
        return 0;
    /* Largest l with det(r_l, s v) >= 0. */
    slong low = 0, high = lyc_fan_cones(fan);
    while (high - low > 1)
    {
        const slong middle = low + (high - low) / 2;
        if (*sign * lyc_ray_det_sgn(fan, middle, v) >= 0)
            low = middle;
        else
            high = middle;
    }
    if (turn < 0 && lyc_ray_det_sgn(fan, low, v) == 0 &&
        (low > 0 || fan->is_projective))
        low--;
    if (low < 0) /* cone -1 is cone n - 1 of the opposite sign */
    {
        low += fan->length;
        *sign = -*sign;
    }
    *cone = low;
    return 1;
}
