#include "certify/gauge.h"

void lyc_vector_init(lyc_vector_t v)
{
    fmpz_init(v->x);
    fmpz_init(v->y);
}

void lyc_vector_clear(lyc_vector_t v)
{
    fmpz_clear(v->x);
    fmpz_clear(v->y);
}

void lyc_ray_get(lyc_vector_t v, const lyc_fan_struct *fan, slong l)
{
    const slong i = lyc_ray_index(fan, l);
    fmpz_set(v->x, fan->x + i);
    fmpz_set(v->y, fan->y + i);
    if (lyc_ray_sign(fan, l) < 0)
    {
        fmpz_neg(v->x, v->x);
        fmpz_neg(v->y, v->y);
    }
}

void lyc_ray_det(fmpz_t z, const lyc_fan_struct *fan, slong l,
                 const lyc_vector_t v)
{
    const slong i = lyc_ray_index(fan, l);
    lyc_det(z, fan->x + i, fan->y + i, v->x, v->y);
    if (lyc_ray_sign(fan, l) < 0)
        fmpz_neg(z, z);
}

int lyc_ray_det_sgn(const lyc_fan_struct *fan, slong l, const lyc_vector_t v)
{
    fmpz_t z;
    fmpz_init(z);
    lyc_ray_det(z, fan, l, v);
    const int s = fmpz_sgn(z);
    fmpz_clear(z);
    return s;
}

void lyc_ray_norm(fmpz_t w, const lyc_fan_struct *fan, slong l)
{
    const slong i = lyc_ray_index(fan, l);
    if (fmpz_cmpabs(fan->x + i, fan->y + i) >= 0)
        fmpz_abs(w, fan->x + i);
    else
        fmpz_abs(w, fan->y + i);
    fmpz_mul_si(w, w, (slong)fan->value[i]);
}
