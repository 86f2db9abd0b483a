#include "certify/density.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int64_t full(const lyc_knots_t k)
{
    return (int64_t)4 << k->scale;
}

/* The index of the knot at 2, or -1. */
static slong find_corner(const lyc_knots_t k)
{
    for (slong i = 0; i < k->length; i++)
        if (k->at[i] == full(k) / 2)
            return i;
    return -1;
}

static int is_in_order(const lyc_knots_t k)
{
    if (k->length < 4 || k->length > LYC_KNOTS_MAX_LENGTH || k->scale < 0 ||
        k->scale > LYC_KNOTS_MAX_SCALE || k->height_scale < 0 ||
        k->height_scale > 60 || k->at[0] != 0 || find_corner(k) < 2 ||
        find_corner(k) > k->length - 2)
        return 0;
    for (slong i = 0; i < k->length; i++)
    {
        const int64_t next = i + 1 < k->length ? k->at[i + 1] : full(k);
        if (!(k->at[i] < next) || k->height[i] > LYC_KNOTS_MAX_HEIGHT ||
            k->height[i] < -LYC_KNOTS_MAX_HEIGHT)
            return 0;
    }
    return 1;
}

/* (1, w - 1) or (3 - w, 1); exact. */
static void direction(double x[2], double w)
{
    x[0] = w <= 2 ? 1 : 3 - w;
    x[1] = w <= 2 ? w - 1 : 1;
}

static lyc_density_row *row_at(const lyc_density_t d, slong knot, slong outcome)
{
    return d->row + (knot * d->outcomes + outcome) * 2;
}

/* Sizes that the bounds of rounding errors count on. */
static int is_moderate(const lyc_density_row *r)
{
    return r->alpha > 0x1p-100 && r->alpha < 0x1p100 && fabs(r->m) < 0x1p100 &&
           r->error < 0x1p-30 * r->alpha;
}

/* The images of all knots. */
static int set_rows(lyc_density_t d)
{
    double x[2];
    int held = 1;
    for (slong i = 0; i <= d->n; i++)
        for (slong o = 0; o < d->outcomes; o++)
        {
            lyc_density_row *r = row_at(d, i, o);
            direction(x, d->place[i]);
            lyc_density_rows(r, d->outcome + o, x, d->prec);
            held = held && is_moderate(r) && is_moderate(r + 1);
        }
    return held;
}

static int set_outcomes(lyc_density_t d, const lyc_affine_law_t f)
{
    int held = f->dim == 2;
    d->outcome = lyc_malloc((size_t)f->outcomes * sizeof *d->outcome);
    for (d->outcomes = 0; held && d->outcomes < f->outcomes;)
    {
        lyc_affine_rows r;
        lyc_density_outcome *o = d->outcome + d->outcomes++;
        lyc_density_outcome_init(o);
        lyc_affine_rows_init(&r);
        held = lyc_affine_rows_set(&r, f, f->outcome + d->outcomes - 1, 0) &&
               r.row[0].sides == 2 && r.row[1].sides == 2;
        if (held)
            lyc_density_outcome_set(o, &r, f->outcome[d->outcomes - 1].weight,
                                    d->prec);
        lyc_affine_rows_clear(&r);
    }
    return held;
}

static lyc_verdict_t refuse(lyc_diag_t why, const char *text)
{
    lyc_diag_fail(why, LYC_DISPROVED, "%s", text);
    return LYC_DISPROVED;
}

lyc_verdict_t lyc_density_init(lyc_density_t d, const lyc_affine_law_t f,
                               const lyc_knots_t k, slong prec, lyc_diag_t why)
{
    memset(d, 0, sizeof *d);
    d->prec = prec;
    if (!is_in_order(k))
        return refuse(why, "the knots are not in order");
    if (!set_outcomes(d, f))
        return refuse(why, "the rows are not made of two uniform draws each");
    d->n = k->length;
    d->corner = find_corner(k);
    d->place = lyc_malloc((size_t)(d->n + 1) * sizeof *d->place);
    for (slong i = 0; i < d->n; i++)
        d->place[i] = ldexp((double)k->at[i], (int)-k->scale);
    d->place[d->n] = 4;
    d->row =
        lyc_malloc((size_t)((d->n + 1) * d->outcomes * 2) * sizeof *d->row);
    if (!set_rows(d))
        return refuse(why, "a row has no density in some direction");
    return LYC_PROVED;
}

void lyc_density_clear(lyc_density_t d)
{
    for (slong o = 0; o < d->outcomes; o++)
        lyc_density_outcome_clear(d->outcome + o);
    free(d->outcome);
    free(d->row);
    free(d->place);
}

/* Cells of one side, in the order of u = Y_2/Y_1 on the first and backwards on
 * the second. */
static void add_masses(double *mass, const lyc_density_t d,
                       const lyc_density_row row[2], double weight)
{
    for (int side = 0; side < 2; side++)
    {
        const slong from = side == 0 ? 0 : d->corner;
        const slong to = side == 0 ? d->corner : d->n;
        const double sign = side == 0 ? 1 : -1;
        double before = 0;
        for (slong j = from; j <= to; j++)
        {
            const double w = d->place[j], u = side == 0 ? w - 1 : 3 - w;
            const double below =
                lyc_density_below(row + side, row + 1 - side, u);
            if (j > from)
                mass[j - 1] += sign * weight * (below - before);
            before = below;
        }
    }
}

/* |Y_r| has at most the mean |m| + (alpha + beta)/2, and the density of the
 * other row varies by 1/alpha. */
static double curve(const lyc_density_row *first, const lyc_density_row *second)
{
    return (fabs(first->m) + (first->alpha + first->beta) / 2) /
           (8 * second->alpha) * (1 + 0x1p-40);
}

void lyc_density_knot(lyc_density_image *im, const lyc_density_t d, slong i)
{
    arb_t norm, sum, w;
    arb_init(norm);
    arb_init(sum);
    arb_init(w);
    memset(im->mass, 0, (size_t)d->n * sizeof(double));
    im->error = im->curve[0] = im->curve[1] = im->inverse = 0;
    for (slong o = 0; o < d->outcomes; o++)
    {
        const lyc_density_row *r = row_at(d, i, o);
        const lyc_density_outcome *a = d->outcome + o;
        const double high = lyc_up(a->weight + a->weight_error);
        add_masses(im->mass, d, r, a->weight);
        lyc_density_norm(norm, r, d->prec);
        arb_set_d(w, a->weight);
        mag_set_d(arb_radref(w), a->weight_error);
        arb_addmul(sum, w, norm, d->prec);
        const double error = lyc_density_below_error(r, r + 1) +
                             lyc_density_below_error(r + 1, r);
        im->error += high * error + a->weight_error;
        for (int side = 0; side < 2; side++)
            im->curve[side] += high * curve(r + side, r + 1 - side);
        im->inverse +=
            high * (r[0].error + r[1].error) * lyc_density_inverse(r);
    }
    im->error = (im->error + (double)(d->n + 8 * d->outcomes) * 0x1p-50) *
                (1 + 0x1p-30);
    im->inverse *= 1 + 0x1p-30;
    for (int side = 0; side < 2; side++)
        im->curve[side] *= 1 + 0x1p-30;
    arf_t t;
    arf_init(t);
    arb_get_lbound_arf(t, sum, 64);
    im->low = arf_get_d(t, ARF_RND_FLOOR);
    arb_get_ubound_arf(t, sum, 64);
    im->high = arf_get_d(t, ARF_RND_CEIL);
    if (!arb_is_finite(sum))
    {
        im->low = -INFINITY;
        im->high = INFINITY;
    }
    arf_clear(t);
    arb_clear(norm);
    arb_clear(sum);
    arb_clear(w);
}

double lyc_density_between(const lyc_density_t d, slong i,
                           const double slope[2])
{
    double sum = 0;
    for (slong o = 0; o < d->outcomes; o++)
    {
        const lyc_density_outcome *a = d->outcome + o;
        sum += (a->weight + a->weight_error) *
               lyc_density_bend(row_at(d, i, o), row_at(d, i + 1, o), slope);
    }
    return sum * (1 + 0x1p-30);
}

void lyc_density_slopes(double slope[2], double curve[2], const lyc_density_t d,
                        const double *height)
{
    double own[2] = {0, 0}, cross[2] = {0, 0};
    curve[0] = curve[1] = 0;
    for (slong j = 0; j < d->n; j++)
    {
        const int side = j >= d->corner;
        const double length = d->place[j + 1] - d->place[j];
        const double rise = height[(j + 1) % d->n] - height[j];
        const double s = rise / length;
        const double most =
            (fabs(rise) + 0x1p-50 * (fabs(height[j]) + fabs(rise))) / length *
            (1 + 0x1p-40);
        curve[side] =
            lyc_max_up(curve[side], most * length * length * (1 + 0x1p-40));
        cross[side] = lyc_max_up(cross[side], most);
        for (int end = 0; end < 2; end++)
        { /* 1 - u dh/du, u = w - 1 and dh/du = s, or u = 3 - w and -s */
            const double w = d->place[j + end];
            const double t = side == 0 ? 1 - (w - 1) * s : 1 + (3 - w) * s;
            own[side] = lyc_max_up(own[side], fabs(t) + 0x1p-40 * (1 + most));
        }
    }
    for (int r = 0; r < 2; r++)
        slope[r] = lyc_max_up(own[r], cross[1 - r]);
}
