#include <math.h>

#include "certify/mixed_cone.h"

/* E[log fhat(A x); T] / P(T) is at least the greater of
 *     log c_low + log(m steep/2) - 1,  log c_low + log(m steeper/4)/2 - 1/2
 * for any event T of probability m. */
/* Theorem continuous-laws.zero */
static double by_density(const lyc_mixed_pass *p, double m)
{
    double low, high, best;
    const double c = p->m->fan.c_low;
    lyc_log_bounds(&low, &high, lyc_down(lyc_down(m * p->steep) / 2 * c));
    best = lyc_down(low - 1);
    lyc_log_bounds(&low, &high,
                   lyc_down(lyc_down(lyc_down(m * p->steeper) / 4 * c) * c));
    return lyc_max_down(best, lyc_down(low / 2 - 0.5));
}

/* At least max |A x_k|_max over the cell; of tails their mean. */
static double reach(const lyc_mixed_pass *p, const lyc_mixed_place *c, int k)
{
    double most =
        lyc_up(lyc_max_up(fabs(c->mean[k][0]), fabs(c->mean[k][1])) + c->error);
    for (slong g = 0; g < p->m->groups; g++)
    {
        const lyc_mixed_tree *t = p->tree + g;
        const lyc_mixed_cell *s = c->step[g]->cell;
        most = lyc_up(most + (s->is_tail
                                  ? c->step[g]->reach[k]
                                  : lyc_up(s->half[k] * t->direction_size)));
    }
    return most;
}

/* Tails one by one; the other cells are one event. */
static void add_lower(lyc_mixed_pass *p, const lyc_mixed_place *c)
{
    if (c->tails == 0)
    {
        p->zero_low = lyc_down(p->zero_low + c->low);
        p->zero_high = lyc_up(p->zero_high + c->high);
        return;
    }
    double lower = by_density(p, c->low);
    if (c->tails == 1)
        lower = lyc_max_down(lower, lyc_mixed_tail_lower(p, c));
    for (int k = 0; k < 2; k++)
        p->lower[k] =
            lyc_down(p->lower[k] + lyc_weigh_down(c->low, c->high, lower));
}

/* Theorem continuous-laws.zero */
void lyc_mixed_add_zero(lyc_mixed_pass *p)
{
    if (!(p->zero_high > 0))
        return;
    const double lower = by_density(p, lyc_share_down(p->zero_low));
    for (int k = 0; k < 2; k++)
        p->lower[k] =
            lyc_down(p->lower[k] + lyc_weigh_down(lyc_share_down(p->zero_low),
                                                  p->zero_high, lower));
    p->zero_low = p->zero_high = 0;
}

/* Theorem continuous-laws.zero */
void lyc_mixed_irregular(lyc_mixed_pass *p, const lyc_mixed_place *c)
{
    const lyc_mixed_fan *w = &p->m->fan;
    double value[2];
    add_lower(p, c);
    for (int k = 0; k < 2; k++)
        value[k] = lyc_up(w->c_high * reach(p, c, k));
    lyc_mixed_add_upper(p, c, value);
    p->offset_lower = lyc_down(p->offset_lower +
                               lyc_weigh_down(c->low, c->high, w->least_lower));
    p->offset_upper =
        lyc_up(p->offset_upper + lyc_weigh_up(c->low, c->high, w->most_upper));
}
