#include "certify/gauge_ball.h"

/* The linear form (p, q) of fhat on cone l: b det(R_l, y) - a det(R_(l+1), y)
 * = p y0 + q y1. Multiplied out, so that the radius of y counts once. */
static void ball_form(arb_t p, arb_t q, const lyc_gauge_struct *g, slong l)
{
    const slong prec = g->prec;
    arb_t a, b;
    lyc_vector_t r, s;
    arb_init(a);
    arb_init(b);
    lyc_vector_init(r);
    lyc_vector_init(s);
    lyc_cone_functional(a, b, g, l);
    lyc_ray_get(r, g->fan, l);
    lyc_ray_get(s, g->fan, l + 1);
    arb_mul_fmpz(p, a, s->y, prec);
    arb_submul_fmpz(p, b, r->y, prec);
    arb_mul_fmpz(q, b, r->x, prec);
    arb_submul_fmpz(q, a, s->x, prec);
    lyc_vector_clear(r);
    lyc_vector_clear(s);
    arb_clear(a);
    arb_clear(b);
}

/* low = min(low, v / norm), high = max(high, v / norm). */
static void widen(arb_t low, arb_t high, const arb_t v, int is_first,
                  const lyc_end_struct *e, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_div(t, v, e->norm, prec);
    if (is_first)
    {
        arb_set(low, t);
        arb_set(high, t);
    }
    else
    {
        arb_min(low, low, t, prec);
        arb_max(high, high, t, prec);
    }
    arb_clear(t);
}

/* Theorem bracket.cone */
/* At both ends: low = min and high = max over l = cone … last of <v_l, A x>,
 * v_l the linear form of fhat on cone l, divided by fhat(x). image: y0, y1 of
 * either end. */
static void ball_ratios(const lyc_image_struct *im, slong i,
                        lyc_end_struct *const end[2], arb_srcptr image,
                        const lyc_gauge_struct *g)
{
    const slong prec = g->prec;
    arb_t p, q, v;
    arb_init(p);
    arb_init(q);
    arb_init(v);
    for (slong l = im->cone; l <= im->last; l++)
    {
        ball_form(p, q, g, l);
        for (int k = 0; k < 2; k++)
        {
            arb_mul(v, p, image + 2 * k, prec);
            arb_addmul(v, q, image + 2 * k + 1, prec);
            widen(end[k]->low + i, end[k]->high + i, v, l == im->cone, end[k],
                  prec);
        }
    }
    arb_clear(p);
    arb_clear(q);
    arb_clear(v);
}

/* Theorem parameter-boxes.bracket */
void lyc_ball_piece(lyc_image_struct *im, slong i, lyc_end_struct *from,
                    lyc_end_struct *to, const lyc_gauge_struct *g)
{
    slong low, high;
    lyc_end_struct *const end[2] = {from, to};
    arb_ptr image = _arb_vec_init(4);
    lyc_ball_image(image, image + 1, im->atom, im->sign, from->x, g->prec);
    lyc_ball_image(image + 2, image + 3, im->atom, im->sign, to->x, g->prec);
    const int ok = lyc_ball_range(&low, &high, g->fan, im->from_cone, image + 2,
                                  image + 3, g->prec);
    im->cone = FLINT_MIN(im->from_cone, low);
    im->last = FLINT_MAX(im->from_last, high);
    /* Convex: below a half-turn. Both ends in it, so is the image. */
    if (ok && im->last + 1 - im->cone < g->fan->length)
        ball_ratios(im, i, end, image, g);
    else
        for (int k = 0; k < 2; k++)
        {
            arb_indeterminate(end[k]->low + i);
            arb_indeterminate(end[k]->high + i);
        }
    im->from_cone = low;
    im->from_last = high;
    _arb_vec_clear(image, 4);
}
