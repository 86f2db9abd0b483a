#include "certify/extreme_arf.h"
#include "certify/gauge.h"
#include "certify/gauge_cross.h"

void lyc_crossing_init(lyc_crossing_t c, const lyc_gauge_struct *g)
{
    c->g = g;
    c->image = flint_malloc((size_t)g->length * sizeof(lyc_image_struct));
    for (slong i = 0; i < g->length; i++)
        lyc_image_init(c->image + i, g->atom + i);
    lyc_end_init(c->from, g->length, g->is_exact);
    lyc_end_init(c->to, g->length, g->is_exact);
    lyc_vector_init(c->far);
    arb_init(c->a);
    arb_init(c->b);
    arf_init(c->lower);
    arf_init(c->upper);
    arf_pos_inf(c->lower);
    arf_neg_inf(c->upper);
    c->visit = NULL;
    c->data = NULL;
}

void lyc_crossing_clear(lyc_crossing_t c)
{
    const slong n = c->g->length;
    for (slong i = 0; i < n; i++)
        lyc_image_clear(c->image + i);
    flint_free(c->image);
    lyc_end_clear(c->from, n, c->g->is_exact);
    lyc_end_clear(c->to, n, c->g->is_exact);
    lyc_vector_clear(c->far);
    arb_clear(c->a);
    arb_clear(c->b);
    arf_clear(c->lower);
    arf_clear(c->upper);
}

static int det_sgn(const lyc_vector_struct *v, const lyc_vector_struct *w)
{
    fmpz_t z;
    fmpz_init(z);
    lyc_det(z, v->x, v->y, w->x, w->y);
    const int s = fmpz_sgn(z);
    fmpz_clear(z);
    return s;
}

static int is_same(const lyc_vector_struct *v, const lyc_vector_struct *w)
{
    return fmpz_equal(v->x, w->x) && fmpz_equal(v->y, w->y);
}

/* The first cut ahead, or the far ray; 0 unless it is strictly ahead of
 * `from` and not beyond the far ray, so that the pieces cover the cone. */
static int next_direction(lyc_crossing_t c, int *is_last)
{
    const lyc_vector_struct *best = c->far;
    for (slong i = 0; i < c->g->length; i++)
    {
        const lyc_image_struct *im = c->image + i;
        if (im->has_cut && det_sgn(im->cut, best) > 0)
            best = im->cut;
    }
    *is_last = best == c->far;
    fmpz_set(c->to->x->x, best->x);
    fmpz_set(c->to->x->y, best->y);
    return det_sgn(c->from->x, best) > 0;
}

/* fhat at an end, over the cone crossed (functional a, b): the end lies in
 * it, so that both terms are non-negative. */
static int end_norm(lyc_crossing_t c, lyc_end_struct *e, slong j)
{
    const slong prec = c->g->prec;
    fmpz_t u, t;
    arb_t v;
    fmpz_init(u);
    fmpz_init(t);
    arb_init(v);
    lyc_ray_det(t, c->g->fan, j, e->x);
    lyc_ray_det(u, c->g->fan, j + 1, e->x);
    fmpz_neg(u, u);
    const int ok = fmpz_sgn(t) >= 0 && fmpz_sgn(u) >= 0;
    arb_set_round_fmpz(v, u, prec);
    arb_mul(e->norm, c->a, v, prec);
    arb_set_round_fmpz(v, t, prec);
    arb_addmul(e->norm, c->b, v, prec);
    fmpz_clear(u);
    fmpz_clear(t);
    arb_clear(v);
    return ok;
}

/* Whether the end is the image's cut, with the cut's own length. */
static int is_own_cut(const lyc_image_struct *im, const lyc_vector_t x)
{
    return im->at_cut && im->atom->turn != 0 && is_same(im->cut, x);
}

/* There the image is |det M| R_w on the wall ahead. */
static void norm_at_wall(arb_t norm, const lyc_image_struct *im,
                         const lyc_gauge_struct *g)
{
    fmpz_t w;
    fmpz_init(w);
    lyc_ray_norm(w, g->fan, im->atom->turn > 0 ? im->cone + 1 : im->cone);
    fmpz_mul(w, w, im->atom->det);
    arb_set_round_fmpz(norm, w, g->prec);
    fmpz_clear(w);
}

static int end_ratios(lyc_crossing_t c, lyc_end_struct *e)
{
    const lyc_gauge_struct *g = c->g;
    for (slong i = 0; i < g->length; i++)
    {
        const lyc_image_struct *im = c->image + i;
        if (!im->atom->is_exact)
            continue;
        if (is_own_cut(im, e->x))
        {
            norm_at_wall(e->high + i, im, g);
            e->side[i] = 1;
        }
        else if (!lyc_image_norm(e->high + i, e->side + i, im, g, e->x))
            return 0;
        arb_div(e->high + i, e->high + i, e->norm, g->prec);
        if (!g->is_exact)
            arb_set(e->low + i, e->high + i);
    }
    return 1;
}

/* Theorem bracket.offsets */
/* On the piece [from, to] of cone j. */
static void take_piece(lyc_crossing_t c, slong j)
{
    const lyc_gauge_struct *g = c->g;
    arf_t lower, upper, t, u;
    arf_init(lower);
    arf_init(upper);
    arf_init(t);
    arf_init(u);
    lyc_piece_lower(lower, c->from, c->to, g);
    lyc_piece_upper(upper, c->from, c->to, g);
    lyc_piece_offsets(t, u, c->image, g, j);
    arf_add(lower, lower, t, g->prec, ARF_RND_FLOOR);
    arf_add(upper, upper, u, g->prec, ARF_RND_CEIL);
    lyc_arf_min_down(c->lower, c->lower, lower);
    lyc_arf_max_up(c->upper, c->upper, upper);
    arf_clear(lower);
    arf_clear(upper);
    arf_clear(t);
    arf_clear(u);
}

static void finish_piece(lyc_crossing_t c, slong j)
{
    const lyc_gauge_struct *g = c->g;
    if (!g->is_exact)
    {
        for (slong i = 0; i < g->length; i++)
            if (!g->atom[i].is_exact)
                lyc_ball_piece(c->image + i, i, c->from, c->to, g);
        lyc_end_close(c->from, g);
    }
    lyc_end_close(c->to, g);
    take_piece(c, j);
    if (c->visit != NULL)
        c->visit(c->data, c, j);
    const lyc_end_struct t = *c->from;
    *c->from = *c->to;
    *c->to = t;
}

/* The clock is read once a piece: a cone may have millions. */
static lyc_verdict_t cross(lyc_crossing_t c, slong j)
{
    const lyc_gauge_struct *g = c->g;
    int is_last = 0;
    while (!is_last)
    {
        if (lyc_limits_out_of_time(g->limits))
            return LYC_UNDECIDED;
        if (!next_direction(c, &is_last))
            return LYC_DISPROVED;
        for (slong i = 0; i < g->length; i++)
        {
            lyc_image_struct *im = c->image + i;
            im->at_cut = im->has_cut && (is_same(im->cut, c->to->x) ||
                                         det_sgn(im->cut, c->to->x) == 0);
        }
        if (!end_norm(c, c->to, j) || !end_ratios(c, c->to))
            return LYC_DISPROVED;
        finish_piece(c, j);
        for (slong i = 0; i < g->length; i++)
            if (c->image[i].at_cut && !lyc_image_advance(c->image + i, g))
                return LYC_DISPROVED;
    }
    return LYC_PROVED;
}

static int start(lyc_crossing_t c, slong j)
{
    lyc_ray_get(c->from->x, c->g->fan, j);
    for (slong i = 0; i < c->g->length; i++)
        if (!lyc_image_start(c->image + i, c->g, j))
            return 0;
    return 1;
}

static int enter(lyc_crossing_t c, slong j)
{
    const lyc_gauge_struct *g = c->g;
    lyc_ray_get(c->far, g->fan, j + 1);
    lyc_cone_functional(c->a, c->b, g, j);
    for (slong i = 0; i < g->length; i++)
    {
        c->image[i].at_cut = 0;
        if (!lyc_image_enter(c->image + i, g, j))
            return 0;
    }
    return 1;
}

/* The first end of a run; later ones are the last ends of cones before. */
static int first_end(lyc_crossing_t c, slong j)
{
    if (!end_norm(c, c->from, j) || !end_ratios(c, c->from))
        return 0;
    lyc_end_close(c->from, c->g);
    return 1;
}

lyc_verdict_t lyc_crossing_run(lyc_crossing_t c, slong begin, slong end)
{
    if (!start(c, begin))
        return LYC_DISPROVED;
    for (slong j = begin; j < end; j++)
    {
        if (!enter(c, j) || (j == begin && !first_end(c, j)))
            return LYC_DISPROVED;
        const lyc_verdict_t v = cross(c, j);
        if (v != LYC_PROVED)
            return v;
        for (slong i = 0; i < c->g->length; i++)
            lyc_image_leave(c->image + i, c->g);
    }
    /* What was cut short is not finite: no bound, but not refuted either. */
    return lyc_limits_out_of_time(c->g->limits) ? LYC_UNDECIDED : LYC_PROVED;
}
