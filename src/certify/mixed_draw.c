#include <math.h>
#include <stdlib.h>

#include "certify/mixed.h"

lyc_near lyc_near_arb(const arb_t x)
{
    lyc_near z = {0, INFINITY};
    if (!arb_is_finite(x))
        return z;
    arf_t t;
    mag_t r;
    arf_init(t);
    mag_init(r);
    z.c = arf_get_d(arb_midref(x), ARF_RND_NEAR);
    if (isfinite(z.c))
    {
        arf_set_d(t, z.c);
        arf_sub(t, t, arb_midref(x), 30, ARF_RND_UP);
        arf_get_mag(r, t);
        mag_add(r, r, arb_radref(x));
        z.r = lyc_up(mag_get_d(r));
    }
    else /* beyond doubles, of any sign */
        z.c = 0;
    arf_clear(t);
    mag_clear(r);
    return z;
}

void lyc_mixed_cells_init(lyc_mixed_cells *c, slong n)
{
    c->levels = 0;
    c->first[0] = 0;
    for (slong k = n; c->levels == 0 || k > 1;)
    {
        k = c->levels == 0 ? n : (k + 1) / 2;
        c->first[c->levels + 1] = c->first[c->levels] + k;
        c->levels++;
    }
    c->cell = lyc_calloc((size_t)c->first[c->levels], sizeof *c->cell);
}

void lyc_mixed_cells_clear(lyc_mixed_cells *c)
{
    free(c->cell);
}

/* P(x <= t), E(x; x <= t) and E(x^2; x <= t); t finite. */
static void partial(arb_t mass, arb_t first, arb_t second,
                    const lyc_affine_draw *x, const arb_t t, slong prec)
{
    const lyc_number_struct *number = x->term->number;
    arb_t a, b, c, factor;
    arb_init(a);
    arb_init(b);
    arb_init(c);
    arb_init(factor);
    if (x->kind == LYC_TERM_UNIFORM)
    { /* m = (t - a)/(b - a), m (t + a)/2, m (t^2 + ta + a^2)/3; a <= t <= b */
        lyc_number_get_arb(a, number, prec);
        lyc_number_get_arb(b, number + 1, prec);
        arb_sub(b, b, a, prec);
        arb_sub(mass, t, a, prec);
        arb_div(mass, mass, b, prec);
        arb_add(first, t, a, prec);
        arb_mul(second, first, t, prec);
        arb_addmul(second, a, a, prec);
        arb_mul(second, second, mass, prec);
        arb_div_ui(second, second, 3, prec);
        arb_mul(first, first, mass, prec);
        arb_mul_2exp_si(first, first, -1);
    }
    else if (x->kind == LYC_TERM_NORMAL)
    { /* erfc(-t/sqrt 2)/2 = m, -exp(-t^2/2)/sqrt(2 pi) = q, m + t q */
        arb_sqrt_ui(a, 2, prec);
        arb_div(a, t, a, prec);
        arb_neg(b, a);
        arb_hypgeom_erfc(mass, b, prec);
        arb_mul_2exp_si(mass, mass, -1);
        arb_mul(b, a, a, prec);
        arb_neg(b, b);
        arb_exp(b, b, prec);
        arb_const_pi(c, prec);
        arb_mul_2exp_si(c, c, 1);
        arb_rsqrt(c, c, prec);
        arb_mul(first, b, c, prec);
        arb_neg(first, first);
        arb_set(second, mass);
        arb_addmul(second, t, first, prec);
    }
    else
    { /* gamma, with P regularised: P(p, r t), (p/r) P(p + 1, r t),
         (p/r) ((p + 1)/r) P(p + 2, r t); t >= 0 */
        arb_ptr moment[3] = {mass, first, second};
        lyc_number_get_arb(a, number, prec);
        lyc_number_get_arb(b, number + 1, prec);
        arb_mul(c, b, t, prec);
        arb_one(factor);
        for (int i = 0; i < 3; i++)
        {
            arb_hypgeom_gamma_lower(moment[i], a, c, 1, prec);
            arb_mul(moment[i], moment[i], factor, prec);
            arb_mul(factor, factor, a, prec);
            arb_div(factor, factor, b, prec);
            arb_add_ui(a, a, 1, prec);
        }
    }
    arb_clear(factor);
    arb_clear(a);
    arb_clear(b);
    arb_clear(c);
}

/* 1, E x and E x^2: normal 1, 0, 1; gamma 1, p/r, p (p + 1)/r^2. */
static void whole(arb_t mass, arb_t first, arb_t second,
                  const lyc_affine_draw *x, slong prec)
{
    arb_t r;
    arb_init(r);
    arb_one(mass);
    arb_zero(first);
    arb_one(second);
    if (x->kind == LYC_TERM_GAMMA)
    {
        lyc_number_get_arb(first, x->term->number, prec);
        lyc_number_get_arb(r, x->term->number + 1, prec);
        arb_add_ui(second, first, 1, prec);
        arb_div(first, first, r, prec);
        arb_div(second, second, r, prec);
        arb_mul(second, second, first, prec);
    }
    arb_clear(r);
}

/* The ends of the range; flags where they are infinite. */
static void range(arb_t low, arb_t high, int is_infinite[2],
                  const lyc_affine_draw *x, slong prec)
{
    is_infinite[0] = x->kind == LYC_TERM_NORMAL;
    is_infinite[1] = x->kind != LYC_TERM_UNIFORM;
    arb_zero(low);
    arb_zero(high);
    if (x->kind == LYC_TERM_UNIFORM)
    {
        lyc_number_get_arb(low, x->term->number, prec);
        lyc_number_get_arb(high, x->term->number + 1, prec);
    }
}

static double lower_d(const arb_t x)
{
    const lyc_near z = lyc_near_arb(x);
    return lyc_down(z.c - z.r);
}

static double upper_d(const arb_t x)
{
    const lyc_near z = lyc_near_arb(x);
    return lyc_up(z.c + z.r);
}

/* The moments of what lies between two edges. */
typedef struct
{
    arb_t mass, first, second;
} moments;

static void set_variance(lyc_mixed_cell *cell, const moments *m,
                         const arb_t mean, slong prec)
{
    arb_t v;
    arb_init(v);
    arb_div(v, m->second, m->mass, prec);
    arb_submul(v, mean, mean, prec);
    const double most = lyc_up(cell->half[0] * cell->half[0]);
    const int known = arb_is_finite(v);
    for (int k = 0; k < 2; k++)
    {
        cell->variance_low[k] = known ? lyc_size_down(lower_d(v)) : 0;
        cell->variance_high[k] = known ? lyc_min_up(most, upper_d(v)) : most;
    }
    arb_clear(v);
}

/* E|s| = |E s| + 2 E(s of the other sign), which is bounded. */
static double reach(const lyc_mixed_cell *cell, const int is_infinite[2])
{
    double r = lyc_near_size(cell->mean[0]);
    if (is_infinite[0] && is_infinite[1])
        return INFINITY;
    if (!is_infinite[0] && cell->end[0] < 0)
        r = lyc_up(r - 2 * cell->end[0]);
    if (!is_infinite[1] && cell->end[1] > 0)
        r = lyc_up(r + 2 * cell->end[1]);
    return r;
}

/* Between the edges a and b, perhaps infinite. The mean of a bounded cell lies
 * in it. */
static void set_cell(lyc_mixed_cell *cell, const arb_t a, const arb_t b,
                     const int is_infinite[2], const moments *m, slong prec)
{
    arb_t mean, t;
    arb_init(mean);
    arb_init(t);
    cell->low = lyc_share_down(lower_d(m->mass));
    cell->high = lyc_share_up(upper_d(m->mass));
    cell->is_tail = is_infinite[0] || is_infinite[1];
    cell->end[0] = is_infinite[0] ? -INFINITY : lower_d(a);
    cell->end[1] = is_infinite[1] ? INFINITY : upper_d(b);
    cell->half[0] = 0;
    cell->apart = 0;
    arb_div(mean, m->first, m->mass, prec);
    if (!cell->is_tail)
    {
        if (!arb_is_finite(mean))
            arb_union(mean, a, b, prec);
        arb_sub(t, mean, a, prec);
        cell->half[0] = upper_d(t);
        arb_sub(t, b, mean, prec);
        cell->half[0] = lyc_max_up(0, lyc_max_up(cell->half[0], upper_d(t)));
    }
    cell->mean[0] = cell->mean[1] = lyc_near_arb(mean);
    cell->half[1] = cell->width = cell->half[0];
    set_variance(cell, m, mean, prec);
    cell->reach = reach(cell, is_infinite);
    arb_clear(mean);
    arb_clear(t);
}

/* Edges of cells: places, and the moments up to them. */
typedef struct
{
    arb_ptr at, mass, first, second;
    slong length;
    int is_infinite[2]; /* the first and the last one */
} edges;

static void edges_init(edges *e, slong most)
{
    e->at = _arb_vec_init(most);
    e->mass = _arb_vec_init(most);
    e->first = _arb_vec_init(most);
    e->second = _arb_vec_init(most);
    e->length = 0;
}

static void edges_clear(edges *e, slong most)
{
    _arb_vec_clear(e->at, most);
    _arb_vec_clear(e->mass, most);
    _arb_vec_clear(e->first, most);
    _arb_vec_clear(e->second, most);
}

static lyc_near near_number(const lyc_number_t x)
{
    arb_t t;
    arb_init(t);
    lyc_number_get_arb(t, x, 30);
    const lyc_near z = lyc_near_arb(t);
    arb_clear(t);
    return z;
}

/* P(x > t) = 2^-bits, about: so many bits of P(x <= t) are lost in it. Many
 * cuts share ALL_BITS: a certificate may have 10^5. */
#define MOST_BITS 8000
#define ALL_BITS (1 << 24)
static slong tail_bits(const lyc_affine_draw *x, const arb_t t, slong cuts)
{
    const slong most = FLINT_MIN(MOST_BITS, ALL_BITS / cuts);
    double bits = 0, u = fabs(arf_get_d(arb_midref(t), ARF_RND_NEAR));
    if (x->kind == LYC_TERM_NORMAL)
        bits = 0.75 * u * u;
    else if (x->kind == LYC_TERM_GAMMA)
        bits = 1.5 * u * fabs(near_number(x->term->number + 1).c);
    return bits < (double)most ? (slong)bits : most;
}

/* Cuts that are not proved to lie inside the range are passed over. */
static void set_edges(edges *e, const lyc_affine_draw *x, const int64_t *cut,
                      slong cuts, slong cut_scale, slong prec)
{
    arb_t low, high, t;
    arb_init(low);
    arb_init(high);
    arb_init(t);
    range(low, high, e->is_infinite, x, prec);
    arb_set(e->at + e->length++, low);
    for (slong i = 0; i < cuts; i++)
    {
        arb_set_si(t, (slong)cut[i]);
        arb_mul_2exp_si(t, t, -cut_scale);
        if ((!e->is_infinite[0] && !arb_gt(t, low)) ||
            (!e->is_infinite[1] && !arb_lt(t, high)))
            continue;
        arb_set(e->at + e->length, t);
        partial(e->mass + e->length, e->first + e->length,
                e->second + e->length, x, t, prec + tail_bits(x, t, cuts));
        e->length++;
    }
    const slong n = e->length++;
    arb_set(e->at + n, high);
    if (e->is_infinite[1])
        whole(e->mass + n, e->first + n, e->second + n, x, prec);
    else
        partial(e->mass + n, e->first + n, e->second + n, x, high, prec);
    arb_clear(low);
    arb_clear(high);
    arb_clear(t);
}

void lyc_mixed_draw_cells(lyc_mixed_cells *c, const lyc_affine_draw *x,
                          const int64_t *cut, slong cuts, slong cut_scale,
                          slong prec)
{
    edges e;
    moments m;
    arb_init(m.mass);
    arb_init(m.first);
    arb_init(m.second);
    edges_init(&e, cuts + 2);
    set_edges(&e, x, cut, cuts, cut_scale, prec);
    const slong n = e.length - 1;
    lyc_mixed_cells_init(c, n);
    for (slong l = 0; l < c->levels; l++)
        for (slong i = 0; i < lyc_mixed_cells_of(c, l); i++)
        {
            const slong a = i << l, b = FLINT_MIN((i + 1) << l, n);
            const int is_infinite[2] = {a == 0 && e.is_infinite[0],
                                        b == n && e.is_infinite[1]};
            arb_sub(m.mass, e.mass + b, e.mass + a, prec);
            arb_sub(m.first, e.first + b, e.first + a, prec);
            arb_sub(m.second, e.second + b, e.second + a, prec);
            set_cell(c->cell + c->first[l] + i, e.at + a, e.at + b, is_infinite,
                     &m, prec);
        }
    edges_clear(&e, cuts + 2);
    arb_clear(m.mass);
    arb_clear(m.first);
    arb_clear(m.second);
}

/* Uniform 1/(b - a); normal 1/sqrt(2 pi); gamma: at the mode (p - 1)/r, where
 * p >= 1, with p' = p - 1: r p'^p' e^-p' / Gamma(p). */
double lyc_mixed_density(const lyc_affine_draw *x, slong prec)
{
    const lyc_number_struct *number = x->term->number;
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    if (x->kind == LYC_TERM_UNIFORM)
    {
        lyc_number_get_arb(a, number, prec);
        lyc_number_get_arb(b, number + 1, prec);
        arb_sub(a, b, a, prec);
        arb_inv(a, a, prec);
    }
    else if (x->kind == LYC_TERM_NORMAL)
    {
        arb_const_pi(a, prec);
        arb_mul_2exp_si(a, a, 1);
        arb_rsqrt(a, a, prec);
    }
    else
    {
        lyc_number_get_arb(a, number, prec);
        arb_rgamma(b, a, prec);
        arb_sub_ui(a, a, 1, prec);
        if (arb_is_zero(a))
            arb_one(a);
        else if (arb_is_positive(a))
        {
            arb_t t;
            arb_init(t);
            arb_log(t, a, prec);
            arb_sub_ui(t, t, 1, prec);
            arb_mul(a, a, t, prec);
            arb_exp(a, a, prec);
            arb_clear(t);
        }
        else
            arb_indeterminate(a);
        arb_mul(a, a, b, prec);
        lyc_number_get_arb(b, number + 1, prec);
        arb_mul(a, a, b, prec);
    }
    const double density = arb_is_finite(a) ? upper_d(a) : INFINITY;
    arb_clear(a);
    arb_clear(b);
    return density;
}
