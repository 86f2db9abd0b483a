/* Cones cut at preimages of walls, with the bounds of Lemma bracket.cone.
 *
 * On cone j write x = (1-s) r_j + s r_{j+1}. Along it A_i x passes the walls
 * r_m at s = a/(a+b), a = det(w, r_m), b = det(r_m, w'), w = A_i r_j and
 * w' = A_i r_{j+1} up to signs; there A_i x = |det A_i| width_j/(a+b) r_m.
 * Between walls fhat(A_i x) is linear in s. */
#include <math.h>
#include <string.h>

#include "enclose/gauge/gauge.h"

/* Rewards are not seen as worse than this. */
#define FLOOR 50.0

void lyc_gauge_pieces_init(lyc_gauge_pieces_t p)
{
    memset(p, 0, sizeof(*p));
}

void lyc_gauge_pieces_clear(lyc_gauge_pieces_t p)
{
    free(p->first);
    free(p->lower);
    free(p->upper);
    free(p->share);
    free(p->turn);
}

/* ---- fhat(A_i x) along a cone, as a broken line ---- */

typedef struct
{
    slong length, capacity; /* corners of the broken line */
    double *s, *value;
    double *along; /* det(w, r_m), then det(r_m, w') */
    slong at;      /* the segment in use */
} path;

static void path_reserve(path *t, slong n)
{
    if (n <= t->capacity)
        return;
    const size_t bytes = sizeof(double) * (size_t)(2 * n);
    t->capacity = 2 * n;
    t->s = lyc_realloc(t->s, bytes);
    t->value = lyc_realloc(t->value, bytes);
    t->along = lyc_realloc(t->along, 2 * bytes);
}

/* det of unit vectors at distance d along the square, the first corner being
 * at distance a: 0 <= d <= 4. */
static double det_at(double d, double a)
{
    if (d <= a)
        return d;
    if (d <= a + 2.0)
        return a + (d - a) * (1.0 - a);
    return fmax(4.0 - d, 0.0);
}

/* Number of walls between images k and k_next of ends of one cone. */
static slong count_walls(const lyc_gauge_fan_t f, const lyc_gauge_images_t m,
                         slong k, slong k_next, int turn)
{
    slong walls = turn * (m->cone[k_next] - m->cone[k]);
    if (walls < 0)
        walls += f->cones;
    if (walls == 0)
    {
        const double *u = m->near + 2 * k, *v = m->near + 2 * k_next;
        const double forward = v[1] * (u[0] + u[1]) - u[1] * (v[0] + v[1]);
        if (turn * forward < -1e-9 * (u[0] + u[1]) * (v[0] + v[1]))
            walls = f->cones;
    }
    return walls;
}

/* det(start, r_m) for the walls met when going by `turn` from a point with
 * the given coordinates in cone l: one pass, distances add up. */
static void distances(double *along, const lyc_gauge_fan_t f, slong l,
                      const double *near, int turn, slong walls)
{
    const double norm = near[0] + near[1];
    const double rest = (turn > 0 ? near[0] : near[1]) / norm;
    double d = rest * f->width[l], corner = INFINITY;
    for (slong c = 0; c < walls; c++)
    {
        const slong wall = turn > 0 ? lyc_gauge_fan_next(f, l) : l;
        if (isinf(corner) && lyc_gauge_fan_is_corner(f, wall))
            corner = d;
        along[c] = norm * det_at(d, corner);
        l += turn;
        l = l < 0 ? f->cones - 1 : l == f->cones ? 0 : l;
        d += f->width[l];
    }
}

static double image_value(const lyc_gauge_fan_t f, const lyc_gauge_images_t m,
                          slong k)
{
    const slong l = m->cone[k];
    return m->near[2 * k] * f->value[l] +
           m->near[2 * k + 1] * f->value[lyc_gauge_fan_next(f, l)];
}

static void add_corner(path *t, double s, double value)
{
    t->s[t->length] = s;
    t->value[t->length++] = value;
}

/* An atom of rank one: the image runs along one line, through 0 where the
 * kernel lies between the two ends. */
static void trace_line(path *t, double first, double last, int crosses)
{
    path_reserve(t, 3);
    add_corner(t, 0.0, first);
    if (crosses && first > 0.0 && last > 0.0)
        add_corner(t, first / (first + last), 0.0);
    add_corner(t, 1.0, last);
}

/* 1 when det(w, w') = 0 but w and w' point in opposite directions. */
static int kernel_inside(const lyc_gauge_fan_t f, const lyc_gauge_atoms_t a,
                         slong i, slong j)
{
    fmpz_t x, y, u, v;
    fmpz_init(x);
    fmpz_init(y);
    fmpz_init(u);
    fmpz_init(v);
    const fmpz *e = a->entry + 4 * i;
    const int row = fmpz_is_zero(e) && fmpz_is_zero(e + 1) ? 2 : 0;
    lyc_gauge_fan_get_ray(x, y, f, j);
    fmpz_mul(u, e + row, x);
    fmpz_addmul(u, e + row + 1, y);
    lyc_gauge_fan_get_ray(x, y, f, j + 1);
    fmpz_mul(v, e + row, x);
    fmpz_addmul(v, e + row + 1, y);
    const int crosses = fmpz_sgn(u) * fmpz_sgn(v) < 0;
    fmpz_clear(x);
    fmpz_clear(y);
    fmpz_clear(u);
    fmpz_clear(v);
    return crosses;
}

static void trace(path *t, const lyc_gauge_fan_t f, const lyc_gauge_images_t m,
                  const lyc_gauge_atoms_t a, slong i, slong j)
{
    const slong k = j * a->length + i;
    const slong k_next =
        (f->is_projective ? lyc_gauge_fan_next(f, j) : j + 1) * a->length + i;
    const double first = image_value(f, m, k);
    const double last = image_value(f, m, k_next);
    const int turn = a->turn[i];
    t->length = t->at = 0;
    if (turn == 0)
    {
        trace_line(t, first, last, kernel_inside(f, a, i, j));
        return;
    }
    const slong walls = count_walls(f, m, k, k_next, turn);
    path_reserve(t, walls + 2);
    add_corner(t, 0.0, first);
    if (walls > 0)
    {
        double *to = t->along, *from = t->along + t->capacity;
        const double area = a->abs_det[i] * f->width[j];
        distances(to, f, m->cone[k], m->near + 2 * k, turn, walls);
        distances(from, f, m->cone[k_next], m->near + 2 * k_next, -turn, walls);
        slong l = m->cone[k];
        for (slong c = 0; c < walls; c++)
        {
            const slong wall = turn > 0 ? lyc_gauge_fan_next(f, l) : l;
            const double sum = to[c] + from[walls - 1 - c];
            const double s = to[c] / sum;
            const double least = t->s[t->length - 1];
            add_corner(t, fmin(1.0, fmax(s, least)),
                       area / sum * f->value[wall]);
            l += turn;
            l = l < 0 ? f->cones - 1 : l == f->cones ? 0 : l;
        }
    }
    add_corner(t, 1.0, last);
}

static double path_value(const path *t, double s)
{
    const slong k = t->at;
    const double length = t->s[k + 1] - t->s[k];
    const double part = length > 0.0 ? (s - t->s[k]) / length : 1.0;
    return t->value[k] + part * (t->value[k + 1] - t->value[k]);
}

/* ---- pieces ---- */

static void pieces_reserve(lyc_gauge_pieces_t p)
{
    if (p->length < p->capacity)
        return;
    p->capacity = p->capacity + p->capacity / 2 + 1024;
    const size_t n = (size_t)p->capacity;
    p->lower = lyc_realloc(p->lower, n * sizeof(double));
    p->upper = lyc_realloc(p->upper, n * sizeof(double));
    p->share = lyc_realloc(p->share, n * sizeof(float));
    p->turn = lyc_realloc(p->turn, n * sizeof(int32_t));
}

/* R at the ends of a piece and the upper bound of Lemma bracket.cone. */
static void bound_piece(double *lower, double *upper, const double *left,
                        const double *right, const lyc_gauge_atoms_t a,
                        double gauge_left, double gauge_right, double r_left,
                        double r_right, double lambda)
{
    double sum = 0.0, tilt = 0.0, logs = 0.0;
    for (slong i = 0; i < a->length; i++)
    {
        const double u = left[i] / gauge_left, v = right[i] / gauge_right;
        const double middle = 0.5 * (u + v);
        const double d = middle > 0.0 ? 0.5 * (u - v) / middle : 0.0;
        /* log H_i against the mean of the logarithms at the ends. */
        sum += fabs(d) < 1e-3 ? a->weight[i] * d * d * (0.5 + 0.25 * d * d)
                              : -0.5 * a->weight[i] * log1p(-fmin(d * d, 1.0));
        tilt += a->weight[i] * d;
        if (!isfinite(r_left + r_right))
            logs += a->weight[i] * log(fmax(middle, 1e-300));
    }
    const double ends = 0.5 * (r_left + r_right);
    const double base = isfinite(ends) ? ends + sum : logs;
    /* -inf at kernels; offsets must stay numbers. */
    *lower = fmax(fmin(r_left, r_right) - lambda, -FLOOR);
    *upper = base + log1p(fabs(tilt)) - lambda;
}

typedef struct
{
    path *path;
    double *left, *right;
} workspace;

static void cut_cone(lyc_gauge_pieces_t p, workspace *w,
                     const lyc_gauge_fan_t f, const lyc_gauge_images_t m,
                     const lyc_gauge_atoms_t a, slong j, double lambda)
{
    const slong atoms = a->length;
    const double start = f->value[j];
    const double end =
        f->value[f->is_projective ? lyc_gauge_fan_next(f, j) : j + 1];
    double s = 0.0, gauge_left = start, r_left = -log(start);
    for (slong i = 0; i < atoms; i++)
    {
        trace(w->path + i, f, m, a, i, j);
        w->left[i] = w->path[i].value[0];
        r_left += a->weight[i] * log(w->left[i]);
    }
    for (;;)
    {
        slong turn = -1;
        double next = 2.0;
        for (slong i = 0; i < atoms; i++)
        {
            const path *t = w->path + i;
            if (t->at + 2 < t->length && t->s[t->at + 1] < next)
            {
                next = t->s[t->at + 1];
                turn = i;
            }
        }
        next = fmin(next, 1.0);
        const double gauge = start + next * (end - start);
        double r = -log(gauge);
        for (slong i = 0; i < atoms; i++)
        {
            w->right[i] = path_value(w->path + i, next);
            r += a->weight[i] * log(w->right[i]);
        }
        pieces_reserve(p);
        const slong q = p->length++;
        bound_piece(p->lower + q, p->upper + q, w->left, w->right, a,
                    gauge_left, gauge, r_left, r, lambda);
        if (!(next > s))
        {
            /* Touched in a point only. */
            p->lower[q] = INFINITY;
            p->upper[q] = -INFINITY;
        }
        p->share[q] = (float)(next - s);
        p->turn[q] = (int32_t)turn;
        if (turn < 0)
            return;
        w->path[turn].at++;
        s = next;
        gauge_left = gauge;
        r_left = r;
        memcpy(w->left, w->right, sizeof(double) * (size_t)atoms);
    }
}

void lyc_gauge_approx_pieces(lyc_gauge_pieces_t p, const lyc_gauge_fan_t f,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a, double lambda)
{
    const size_t atoms = (size_t)a->length;
    workspace w;
    w.path = lyc_calloc(atoms, sizeof(path));
    w.left = lyc_malloc(atoms * sizeof(double));
    w.right = lyc_malloc(atoms * sizeof(double));
    p->length = 0;
    p->cones = f->cones;
    p->first = lyc_realloc(p->first, sizeof(int64_t) * (size_t)(f->cones + 1));
    for (slong j = 0; j < f->cones; j++)
    {
        p->first[j] = p->length;
        cut_cone(p, &w, f, m, a, j, lambda);
    }
    p->first[f->cones] = p->length;
    for (slong i = 0; i < a->length; i++)
    {
        free(w.path[i].s);
        free(w.path[i].value);
        free(w.path[i].along);
    }
    free(w.path);
    free(w.left);
    free(w.right);
}
