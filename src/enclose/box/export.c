/* Doubles to the integers of the checker's boxes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "enclose/box/solver.h"

#define FORM_BITS 30
#define MOST 255.0

/* A power of 2 that gives the largest coefficient of a form FORM_BITS bits. */
static double unit(const lyc_box_solver_t s, slong j)
{
    double most = 0;
    int e;
    for (int c = 0; c < s->dim; c++)
        most = fmax(most, fabs(s->form[j * s->dim + c]));
    frexp(most, &e);
    return ldexp(1, FORM_BITS - e);
}

void lyc_box_quantise(lyc_box_solver_t s)
{
    for (slong j = 0; j < s->tree->cells; j++)
    {
        const double u = unit(s, j);
        for (int c = 0; c < s->dim; c++)
            s->form[j * s->dim + c] = rint(s->form[j * s->dim + c] * u) / u;
    }
}

static int64_t as_offset(double c)
{
    return (int64_t)llrint(ldexp(fmax(-MOST, fmin(MOST, c)), LYC_BOXES_SCALE));
}

/* The mean over the masses: extremes belong to cells that hardly count. */
static double middle_of(const lyc_box_solver_t s, int side)
{
    double sum = 0;
    for (slong j = 0; j < s->tree->cells; j++)
        sum += s->mass[j] * s->offset[2 * j + side];
    return sum;
}

static int64_t as_goal(double x)
{
    return (int64_t)llrint(ldexp(fmax(-1000, fmin(1000, x)), 40));
}

void lyc_box_export(lyc_boxes_t b, const lyc_box_solver_t s, double margin)
{
    const slong n = s->tree->cells;
    const double low = middle_of(s, 0), high = middle_of(s, 1);
    const double slack = margin * (s->upper - s->lower);
    lyc_boxes_init(b, s->dim, n);
    b->is_projective = s->tree->is_projective;
    lyc_boxes_add_exponents(b);
    memcpy(b->tree, s->text->bytes, s->text->length + 1);
    for (slong j = 0; j < n; j++)
    {
        const double u = unit(s, j);
        for (int c = 0; c < s->dim; c++)
            b->form[j * s->dim + c] =
                (int32_t)llrint(s->form[j * s->dim + c] * u);
        const int e = (int)lrint(log2(u));
        const int is_exact = abs(e) <= LYC_BOXES_MAX_EXPONENT;
        const double scale = is_exact ? 0 : FORM_BITS * log(2) - log(u);
        if (is_exact)
            b->exponent[j] = (int16_t)-e;
        b->upper[j] = as_offset(s->offset[2 * j + 1] - high + scale);
        b->lower[j] = s->is_one_sided
                          ? b->upper[j]
                          : as_offset(s->offset[2 * j] - low + scale);
    }
    b->lower_goal = as_goal(s->lower + s->log_scale - slack);
    b->upper_goal = as_goal(s->upper + s->log_scale + slack);
}
