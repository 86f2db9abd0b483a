#include <math.h>

#include "certify/box_round.h"
#include "certify/cubes.h"

#define DIM LYC_CUBES_DIM
#define CORNERS LYC_CUBES_CORNERS

/* What draw j is in this cell: t = mean + s. Draws that move nothing are taken
 * for 0, and the mean of a tail for 0. */
typedef struct
{
    lyc_near mean;
    double half, variance_low, variance_high, reach;
} draw_in_cell;

static draw_in_cell draw_of(lyc_cubes_entry *e, const lyc_cubes_law_struct *a,
                            slong j)
{
    const lyc_mixed_cell *c = lyc_cubes_cell_of(a, e, j);
    draw_in_cell x = {{0, 0}, 0, 0, 0, 0};
    e->low = lyc_down(e->low * c->low);
    e->high = lyc_up(e->high * c->high);
    if (!(a->outcome[e->outcome].is_moved >> j & 1))
        return x;
    if (c->is_tail)
    {
        e->is_tail = 1;
        x.reach = c->reach;
        return x;
    }
    x.mean = c->mean[0];
    x.half = x.reach = c->half[0];
    x.variance_low = c->variance_low[0];
    x.variance_high = c->variance_high[0];
    return x;
}

/* d = D_S, subset S = 0 being B: the sum over R that hold S of the product of
 * the means in R less S and M_R. Returns the error of the entries; *size: at
 * least their modulus. */
static double matrix_of(double *d, double *size, const lyc_cubes_outcome *o,
                        const draw_in_cell *x, slong draws, int s)
{
    double error = 0;
    *size = 0;
    for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
        d[i] = 0;
    for (int r = 0; r < 1 << draws; r++)
    {
        double mean = 1, most = 1;
        if ((r & s) != s)
            continue;
        for (slong j = 0; j < draws; j++)
            if ((r & ~s) >> j & 1)
            {
                mean *= x[j].mean.c;
                most = lyc_up(most * lyc_near_size(x[j].mean));
            }
        for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
            d[i] += mean * o->part[r][i];
        /* Two roundings of the mean, two of every term. */
        const double off = lyc_up(most - fabs(mean)) + 0x1p-50 * most;
        error =
            lyc_up(error + lyc_up(lyc_up(most * o->error) +
                                  lyc_up((off + 0x1p-49 * most) * o->size)));
        *size = lyc_up(*size + lyc_up(most * o->size));
    }
    return error;
}

/* y[k] = D r_k; the error of every coordinate. */
static double set_images(double y[CORNERS][DIM], const double *d, double error,
                         double size, const lyc_box *piece)
{
    double r[LYC_BOX_DIM];
    for (int k = 0; k < CORNERS; k++)
    {
        lyc_box_corner(r, piece, DIM, k);
        for (int c = 0; c < DIM; c++)
            y[k][c] = d[c * DIM] * r[0] + d[c * DIM + 1] * r[1] +
                      d[c * DIM + 2] * r[2];
    }
    return lyc_up(DIM * lyc_up(error + 0x1p-49 * size)) + 0x1p-1000;
}

/* Theorem continuous-laws.cubes */
void lyc_cubes_place(lyc_cubes_entry *e, const lyc_cubes_law_struct *a,
                     const lyc_box *piece)
{
    const lyc_cubes_outcome *o = a->outcome + e->outcome;
    draw_in_cell x[LYC_CUBES_MAX_DRAWS];
    double d[LYC_CUBES_ENTRIES], size;
    e->low = o->low;
    e->high = o->high;
    e->is_tail = 0;
    for (slong j = 0; j < a->draws; j++)
        x[j] = draw_of(e, a, j);
    double error = matrix_of(d, &size, o, x, a->draws, 0);
    e->y_error = set_images(e->y, d, error, size, piece);
    for (int s = 1; s < 1 << a->draws; s++)
    {
        const int n = s - 1;
        error = matrix_of(d, &size, o, x, a->draws, s);
        e->z_error[n] = set_images(e->z[n], d, error, size, piece);
        e->half[n] = e->variance_low[n] = e->variance_high[n] = 1;
        e->reach[n] = 1;
        for (slong j = 0; j < a->draws; j++)
            if (s >> j & 1)
            {
                e->half[n] = lyc_up(e->half[n] * x[j].half);
                e->reach[n] = lyc_up(e->reach[n] * x[j].reach);
                e->variance_low[n] = lyc_size_down(
                    lyc_down(e->variance_low[n] * x[j].variance_low));
                e->variance_high[n] =
                    lyc_up(e->variance_high[n] * x[j].variance_high);
            }
    }
}

/* ---- covers ---- */

/* Points whose cone holds the image: up to `error` in each coordinate. */
typedef struct
{
    int length, moves; /* subsets that move something, as bits of draws */
    double y[LYC_CUBES_POINTS][DIM], error;
} hull;

/* A is affine in each draw: the image is in the hull of the images of corners
 * for draws at the ends of the cell. */
/* Theorem continuous-laws.hull */
static void set_hull(hull *h, const lyc_cubes_entry *e,
                     const lyc_cubes_law_struct *a)
{
    const int ends = 1 << a->draws;
    double size = 0;
    h->length = 0;
    h->error = e->y_error;
    for (int n = 0; n < ends - 1; n++)
        h->error = lyc_up(h->error + lyc_up(e->half[n] * e->z_error[n]));
    for (int k = 0; k < CORNERS; k++)
        for (int end = 0; end < ends; end++)
        {
            double *y = h->y[h->length++];
            for (int c = 0; c < DIM; c++)
            {
                double sum = e->y[k][c], total = fabs(sum);
                for (int n = 0; n < ends - 1; n++)
                {
                    const int s = n + 1;
                    const int odd = __builtin_popcount((unsigned)(s & ~end));
                    const double t = e->half[n] * e->z[n][k][c];
                    sum += odd & 1 ? -t : t;
                    total += fabs(t);
                }
                y[c] = sum;
                size = lyc_max_up(size, total);
            }
        }
    h->error = lyc_up(h->error + 0x1p-49 * size);
}

/* The sign that coordinate b is proved to have, or 0. */
static int sign_of(const hull *h, int b)
{
    int positive = 1, negative = 1;
    for (int n = 0; n < h->length; n++)
    {
        positive &= h->y[n][b] > h->error;
        negative &= h->y[n][b] < -h->error;
    }
    return positive - negative;
}

/* 1 when no vector of the image has its largest coordinate at b: |y_b| < |y_c|
 * at all points, y_c of one sign. */
static int is_missed(const hull *h, int b, const int *sign)
{
    for (int c = 0; c < DIM; c++)
    {
        int below = c != b && sign[c] != 0;
        for (int n = 0; n < h->length && below; n++)
            below =
                lyc_down(fabs(h->y[n][c]) - fabs(h->y[n][b])) > 2 * h->error;
        if (below)
            return 1;
    }
    return 0;
}

/* The points on the face b, up to error: y_c / y_b. */
typedef struct
{
    double u[LYC_CUBES_POINTS][DIM - 1], error;
} chart;

static void set_chart(chart *u, const hull *h, int b)
{
    u->error = 0;
    for (int n = 0; n < h->length; n++)
        for (int i = 0; i < DIM - 1; i++)
        {
            const double z = h->y[n][b];
            const double x = h->y[n][lyc_box_coordinate(DIM, b, i)] / z;
            const double least = lyc_down(fabs(z) - h->error);
            /* |y/z - y'/z'| <= (e + |y/z| e) / |z'| */
            const double e =
                lyc_up(lyc_up(h->error * lyc_up(1 + fabs(x))) / least) *
                    (1 + 0x1p-40) +
                0x1p-50 * fabs(x) + 0x1p-1000;
            u->u[n][i] = x;
            if (!(least > 0 && e < INFINITY))
                u->error = INFINITY;
            u->error = lyc_max_up(u->error, e);
        }
}

/* Two half-planes, between which all points are: across (p, q). */
static void add_walls(lyc_box_walls *walls, const chart *u, int length, int b,
                      int sign, double p, double q)
{
    const double norm = fabs(p) + fabs(q);
    double low = INFINITY, high = -INFINITY, most = 0;
    if (!(norm > 0))
        return;
    p /= norm;
    q /= norm;
    for (int n = 0; n < length; n++)
    {
        const double x = p * u->u[n][0] + q * u->u[n][1];
        low = lyc_min_down(low, x);
        high = lyc_max_up(high, x);
        most = lyc_max_up(most, lyc_max_up(fabs(u->u[n][0]), fabs(u->u[n][1])));
    }
    const double slack = lyc_up(2 * u->error + 0x1p-48 * (1 + most));
    for (int side = 0; side < 2; side++)
    {
        const int s = side ? -sign : sign;
        double *w = walls->form[walls->length];
        w[b] = s * -(side ? high : low);
        w[lyc_box_coordinate(DIM, b, 0)] = s * p;
        w[lyc_box_coordinate(DIM, b, 1)] = s * q;
        walls->margin[walls->length++] = slack;
    }
}

/* Across the way of the draw that moves most, and along the sides of the
 * piece. */
static void set_walls(lyc_box_walls *walls, const chart *u, const hull *h,
                      int ends, int b, int sign)
{
    const double(*v)[DIM - 1] = u->u;
    double best = 0, p = 0, q = 0;
    walls->length = 0;
    for (int end = 1; end < ends; end <<= 1)
    {
        const double x = v[end][0] - v[0][0], y = v[end][1] - v[0][1];
        if (fabs(x) + fabs(y) > best)
        {
            best = fabs(x) + fabs(y);
            p = y;
            q = -x;
        }
    }
    add_walls(walls, u, h->length, b, sign, p, q);
    for (int k = 1; k < CORNERS - 1; k++)
        add_walls(walls, u, h->length, b, sign, v[k * ends][1] - v[0][1],
                  v[0][0] - v[k * ends][0]);
}

/* Lists of covers that are looked through one by one. */
#define SHORT 48

static void collect(lyc_cubes_entry *e, const lyc_box_cover *whole,
                    const lyc_box_tree_struct *t, const lyc_box_place *place)
{
    if (whole == NULL || whole->is_wild || whole->length == 0 ||
        whole->length > SHORT)
    {
        lyc_box_tree_collect(&e->cover, t, place);
        return;
    }
    for (int n = 0; n < whole->length; n++)
    {
        const int32_t cone = whole->cone[n];
        const lyc_box box = lyc_box_tree_cell(t, cone < 0 ? ~cone : cone);
        if (box.face == place->face && (cone < 0) == (place->sign < 0) &&
            !lyc_box_is_outside(place, box.low, box.width, DIM))
            lyc_box_cover_add(&e->cover, cone);
    }
}

/* Theorem continuous-laws.hull */
void lyc_cubes_cover(lyc_cubes_entry *e, const lyc_box_cover *whole,
                     const lyc_cubes_law_struct *a,
                     const lyc_box_tree_struct *t)
{
    hull h;
    chart u;
    lyc_box_walls walls;
    lyc_box_place place;
    int sign[DIM];
    e->cover.length = 0;
    e->cover.is_wild = e->is_tail;
    if (e->is_tail)
        return;
    set_hull(&h, e, a);
    for (int b = 0; b < DIM; b++)
        sign[b] = sign_of(&h, b);
    for (int b = 0; b < DIM && !e->cover.is_wild; b++)
    {
        if (is_missed(&h, b, sign))
            continue;
        e->cover.is_wild = sign[b] == 0;
        if (e->cover.is_wild)
            break;
        set_chart(&u, &h, b);
        set_walls(&walls, &u, &h, 1 << a->draws, b, sign[b]);
        place.face = b;
        place.sign = sign[b];
        lyc_box_place_walls(&place, &walls, DIM);
        for (int i = 0; i < DIM - 1; i++)
        {
            double low = INFINITY, high = -INFINITY;
            for (int n = 0; n < h.length; n++)
            {
                low = lyc_min_down(low, u.u[n][i]);
                high = lyc_max_up(high, u.u[n][i]);
            }
            place.low[i] = e->cover.low[b][i] = lyc_down(low - u.error);
            place.high[i] = e->cover.high[b][i] = lyc_up(high + u.error);
        }
        collect(e, whole, t, &place);
    }
    if (e->cover.is_wild)
        e->cover.length = 0;
}
