/* Fans of dyadic rays, and halving their cones. */
#include <string.h>

#include "enclose/gauge/gauge.h"

void lyc_gauge_fan_init(lyc_gauge_fan_t f, slong rays, int is_projective)
{
    const size_t n = (size_t)FLINT_MAX(rays, 1);
    f->rays = rays;
    f->is_projective = is_projective;
    f->cones = is_projective ? rays : rays - 1;
    f->x = lyc_calloc(n, sizeof(fmpz));
    f->y = lyc_calloc(n, sizeof(fmpz));
    f->norm = lyc_calloc(n, sizeof(double));
    f->width = lyc_calloc(n, sizeof(double));
    f->value = lyc_calloc(n, sizeof(double));
    f->lower = lyc_calloc(n, sizeof(double));
    f->upper = lyc_calloc(n, sizeof(double));
    f->mass = lyc_calloc(n, sizeof(double));
    f->mass_lower = lyc_calloc(n, sizeof(double));
    f->mass_upper = lyc_calloc(n, sizeof(double));
}

void lyc_gauge_fan_clear(lyc_gauge_fan_t f)
{
    for (slong j = 0; j < f->rays; j++)
    {
        fmpz_clear(f->x + j);
        fmpz_clear(f->y + j);
    }
    free(f->x);
    free(f->y);
    free(f->norm);
    free(f->width);
    free(f->value);
    free(f->lower);
    free(f->upper);
    free(f->mass);
    free(f->mass_lower);
    free(f->mass_upper);
}

void lyc_gauge_fan_swap(lyc_gauge_fan_t f, lyc_gauge_fan_t g)
{
    const lyc_gauge_fan_struct t = *f;
    *f = *g;
    *g = t;
}

/* The point at `at` units of 2^-level along the boundary, from (1,-1). */
static void set_point(fmpz_t x, fmpz_t y, int level, slong at)
{
    const slong side = (slong)1 << (level + 1), one = (slong)1 << level;
    const slong k = at / side % 4, t = at % side - one;
    fmpz_set_si(x, k == 0 ? one : k == 1 ? -t : k == 2 ? -one : t);
    fmpz_set_si(y, k == 0 ? t : k == 1 ? one : k == 2 ? -t : -one);
}

static void reduce(fmpz_t x, fmpz_t y)
{
    fmpz_t g;
    fmpz_init(g);
    fmpz_gcd(g, x, y);
    fmpz_divexact(x, x, g);
    fmpz_divexact(y, y, g);
    fmpz_clear(g);
}

static double max_norm(const fmpz_t x, const fmpz_t y)
{
    fmpz_t a;
    fmpz_init(a);
    fmpz_abs(a, fmpz_cmpabs(x, y) >= 0 ? x : y);
    const double norm = fmpz_get_d(a);
    fmpz_clear(a);
    return norm;
}

void lyc_gauge_fan_set_arc(lyc_gauge_fan_t f, int level, slong from, slong to)
{
    const int whole = to - from == (slong)4 << level;
    const double unit = 1.0 / (double)((slong)1 << level);
    lyc_gauge_fan_clear(f);
    lyc_gauge_fan_init(f, to - from + (whole ? 0 : 1), whole);
    for (slong j = 0; j < f->rays; j++)
    {
        set_point(f->x + j, f->y + j, level, from + j);
        reduce(f->x + j, f->y + j);
        f->norm[j] = max_norm(f->x + j, f->y + j);
        f->value[j] = 1.0;
    }
    for (slong j = 0; j < f->cones; j++)
    {
        f->width[j] = unit;
        f->mass[j] = 1.0 / (double)f->cones;
        f->mass_lower[j] = f->mass_upper[j] = f->mass[j];
    }
}

void lyc_gauge_fan_set_uniform(lyc_gauge_fan_t f, int level)
{
    lyc_gauge_fan_set_arc(f, level, 0, (slong)4 << level);
}

int lyc_gauge_fan_is_corner(const lyc_gauge_fan_t f, slong j)
{
    return fmpz_cmpabs(f->x + j, f->y + j) == 0;
}

void lyc_gauge_fan_get_ray(fmpz_t x, fmpz_t y, const lyc_gauge_fan_t f, slong j)
{
    if (j < f->rays)
    {
        fmpz_set(x, f->x + j);
        fmpz_set(y, f->y + j);
        return;
    }
    fmpz_neg(x, f->x);
    fmpz_neg(y, f->y);
}

/* a (1 - c 2^-h) + b c 2^-h for a, b of max-norms 2^-s and 2^-t relative to
 * the longer one: numerators over a common power of two. */
static void between(fmpz_t z, const fmpz_t a, slong s, const fmpz_t b, slong t,
                    slong c, int h)
{
    fmpz_t u;
    fmpz_init(u);
    fmpz_mul_2exp(u, a, (ulong)s);
    fmpz_mul_si(z, u, ((slong)1 << h) - c);
    fmpz_mul_2exp(u, b, (ulong)t);
    fmpz_addmul_si(z, u, c);
    fmpz_clear(u);
}

static slong max_bits(const fmpz_t x, const fmpz_t y)
{
    return (slong)FLINT_MAX(fmpz_bits(x), fmpz_bits(y));
}

/* Writes the parts of cone j of f as rays k, k+1, … and cones likewise of g. */
static slong split(lyc_gauge_fan_t g, slong k, const lyc_gauge_fan_t f, slong j,
                   int h)
{
    const slong parts = (slong)1 << h, end = lyc_gauge_fan_next(f, j);
    fmpz_t x, y;
    fmpz_init(x);
    fmpz_init(y);
    lyc_gauge_fan_get_ray(x, y, f, j + 1);
    const slong m = max_bits(f->x + j, f->y + j), n = max_bits(x, y);
    const slong s = FLINT_MAX(n - m, 0), t = FLINT_MAX(m - n, 0);
    for (slong c = 0; c < parts; c++, k++)
    {
        const double part = (double)c / (double)parts;
        between(g->x + k, f->x + j, s, x, t, c, h);
        between(g->y + k, f->y + j, s, y, t, c, h);
        reduce(g->x + k, g->y + k);
        g->norm[k] = max_norm(g->x + k, g->y + k);
        g->value[k] = f->value[j] + part * (f->value[end] - f->value[j]);
        g->width[k] = f->width[j] / (double)parts;
        g->lower[k] = f->lower[j];
        g->upper[k] = f->upper[j];
        g->mass[k] = f->mass[j] / (double)parts;
        g->mass_lower[k] = f->mass_lower[j] / (double)parts;
        g->mass_upper[k] = f->mass_upper[j] / (double)parts;
    }
    fmpz_clear(x);
    fmpz_clear(y);
    return k;
}

static void copy(lyc_gauge_fan_t g, slong k, lyc_gauge_fan_t f, slong j)
{
    fmpz_swap(g->x + k, f->x + j);
    fmpz_swap(g->y + k, f->y + j);
    g->norm[k] = f->norm[j];
    g->value[k] = f->value[j];
    g->width[k] = f->width[j];
    g->lower[k] = f->lower[j];
    g->upper[k] = f->upper[j];
    g->mass[k] = f->mass[j];
    g->mass_lower[k] = f->mass_lower[j];
    g->mass_upper[k] = f->mass_upper[j];
}

void lyc_gauge_fan_refine(lyc_gauge_fan_t f, const unsigned char *halvings)
{
    slong rays = f->rays - f->cones;
    for (slong j = 0; j < f->cones; j++)
        rays += (slong)1 << halvings[j];
    lyc_gauge_fan_t g;
    lyc_gauge_fan_init(g, rays, f->is_projective);
    slong k = rays;
    slong *start = lyc_malloc(sizeof(slong) * (size_t)f->rays);
    for (slong j = f->rays - 1; j >= 0; j--)
    {
        k -= j < f->cones ? (slong)1 << halvings[j] : 1;
        start[j] = k;
    }
    for (slong j = 0; j < f->cones; j++)
        if (halvings[j] > 0)
            split(g, start[j], f, j, halvings[j]);
    for (slong j = 0; j < f->rays; j++)
        if (j >= f->cones || halvings[j] == 0)
            copy(g, start[j], f, j);
    free(start);
    lyc_gauge_fan_swap(f, g);
    lyc_gauge_fan_clear(g);
}
