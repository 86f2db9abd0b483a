/* One linear form for a whole image, and how far the gauge is from it. */
#include "certify/box.h"
#include "certify/box_round.h"

#define CORNERS LYC_BOX_CORNERS

/* low_i <= u_i <= high_i on a face: what a cell and the image may share. */
typedef struct
{
    int face;
    double low[LYC_BOX_AXES], high[LYC_BOX_AXES];
} part;

static inline slong cell_of(int32_t cone)
{
    return cone < 0 ? ~cone : cone;
}

static part part_of(const lyc_box_cover *cover, int n, const lyc_box_tree_t t)
{
    const lyc_box box = lyc_box_tree_cell(t, cell_of(cover->cone[n]));
    const double *low = cover->low[box.face], *high = cover->high[box.face];
    part p = {.face = box.face};
    for (int i = 0; i < lyc_box_axes(t->dim); i++)
    {
        const double end = box.low[i] + box.width[i];
        p.low[i] = lyc_max_down(low[i], box.low[i]);
        p.high[i] = lyc_min_up(high[i], end);
    }
    return p;
}

static double size_of(const part *p, int dim)
{
    double size = 1;
    for (int i = 0; i < lyc_box_axes(dim); i++)
        size *= p->high[i] > p->low[i] ? p->high[i] - p->low[i] : 0;
    return size;
}

/* The mean of the signed forms, each weighed by the size of its part. */
static int set_mean(double *form, const lyc_box_cover *cover,
                    const lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    double total = 0;
    for (int c = 0; c < d; c++)
        form[c] = 0;
    for (int n = 0; n < cover->length; n++)
    {
        const part p = part_of(cover, n, g->tree);
        const double size = size_of(&p, d);
        const double weight = cover->cone[n] < 0 ? -size : size;
        const double *v = g->form + cell_of(cover->cone[n]) * d;
        total += size;
        for (int c = 0; c < d; c++)
            form[c] += weight * v[c];
    }
    for (int c = 0; c < d; c++)
        form[c] /= total;
    return total > 0;
}

/* At the corners z of a part of planes: a sum of what depends on u_0, u_3 and
 * what depends on u_1, u_2. Returns a sum of moduli. */
static double values_on_planes(double *x, const double *v, const part *p)
{
    const double *low = p->low, *high = p->high;
    const double first = v[p->face], bend = v[LYC_BOX_DIM - 1 - p->face];
    double at[LYC_BOX_AXES], outer[4], inner[4];
    double size = fabs(first) + 2 * fabs(bend);
    for (int i = 0; i < LYC_BOX_AXES; i++)
    {
        at[i] = v[lyc_box_coordinate(LYC_BOX_DIM, p->face, i)];
        size += fabs(at[i]);
    }
    for (int k = 0; k < 4; k++)
    {
        const double u = k & 1 ? high[0] : low[0], t = k & 2 ? high[3] : low[3];
        outer[k] = first + (at[0] * u + (at[3] - bend * u) * t);
    }
    for (int k = 0; k < 4; k++)
    {
        const double u = k & 1 ? high[1] : low[1], t = k & 2 ? high[2] : low[2];
        inner[k] = at[1] * u + (at[2] - bend * u) * t;
    }
    for (int k = 0; k < CORNERS; k++)
        x[k] = outer[(k & 1) | (k >> 2 & 2)] + inner[k >> 1 & 3];
    return size;
}

static double values_on_cube(double *x, const double *v, const part *p, int dim)
{
    double size = fabs(v[p->face]);
    x[0] = v[p->face];
    for (int i = 0; i < dim - 1; i++)
    {
        const double slope = v[lyc_box_coordinate(dim, p->face, i)];
        const double low = slope * p->low[i], high = slope * p->high[i];
        size += fabs(slope);
        for (int k = 0; k < 1 << i; k++)
        {
            x[k | 1 << i] = x[k] + high;
            x[k] += low;
        }
    }
    return size;
}

/* <v, z> at the corners z of the part; their common error: at most 12 roundings
 * of numbers up to `size`, below 2^-49 of it. */
static double values_at(double *x, const double *v, const part *p, int dim)
{
    const double size = lyc_box_is_planes(dim) ? values_on_planes(x, v, p)
                                               : values_on_cube(x, v, p, dim);
    return size * 0x1p-48 + 0x1p-1000;
}

/* ratio[0] <= <v, z> / <w, z> <= ratio[1] on the part, sign the sign of the
 * cone; 0 where <w, z> is not proved to be positive. */
static int set_ratio(double *ratio, const double *v, const double *w, int sign,
                     const part *p, int dim)
{
    const int corners = lyc_box_corners(dim);
    double x[CORNERS], y[CORNERS], least = INFINITY, low = INFINITY, high = 0;
    double all = 0;
    const double ex = values_at(x, v, p, dim), ey = values_at(y, w, p, dim);
    for (int k = 0; k < corners; k++)
    {
        const double value = sign * y[k], r = x[k] / value;
        least = lyc_min_down(least, value);
        low = lyc_min_down(low, r);
        high = lyc_max_up(high, r);
        all += fabs(r) + fabs(value);
    }
    least = lyc_down(least - ey);
    if (!(least > 0 && all < INFINITY)) /* NaN included */
        return 0;
    /* |X / Y - x / y| <= (|X - x| + |x / y| |Y - y|) / Y with Y >= least; the
     * quotient has one more rounding. */
    const double size = lyc_max_up(-low, high);
    const double e = lyc_up(lyc_up(lyc_up(ex + lyc_up(size * ey)) / least) +
                            lyc_up(0x1p-52 * size));
    ratio[0] = low > e ? lyc_down(low - e) : 0;
    ratio[1] = lyc_up(high + e);
    return 1;
}

/* Theorem spectrum.common */
/* <v, z> / <w, z> has its extremes at corners where <w, z> > 0. One cone: its
 * own form, exactly. */
int lyc_box_common_form(double *form, const lyc_box_cover *cover,
                        const lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    if (cover->length == 1)
    {
        const double *v = g->form + cell_of(cover->cone[0]) * d;
        for (int c = 0; c < d; c++)
            form[c] = cover->cone[0] < 0 ? -v[c] : v[c];
        cover->ratio[0][0] = cover->ratio[0][1] = 1;
        return 1;
    }
    if (cover->length == 0 || !set_mean(form, cover, g))
        return 0;
    for (int n = 0; n < cover->length; n++)
    {
        const int32_t cone = cover->cone[n];
        const part p = part_of(cover, n, g->tree);
        if (!set_ratio(cover->ratio[n], g->form + cell_of(cone) * d, form,
                       cone < 0 ? -1 : 1, &p, d))
            return 0;
    }
    return 1;
}
