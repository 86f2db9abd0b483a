#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/gauge.h"
#include "certify/mixed_cone.h"

/* Vertices and what the parts of an outcome make of them. */
typedef struct
{
    arb_ptr vertex; /* [2 k + coordinate] */
    arb_ptr image;  /* [(j * 2 + k) * 2 + coordinate]: part j of x_k */
} cone_images;

/* R_j / fhat(R_j) and R_(j + 1) / fhat(R_(j + 1)). */
static void set_vertices(arb_ptr vertex, const lyc_fan_t fan, slong j,
                         slong prec)
{
    lyc_vector_t v;
    fmpz_t norm;
    arb_t f;
    lyc_vector_init(v);
    fmpz_init(norm);
    arb_init(f);
    for (slong k = 0; k < 2; k++)
    {
        lyc_ray_get(v, fan, j + k);
        lyc_ray_norm(norm, fan, j + k);
        arb_set_fmpz(f, norm);
        arb_mul_2exp_si(f, f, -fan->value_scale);
        arb_set_fmpz(vertex + 2 * k, v->x);
        arb_set_fmpz(vertex + 2 * k + 1, v->y);
        arb_div(vertex + 2 * k, vertex + 2 * k, f, prec);
        arb_div(vertex + 2 * k + 1, vertex + 2 * k + 1, f, prec);
    }
    lyc_vector_clear(v);
    fmpz_clear(norm);
    arb_clear(f);
}

static void set_images(cone_images *im, const lyc_mixed_t m, slong outcome)
{
    const slong parts = m->law->draws + 1;
    for (slong j = 0; j < parts; j++)
    {
        arb_srcptr a = m->part + (outcome * parts + j) * 4;
        for (slong k = 0; k < 2; k++)
            for (slong i = 0; i < 2; i++)
            {
                arb_ptr y = im->image + (j * 2 + k) * 2 + i;
                arb_mul(y, a + 2 * i, im->vertex + 2 * k, m->prec);
                arb_addmul(y, a + 2 * i + 1, im->vertex + 2 * k + 1, m->prec);
            }
    }
}

static lyc_near image(const cone_images *im, slong j, int k, int i)
{
    return lyc_near_arb(im->image + (j * 2 + k) * 2 + i);
}

/* E s D(x_k) as doubles, with their error and a bound. */
static void set_step(lyc_mixed_step *s, const lyc_mixed_cell *c,
                     const lyc_mixed_tree *t)
{
    s->cell = c;
    s->radius = s->size = 0;
    for (int k = 0; k < 2; k++)
    {
        const lyc_near mean = c->mean[k];
        const double size = lyc_up(lyc_near_size(mean) * t->direction_size);
        const double radius =
            lyc_up(lyc_up(lyc_near_size(mean) * t->direction_radius) +
                   lyc_up(mean.r * t->direction_size));
        s->reach[k] = lyc_up(c->reach * t->direction_size);
        for (int i = 0; i < 2; i++)
            s->move[k][i] = c->is_tail ? 0 : mean.c * t->direction[k][i];
        if (c->is_tail)
            continue;
        s->radius = lyc_max_up(s->radius, lyc_up(radius + 0x1p-50 * size));
        s->size = lyc_max_up(s->size, size);
    }
}

/* The cells move by s D(x_k), D(x_k) near d[k][coordinate]. */
static void set_steps(lyc_mixed_tree *t, const lyc_mixed_cells *c,
                      const lyc_near d[2][2])
{
    t->levels = c->levels;
    t->first = c->first;
    t->step = lyc_malloc((size_t)c->first[c->levels] * sizeof *t->step);
    t->direction_radius = t->direction_size = 0;
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < 2; i++)
        {
            t->direction[k][i] = d[k][i].c;
            t->direction_radius = lyc_max_up(t->direction_radius, d[k][i].r);
            t->direction_size =
                lyc_max_up(t->direction_size, lyc_near_size(d[k][i]));
        }
    for (slong i = 0; i < c->first[c->levels]; i++)
        set_step(t->step + i, c->cell + i, t);
}

/* Where the draw moves neither vertex all cells are one. */
static void set_single(lyc_mixed_pass *p, slong g, const cone_images *im)
{
    static const lyc_mixed_cell still = {.low = 1, .high = 1};
    static const slong once[] = {0, 1};
    const slong part = p->m->group[g].draw[0] + 1;
    lyc_mixed_tree *t = p->tree + g;
    lyc_near d[2][2];
    int moves = 0;
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < 2; i++)
        {
            d[k][i] = image(im, part, k, i);
            moves |= !arb_is_zero(im->image + (part * 2 + k) * 2 + i);
        }
    if (moves)
    {
        set_steps(t, p->m->cells + g, d);
        return;
    }
    memset(t, 0, sizeof *t);
    t->levels = 1;
    t->first = once;
    t->step = lyc_calloc(1, sizeof *t->step);
    t->step->cell = &still;
}

/* Group g has two draws in one row: s = their sum there, D the unit vector.
 * kappa and the shift are a choice that serves the middle of the cone. */
static void set_pair(lyc_mixed_pass *p, slong g, const cone_images *im)
{
    const lyc_mixed_group *a = p->m->group + g;
    const slong row = a->row;
    double kappa[2] = {0, 0}, shift = 0;
    lyc_near d[2][2] = {{{0, 0}, {0, 0}}, {{0, 0}, {0, 0}}};
    arb_ptr rho = _arb_vec_init(4);
    for (slong k = 0; k < 2; k++)
    {
        d[k][row].c = 1;
        shift -= p->base[k][row] / 2;
        for (slong j = 0; j < 2; j++)
        {
            const slong part = a->draw[j] + 1;
            arb_set(rho + 2 * k + j, im->image + (part * 2 + k) * 2 + row);
            kappa[j] += image(im, part, (int)k, (int)row).c / 2;
        }
    }
    lyc_mixed_pair_cells(&p->tree[g].own, p->m->pair + g, kappa, rho,
                         p->m->cut[g], p->m->cuts[g], shift, p->m->prec);
    set_steps(p->tree + g, &p->tree[g].own, d);
    _arb_vec_clear(rho, 4);
}

/* max over draws j and coordinates i of min_k |(M_j x_k)_i| / density_j, both
 * of one sign. */
static double steepness(const lyc_mixed_pass *p, const cone_images *im)
{
    double best = 0;
    for (slong j = 0; j < p->m->law->draws; j++)
        for (int i = 0; i < 2; i++)
        {
            const lyc_near y0 = image(im, j + 1, 0, i);
            const lyc_near y1 = image(im, j + 1, 1, i);
            if (y0.c * y1.c <= 0)
                continue;
            const double a = lyc_down(fabs(y0.c) - y0.r);
            const double b = lyc_down(fabs(y1.c) - y1.r);
            if (a > 0 && b > 0) /* not NaN */
                best = lyc_max_down(
                    best, lyc_down(lyc_min_down(a, b) / p->m->density[j]));
        }
    return best;
}

/* det(M_i x, M_j y) + det(M_i y, M_j x), over 2, x = x_k, y = x_l. */
static lyc_near polar(const cone_images *im, slong i, slong j, int k, int l,
                      slong prec)
{
    arb_srcptr a = im->image + (i * 2 + k) * 2, b = im->image + (j * 2 + l) * 2;
    arb_srcptr c = im->image + (i * 2 + l) * 2, d = im->image + (j * 2 + k) * 2;
    arb_t t;
    arb_init(t);
    arb_mul(t, a, b + 1, prec);
    arb_submul(t, a + 1, b, prec);
    arb_addmul(t, c, d + 1, prec);
    arb_submul(t, c + 1, d, prec);
    arb_mul_2exp_si(t, t, -1);
    const lyc_near z = lyc_near_arb(t);
    arb_clear(t);
    return z;
}

/* max over pairs of draws of |det(M_i x, M_j x)| / both densities, a quadratic
 * form in x: at least its least coefficient when all have one sign. */
static double steepness_of_pairs(const lyc_mixed_pass *p, const cone_images *im)
{
    double best = 0;
    for (slong i = 0; i < p->m->law->draws; i++)
        for (slong j = i + 1; j < p->m->law->draws; j++)
        {
            double least = INFINITY;
            int side = 0, is_one = 1;
            for (int k = 0; k < 3; k++)
            {
                const lyc_near q =
                    polar(im, i + 1, j + 1, k / 2, (k + 1) / 2, p->m->prec);
                const int s = q.c > 0 ? 1 : -1;
                const double x = lyc_down(fabs(q.c) - q.r);
                is_one = is_one && (side == 0 || s == side) && x > 0;
                side = s;
                least = lyc_min_down(least, x);
            }
            if (is_one)
                best = lyc_max_down(
                    best, lyc_down(lyc_down(least / p->m->density[i]) /
                                   p->m->density[j]));
        }
    return best;
}

static void begin(lyc_mixed_pass *p, const cone_images *im)
{
    p->base_radius = p->base_size = 0;
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < 2; i++)
        {
            const lyc_near y = image(im, 0, k, i);
            p->base[k][i] = y.c;
            p->base_radius = lyc_max_up(p->base_radius, y.r);
            p->base_size = lyc_max_up(p->base_size, lyc_near_size(y));
        }
    for (slong g = 0; g < p->m->groups; g++)
    {
        if (p->m->group[g].draws == 1)
            set_single(p, g, im);
        else
            set_pair(p, g, im);
    }
    p->steep = steepness(p, im);
    p->steeper = steepness_of_pairs(p, im);
}

/* log S <= log s + (S - s)/s at s = the mean of the ratios makes the upper
 * bound linear between the vertices. */
static double upper(const lyc_mixed_pass *p)
{
    double low, high, most = -INFINITY;
    const double s = (p->ratio[0] + p->ratio[1]) / 2;
    lyc_log_bounds(&low, &high, s);
    for (int k = 0; k < 2; k++)
    {
        const double bend = lyc_up(lyc_up(p->ratio[k] - s) / s);
        const double u = lyc_up(lyc_up(high + bend) - p->gain[k]);
        most = lyc_max_up(most, u);
    }
    return lyc_max_up(-INFINITY, lyc_up(p->log_mean + most)); /* not NaN */
}

/* Theorem continuous-laws.cells */
static void conclude_cone(lyc_mixed_bound *b, const lyc_mixed_pass *p, slong j)
{
    const lyc_mixed_fan *w = &p->m->fan;
    b->lower = lyc_min_down(p->lower[0], p->lower[1]);
    b->upper = upper(p);
    b->offset_lower = lyc_down(p->offset_lower - w->lower[j]);
    b->offset_upper = lyc_up(p->offset_upper - w->upper[j]);
}

/* Theorem continuous-laws.cells */
void lyc_mixed_cone(lyc_mixed_bound *b, lyc_mixed_t m, const lyc_fan_t fan,
                    slong j)
{
    lyc_mixed_pass p = {.m = m, .mass = b->mass};
    cone_images im = {_arb_vec_init(4), _arb_vec_init((m->law->draws + 1) * 4)};
    set_vertices(im.vertex, fan, j, m->prec);
    for (p.outcome = 0; p.outcome < m->outcomes; p.outcome++)
    {
        set_images(&im, m, p.outcome);
        begin(&p, &im);
        lyc_mixed_walk(&p);
        lyc_mixed_add_zero(&p);
        for (slong g = 0; g < m->groups; g++)
        {
            free(p.tree[g].step);
            if (m->group[g].draws == 2)
                lyc_mixed_cells_clear(&p.tree[g].own);
        }
    }
    conclude_cone(b, &p, j);
    _arb_vec_clear(im.vertex, 4);
    _arb_vec_clear(im.image, (m->law->draws + 1) * 4);
}
