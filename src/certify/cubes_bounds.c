#include <math.h>

#include "certify/box_round.h"
#include "certify/cubes.h"
#include "certify/mixed_cone.h"

#define CORNERS LYC_CUBES_CORNERS
#define DIM LYC_CUBES_DIM
#define TINY 0x1p-900

/* ---- lower ---- */

/* At least u - log(1 + u) over u^2 for u >= -eta: 1/2 + eta/3 + eta^2/(4 (1 -
 * eta)). */
static double bend_of(double eta)
{
    return (0.5 + eta / 3 + eta * eta / (4 * (1 - eta))) * (1 + 0x1p-40);
}

/* E log f at corner k over the cell, f at least `scale` times the form: by mean
 * and variance, or by the least value. -inf where neither is known. */
/* Theorem continuous-laws.cells */
static double log_mean_down(const lyc_cubes_entry *e, int k, double scale,
                            double own)
{
    double low, high, bend = 0;
    const double mean = e->least[k];
    double value = lyc_down(mean - e->range[k]);
    if (!(value > 0))
        return -INFINITY;
    const double eta = lyc_up(e->range[k] / mean);
    if (eta < 0.875)
    {
        bend = lyc_up(bend_of(eta) *
                      lyc_up(lyc_up(e->spread_high[k] / mean) / mean)) *
               (1 + 0x1p-40);
        value = mean;
    }
    lyc_log_bounds(&low, &high, lyc_down(lyc_down(value * scale) / own));
    return lyc_down(low - bend);
}

/* Theorem continuous-laws.zero */
double lyc_cubes_steepness(const lyc_cubes_law_struct *a, slong outcome,
                           const lyc_box *piece, const double *own)
{
    const lyc_cubes_outcome *o = a->outcome + outcome;
    double best = 0, r[LYC_BOX_DIM];
    for (slong j = 0; j < a->draws; j++)
        for (int c = 0; c < DIM && a->density[j] < INFINITY; c++)
        {
            double least = INFINITY, most = -INFINITY;
            int is_known = 1;
            for (int n = 0; n < CORNERS * o->slopes[j]; n++)
            {
                const int k = n % CORNERS;
                const double *row = o->slope[j][n / CORNERS] + c * DIM;
                lyc_box_corner(r, piece, DIM, k);
                const double x = row[0] * r[0] + row[1] * r[1] + row[2] * r[2];
                const double size = fabs(row[0]) + fabs(row[1]) + fabs(row[2]);
                const double e = lyc_up(DIM * o->slope_error + 0x1p-49 * size);
                const double down = lyc_down(lyc_down(x - e) / own[k]);
                const double up = lyc_up(lyc_up(x + e) / own[k]);
                is_known = is_known && isfinite(down) && isfinite(up);
                least = lyc_min_down(least, down);
                most = lyc_max_up(most, up);
            }
            const double q = lyc_max_down(least, -most);
            if (is_known && q > 0 && q < INFINITY)
                best = lyc_max_down(best, lyc_down(q / a->density[j]));
        }
    return best;
}

/* An event of probability m, low <= m <= high, on which nothing keeps the
 * images from 0: at least m (log c + log(m steep/2) - 1), c |y| being below the
 * lower gauge. This falls with m as long as m c steep/2 <= 1. */
/* Theorem continuous-laws.zero */
static double zero_mass_down(double low, double high, double steep, double c)
{
    double x, y;
    if (!(high > 0))
        return 0;
    const int is_falling = lyc_up(lyc_up(high * steep) * c) <= 2;
    const double least = is_falling ? high : low;
    const double rate = lyc_size_down(lyc_down(least * steep)) / 2;
    lyc_log_bounds(&x, &y, lyc_down(rate * lyc_size_down(c)));
    x = lyc_down(x - 1);
    return x > -INFINITY ? lyc_weigh_down(low, high, x) : -INFINITY;
}

/* steep: lyc_cubes_steepness of the outcome. */
typedef struct
{
    double sum[CORNERS], far, zero_low, zero_high, steep;
} lower_sums;

static int is_regular(const lyc_cubes_entry *e, const double *own, double scale)
{
    for (int k = 0; k < CORNERS && !e->cover.is_wild; k++)
        if (!(log_mean_down(e, k, scale, own[k]) > -INFINITY))
            return 0;
    return !e->cover.is_wild;
}

static void add_lower(lower_sums *s, const lyc_cubes_entry *e,
                      const lyc_box_gauge_struct *g, const double *own)
{
    double scale = 0, unused;
    if (!e->cover.is_wild)
        lyc_box_scales_of(&scale, &unused, &e->cover, g);
    if (!is_regular(e, own, scale))
    {
        const double far =
            s->steep > 0 ? -INFINITY : lyc_cubes_far_down(e, g, own);
        if (far > -INFINITY)
        {
            s->far = lyc_down(s->far + lyc_weigh_down(e->low, e->high, far));
            return;
        }
        s->zero_low = lyc_down(s->zero_low + e->low);
        s->zero_high = lyc_up(s->zero_high + e->high);
        return;
    }
    for (int k = 0; k < CORNERS; k++)
        s->sum[k] = lyc_down(
            s->sum[k] + lyc_weigh_down(e->low, e->high,
                                       log_mean_down(e, k, scale, own[k])));
}

/* Entries come outcome by outcome. */
static double lower_bound(const lyc_cubes_work *w,
                          const lyc_box_gauge_struct *g, const lyc_box *piece,
                          const double *own)
{
    lower_sums s = {{0}, 0, 0, 0, 0};
    double zero = 0, least = INFINITY;
    for (slong i = 0; i < w->length; i++)
    {
        const lyc_cubes_entry *e = w->entry + i;
        if (i == 0 || e[-1].outcome != e->outcome)
            s.steep = lyc_cubes_steepness(g->cubes, e->outcome, piece, own);
        add_lower(&s, e, g, own);
        if (i + 1 < w->length && e[1].outcome == e->outcome)
            continue;
        if (s.zero_high > 0)
            zero =
                lyc_down(zero + zero_mass_down(lyc_share_down(s.zero_low),
                                               s.zero_high, s.steep, g->least));
        s.zero_low = s.zero_high = 0;
    }
    for (int k = 0; k < CORNERS; k++)
    {
        const double x = lyc_down(lyc_down(s.sum[k] + s.far) + zero);
        least = lyc_min_down(least, x);
    }
    return least;
}

/* ---- upper ---- */

/* At least E f at r_k over own_k, of any gauge: sum max|v_c| E|y_c|. */
static void wild_values(lyc_cubes_entry *e, const lyc_box_gauge_struct *g,
                        const double *own)
{
    const slong moves = (1 << g->cubes->draws) - 1;
    for (int k = 0; k < CORNERS; k++)
    {
        double sum = 0;
        for (int c = 0; c < DIM; c++)
        {
            double y = lyc_up(fabs(e->y[k][c]) + e->y_error);
            for (slong n = 0; n < moves; n++)
                y = lyc_up(y + lyc_up(e->reach[n] * lyc_up(fabs(e->z[n][k][c]) +
                                                           e->z_error[n])));
            sum = lyc_up(sum + lyc_up(g->largest[c] * y));
        }
        e->at[k] = lyc_up(sum / own[k]);
    }
}

/* At least the variance of L_k / own_k - L_l / own_l for all corners k, l. */
static double apart(const lyc_cubes_entry *e, const double *own, slong moves)
{
    double sum = 0;
    for (slong n = 0; n < moves; n++)
    {
        double low = INFINITY, high = -INFINITY;
        for (int k = 0; k < CORNERS; k++)
        {
            const double r = e->move_error[n];
            low = lyc_min_down(low,
                               lyc_down(lyc_down(e->move[n][k] - r) / own[k]));
            high = lyc_max_up(high, lyc_up(lyc_up(e->move[n][k] + r) / own[k]));
        }
        /* A quotient that was rounded to the wrong side is off by an ulp. */
        const double most = lyc_up(high - low) * (1 + 0x1p-40);
        sum = lyc_up(sum + lyc_up(lyc_up(most * most) * e->variance_high[n]));
    }
    return sum;
}

/* What the variance takes off at the corners: (1/2 - eta/3) (V_k - apart/2) /
 * max E^2; 0 where one would be negative. */
/* Theorem continuous-laws.cells */
static void add_gain(double *gain, const lyc_cubes_entry *e, const double *own,
                     slong moves)
{
    double range = 0, least = INFINITY, most = 0, x[CORNERS];
    for (int k = 0; k < CORNERS; k++)
    {
        range = lyc_max_up(range, lyc_up(e->range[k] / own[k]));
        least = lyc_min_down(least, lyc_down(e->least[k] / own[k]));
        most = lyc_max_up(most, lyc_up(e->most[k] / own[k]));
    }
    const double c = lyc_down(0.5 - lyc_up(lyc_up(range / least) / 3));
    const double half = lyc_up(apart(e, own, moves) / 2);
    if (!(least > 0 && c > 0 && most < INFINITY))
        return;
    for (int k = 0; k < CORNERS; k++)
    {
        const double v = lyc_down(
            lyc_down(lyc_down(e->spread_low[k] / own[k]) / own[k]) - half);
        x[k] = lyc_down(lyc_down(lyc_down(c * v) / most) / most);
        if (!(x[k] >= 0))
            return;
    }
    for (int k = 0; k < CORNERS; k++)
        gain[k] = lyc_down(gain[k] + lyc_down(e->low * x[k]));
}

static void set_values(double *gain, lyc_cubes_entry *e,
                       const lyc_box_gauge_struct *g, const double *own)
{
    const slong moves = (1 << g->cubes->draws) - 1;
    double unused, scale, sum = 0;
    if (e->cover.is_wild)
        wild_values(e, g, own);
    else
    {
        lyc_box_scales_of(&unused, &scale, &e->cover, g);
        for (int k = 0; k < CORNERS; k++)
        {
            const double x = e->most[k];
            e->at[k] = lyc_up(lyc_up(lyc_max_up(0, x) * scale) / own[k]);
        }
        add_gain(gain, e, own, moves);
    }
    for (int k = 0; k < CORNERS; k++)
        sum += e->at[k];
    e->mean = sum > CORNERS * TINY ? sum / CORNERS : TINY;
}

/* x_k >= sum w at_k / H = 1 + sum w (at_k / H - 1). */
static void ratios(double *x, const lyc_cubes_work *w)
{
    for (int k = 0; k < CORNERS; k++)
        x[k] = 1;
    for (slong i = 0; i < w->length; i++)
    {
        const lyc_cubes_entry *e = w->entry + i;
        for (int k = 0; k < CORNERS; k++)
            x[k] = lyc_up(x[k] +
                          lyc_weigh_up(e->low, e->high,
                                       lyc_up(lyc_up(e->at[k] / e->mean) - 1)));
    }
}

static int worst_corner(const double *x, const double *gain)
{
    int worst = 0;
    for (int k = 1; k < CORNERS; k++)
        if (x[k] - gain[k] > x[worst] - gain[worst])
            worst = k;
    return worst;
}

/* H moves from the centre towards the worst corner, as far as a parabola says.
 */
static void move_means(lyc_cubes_work *w, int k, double more)
{
    double bend = 0;
    for (slong i = 0; i < w->length; i++)
    {
        const double t = w->entry[i].at[k] / w->entry[i].mean - 1;
        bend += w->entry[i].high * t * t;
    }
    const double step = more < bend ? more / bend : 1;
    for (slong i = 0; i < w->length; i++)
    {
        lyc_cubes_entry *e = w->entry + i;
        const double mean = e->mean + step * (e->at[k] - e->mean);
        e->mean = mean > TINY && mean < INFINITY ? mean : e->mean;
    }
}

/* sum w log H + log S + max_k (x_k / S - 1 - gain_k). */
static double upper_bound(lyc_cubes_work *w, const lyc_box_gauge_struct *g,
                          const double *own)
{
    double gain[CORNERS] = {0}, x[CORNERS], low, high, most = -INFINITY;
    double mean = 0;
    for (slong i = 0; i < w->length; i++)
        set_values(gain, w->entry + i, g, own);
    ratios(x, w);
    int k = worst_corner(x, gain);
    double more = x[k] - gain[k];
    for (int l = 0; l < CORNERS; l++)
        more -= (x[l] - gain[l]) / CORNERS;
    if (more > 0x1p-45)
    {
        move_means(w, k, more);
        ratios(x, w);
        k = worst_corner(x, gain);
    }
    for (slong i = 0; i < w->length; i++)
    {
        lyc_log_bounds(&low, &high, w->entry[i].mean);
        mean = lyc_up(mean +
                      lyc_weigh_up(w->entry[i].low, w->entry[i].high, high));
    }
    const double s = lyc_max_up(x[k], TINY);
    lyc_log_bounds(&low, &high, s);
    for (int l = 0; l < CORNERS; l++)
    {
        const double u = lyc_up(lyc_up(lyc_up(x[l] / s) - 1) - gain[l]);
        most = lyc_max_up(most, u);
    }
    const double bound = lyc_up(lyc_up(mean + high) + most);
    return bound < INFINITY ? bound : INFINITY;
}

/* Theorem continuous-laws.cubes */
lyc_box_bounds lyc_cubes_bounds(lyc_cubes_work *w,
                                const lyc_box_gauge_struct *g,
                                const lyc_box *piece, const double *own_low,
                                const double *own_high)
{
    lyc_box_bounds b = {-INFINITY, INFINITY};
    if (w->is_late)
        return b;
    b.lower = lower_bound(w, g, piece, own_high);
    b.upper = upper_bound(w, g, own_low);
    return b;
}
