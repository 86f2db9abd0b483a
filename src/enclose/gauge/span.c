/* Where a box of parameters takes the cones: Theorem bracket.cone with J_i, lo
 * and hi over the box, one piece a cone.
 *
 * Directions are places on the boundary of the square |x|, |y| <= 1, counted
 * counterclockwise from the corner (1, -1), modulo 4; the width of a cone is
 * its length there. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

#define HALF_TURN 4.0
/* Rounding of places. */
#define OUTSIDE 1e-12
#define ENTRY_BITS 60

void lyc_gauge_spans_init(lyc_gauge_spans_t s, const lyc_law_t law,
                          const lyc_gauge_atoms_t a)
{
    arb_t b;
    arf_t t;
    memset(s, 0, sizeof(*s));
    s->atoms = a->length;
    s->entry = lyc_malloc(sizeof(double) * (size_t)(8 * a->length));
    arb_init(b);
    arf_init(t);
    for (slong k = 0; k < 4 * a->length; k++)
    {
        lyc_number_get_arb(
            b, lyc_matrix_entry(law->atom + k / 4, k % 4 / 2, k % 2), 64);
        arb_get_lbound_arf(t, b, 64);
        s->entry[2 * k] = arf_get_d(t, ARF_RND_FLOOR);
        arb_get_ubound_arf(t, b, 64);
        s->entry[2 * k + 1] = arf_get_d(t, ARF_RND_CEIL);
    }
    s->play = lyc_malloc(sizeof(double) * (size_t)a->length);
    for (slong i = 0; i < a->length; i++)
    {
        lyc_number_get_arb(b, law->weight + i, 64);
        s->play[i] = mag_get_d(arb_radref(b));
    }
    arb_clear(b);
    arf_clear(t);
}

void lyc_gauge_spans_clear(lyc_gauge_spans_t s)
{
    free(s->entry);
    free(s->play);
    free(s->first);
    free(s->count);
    free(s->lower);
    free(s->upper);
    free(s->least);
}

#define FIRST_LEVEL 5
#define LAST_LEVEL 11

/* Both ends of either row: the corners of every image. */
int lyc_gauge_spans_find_arc(lyc_gauge_fan_t arc, const lyc_gauge_spans_t s)
{
    lyc_gauge_atoms_t a;
    int found = 0;
    lyc_gauge_atoms_init(a, 4 * s->atoms);
    for (slong k = 0; k < 16 * s->atoms; k++)
    {
        const slong corner = k / 4 % 4, entry = k % 4;
        const slong end = entry < 2 ? corner & 1 : corner >> 1;
        const double value = s->entry[8 * (k / 16) + 2 * entry + end];
        fmpz_set_d(a->entry + k, ldexp(value, ENTRY_BITS));
        a->scale[k / 4] = ldexp(1.0, ENTRY_BITS);
    }
    const int fine = lyc_gauge_atoms_finish(a);
    for (int level = FIRST_LEVEL; fine && level <= LAST_LEVEL && !found;
         level += 2)
        found = lyc_gauge_find_arc(arc, a, level);
    lyc_gauge_atoms_clear(a);
    return found;
}

static double place(double x, double y)
{
    if (fabs(x) >= fabs(y))
        return y / x + 1.0; /* x > 0 and x < 0 differ by a half-turn */
    return 3.0 - x / y;
}

typedef struct
{
    double x, y;         /* of max-norm 1 */
    double value, place; /* unwrapped: rising with the index */
} ray;

typedef struct
{
    lyc_gauge_spans_struct *s;
    const lyc_gauge_fan_struct *fan;
    const lyc_gauge_atoms_struct *atoms;
    ray *ray;                   /* rays and, of a projective fan, -r_0 */
    double *form;               /* a, b of fhat on each cone */
    double *moved, *hit;        /* sums over the images that fall on a cone */
    double *reach, *low, *high; /* scratch: an atom each, two ends */
} survey;

static void set_rays(survey *t)
{
    const lyc_gauge_fan_struct *f = t->fan;
    fmpz_t x, y;
    fmpz_init(x);
    fmpz_init(y);
    for (slong j = 0; j <= f->cones; j++)
    {
        const slong k = j < f->rays ? j : 0;
        ray *r = t->ray + j;
        lyc_gauge_fan_get_ray(x, y, f, j);
        r->x = fmpz_get_d(x) / f->norm[k];
        r->y = fmpz_get_d(y) / f->norm[k];
        r->value = f->value[k];
        r->place =
            j == 0 ? place(r->x, r->y) : t->ray[j - 1].place + f->width[j - 1];
    }
    for (slong j = 0; j < f->cones; j++)
    {
        const ray *r = t->ray + j, *q = r + 1;
        t->form[2 * j] = (r->value * q->y - q->value * r->y) / f->width[j];
        t->form[2 * j + 1] = (q->value * r->x - r->value * q->x) / f->width[j];
    }
    fmpz_clear(x);
    fmpz_clear(y);
}

/* A ray's image over the box: a rectangle that does not hold 0. */
typedef struct
{
    double u[2], v[2];
    double from, to; /* places, about a common branch */
} image;

/* p on the branch nearest to q. */
static double unwrap(double p, double q)
{
    return p - HALF_TURN * nearbyint((p - q) / HALF_TURN);
}

/* 0 when the image may be 0. */
static int set_image(image *m, const double *e, const ray *r, double near)
{
    for (int i = 0; i < 2; i++)
    {
        const double *c = e + 4 * i;
        double *w = i == 0 ? m->u : m->v;
        w[0] = fmin(c[0] * r->x, c[1] * r->x) + fmin(c[2] * r->y, c[3] * r->y);
        w[1] = fmax(c[0] * r->x, c[1] * r->x) + fmax(c[2] * r->y, c[3] * r->y);
    }
    if (m->u[0] <= 0 && m->u[1] >= 0 && m->v[0] <= 0 && m->v[1] >= 0)
        return 0;
    const double middle = unwrap(
        place(0.5 * (m->u[0] + m->u[1]), 0.5 * (m->v[0] + m->v[1])), near);
    m->from = m->to = middle;
    for (int k = 0; k < 4; k++)
    {
        const double p = unwrap(place(m->u[k & 1], m->v[k >> 1]), middle);
        m->from = fmin(m->from, p);
        m->to = fmax(m->to, p);
    }
    return isfinite(m->to - m->from);
}

/* The cone of a place; extended indices, cone l + n being half a turn on. Of
 * an arc, the first or last cone for what lies outside. */
static slong cone_of(const survey *t, double p)
{
    const slong n = t->fan->cones;
    const double turns =
        t->fan->is_projective ? floor((p - t->ray[0].place) / HALF_TURN) : 0.0;
    const double q = p - turns * HALF_TURN;
    slong low = 0, high = n;
    while (high - low > 1)
    {
        const slong middle = low + (high - low) / 2;
        if (t->ray[middle].place <= q)
            low = middle;
        else
            high = middle;
    }
    return low + (slong)turns * n;
}

static slong wrap(slong l, slong n)
{
    l %= n;
    return l < 0 ? l + n : l;
}

/* Minimum and maximum of fhat's forms on the cones over the rectangle. The
 * sign of the form on a cone is the one that is positive in the cone. */
static void value_range(double *low, double *high, const survey *t,
                        const image *m, slong first, slong count)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (slong c = 0; c < count; c++)
    {
        const slong l = wrap(first + c, t->fan->cones);
        const double *ab = t->form + 2 * l;
        const double x = 0.5 * (m->u[0] + m->u[1]);
        const double y = 0.5 * (m->v[0] + m->v[1]);
        const ray *r = t->ray + l;
        const double s =
            x * (r->x + r[1].x) + y * (r->y + r[1].y) < 0 ? -1.0 : 1.0;
        const double a = s * ab[0], b = s * ab[1];
        *low = fmin(*low, fmin(a * m->u[0], a * m->u[1]) +
                              fmin(b * m->v[0], b * m->v[1]));
        *high = fmax(*high, fmax(a * m->u[0], a * m->u[1]) +
                                fmax(b * m->v[0], b * m->v[1]));
    }
}

/* The image of cone j under atom i. */
static int take_atom(survey *t, slong j, slong i)
{
    lyc_gauge_spans_struct *s = t->s;
    const slong n = t->fan->cones, at = j * s->atoms + i;
    const double *e = s->entry + 8 * i;
    image m[2] = {0};
    const double begin = t->ray[0].place, end = t->ray[n].place;
    if (!set_image(m, e, t->ray + j, 0.5 * (begin + end)) ||
        !set_image(m + 1, e, t->ray + j + 1, m->from))
        return 0;
    const double from = fmin(m[0].from, m[1].from);
    const double to = fmax(m[0].to, m[1].to);
    const slong low = cone_of(t, from), high = cone_of(t, to);
    if (to - from > 0.9 * HALF_TURN || high - low >= n - 1 ||
        (!t->fan->is_projective &&
         (from < begin - OUTSIDE || to > end + OUTSIDE)))
        return 0;
    s->first[at] = (int32_t)wrap(low, n);
    s->count[at] = (int32_t)(high - low + 1);
    for (int k = 0; k < 2; k++)
        value_range(t->low + 2 * i + k, t->high + 2 * i + k, t, m + k, low,
                    high - low + 1);
    const double moved = fmax(m[0].to - m[0].from, m[1].to - m[1].from);
    const double size = to - from - moved;
    t->reach[i] = moved * t->fan->width[j] / fmax(size, 1e-300);
    for (slong l = low; l <= high; l++)
    {
        t->moved[wrap(l, n)] += moved;
        t->hit[wrap(l, n)] += 1.0;
    }
    return 1;
}

/* Bounds of R over the cone and the box. */
static void bound_cone(survey *t, slong j, double lambda)
{
    const slong n = t->s->atoms;
    double lower = INFINITY, upper = -INFINITY, most = -INFINITY;
    double least = INFINITY;
    for (int end = 0; end < 2; end++)
    {
        const double base = -log(t->ray[j + end].value);
        double low = base, high = base;
        for (slong i = 0; i < n; i++)
        {
            const double p = t->atoms->weight[i];
            low += p * log(fmax(t->low[2 * i + end], 1e-300));
            high += p * log(t->high[2 * i + end]);
        }
        for (slong i = 0; i < n; i++)
        {
            const double u = log(t->high[2 * i + end]) - base - high;
            low -= t->s->play[i] * fabs(u);
            high += t->s->play[i] * fabs(u);
        }
        lower = fmin(lower, low);
        upper = fmax(upper, high);
    }
    for (slong i = 0; i < n; i++)
    {
        const double u = log(t->high[2 * i] / t->high[2 * i + 1]);
        least = fmin(least, u);
        most = fmax(most, u);
    }
    const double spread = most - least;
    t->s->lower[j] = fmax(lower - lambda, -50.0);
    t->s->upper[j] = fmin(upper - lambda + spread * spread / 32, 50.0);
}

static int take_all(survey *t, double lambda)
{
    for (slong j = 0; j < t->fan->cones; j++)
    {
        double least = INFINITY;
        for (slong i = 0; i < t->s->atoms; i++)
        {
            if (!take_atom(t, j, i))
                return 0;
            least = fmin(least, t->reach[i]);
        }
        t->s->least[j] = least;
        bound_cone(t, j, lambda);
    }
    for (slong j = 0; j < t->fan->cones; j++)
        if (t->hit[j] > 0)
            t->s->least[j] = fmin(t->s->least[j], t->moved[j] / t->hit[j]);
    return 1;
}

int lyc_gauge_approx_spans(lyc_gauge_spans_t s, const lyc_gauge_fan_t f,
                           const lyc_gauge_atoms_t a, double lambda)
{
    const size_t n = (size_t)f->cones, atoms = (size_t)a->length;
    survey t = {.s = s, .fan = f, .atoms = a};
    s->cones = f->cones;
    s->first = lyc_realloc(s->first, n * atoms * sizeof(int32_t));
    s->count = lyc_realloc(s->count, n * atoms * sizeof(int32_t));
    s->lower = lyc_realloc(s->lower, n * sizeof(double));
    s->upper = lyc_realloc(s->upper, n * sizeof(double));
    s->least = lyc_realloc(s->least, n * sizeof(double));
    t.ray = lyc_malloc((n + 1) * sizeof(ray));
    t.form = lyc_malloc(2 * n * sizeof(double));
    t.moved = lyc_calloc(n, sizeof(double));
    t.hit = lyc_calloc(n, sizeof(double));
    t.reach = lyc_malloc(atoms * sizeof(double));
    t.low = lyc_malloc(2 * atoms * sizeof(double));
    t.high = lyc_malloc(2 * atoms * sizeof(double));
    set_rays(&t);
    const int ok = take_all(&t, lambda);
    free(t.ray);
    free(t.form);
    free(t.moved);
    free(t.hit);
    free(t.reach);
    free(t.low);
    free(t.high);
    return ok;
}
