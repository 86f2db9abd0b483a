/* Doubles to the integers of the checker's boxes. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

#define FORM_BITS 30

/* One power of 2 for all cells would not do: fhat varies. Forms are scaled to
 * a common unit, in which the largest has FORM_BITS bits. */
static double unit(const lyc_box_solver_t s)
{
    double most = 0;
    int e;
    for (slong k = 0; k < s->tree->cells * s->dim; k++)
        most = fmax(most, fabs(s->form[k]));
    frexp(most, &e);
    return ldexp(1, FORM_BITS - e);
}

void lyc_box_quantise(lyc_box_solver_t s)
{
    const double u = unit(s);
    for (slong k = 0; k < s->tree->cells * s->dim; k++)
        s->form[k] = rint(s->form[k] * u) / u;
}

static int64_t as_offset(double c, double middle)
{
    const double m =
        ldexp(expm1(fmax(-20, fmin(13, c - middle))), LYC_BOXES_SCALE);
    return (int64_t)llrint(m);
}

static double middle_of(const double *c, slong n)
{
    double low = INFINITY, high = -INFINITY;
    for (slong j = 0; j < n; j++)
    {
        low = fmin(low, c[2 * j]);
        high = fmax(high, c[2 * j]);
    }
    return 0.5 * (low + high);
}

void lyc_box_export(lyc_boxes_t b, const lyc_box_solver_t s, double margin)
{
    const slong n = s->tree->cells;
    const double u = unit(s);
    const double slack = margin * lyc_box_solver_width(s);
    lyc_boxes_init(b, s->dim, n);
    b->is_projective = s->tree->is_projective;
    memcpy(b->tree, s->text->bytes, s->text->length + 1);
    for (slong k = 0; k < n * s->dim; k++)
        b->form[k] = (int32_t)llrint(s->form[k] * u);
    const double low = middle_of(s->offset, n);
    const double high = middle_of(s->offset + 1, n);
    for (slong j = 0; j < n; j++)
    {
        b->lower[j] = as_offset(s->offset[2 * j], low);
        b->upper[j] = as_offset(s->offset[2 * j + 1], high);
    }
    b->lower_goal = (int64_t)llrint(ldexp(s->lower + s->log_scale - slack, 40));
    b->upper_goal = (int64_t)llrint(ldexp(s->upper + s->log_scale + slack, 40));
}
