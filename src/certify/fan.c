#include "lyapcert/fan.h"

#include "lyapcert/text.h"

void lyc_fan_init(lyc_fan_t fan, slong length, int is_projective)
{
    const size_t n = length > 0 ? (size_t)length : 1;
    fan->acts = LYC_ACTS_LAW;
    fan->is_projective = is_projective;
    fan->length = length;
    fan->x = lyc_calloc(n, sizeof(fmpz));
    fan->y = lyc_calloc(n, sizeof(fmpz));
    fan->value = lyc_calloc(n, sizeof(int64_t));
    fan->lower = lyc_calloc(n, sizeof(int64_t));
    fan->upper = lyc_calloc(n, sizeof(int64_t));
    fan->value_scale = 0;
    fan->offset_scale = 0;
}

void lyc_fan_clear(lyc_fan_t fan)
{
    for (slong j = 0; j < fan->length; j++)
    {
        fmpz_clear(fan->x + j);
        fmpz_clear(fan->y + j);
    }
    free(fan->x);
    free(fan->y);
    free(fan->value);
    free(fan->lower);
    free(fan->upper);
}

void lyc_fan_swap(lyc_fan_t a, lyc_fan_t b)
{
    const lyc_fan_struct t = *a;
    *a = *b;
    *b = t;
}

slong lyc_fan_cones(const lyc_fan_t fan)
{
    if (fan->is_projective || fan->length == 0)
        return fan->length;
    return fan->length - 1;
}
