#include "certify/density.h"

#include <math.h>

/* Roundings of what is a sum of products of numbers >= 0. */
#define MORE (1 + 0x1p-30)
#define LESS (1 - 0x1p-30)

/* A number that is linear in v between two directions. */
typedef struct
{
    double at[2], error;
} line;

static double least(const line *a)
{
    if (!(a->at[0] * a->at[1] > 0))
        return 0;
    return lyc_size_down(lyc_min_down(fabs(a->at[0]), fabs(a->at[1])) * LESS -
                         a->error);
}

static double most(const line *a)
{
    return lyc_max_up(fabs(a->at[0]), fabs(a->at[1])) * MORE + a->error;
}

/* At least its derivative, times step. */
static double change(const line *a)
{
    return (fabs(a->at[1] - a->at[0]) + 0x1p-50 * most(a)) * MORE +
           2 * a->error;
}

/* Row r between two directions; the pivot is the draw whose coefficient stays
 * farther from 0. */
typedef struct
{
    line base, pivot, other;
    double speed; /* at least |Y'|, times the step between them */
    double least; /* at most |Y| */
    double width; /* at most |pivot| */
    double turn;  /* at least |pivot'|, times the step */
} moving;

static void set_moving(moving *r, const lyc_density_row *a,
                       const lyc_density_row *b)
{
    const double error = lyc_up(a->error + b->error);
    const line base = {{a->m, b->m}, error};
    const line side[2] = {{{a->side[0], b->side[0]}, error},
                          {{a->side[1], b->side[1]}, error}};
    const int p = least(side) < least(side + 1);
    r->base = base;
    r->pivot = side[p];
    r->other = side[1 - p];
    r->speed = (change(&base) + change(side) + change(side + 1)) * MORE;
    r->least = lyc_size_down(least(&base) * LESS -
                             (most(side) + most(side + 1)) * MORE);
    r->width = least(&r->pivot);
    r->turn = change(&r->pivot);
}

static double log_up(double x)
{
    double low, high;
    lyc_log_bounds(&low, &high, x);
    return high;
}

static double log_plus(double x)
{
    return x <= 1 ? 0 : x > 1 ? lyc_max_up(0, log_up(x)) : INFINITY;
}

/* At least E log+(radius/|b + beta s|) for all directions between; or 1 + twice
 * its mean over them, which serves as well; b = base +- pivot. */
static double log_mean(const moving *r, int sign, double radius)
{
    const line *c = &r->base, *a = &r->pivot, *o = &r->other;
    const line b = {{c->at[0] + sign * a->at[0], c->at[1] + sign * a->at[1]},
                    2 * c->error + 0x1p-50 * (most(c) + most(a))};
    double best = INFINITY;
    if (b.at[0] * b.at[1] > 0)
    { /* |b| is linear there and beta convex */
        const double near = lyc_min_down(fabs(b.at[0]) - fabs(o->at[0]),
                                         fabs(b.at[1]) - fabs(o->at[1])) -
                            0x1p-30 * (most(&b) + most(o)) - 2 * b.error;
        if (least(&b) > 0 && near > 0)
            best = log_plus(radius / near * MORE);
    }
    const double beta = least(o);
    if (beta >= radius)
        best = lyc_min_up(best, radius / beta * MORE);
    else if (beta > 0)
        best = lyc_min_up(best, 1 + log_plus(radius / beta * MORE));
    const double turn =
        fabs(o->at[1] - o->at[0]) * LESS - 0x1p-50 * most(o) - 2 * o->error;
    if (turn > 0)
        best = lyc_min_up(best, 5 + 2 * log_plus(2 * radius / turn * MORE));
    return best * MORE;
}

/* At least E 1/max(|b + beta s|, |Y|), Y in the other row, over both signs; or
 * twice its mean over the directions. */
static double at_ends(const moving *r, const moving *other)
{
    double sum = 0;
    for (int sign = -1; sign <= 1; sign += 2)
    {
        const double by_density =
            (1 + log_mean(r, sign, other->width)) / other->width;
        sum += lyc_min_up(by_density, 1 / other->least) / 2;
    }
    return sum * MORE;
}

/* E[|d_i d_j Psi| Y_i' Y_j'] step^2 by parts in the pivot of row i. */
static double by_parts(const moving *i, const moving *j, double slope_j,
                       double ends, double inverse)
{
    const double again = i == j ? 2 : 1;
    return (i->speed * j->speed * slope_j * ends +
            again * i->turn * j->speed * slope_j * inverse) /
           i->width * MORE;
}

/* Theorem continuous-laws.bend */
double lyc_density_bend(const lyc_density_row from[2],
                        const lyc_density_row to[2], const double slope[2])
{
    moving r[2];
    double ends[2];
    for (int i = 0; i < 2; i++)
        set_moving(r + i, from + i, to + i);
    if (!(r[0].width > 0) || !(r[1].width > 0))
        return INFINITY;
    for (int i = 0; i < 2; i++)
        ends[i] = at_ends(r + i, r + 1 - i);
    const double inverse =
        lyc_min_up(2 / sqrt(r[0].width * r[1].width),
                   1 / lyc_size_down(lyc_max_down(r[0].least, r[1].least))) *
        MORE;
    const double both = by_parts(r, r, slope[0], ends[0], inverse) +
                        by_parts(r + 1, r + 1, slope[1], ends[1], inverse);
    const double mixed =
        lyc_min_up(by_parts(r, r + 1, slope[1], ends[0], inverse),
                   by_parts(r + 1, r, slope[0], ends[1], inverse));
    const double bend = (both + 2 * mixed) / 8 * MORE;
    return isnan(bend) ? INFINITY : bend;
}

/* The densities are at most 1/(2 alpha), less error: a ball of probability 1
 * has radius sqrt(alpha_1 alpha_2). */
/* Theorem continuous-laws.bend */
double lyc_density_inverse(const lyc_density_row row[2])
{
    const double a = row[0].alpha * LESS - row[0].error;
    const double b = row[1].alpha * LESS - row[1].error;
    return a > 0 && b > 0 ? 2 / sqrt(a * b) * MORE : INFINITY;
}
