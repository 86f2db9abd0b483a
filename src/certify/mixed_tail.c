#include <float.h>
#include <math.h>

#include "certify/mixed_cone.h"

/* An interval, rounded outward. */
typedef struct
{
    double low, high;
} span;

static int is_zero(span a)
{
    return a.low == 0 && a.high == 0;
}

static span span_arb(const arb_t x)
{
    const lyc_near z = lyc_near_arb(x);
    if (arb_is_zero(x))
        return (span){0, 0};
    const span s = {lyc_down(z.c - z.r), lyc_up(z.c + z.r)};
    return s;
}

static span add(span a, span b)
{
    if (is_zero(a) || is_zero(b))
        return is_zero(a) ? b : a;
    const span s = {lyc_down(a.low + b.low), lyc_up(a.high + b.high)};
    return s;
}

static span mul(span a, span b)
{
    const double p[4] = {a.low * b.low, a.low * b.high, a.high * b.low,
                         a.high * b.high};
    span s = {INFINITY, -INFINITY};
    if (is_zero(a) || is_zero(b))
        return (span){0, 0};
    for (int i = 0; i < 4; i++)
    {
        if (isnan(p[i]))
            return (span){-INFINITY, INFINITY};
        s.low = lyc_min_down(s.low, p[i] > DBL_MAX ? DBL_MAX : lyc_down(p[i]));
        s.high = lyc_max_up(s.high, p[i] < -DBL_MAX ? -DBL_MAX : lyc_up(p[i]));
    }
    return s;
}

static double least_size(span a)
{
    return lyc_size_down(lyc_max_down(a.low, -a.high));
}

static double most_size(span a)
{
    return lyc_max_up(-a.low, a.high);
}

/* The coefficient of s_i s_j in det(sum s_i M_i), i <= j. */
static span coefficient(const lyc_mixed_pass *p, slong i, slong j)
{
    const slong parts = p->m->law->draws + 1, prec = p->m->prec;
    arb_srcptr a = p->m->part + (p->outcome * parts + i) * 4;
    arb_srcptr b = p->m->part + (p->outcome * parts + j) * 4;
    arb_t t;
    arb_init(t);
    arb_mul(t, a, b + 3, prec);
    arb_submul(t, a + 1, b + 2, prec);
    if (i != j)
    {
        arb_addmul(t, a + 3, b, prec);
        arb_submul(t, a + 2, b + 1, prec);
    }
    const span s = span_arb(t);
    arb_clear(t);
    return s;
}

/* At least |alpha + beta t + gamma t^2| for |t| >= z. */
static double least_quadratic(span alpha, span beta, span gamma, double z)
{
    const double a = most_size(alpha), b = most_size(beta);
    const double g = least_size(gamma);
    if (most_size(gamma) == 0 && b == 0)
        return least_size(alpha);
    if (most_size(gamma) == 0)
        return lyc_down(lyc_down(least_size(beta) * z) - a);
    if (!(lyc_down(2 * g * z) >= b)) /* else rising from z on */
        return 0;
    return lyc_down(lyc_down(lyc_down(lyc_down(g * z) * z) - lyc_up(b * z)) -
                    a);
}

/* The Frobenius norm of part j, up. */
static double norm(const lyc_mixed_pass *p, slong j)
{
    arb_srcptr a = p->m->part + (p->outcome * (p->m->law->draws + 1) + j) * 4;
    double sum = 0;
    for (slong i = 0; i < 4; i++)
    {
        const double t = lyc_near_size(lyc_near_arb(a + i));
        sum = lyc_up(sum + lyc_up(t * t));
    }
    return lyc_up(sqrt(sum));
}

/* Theorem continuous-laws.tail */
/* |A x| >= |det A| |x| / |A|_F; fhat is between c_low and c_high times the
 * maximum norm. */
double lyc_mixed_tail_lower(const lyc_mixed_pass *p, const lyc_mixed_place *c)
{
    const slong draws = p->m->law->draws;
    span value[LYC_AFFINE_LAW_MAX_DRAWS + 1] = {{1, 1}};
    slong tail = 0;
    double z = 0, size = norm(p, 0);
    for (slong g = 0; g < p->m->groups; g++)
    {
        const lyc_mixed_cell *s = c->step[g]->cell;
        const slong j = p->m->group[g].draw[0] + 1;
        if (p->m->group[g].draws != 1)
            return -INFINITY;
        value[j].low = s->end[0];
        value[j].high = s->end[1];
        if (s->is_tail)
        {
            tail = j;
            z = least_size(value[j]);
        }
        size =
            lyc_up(size + lyc_up((s->is_tail ? s->reach : most_size(value[j])) *
                                 norm(p, j)));
    }
    span alpha = {0, 0}, beta = {0, 0};
    for (slong i = 0; i <= draws; i++)
        for (slong j = i; j <= draws; j++)
        {
            const span q = coefficient(p, i, j);
            if (i != tail && j != tail)
                alpha = add(alpha, mul(q, mul(value[i], value[j])));
            else if (i != j)
                beta = add(beta, mul(q, value[i == tail ? j : i]));
        }
    const double det =
        least_quadratic(alpha, beta, coefficient(p, tail, tail), z);
    const double bound =
        lyc_down(lyc_down(lyc_down(p->m->fan.c_low * det) / size) /
                 lyc_up(1.4142135623730951 * p->m->fan.c_high));
    double low, high;
    lyc_log_bounds(&low, &high, bound);
    return low;
}
