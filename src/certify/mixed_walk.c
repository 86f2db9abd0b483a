#include <math.h>
#include <string.h>

#include "certify/mixed_cone.h"

/* det(R_l, y) >= 0 for all images y of the cell, times side. */
static int is_beside(const lyc_mixed_pass *p, const lyc_mixed_place *c, slong l,
                     int side)
{
    const lyc_mixed_fan *w = &p->m->fan;
    const double x = side * w->x[l], y = side * w->y[l];
    double slack = w->size[l] * c->error, spread[2] = {0, 0};
    for (slong g = 0; g < p->m->groups; g++)
    {
        const lyc_mixed_tree *t = p->tree + g;
        const lyc_mixed_cell *s = c->step[g]->cell;
        const double most = lyc_max_up(s->half[0], s->half[1]);
        slack += w->size[l] * most *
                 (t->direction_radius + 0x1p-50 * t->direction_size);
        for (int k = 0; k < 2; k++)
            spread[k] += s->half[k] *
                         fabs(x * t->direction[k][1] - y * t->direction[k][0]);
    }
    for (int k = 0; k < 2; k++)
    {
        const double cross = x * c->mean[k][1] - y * c->mean[k][0];
        if (!(cross <= DBL_MAX &&
              cross >= (slack + spread[k]) * (1 + 0x1p-40) + DBL_MIN))
            return 0;
    }
    return 1;
}

/* Extended cones whose union is proved to contain all images: *first, …,
 * *first + *cones - 1. 0 where they need a half-turn. */
static int cover(slong *first, slong *cones, const lyc_mixed_pass *p,
                 const lyc_mixed_place *c, slong middle)
{
    const slong n = p->m->fan.n;
    slong l = middle, m = middle + 1;
    while (l >= middle - n / 2 && !is_beside(p, c, l, 1))
        l--;
    while (m <= middle + n / 2 && !is_beside(p, c, m, -1))
        m++;
    *first = l;
    *cones = m - l;
    return l >= middle - n / 2 && m <= middle + n / 2 && m - l < n;
}

/* E log L >= log mu - c V/mu^2 for a mean of at least mu > 0, |L - E L| <= h
 * = eta mu and a variance of at most V:
 * c = (-log(1 - eta) - eta)/eta^2 <= 1/2 + eta/3 + eta^2/4(1 - eta). */
static double log_lower(double mu, double h, double variance)
{
    double low, high;
    const double eta = lyc_up(h / mu);
    if (!(mu > 0) || !(eta < 0.99))
        return -INFINITY;
    const double c =
        (0.5 + eta / 3 + eta * eta / (4 * (1 - eta))) * (1 + 0x1p-45);
    lyc_log_bounds(&low, &high, mu);
    return lyc_down(low - lyc_up(lyc_up(c * lyc_up(variance / mu)) / mu));
}

void lyc_mixed_add_upper(lyc_mixed_pass *p, const lyc_mixed_place *c,
                         const double value[2])
{
    double low, high;
    const double h = (value[0] + value[1]) / 2;
    lyc_log_bounds(&low, &high, h);
    p->log_mean = lyc_up(p->log_mean + lyc_weigh_up(c->low, c->high, high));
    for (int k = 0; k < 2; k++)
        p->ratio[k] =
            lyc_up(p->ratio[k] +
                   lyc_up(c->high * lyc_up(lyc_max_up(0, value[k]) / h)));
}

/* What the variance takes off the upper bound at vertex k: c' (V_k -
 * apart/4) / (max E L)^2, c' = 1/2 - eta/3 <= (eta - log(1 + eta))/eta^2; 0
 * where either would be negative. */
static void add_gain(lyc_mixed_pass *p, const lyc_mixed_place *c,
                     const lyc_mixed_values *x)
{
    const double mu = lyc_min_down(x->low[0], x->low[1]);
    const double eta = lyc_up(lyc_max_up(x->half[0], x->half[1]) / mu);
    const double most = lyc_max_up(x->high[0], x->high[1]);
    const double least = lyc_min_down(x->variance_low[0], x->variance_low[1]);
    const double factor = lyc_down(lyc_down(0.5 - lyc_up(eta / 3)));
    if (!(mu > 0) || !(factor > 0) || !(least > x->apart / 4))
        return;
    for (int k = 0; k < 2; k++)
    {
        const double v = lyc_down(x->variance_low[k] - x->apart / 4);
        const double gain =
            lyc_down(lyc_down(lyc_down(factor * v) / most) / most);
        p->gain[k] =
            lyc_down(p->gain[k] + lyc_down(c->low * lyc_size_down(gain)));
    }
}

/* Theorem continuous-laws.cells */
static int take_regular(lyc_mixed_pass *p, const lyc_mixed_place *c)
{
    lyc_mixed_fan *w = &p->m->fan;
    lyc_mixed_sector own;
    lyc_mixed_values x;
    slong first, cones;
    const slong middle = lyc_mixed_fan_locate(w, c->mean[0][0] + c->mean[1][0],
                                              c->mean[0][1] + c->mean[1][1]);
    if (!cover(&first, &cones, p, c, middle))
        return 0;
    const double sign = first / w->n % 2 == 0 ? 1 : -1;
    const lyc_mixed_sector *s =
        lyc_mixed_fan_sector(w, &own, first % w->n, cones);
    const double low[2] = {sign * s->low[0], sign * s->low[1]};
    const double high[2] = {sign * s->high[0], sign * s->high[1]};
    if (s->state < 0)
        return 0;
    double log_low[2];
    lyc_mixed_evaluate(&x, p, c, low);
    for (int k = 0; k < 2; k++)
        log_low[k] = log_lower(x.low[k], x.half[k], x.variance_high[k]);
    lyc_mixed_evaluate(&x, p, c, high);
    if (!(log_low[0] > -INFINITY && log_low[1] > -INFINITY && x.high[0] > 0 &&
          x.high[1] > 0))
        return 0;
    for (int k = 0; k < 2; k++)
        p->lower[k] =
            lyc_down(p->lower[k] + lyc_weigh_down(c->low, c->high, log_low[k]));
    lyc_mixed_add_upper(p, c, x.high);
    add_gain(p, c, &x);
    p->offset_lower = lyc_down(p->offset_lower +
                               lyc_weigh_down(c->low, c->high, s->offset_low));
    p->offset_upper =
        lyc_up(p->offset_upper + lyc_weigh_up(c->low, c->high, s->offset_high));
    if (p->mass != NULL)
        p->mass[middle % w->n] += c->high;
    return 1;
}

/* The means of the images and their error. */
static void set_place(const lyc_mixed_pass *p, lyc_mixed_place *c)
{
    const lyc_near w = p->m->weight[p->outcome];
    double radius = p->base_radius, size = p->base_size;
    c->low = lyc_share_down(lyc_down(w.c - w.r));
    c->high = lyc_share_up(lyc_up(w.c + w.r));
    c->tails = 0;
    memcpy(c->mean, p->base, sizeof c->mean);
    for (slong g = 0; g < p->m->groups; g++)
    {
        const lyc_mixed_tree *t = p->tree + g;
        const lyc_mixed_step *s = t->step + t->first[c->level[g]] + c->index[g];
        c->step[g] = s;
        c->low = lyc_down(c->low * s->cell->low);
        c->high = lyc_up(c->high * s->cell->high);
        c->tails += s->cell->is_tail;
        radius += s->radius;
        size += s->size;
        for (int k = 0; k < 2; k++)
            for (int i = 0; i < 2; i++)
                c->mean[k][i] += s->move[k][i];
    }
    c->low = lyc_share_down(c->low);
    c->size = size * (1 + 0x1p-40);
    c->error = (radius + 0x1p-49 * size) * (1 + 0x1p-40);
}

/* Across the mean image, widths cost their square; along it, where variances
 * are made good, their cube. */
#define ALONG 0.3

/* The group whose cell should be cut: a tail, or the one that moves the image
 * most, if all together move it far for its distance from 0; -1: none. How
 * cells are cut is a choice. */
static slong to_split(const lyc_mixed_pass *p, const lyc_mixed_place *c)
{
    const double x = c->mean[0][0], y = c->mean[0][1];
    const double near = lyc_max_up(fabs(x), fabs(y)) / 2;
    double sum[3] = {0, 0, 0}, most[3] = {0, 0, 0};
    slong widest[3] = {-1, -1, -1};
    for (slong g = 0; g < p->m->groups; g++)
    {
        const double *d = p->tree[g].direction[0];
        const double w = c->step[g]->cell->width;
        const double turn[3] = {w * fabs(x * d[1] - y * d[0]),
                                ALONG * w * fabs(x * d[0] + y * d[1]),
                                w * lyc_max_up(fabs(d[0]), fabs(d[1]))};
        if (c->level[g] > 0 && c->step[g]->cell->is_tail)
            return g;
        for (int i = 0; i < 3; i++)
        {
            sum[i] += turn[i];
            if (c->level[g] > 0 && turn[i] > most[i])
            {
                most[i] = turn[i];
                widest[i] = g;
            }
        }
    }
    const double far = p->m->split * (x * x + y * y);
    if (sum[2] > near)
        return widest[2];
    const int i = sum[1] > sum[0];
    return sum[i] > far && widest[i] >= 0 ? widest[i]
           : sum[1 - i] > far             ? widest[1 - i]
                                          : -1;
}

static void descend(lyc_mixed_pass *p, const lyc_mixed_place *above)
{
    lyc_mixed_place c;
    memcpy(c.level, above->level, sizeof c.level);
    memcpy(c.index, above->index, sizeof c.index);
    set_place(p, &c);
    if (!(c.high > 0))
        return;
    const slong g = to_split(p, &c);
    if (g < 0)
    {
        if (c.tails > 0 || !take_regular(p, &c))
            lyc_mixed_irregular(p, &c);
        return;
    }
    const slong level = c.level[g] - 1, index = 2 * c.index[g];
    const slong *first = p->tree[g].first + level;
    c.level[g] = level;
    for (slong i = index; i < index + 2 && i < first[1] - first[0]; i++)
    {
        c.index[g] = i;
        descend(p, &c);
    }
}

void lyc_mixed_walk(lyc_mixed_pass *p)
{
    lyc_mixed_place c = {.tails = 0};
    for (slong g = 0; g < p->m->groups; g++)
    {
        c.level[g] = p->tree[g].levels - 1;
        c.index[g] = 0;
    }
    descend(p, &c);
}
