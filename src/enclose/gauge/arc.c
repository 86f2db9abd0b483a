/* An arc of directions that all atoms map into itself, on a dyadic grid.
 *
 * Grid points are the rays of a uniform projective fan; an arc is [from,
 * from + length] in grid units. Starting at one image, the arc is widened to
 * the hull of its images until it holds them. */
#include "enclose/gauge/gauge.h"

typedef struct
{
    slong points;
    slong *low, *high; /* grid points around the image of point j, atom i */
    slong atoms;
} grid;

static void grid_init(grid *g, const lyc_gauge_fan_t f,
                      const lyc_gauge_images_t m)
{
    const size_t bytes = sizeof(slong) * (size_t)(f->rays * m->atoms);
    g->points = f->rays;
    g->atoms = m->atoms;
    g->low = lyc_malloc(bytes);
    g->high = lyc_malloc(bytes);
    for (slong k = 0; k < f->rays * m->atoms; k++)
    {
        g->low[k] = m->cone[k];
        g->high[k] = m->cone[k] + (m->near[2 * k + 1] > 0.0);
    }
}

static slong wrap(slong j, slong n)
{
    j %= n;
    return j < 0 ? j + n : j;
}

/* Widens the arc to hold [low, high] the shorter way round; 1 if it grew. */
static int widen(slong *from, slong *length, slong low, slong high, slong n)
{
    const slong size = high - low, at = wrap(low - *from, n);
    if (at + size <= *length)
        return 0;
    const slong after = FLINT_MAX(*length, at + size);
    const slong back = n - at;
    const slong before = FLINT_MAX(*length + back, size);
    if (before < after)
        *from = wrap(*from - back, n);
    *length = FLINT_MIN(before, after);
    return 1;
}

/* The image of the arc under atom i. */
static void image(slong *low, slong *high, const grid *g,
                  const lyc_gauge_atoms_t a, slong i, slong from, slong length)
{
    const slong n = g->points;
    const slong k = wrap(from, n) * g->atoms + i;
    const slong l = wrap(from + length, n) * g->atoms + i;
    const slong start = a->turn[i] < 0 ? l : k, end = a->turn[i] < 0 ? k : l;
    *low = g->low[start];
    *high = *low + wrap(g->high[end] - *low, n);
}

/* 1 when a kernel lies in the closed arc. */
static int holds_kernel(const lyc_gauge_fan_t f, const lyc_gauge_atoms_t a,
                        slong from, slong length)
{
    int holds = 0;
    const slong first = wrap(from, f->rays), last = from + length;
    fmpz_t x, y, s, t;
    fmpz_init(x);
    fmpz_init(y);
    fmpz_init(s);
    fmpz_init(t);
    for (slong i = 0; i < a->length && !holds; i++)
    {
        const fmpz *e = a->entry + 4 * i;
        const int row = fmpz_is_zero(e) && fmpz_is_zero(e + 1) ? 2 : 0;
        if (a->turn[i] != 0)
            continue;
        /* The row's values at both ends have one strict sign off the kernel. */
        lyc_gauge_fan_get_ray(x, y, f, first);
        fmpz_mul(s, e + row, x);
        fmpz_addmul(s, e + row + 1, y);
        lyc_gauge_fan_get_ray(x, y, f, wrap(last, f->rays));
        fmpz_mul(t, e + row, x);
        fmpz_addmul(t, e + row + 1, y);
        const int turned = wrap(last, f->rays) < first ? -1 : 1;
        holds = fmpz_sgn(s) * fmpz_sgn(t) * turned <= 0;
    }
    fmpz_clear(x);
    fmpz_clear(y);
    fmpz_clear(s);
    fmpz_clear(t);
    return holds;
}

static int close_arc(slong *from, slong *length, const grid *g,
                     const lyc_gauge_fan_t f, const lyc_gauge_atoms_t a)
{
    const slong n = g->points;
    for (int grew = 1; grew;)
    {
        grew = 0;
        for (slong i = 0; i < a->length; i++)
        {
            slong low, high;
            if (*length >= n - 1 || holds_kernel(f, a, *from, *length))
                return 0;
            image(&low, &high, g, a, i, *from, *length);
            grew |= widen(from, length, low, high, n);
        }
    }
    return *length > 0 && *length < n - 1;
}

#define STEPS 200

/* A place where a walk that uses the atoms by turns comes to. */
static slong walk_on(const grid *g)
{
    slong at = 0;
    for (slong k = 0; k < STEPS; k++)
        at = wrap(g->low[at * g->atoms + (k + k / g->atoms) % g->atoms],
                  g->points);
    return at;
}

int lyc_gauge_find_arc(lyc_gauge_fan_t arc, const lyc_gauge_atoms_t a,
                       int level)
{
    lyc_gauge_fan_t f;
    lyc_gauge_images_t m;
    grid g;
    lyc_gauge_fan_init(f, 1, 0);
    lyc_gauge_fan_set_uniform(f, level);
    lyc_gauge_images_init(m, f->rays, a->length);
    int found = lyc_gauge_images_locate(m, f, a);
    grid_init(&g, f, m);
    slong from = 0, length = 0;
    for (slong i = 0; i < a->length && found; i++)
        if (a->turn[i] == 0)
        {
            /* Any ray off the kernel shows the line of the image. */
            slong k = i;
            while (m->near[2 * k] + m->near[2 * k + 1] == 0.0)
                k += a->length;
            from = g.low[k];
            length = FLINT_MAX(1, g.high[k] - g.low[k]);
        }
    if (found && length == 0)
    {
        from = walk_on(&g);
        length = 1;
    }
    found = found && close_arc(&from, &length, &g, f, a);
    if (found)
    {
        int finer = 0;
        while (length << finer < 32)
            finer++;
        lyc_gauge_fan_set_arc(arc, level + finer, from << finer,
                              (from + length) << finer);
    }
    free(g.low);
    free(g.high);
    lyc_gauge_images_clear(m);
    lyc_gauge_fan_clear(f);
    return found;
}
