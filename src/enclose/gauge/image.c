/* Images of rays: exact look-up by the signs of integer determinants. */
#include "enclose/gauge/gauge.h"

/* A vector, and its entries as machine integers when both are small. */
typedef struct
{
    int small;
    slong u, v;
    fmpz_t x, y;
} point;

static void point_init(point *w)
{
    fmpz_init(w->x);
    fmpz_init(w->y);
}

static void point_clear(point *w)
{
    fmpz_clear(w->x);
    fmpz_clear(w->y);
}

static void point_shrink(point *w)
{
    w->small = !COEFF_IS_MPZ(*w->x) && !COEFF_IS_MPZ(*w->y);
    if (w->small)
    {
        w->u = fmpz_get_si(w->x);
        w->v = fmpz_get_si(w->y);
    }
}

static void point_neg(point *w)
{
    fmpz_neg(w->x, w->x);
    fmpz_neg(w->y, w->y);
    w->u = -w->u;
    w->v = -w->v;
}

/* det(r_j, w) */
static void det_fmpz(fmpz_t d, const lyc_gauge_fan_t f, slong j, const point *w)
{
    const slong k = j < f->rays ? j : 0;
    fmpz_fmms(d, f->x + k, w->y, f->y + k, w->x);
    if (k != j)
        fmpz_neg(d, d);
}

static int is_small(const lyc_gauge_fan_t f, slong k, const point *w)
{
    return w->small && !COEFF_IS_MPZ(f->x[k]) && !COEFF_IS_MPZ(f->y[k]);
}

/* Small entries are below 2^62 in modulus: no overflow. */
static __int128 det_small(const lyc_gauge_fan_t f, slong j, const point *w)
{
    const slong k = j < f->rays ? j : 0;
    const __int128 d =
        (__int128)(slong)f->x[k] * w->v - (__int128)(slong)f->y[k] * w->u;
    return k == j ? d : -d;
}

static int det_sign(const lyc_gauge_fan_t f, slong j, const point *w)
{
    if (is_small(f, j < f->rays ? j : 0, w))
    {
        const __int128 d = det_small(f, j, w);
        return (d > 0) - (d < 0);
    }
    fmpz_t d;
    fmpz_init(d);
    det_fmpz(d, f, j, w);
    const int sign = fmpz_sgn(d);
    fmpz_clear(d);
    return sign;
}

static double det_approx(const lyc_gauge_fan_t f, slong j, const point *w)
{
    if (is_small(f, j < f->rays ? j : 0, w))
        return (double)det_small(f, j, w);
    fmpz_t d;
    fmpz_init(d);
    det_fmpz(d, f, j, w);
    const double value = fmpz_get_d(d);
    fmpz_clear(d);
    return value;
}

/* w or -w, whichever lies in the half-open half-plane from r_0 to -r_0. */
static void normalise(point *w, const lyc_gauge_fan_t f)
{
    int sign = det_sign(f, 0, w);
    if (sign == 0)
        sign =
            fmpz_sgn(w->x) * fmpz_sgn(f->x) + fmpz_sgn(w->y) * fmpz_sgn(f->y);
    if (sign < 0)
        point_neg(w);
}

/* w in [r_l, r_{l+1}), or in [r_l, r_{l+1}] for the last cone of an arc. */
static int is_in(const lyc_gauge_fan_t f, slong l, const point *w)
{
    if (det_sign(f, l, w) < 0)
        return 0;
    const int after = det_sign(f, l + 1, w);
    return after < 0 || (after == 0 && l == f->rays - 2 && !f->is_projective);
}

/* The last cone that does not begin after w, for w = normalised. */
static slong search(const lyc_gauge_fan_t f, const point *w)
{
    slong low = 0, high = f->cones;
    while (high - low > 1)
    {
        const slong middle = low + (high - low) / 2;
        if (det_sign(f, middle, w) >= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The cone of w near cone l, going round by `step`; -1 when there is none. */
static slong walk(const lyc_gauge_fan_t f, slong l, int step, const point *w)
{
    for (int tries = 0; tries < 12; tries++)
    {
        if (is_in(f, l, w))
            return l;
        l += step;
        l = l < 0 ? f->cones - 1 : l == f->cones ? 0 : l;
    }
    l = search(f, w);
    return is_in(f, l, w) ? l : -1;
}

static void multiply(point *w, const fmpz *m, const fmpz_t x, const fmpz_t y)
{
    fmpz_mul(w->x, m, x);
    fmpz_addmul(w->x, m + 1, y);
    fmpz_mul(w->y, m + 2, x);
    fmpz_addmul(w->y, m + 3, y);
    point_shrink(w);
}

/* Coordinates of w / (norm of r_j, scale) on the unit rays of cone l. */
static void coordinates(double *near, const lyc_gauge_fan_t f, slong j, slong l,
                        double scale, const point *w)
{
    const slong end = lyc_gauge_fan_next(f, l);
    const double unit = f->norm[j] * scale * f->width[l];
    near[0] = -det_approx(f, l + 1, w) / f->norm[end] / unit;
    near[1] = det_approx(f, l, w) / f->norm[l] / unit;
}

static int locate_atom(lyc_gauge_images_t m, const lyc_gauge_fan_t f,
                       const lyc_gauge_atoms_t a, slong i)
{
    int inside = 1;
    slong l = -1;
    point w;
    point_init(&w);
    for (slong j = 0; j < f->rays && inside; j++)
    {
        const slong k = j * a->length + i;
        multiply(&w, a->entry + 4 * i, f->x + j, f->y + j);
        if (fmpz_is_zero(w.x) && fmpz_is_zero(w.y))
        {
            m->cone[k] = (int32_t)FLINT_MAX(l, 0);
            m->near[2 * k] = m->near[2 * k + 1] = 0.0;
            continue;
        }
        normalise(&w, f);
        l = l < 0 ? search(f, &w) : l;
        l = walk(f, l, a->turn[i] < 0 ? -1 : 1, &w);
        inside = l >= 0;
        if (!inside)
            break;
        m->cone[k] = (int32_t)l;
        coordinates(m->near + 2 * k, f, j, l, a->scale[i], &w);
    }
    point_clear(&w);
    return inside;
}

void lyc_gauge_images_init(lyc_gauge_images_t m, slong rays, slong atoms)
{
    const size_t n = (size_t)(rays * atoms);
    m->rays = rays;
    m->atoms = atoms;
    m->cone = lyc_malloc(n * sizeof(int32_t));
    m->near = lyc_malloc(2 * n * sizeof(double));
}

void lyc_gauge_images_clear(lyc_gauge_images_t m)
{
    free(m->cone);
    free(m->near);
}

int lyc_gauge_images_locate(lyc_gauge_images_t m, const lyc_gauge_fan_t f,
                            const lyc_gauge_atoms_t a)
{
    for (slong i = 0; i < a->length; i++)
        if (!locate_atom(m, f, a, i))
            return 0;
    return 1;
}
