#include <stdlib.h>

#include "certify/gauge.h"

void lyc_image_init(lyc_image_struct *im, const lyc_gauge_atom_struct *atom)
{
    im->atom = atom;
    im->sign = 1;
    im->cone = 0;
    im->last = 0;
    im->beside = 0;
    im->has_cut = 0;
    im->at_cut = 0;
    im->ends_on_wall = 0;
    im->queue = NULL;
    im->queued = im->taken = im->capacity = 0;
    im->from_cone = im->from_last = 0;
    lyc_vector_init(im->cut);
    lyc_vector_init(im->end);
    arb_init(im->a);
    arb_init(im->b);
}

void lyc_image_clear(lyc_image_struct *im)
{
    lyc_vector_clear(im->cut);
    lyc_vector_clear(im->end);
    arb_clear(im->a);
    arb_clear(im->b);
    for (slong i = 0; i < im->capacity; i++)
        lyc_vector_clear(im->queue + i);
    free(im->queue);
}

void lyc_image_of(lyc_vector_t v, const lyc_image_struct *im,
                  const lyc_vector_t x)
{
    const fmpz *m = im->atom->m;
    fmpz_mul(v->x, m + 0, x->x);
    fmpz_addmul(v->x, m + 1, x->y);
    fmpz_mul(v->y, m + 2, x->x);
    fmpz_addmul(v->y, m + 3, x->y);
    if (im->sign < 0)
    {
        fmpz_neg(v->x, v->x);
        fmpz_neg(v->y, v->y);
    }
}

void lyc_cone_functional(arb_t a, arb_t b, const lyc_gauge_struct *g, slong l)
{
    const lyc_fan_struct *fan = g->fan;
    lyc_vector_t next;
    fmpz_t z;
    arb_t t;
    lyc_vector_init(next);
    fmpz_init(z);
    arb_init(t);
    lyc_ray_get(next, fan, l + 1);
    lyc_ray_det(z, fan, l, next);
    arb_set_round_fmpz(t, z, g->prec);
    arb_inv(t, t, g->prec);
    lyc_ray_norm(z, fan, l);
    arb_set_round_fmpz(a, z, g->prec);
    arb_mul(a, a, t, g->prec);
    lyc_ray_norm(z, fan, l + 1);
    arb_set_round_fmpz(b, z, g->prec);
    arb_mul(b, b, t, g->prec);
    arb_clear(t);
    fmpz_clear(z);
    lyc_vector_clear(next);
}

/* The wall that the image meets next. */
static slong wall_ahead(const lyc_image_struct *im)
{
    return im->atom->turn > 0 ? im->cone + 1 : im->cone;
}

/* A line that lies on the wall behind its cone is in two closed cones. */
static slong cone_beside(const lyc_image_struct *im, const lyc_fan_struct *fan)
{
    const int on_wall = lyc_ray_det_sgn(fan, im->cone, im->atom->line) == 0;
    return on_wall && (fan->is_projective || im->cone > 0) ? im->cone - 1
                                                           : im->cone;
}

/* Lines of rank-one images do not move; their only cut is the kernel. */
static void kernel_cut(lyc_image_struct *im, const lyc_gauge_struct *g, slong j)
{
    const lyc_vector_struct *k = im->atom->kernel;
    const int s = lyc_ray_det_sgn(g->fan, j, k);
    const int t = lyc_ray_det_sgn(g->fan, j + 1, k);
    im->has_cut = s * t < 0;
    im->ends_on_wall = 0;
    if (!im->has_cut)
        return;
    fmpz_set(im->cut->x, k->x);
    fmpz_set(im->cut->y, k->y);
    if (s < 0)
    {
        fmpz_neg(im->cut->x, k->x);
        fmpz_neg(im->cut->y, k->y);
    }
}

/* The wall R_w lies strictly inside the rest of the image when, seen in the
 * direction of turning, its end is strictly beyond: turn det(R_w, end) > 0.
 * The cut is the preimage adj(sign M) R_w, up to the sign of det. */
static int wall_cut(lyc_image_struct *im, const lyc_gauge_struct *g)
{
    const lyc_gauge_atom_struct *atom = im->atom;
    const slong w = wall_ahead(im);
    const int beyond = atom->turn * lyc_ray_det_sgn(g->fan, w, im->end);
    im->has_cut = beyond > 0;
    im->ends_on_wall = beyond == 0;
    if (!im->has_cut)
        return 1;
    if (!g->fan->is_projective && (w <= 0 || w >= g->fan->length - 1))
        return 0;
    const slong i = lyc_ray_index(g->fan, w);
    const fmpz *x = g->fan->x + i, *y = g->fan->y + i, *m = atom->m;
    fmpz_mul(im->cut->x, m + 3, x);
    fmpz_submul(im->cut->x, m + 1, y);
    fmpz_mul(im->cut->y, m + 0, y);
    fmpz_submul(im->cut->y, m + 2, x);
    if (atom->turn * im->sign * lyc_ray_sign(g->fan, w) < 0)
    {
        fmpz_neg(im->cut->x, im->cut->x);
        fmpz_neg(im->cut->y, im->cut->y);
    }
    return 1;
}

int lyc_image_start(lyc_image_struct *im, const lyc_gauge_struct *g, slong j)
{
    int ok;
    if (!im->atom->is_exact)
        return lyc_ball_start(im, g, j);
    if (im->atom->turn == 0)
    {
        ok = lyc_fan_locate(&im->cone, &im->sign, g->fan, im->atom->line, 1);
        im->beside = ok ? cone_beside(im, g->fan) : im->cone;
    }
    else
    {
        lyc_vector_t x, y;
        int sign;
        lyc_vector_init(x);
        lyc_vector_init(y);
        lyc_ray_get(x, g->fan, j);
        im->sign = 1;
        lyc_image_of(y, im, x);
        ok = lyc_fan_locate(&im->cone, &sign, g->fan, y, im->atom->turn);
        im->sign = sign;
        lyc_vector_clear(x);
        lyc_vector_clear(y);
    }
    im->last = im->cone;
    if (ok)
        lyc_cone_functional(im->a, im->b, g, im->cone);
    return ok;
}

int lyc_image_enter(lyc_image_struct *im, const lyc_gauge_struct *g, slong j)
{
    if (!im->atom->is_exact)
        return lyc_ball_enter(im, g, j);
    if (im->atom->turn == 0)
    {
        kernel_cut(im, g, j);
        return 1;
    }
    lyc_vector_t x;
    lyc_vector_init(x);
    lyc_ray_get(x, g->fan, j + 1);
    lyc_image_of(im->end, im, x);
    lyc_vector_clear(x);
    return wall_cut(im, g);
}

static void move_on(lyc_image_struct *im, const lyc_gauge_struct *g)
{
    im->cone += im->atom->turn;
    im->last = im->cone;
    lyc_cone_functional(im->a, im->b, g, im->cone);
}

int lyc_image_advance(lyc_image_struct *im, const lyc_gauge_struct *g)
{
    if (!im->atom->is_exact)
    {
        lyc_ball_advance(im);
        return 1;
    }
    if (im->atom->turn == 0)
    {
        im->has_cut = 0;
        return 1;
    }
    move_on(im, g);
    return wall_cut(im, g);
}

/* At the ends of a proper cone the image cannot move on; should it, the next
 * wall_cut refuses it. */
void lyc_image_leave(lyc_image_struct *im, const lyc_gauge_struct *g)
{
    if (!im->ends_on_wall)
        return;
    const slong next = im->cone + im->atom->turn;
    if (g->fan->is_projective || (next >= 0 && next < g->fan->length - 1))
        move_on(im, g);
}

int lyc_image_norm(arb_t norm, int *side, const lyc_image_struct *im,
                   const lyc_gauge_struct *g, const lyc_vector_t x)
{
    lyc_vector_t y;
    fmpz_t u, t;
    lyc_vector_init(y);
    fmpz_init(u);
    fmpz_init(t);
    lyc_image_of(y, im, x);
    lyc_ray_det(t, g->fan, im->cone, y);
    lyc_ray_det(u, g->fan, im->cone + 1, y);
    fmpz_neg(u, u); /* u = det(y, R_(l+1)) */
    const int su = fmpz_sgn(u), st = fmpz_sgn(t);
    *side = su != 0 ? su : st;
    const int ok = su * st >= 0 && (im->atom->turn == 0 || *side > 0);
    arb_t v;
    arb_init(v);
    arb_set_round_fmpz(v, u, g->prec);
    arb_mul(norm, im->a, v, g->prec);
    arb_set_round_fmpz(v, t, g->prec);
    arb_addmul(norm, im->b, v, g->prec);
    arb_abs(norm, norm);
    arb_clear(v);
    fmpz_clear(u);
    fmpz_clear(t);
    lyc_vector_clear(y);
    return ok;
}
