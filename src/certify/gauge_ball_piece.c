#include "certify/gauge_ball.h"

/* Theorem bracket.cone */
/* low = min and high = max over l = cone … last of <v_l, y>, v_l the linear
 * form of fhat on cone l, divided by fhat(x). */
static void ball_ratios(arb_t low, arb_t high, const lyc_image_struct *im,
                        const lyc_end_struct *e, const arb_t y0, const arb_t y1,
                        const lyc_gauge_struct *g)
{
    const slong prec = g->prec;
    arb_t a, b, t, v;
    arb_init(a);
    arb_init(b);
    arb_init(t);
    arb_init(v);
    for (slong l = im->cone; l <= im->last; l++)
    {
        lyc_cone_functional(a, b, g, l);
        lyc_ball_ray_det(t, g->fan, l, y0, y1, prec);
        arb_mul(v, b, t, prec);
        lyc_ball_ray_det(t, g->fan, l + 1, y0, y1, prec);
        arb_submul(v, a, t, prec);
        if (l == im->cone)
        {
            arb_set(low, v);
            arb_set(high, v);
            continue;
        }
        arb_min(low, low, v, prec);
        arb_max(high, high, v, prec);
    }
    arb_div(low, low, e->norm, prec);
    arb_div(high, high, e->norm, prec);
    arb_clear(a);
    arb_clear(b);
    arb_clear(t);
    arb_clear(v);
}

void lyc_ball_piece(lyc_image_struct *im, slong i, lyc_end_struct *from,
                    lyc_end_struct *to, const lyc_gauge_struct *g)
{
    slong low, high;
    arb_t x0, x1, y0, y1;
    arb_init(x0);
    arb_init(x1);
    arb_init(y0);
    arb_init(y1);
    lyc_ball_image(x0, x1, im->atom, im->sign, from->x, g->prec);
    lyc_ball_image(y0, y1, im->atom, im->sign, to->x, g->prec);
    const int ok =
        lyc_ball_range(&low, &high, g->fan, im->from_cone, y0, y1, g->prec);
    im->cone = FLINT_MIN(im->from_cone, low);
    im->last = FLINT_MAX(im->from_last, high);
    /* Convex: below a half-turn. Both ends in it, so is the image. */
    if (ok && im->last + 1 - im->cone < g->fan->length)
    {
        ball_ratios(from->low + i, from->high + i, im, from, x0, x1, g);
        ball_ratios(to->low + i, to->high + i, im, to, y0, y1, g);
    }
    else
    {
        arb_indeterminate(from->low + i);
        arb_indeterminate(from->high + i);
        arb_indeterminate(to->low + i);
        arb_indeterminate(to->high + i);
    }
    im->from_cone = low;
    im->from_last = high;
    arb_clear(x0);
    arb_clear(x1);
    arb_clear(y0);
    arb_clear(y1);
}
