/* The part of R that interpolation does not see. */
#include "certify/cone.h"

void lyc_cone_height(mag_t height, const lyc_collocation_t c, slong a,
                     const mag_t rho)
{
    const fmpz *row = lyc_collocation_row(c, a);
    mag_t t;
    mag_init(t);
    mag_zero(height);
    for (slong k = c->degree; k >= 0; k--)
    {
        mag_mul(height, height, rho);
        mag_set_fmpz(t, row + k);
        mag_mul_2exp_si(t, t, -c->scale);
        mag_add(height, height, t);
    }
    mag_clear(t);
}

/* Bits of the image of an ellipse: its share of the bound may be too large by a
 * factor of about the inverse root of its weight. */
static int fineness(const arb_t weight, slong degree)
{
    const slong light =
        arb_contains_zero(weight)
            ? 1
            : FLINT_MAX(2, -arf_abs_bound_lt_2exp_si(arb_midref(weight))) / 2;
    const slong fine = 1 + (slong)FLINT_BIT_COUNT((ulong)(degree / light));
    return (int)FLINT_MIN(fine, 9);
}

/* M >= |sum_i p_i (log L_i(z) + h(g_i(z)))| on the ellipse of arc a. */
static int bound_on_ellipse(mag_t most, const lyc_cone_t cone, slong a)
{
    const slong n = cone->letters->length;
    int ok = 1;
    mag_t image, log, weight;
    mag_init(image);
    mag_init(log);
    mag_init(weight);
    mag_zero(most);
    for (slong i = 0; i < n && ok; i++)
    {
        const lyc_cone_chart *chart = cone->chart + a * n + i;
        ok = lyc_ellipse_image(image, log, chart, cone->c->ellipse[a],
                               fineness(cone->weight + i, cone->c->degree));
        if (ok)
        {
            mag_t height;
            mag_init(height);
            lyc_cone_height(height, cone->c, chart->to, image);
            mag_add(log, log, height);
            arb_get_mag(weight, cone->weight + i);
            mag_addmul(most, weight, log);
            mag_clear(height);
        }
    }
    mag_clear(image);
    mag_clear(log);
    mag_clear(weight);
    return ok;
}

/* With nodes = n + 1. */
void lyc_ellipse_tail(mag_t tail, const mag_t most, slong ellipse, slong nodes)
{
    const slong unit = 1L << LYC_ELLIPSE_SCALE;
    mag_t t;
    arb_t rho;
    mag_init(t);
    arb_init(rho);
    arb_set_si(rho, ellipse);
    arb_mul_2exp_si(rho, rho, -LYC_ELLIPSE_SCALE);
    arb_get_mag_lower(t, rho);
    mag_inv(t, t);
    mag_pow_ui(t, t, (ulong)nodes - 1);
    mag_mul(tail, most, t);
    mag_mul_2exp_si(tail, tail, 2 + LYC_ELLIPSE_SCALE);
    mag_set_ui_lower(t, (ulong)(ellipse - unit));
    mag_div(tail, tail, t);
    mag_clear(t);
    arb_clear(rho);
}

/* Theorem collocation.tail */
/* Hypothesis: degree <= n, so that h_a itself is interpolated without error. */
void lyc_cone_tail(mag_t tail, const lyc_cone_t cone, slong a)
{
    const lyc_collocation_struct *c = cone->c;
    mag_inf(tail);
    if (c->ellipse[a] <= 1L << LYC_ELLIPSE_SCALE || c->nodes <= c->degree)
        return;
    mag_t most;
    mag_init(most);
    if (bound_on_ellipse(most, cone, a))
        lyc_ellipse_tail(tail, most, c->ellipse[a], c->nodes);
    mag_clear(most);
}
