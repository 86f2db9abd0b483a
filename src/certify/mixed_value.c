#include <math.h>

#include "certify/mixed_cone.h"

/* Roundings of a few operations on numbers >= 0. */
#define MORE (1 + 0x1p-40)
#define LESS (1 - 0x1p-40)

/* At least, at most, x^2 for x >= 0, up to MORE and LESS: a square below the
 * normal range may meet a variance that is huge. */
static double square_up(double x)
{
    return x * x + DBL_MIN;
}

static double square_down(double x)
{
    return x * x > DBL_MIN ? x * x : 0;
}

/* In doubles; the last factor takes the roundings in, none of which is below
 * the normal range but for what DBL_MIN makes up for. */
void lyc_mixed_evaluate(lyc_mixed_values *x, const lyc_mixed_pass *p,
                        const lyc_mixed_place *c, const double v[2])
{
    const double size = fabs(v[0]) + fabs(v[1]);
    const double slack = size * c->error * MORE;
    x->apart = 0;
    for (int k = 0; k < 2; k++)
    {
        const double mean = v[0] * c->mean[k][0] + v[1] * c->mean[k][1];
        x->low[k] = lyc_down(mean - slack);
        x->high[k] = lyc_up(mean + slack);
        x->half[k] = x->variance_low[k] = x->variance_high[k] = 0;
    }
    for (slong g = 0; g < p->m->groups; g++)
    {
        const lyc_mixed_tree *t = p->tree + g;
        const lyc_mixed_cell *cell = c->step[g]->cell;
        const double error =
            size * (t->direction_radius + 0x1p-50 * t->direction_size) * MORE +
            DBL_MIN;
        double a[2];
        for (int k = 0; k < 2; k++)
        {
            a[k] = v[0] * t->direction[k][0] + v[1] * t->direction[k][1];
            const double most = (fabs(a[k]) + error) * MORE;
            const double least = lyc_size_down((fabs(a[k]) - error) * LESS);
            x->half[k] += most * cell->half[k];
            x->variance_low[k] += square_down(least) * cell->variance_low[k];
            x->variance_high[k] += square_up(most) * cell->variance_high[k];
        }
        /* a_0 s_0 - a_1 s_1 = a_0 (s_0 - s_1) + (a_0 - a_1) s_1, one of the
         * terms being 0 (s_0 = s_1, or a_0 = a_1) */
        const double most = (fabs(a[0]) + error) * MORE;
        const double turn = (fabs(a[0] - a[1]) + 2 * error) * MORE;
        x->apart +=
            square_up(most) * cell->apart +
            (cell->apart > 0 ? 0 : square_up(turn)) * cell->variance_high[1];
    }
    x->apart = x->apart * MORE + DBL_MIN;
    for (int k = 0; k < 2; k++)
    {
        x->half[k] = x->half[k] * MORE + DBL_MIN;
        x->variance_low[k] *= LESS;
        x->variance_high[k] = x->variance_high[k] * MORE + DBL_MIN;
    }
}
