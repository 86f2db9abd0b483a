#include <stdlib.h>

#include "certify/gauge_ball.h"
#include "lyapcert/text.h"

/* Cones of the image of R_j; 0 when they are not proved. */
static int ray_range(slong *low, slong *high, const lyc_image_struct *im,
                     const lyc_gauge_struct *g, slong j, slong hint)
{
    arb_t y0, y1;
    lyc_vector_t x;
    arb_init(y0);
    arb_init(y1);
    lyc_vector_init(x);
    lyc_ray_get(x, g->fan, j);
    lyc_ball_image(y0, y1, im->atom, im->sign, x, g->prec);
    const int ok = lyc_ball_range(low, high, g->fan, hint, y0, y1, g->prec);
    arb_clear(y0);
    arb_clear(y1);
    lyc_vector_clear(x);
    return ok;
}

/* The approximate integer atom tells where to begin. */
int lyc_ball_start(lyc_image_struct *im, const lyc_gauge_struct *g, slong j)
{
    slong hint = 0;
    int sign = 1;
    lyc_vector_t x, y;
    lyc_vector_init(x);
    lyc_vector_init(y);
    lyc_ray_get(x, g->fan, j);
    im->sign = 1;
    lyc_image_of(y, im, x);
    if (!lyc_fan_locate(&hint, &sign, g->fan, y, 1))
        hint = 0;
    im->sign = g->fan->is_projective ? sign : im->atom->sign;
    lyc_vector_clear(x);
    lyc_vector_clear(y);
    return ray_range(&im->from_cone, &im->from_last, im, g, j, hint);
}

static lyc_vector_struct *next_slot(lyc_image_struct *im)
{
    if (im->queued == im->capacity)
    {
        const slong more = im->capacity > 0 ? 2 * im->capacity : 8;
        im->queue = lyc_realloc(im->queue, (size_t)more * sizeof(*im->queue));
        while (im->capacity < more)
            lyc_vector_init(im->queue + im->capacity++);
    }
    return im->queue + im->queued++;
}

/* cut = 2^h c + r up to scale, c of about the length of r: a direction off c
 * by about 2^-h of its angle with r. */
static void shifted(lyc_vector_t cut, const lyc_vector_t c,
                    const lyc_vector_t r, slong h)
{
    const slong bc = (slong)FLINT_MAX(fmpz_bits(c->x), fmpz_bits(c->y));
    const slong br = (slong)FLINT_MAX(fmpz_bits(r->x), fmpz_bits(r->y));
    const slong e = h + br - bc;
    fmpz_t s;
    fmpz_init(s);
    fmpz_one_2exp(s, (ulong)(e > 0 ? e : -e));
    if (e > 0)
    {
        fmpz_set(cut->x, r->x);
        fmpz_set(cut->y, r->y);
        fmpz_addmul(cut->x, c->x, s);
        fmpz_addmul(cut->y, c->y, s);
    }
    else
    {
        fmpz_set(cut->x, c->x);
        fmpz_set(cut->y, c->y);
        fmpz_addmul(cut->x, r->x, s);
        fmpz_addmul(cut->y, r->y, s);
    }
    fmpz_clear(s);
}

/* Queues the direction off c towards r if it is ahead of the queue's end
 * (or of `from`) and before `far`. */
static void queue_cut(lyc_image_struct *im, const lyc_vector_t c,
                      const lyc_vector_t r, const lyc_vector_t from,
                      const lyc_vector_t far, slong h)
{
    lyc_vector_struct *v = next_slot(im);
    const lyc_vector_struct *before =
        im->queued > 1 ? im->queue + im->queued - 2 : from;
    fmpz_t z;
    shifted(v, c, r, h);
    fmpz_init(z);
    lyc_det(z, before->x, before->y, v->x, v->y);
    int ok = fmpz_sgn(z) > 0;
    lyc_det(z, v->x, v->y, far->x, far->y);
    ok = ok && fmpz_sgn(z) > 0;
    fmpz_clear(z);
    if (!ok)
        im->queued--;
}

/* Two directions about the approximate preimage of wall w. */
static void cut_about(lyc_image_struct *im, const lyc_gauge_struct *g, slong w,
                      const lyc_vector_t from, const lyc_vector_t far)
{
    lyc_vector_t r, c;
    const fmpz *m = im->atom->m;
    lyc_vector_init(r);
    lyc_vector_init(c);
    lyc_ray_get(r, g->fan, w);
    fmpz_mul(c->x, m + 3, r->x);
    fmpz_submul(c->x, m + 1, r->y);
    fmpz_mul(c->y, m + 0, r->y);
    fmpz_submul(c->y, m + 2, r->x);
    if (im->atom->turn * im->sign < 0)
    {
        fmpz_neg(c->x, c->x);
        fmpz_neg(c->y, c->y);
    }
    queue_cut(im, c, from, from, far, g->prec / 3);
    queue_cut(im, c, far, from, far, g->prec / 3);
    lyc_vector_clear(r);
    lyc_vector_clear(c);
}

static void take_cut(lyc_image_struct *im)
{
    im->has_cut = im->taken < im->queued;
    if (!im->has_cut)
        return;
    fmpz_set(im->cut->x, im->queue[im->taken].x);
    fmpz_set(im->cut->y, im->queue[im->taken].y);
    im->taken++;
}

/* Cuts are proposals: what they do to the image is proved piece by piece. Where
 * parameters move the images of both ends across walls, none would help. */
int lyc_ball_enter(lyc_image_struct *im, const lyc_gauge_struct *g, slong j)
{
    slong low, high;
    im->queued = im->taken = 0;
    im->has_cut = 0;
    if (!ray_range(&low, &high, im, g, j + 1, im->from_cone))
        return 0;
    if (g->is_ranged && im->from_last > im->from_cone && high > low)
        return 1;
    lyc_vector_t from, far;
    lyc_vector_init(from);
    lyc_vector_init(far);
    lyc_ray_get(from, g->fan, j);
    lyc_ray_get(far, g->fan, j + 1);
    if (im->atom->turn > 0)
        for (slong w = im->from_last + 1; w <= low; w++)
            cut_about(im, g, w, from, far);
    else
        for (slong w = im->from_cone; w > high; w--)
            cut_about(im, g, w, from, far);
    lyc_vector_clear(from);
    lyc_vector_clear(far);
    take_cut(im);
    return 1;
}

void lyc_ball_advance(lyc_image_struct *im)
{
    take_cut(im);
}
