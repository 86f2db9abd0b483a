#include "certify/gauge_ball.h"

void lyc_ball_image(arb_t y0, arb_t y1, const lyc_gauge_atom_struct *atom,
                    int sign, const lyc_vector_t x, slong prec)
{
    arb_mul_fmpz(y0, atom->a + 0, x->x, prec);
    arb_addmul_fmpz(y0, atom->a + 1, x->y, prec);
    arb_mul_fmpz(y1, atom->a + 2, x->x, prec);
    arb_addmul_fmpz(y1, atom->a + 3, x->y, prec);
    if (sign < 0)
    {
        arb_neg(y0, y0);
        arb_neg(y1, y1);
    }
}

void lyc_ball_ray_det(arb_t z, const lyc_fan_struct *fan, slong l,
                      const arb_t y0, const arb_t y1, slong prec)
{
    const slong i = lyc_ray_index(fan, l);
    arb_mul_fmpz(z, y1, fan->x + i, prec);
    arb_submul_fmpz(z, y0, fan->y + i, prec);
    if (lyc_ray_sign(fan, l) < 0)
        arb_neg(z, z);
}

/* Whether side * det(R_l, y) >= 0 is proved. */
static int is_proved(int side, const lyc_fan_struct *fan, slong l,
                     const arb_t y0, const arb_t y1, slong prec)
{
    arb_t z;
    arb_init(z);
    lyc_ball_ray_det(z, fan, l, y0, y1, prec);
    const int ok = side > 0 ? arb_is_nonnegative(z) : arb_is_nonpositive(z);
    arb_clear(z);
    return ok;
}

/* The last three conditions are all that is relied on: y in the closed cone
 * from R_low to R_(high + 1), an angle below a half-turn. */
int lyc_ball_range(slong *low, slong *high, const lyc_fan_struct *fan,
                   slong hint, const arb_t y0, const arb_t y1, slong prec)
{
    const slong n = fan->length;
    const slong first = fan->is_projective ? -n : 0;
    const slong last = fan->is_projective ? 2 * n - 1 : n - 2;
    slong l = hint, h;
    while (l > first && !is_proved(1, fan, l, y0, y1, prec))
        l--;
    while (l < last && is_proved(1, fan, l + 1, y0, y1, prec))
        l++;
    for (h = l; h < last && !is_proved(-1, fan, h + 1, y0, y1, prec);)
        h++;
    *low = l;
    *high = h;
    return is_proved(1, fan, l, y0, y1, prec) &&
           is_proved(-1, fan, h + 1, y0, y1, prec) && h + 1 - l < n;
}
