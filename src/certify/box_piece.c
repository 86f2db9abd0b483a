#include <math.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/cubes.h"

#define CORNERS LYC_BOX_CORNERS

/* Lemma spectrum.rounding */
/* |<w, y> - fl<w, y>| <= sum |w_c| B_c for all y up to e_c from doubles of
 * modulus at most Y_c; B_c = 2^-49 Y_c + (1 + 2^-40) e_c. */
static double form_error(const double *w, const double *b, int d)
{
    double sum = 0;
    for (int c = 0; c < d; c++)
        sum += fabs(w[c]) * b[c];
    return sum * (1 + 0x1p-48) + 0x1p-1000;
}

static double form_at(const double *w, const double *y, int d)
{
    double sum = 0;
    for (int c = 0; c < d; c++)
        sum += w[c] * y[c];
    return sum;
}

static void set_slack(double *b, const lyc_box_image *im,
                      const lyc_box_atom *atom, int d)
{
    for (int c = 0; c < d; c++)
    {
        double largest = 0;
        for (int k = 0; k < lyc_box_corners(d); k++)
            largest = lyc_max_up(largest, fabs(im->y[k][c]));
        b[c] = lyc_up(0x1p-49 * largest + (1 + 0x1p-39) * atom->row_error[c]);
    }
}

/* Any cone at all: nothing from below, sum max|w_c| |y_c| from above. */
static void range_wild(double *low, double *high, const lyc_box_image *im,
                       const lyc_box_atom *atom, const lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    for (int k = 0; k < lyc_box_corners(d); k++)
    {
        double sum = 0;
        for (int c = 0; c < d; c++)
            sum = lyc_up(
                sum + lyc_up(g->largest[c] *
                             lyc_up(fabs(im->y[k][c]) + atom->row_error[c])));
        low[k] = -INFINITY;
        high[k] = sum;
    }
}

/* Bounds of the form of the cell itself at the corners of the piece. */
static void own_range(double *low, double *high, const lyc_box_gauge_t g,
                      const lyc_box *piece, slong cell)
{
    const int d = g->tree->dim;
    const double *v = g->form + cell * d;
    double r[LYC_BOX_DIM], slack[LYC_BOX_DIM];
    for (int c = 0; c < d; c++)
        slack[c] = lyc_box_is_planes(d) ? 0x1p-47 : 0x1p-49;
    const double e = form_error(v, slack, d);
    for (int k = 0; k < lyc_box_corners(d); k++)
    {
        lyc_box_corner(r, piece, d, k);
        const double x = form_at(v, r, d);
        low[k] = lyc_down(x - e);
        high[k] = lyc_up(x + e);
    }
    if (g->factor[0] == NULL)
        return;
    const double down = g->factor[1][cell] * (1 - 0x1p-51);
    const double up = g->factor[0][cell] * (1 + 0x1p-51);
    for (int k = 0; k < lyc_box_corners(d); k++)
    {
        low[k] = lyc_down(low[k] * down);
        high[k] = lyc_up(high[k] * up);
    }
}

static double times_down(const lyc_box_atom *a, double x)
{
    return lyc_down(lyc_min_down(a->weight_low * x, a->weight_high * x));
}

static double times_up(const lyc_box_atom *a, double x)
{
    return lyc_up(lyc_max_up(a->weight_low * x, a->weight_high * x));
}

/* Products outside this range are left to logarithms one by one. */
#define PRODUCT_MIN 1e-250
#define PRODUCT_MAX 1e250

/* Equal weights p = 1/n: sum_i p log(lo_i / f) = p log prod_i (lo_i / f), so
 * that the least product decides. NaN where this does not do. */
static double lower_product(const lyc_box_work_t w, const double *own,
                            const lyc_box_gauge_t g)
{
    double least = PRODUCT_MAX, low, high;
    if (!g->atoms->is_uniform)
        return NAN;
    for (int k = 0; k < lyc_box_corners(g->tree->dim); k++)
    {
        double product = 1;
        for (slong i = 0; i < g->atoms->length; i++)
        {
            product = lyc_down(product * lyc_down(w->low[i][k] / own[k]));
            if (!(product > PRODUCT_MIN && product < PRODUCT_MAX))
                return NAN;
        }
        least = lyc_min_down(least, product);
    }
    lyc_log_bounds(&low, &high, least);
    return times_down(g->atoms->atom, low);
}

/* Theorem spectrum.cone */
/* min_k sum_i p_i log (lo_ik / f(r_k)), rounded down. As sum_i p_i = 1, a mean
 * sum_i p_i x_i is x_0 + sum_i p_i (x_i - x_0), here and below: then weights
 * that are not known exactly cost less. */
static double lower_bound(const lyc_box_work_t w, const double *own,
                          const lyc_box_gauge_t g)
{
    double low, high, least = INFINITY;
    for (int k = 0; k < lyc_box_corners(g->tree->dim); k++)
    {
        for (slong i = 0; i < g->atoms->length; i++)
            if (!(w->low[i][k] > 0))
                return -INFINITY;
    }
    const double quick = lower_product(w, own, g);
    if (quick < PRODUCT_MAX)
        return quick;
    for (int k = 0; k < lyc_box_corners(g->tree->dim); k++)
    {
        double sum = 0, first = 0;
        for (slong i = 0; i < g->atoms->length && sum > -INFINITY; i++)
        {
            lyc_log_bounds(&low, &high, lyc_down(w->low[i][k] / own[k]));
            first = i == 0 ? low : first;
            low = i == 0
                      ? low
                      : times_down(g->atoms->atom + i, lyc_down(low - first));
            sum = lyc_down(sum + low);
        }
        if (!(sum > -INFINITY))
            return -INFINITY;
        least = lyc_min_down(least, sum);
    }
    return least;
}

/* sum_i p_i log H_i, rounded up. */
static double log_mean_up(const double *mean, const lyc_box_gauge_t g)
{
    double product = 1, low, high, sum = 0;
    if (g->atoms->is_uniform)
    {
        for (slong i = 0; i < g->atoms->length; i++)
            product = lyc_up(product * mean[i]);
        if (product > PRODUCT_MIN && product < PRODUCT_MAX)
        {
            lyc_log_bounds(&low, &high, product);
            return times_up(g->atoms->atom, high);
        }
    }
    double first = 0;
    for (slong i = 0; i < g->atoms->length; i++)
    {
        lyc_log_bounds(&low, &high, mean[i]);
        first = i == 0 ? high : first;
        high =
            i == 0 ? high : times_up(g->atoms->atom + i, lyc_up(high - first));
        sum = lyc_up(sum + high);
    }
    return sum;
}

/* most_k >= sum_i p_i ratio_ik / H_i = 1 + sum_i p_i (ratio_ik / H_i - 1); the
 * largest, and where it is. */
static double linear_bound(int *where, const lyc_box_work_t w,
                           const lyc_box_gauge_t g)
{
    const int corners = lyc_box_corners(g->tree->dim);
    double at[CORNERS], most = 0;
    for (int k = 0; k < corners; k++)
        at[k] = 1;
    for (slong i = 0; i < g->atoms->length; i++)
        for (int k = 0; k < corners; k++)
            at[k] = lyc_up(
                at[k] + times_up(g->atoms->atom + i,
                                 lyc_up(lyc_up(w->at[i][k] / w->mean[i]) - 1)));
    *where = 0;
    for (int k = 0; k < corners; k++)
    {
        if (isnan(at[k]))
            return NAN;
        if (at[k] > most)
        {
            most = at[k];
            *where = k;
        }
    }
    return most;
}

/* Moves H from the centre towards the corner with the largest value, as far as
 * sum_i p_i log H_i grows, about. */
static void move_means(const lyc_box_work_t w, const lyc_box_gauge_t g, int k,
                       double gain)
{
    double bend = 0;
    for (slong i = 0; i < g->atoms->length; i++)
    {
        const double t = w->at[i][k] / w->mean[i] - 1;
        bend += g->atoms->atom[i].weight_high * t * t;
    }
    const double step = gain < bend ? gain / bend : 1;
    for (slong i = 0; i < g->atoms->length; i++)
    {
        const double mean = w->mean[i] + step * (w->at[i][k] - w->mean[i]);
        w->mean[i] = lyc_max_up(mean, 0x1p-900);
    }
}

/* Theorem spectrum.cone */
/* sum_i p_i log H_i + log max_k sum_i p_i hi_ik / (H_i f(r_k)), rounded up;
 * any positive H_i will do. */
static double upper_bound(const lyc_box_work_t w, const double *own,
                          const lyc_box_gauge_t g)
{
    const int corners = lyc_box_corners(g->tree->dim);
    double low, high;
    int k;
    for (slong i = 0; i < g->atoms->length; i++)
    {
        double sum = 0;
        for (k = 0; k < corners; k++)
        {
            const double h = w->high[i][k];
            w->at[i][k] = lyc_up(lyc_max_up(0, h) / own[k]);
            sum += w->at[i][k];
        }
        sum /= corners;
        w->mean[i] = lyc_max_up(sum, 0x1p-900);
    }
    double most = linear_bound(&k, w, g);
    if (most - 1 > 0x1p-45)
    {
        move_means(w, g, k, most - 1);
        most = linear_bound(&k, w, g);
    }
    if (!(most >= 0)) /* NaN */
        return INFINITY;
    lyc_log_bounds(&low, &high, lyc_max_up(most, 0x1p-900));
    const double bound = lyc_up(log_mean_up(w->mean, g) + high);
    return bound < INFINITY ? bound : INFINITY;
}

void lyc_box_covers(lyc_box_work_t w, const lyc_box_work_struct *whole,
                    const lyc_box_gauge_t g, const lyc_box *piece)
{
    if (g->cubes != NULL)
    {
        lyc_cubes_covers(w->cubes, whole == NULL ? NULL : whole->cubes, g,
                         piece);
        return;
    }
    for (slong i = 0; i < g->atoms->length; i++)
    {
        const lyc_box_atom *a = g->atoms->atom + i;
        lyc_box_image_of(w->image + i, a, piece, g->tree->dim);
        lyc_box_cover_image(w->cover + i,
                            whole == NULL ? NULL : whole->cover + i, g->tree,
                            w->image + i, a, piece);
    }
}

/* Multiples of the common form that the gauges are between on the image. */
void lyc_box_scales_of(double *low, double *high, const lyc_box_cover *cover,
                       const lyc_box_gauge_t g)
{
    const int is_plain = g->factor[0] == NULL;
    *low = is_plain ? 1 : INFINITY;
    *high = is_plain ? 1 : 0;
    for (int n = 0; n < cover->length; n++)
    {
        const int32_t cone = cover->cone[n];
        const slong l = cone < 0 ? ~cone : cone;
        if (is_plain)
        {
            *low = cover->ratio[n][0] > 0 ? *low : 0;
            continue;
        }
        /* Each factor is off by 2^-52, the product by 2^-53 of it. */
        const double x =
            lyc_down(cover->ratio[n][0] * g->factor[0][l] * (1 - 0x1p-50));
        const double y =
            lyc_up(cover->ratio[n][1] * g->factor[1][l] * (1 + 0x1p-50));
        *low = lyc_min_down(*low, lyc_size_down(x));
        *high = lyc_max_up(*high, y);
    }
}

/* low_ik, high_ik for atom i. Where no form was found, any cone may be met. */
static void range_of(lyc_box_work_t w, slong i, const lyc_box_gauge_t g)
{
    const lyc_box_atom *a = g->atoms->atom + i;
    const int d = g->tree->dim;
    double form[LYC_BOX_DIM], slack[LYC_BOX_DIM], down, up;
    if (!lyc_box_common_form(form, w->cover + i, g))
    {
        w->cover[i].length = 0;
        range_wild(w->low[i], w->high[i], w->image + i, a, g);
        return;
    }
    lyc_box_scales_of(&down, &up, w->cover + i, g);
    set_slack(slack, w->image + i, a, d);
    const double e = form_error(form, slack, d);
    for (int k = 0; k < lyc_box_corners(d); k++)
    {
        const double x = form_at(form, w->image[i].y[k], d);
        w->low[i][k] = lyc_down(lyc_down(x - e) * down);
        w->high[i][k] = lyc_up(lyc_up(x + e) * up);
    }
}

lyc_box_bounds lyc_box_bounds_of(lyc_box_work_t w, const lyc_box_gauge_t g,
                                 const lyc_box *piece, slong cell)
{
    double own_low[CORNERS], own_high[CORNERS];
    lyc_box_bounds b = {-INFINITY, INFINITY};
    for (slong i = 0; i < w->atoms; i++)
        range_of(w, i, g);
    own_range(own_low, own_high, g, piece, cell);
    for (int k = 0; k < lyc_box_corners(g->tree->dim); k++)
        if (!(own_low[k] > 0 && own_high[k] < INFINITY))
            return b;
    if (g->cubes != NULL)
        return lyc_cubes_bounds(w->cubes, g, piece, own_low, own_high);
    b.lower = lower_bound(w, own_high, g);
    b.upper = upper_bound(w, own_low, g);
    return b;
}
