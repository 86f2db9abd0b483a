/* Cells of the draws where determinants stay away from 0, tails among them. */
#include <math.h>

#include "certify/box_round.h"
#include "certify/cubes.h"
#include "certify/extreme.h"

static int is_zero(const double *d)
{
    return d[0] == 0 && d[1] == 0;
}

/* sum += d t for t between ends, which are finite. */
static void add_product(double *sum, const double *d, const double *end)
{
    double low = INFINITY, high = -INFINITY;
    for (int i = 0; i < 4; i++)
    {
        const double x = d[i & 1] * end[i >> 1];
        low = lyc_min_down(low, lyc_down(x));
        high = lyc_max_up(high, lyc_up(x));
    }
    sum[0] = lyc_down(sum[0] + low);
    sum[1] = lyc_up(sum[1] + high);
}

/* At least |b + d t| for all t >= z >= 0: b + d z, when it has the sign of d.
 */
static double least_on_ray(const double *b, double d0, double d1, double z)
{
    if (d0 > 0)
        return lyc_down(b[0] + lyc_down(d0 * z));
    if (d1 < 0)
        return -lyc_up(b[1] + lyc_up(d1 * z));
    return 0;
}

/* At least |d_0 + d_1 t_1 + …| on the cell; at most one of the draws that it
 * depends on is unbounded there. */
static double least_affine(const lyc_cubes_outcome *o,
                           const lyc_cubes_law_struct *a,
                           const lyc_cubes_entry *e)
{
    double b[2] = {o->det[0][0], o->det[0][1]};
    slong ray = -1;
    for (slong j = 0; j < a->draws; j++)
    {
        const double *end = lyc_cubes_cell_of(a, e, j)->end;
        if (is_zero(o->det[j + 1]))
            continue;
        if (isfinite(end[0]) && isfinite(end[1]))
            add_product(b, o->det[j + 1], end);
        else if (ray >= 0)
            return 0;
        else
            ray = j;
    }
    if (ray < 0)
        return lyc_max_down(b[0], -b[1]);
    const double *end = lyc_cubes_cell_of(a, e, ray)->end, *d = o->det[ray + 1];
    if (isfinite(end[0]) && end[0] >= 0)
        return least_on_ray(b, d[0], d[1], end[0]);
    if (isfinite(end[1]) && end[1] <= 0)
        return least_on_ray(b, -d[1], -d[0], -end[1]);
    return 0;
}

/* At least E|A|_F over the cell: the sum of the norms of t^S M_S. */
static double norm_up(const lyc_cubes_outcome *o, const lyc_cubes_law_struct *a,
                      const lyc_cubes_entry *e)
{
    double sum = 0;
    for (int s = 0; s < 1 << a->draws; s++)
    {
        double x = (s & ~o->is_moved) != 0 ? 0 : o->norm[s];
        for (slong j = 0; j < a->draws && x > 0; j++)
        {
            const lyc_mixed_cell *c = lyc_cubes_cell_of(a, e, j);
            if (s >> j & 1)
                x = lyc_up(x * (c->is_tail ? c->reach
                                           : lyc_max_up(fabs(c->end[0]),
                                                        fabs(c->end[1]))));
        }
        sum = lyc_up(sum + x);
    }
    return sum;
}

/* Theorem continuous-laws.far */
double lyc_cubes_far_down(const lyc_cubes_entry *e,
                          const lyc_box_gauge_struct *g, const double *own)
{
    const lyc_cubes_law_struct *a = g->cubes;
    const lyc_cubes_outcome *o = a->outcome + e->outcome;
    const double x = o->det_power == 0 ? 0 : least_affine(o, a, e);
    const double size = norm_up(o, a, e);
    double most = 0, low, high;
    if (!(x > 0 && x < INFINITY && size > 0 && g->least > 0))
        return -INFINITY;
    const double det = (o->det_power == 2 ? lyc_down(x * x) : x) * o->det_scale;
    for (int k = 0; k < LYC_CUBES_CORNERS; k++)
        most = lyc_max_up(most, own[k]);
    /* 2 / sqrt(3) > 1.154 */
    const double over = lyc_up(lyc_up(size * size) * most);
    const double bound =
        lyc_down(lyc_down(lyc_down(1.154 * g->least) * det) / over);
    lyc_log_bounds(&low, &high, bound);
    return low;
}
