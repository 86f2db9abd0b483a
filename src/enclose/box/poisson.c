/* The Poisson equation log f(x) + lambda = E log f(Ax) by value iteration at
 * the corners of cells, and the linear forms that fit the values best. */
#include <math.h>

#include "enclose/box/solver.h"

/* Below this share of the mean a form is not let fall at a corner. */
#define LEAST 0x1p-12
#define TINY 1e-290

/* v: least squares for values f at the corners of a box. On its face v is
 * mean + sum_i slope_i (u_i - middle_i). */
static void fit(double *v, const double *f, const lyc_box *box, int d)
{
    const int corners = 1 << (d - 1);
    double mean = 0, half[LYC_BOX_AXES] = {0}, rise = 0;
    for (int k = 0; k < corners; k++)
    {
        mean += f[k] / corners;
        for (int i = 0; i < d - 1; i++)
            half[i] += (k >> i & 1 ? f[k] : -f[k]) / corners;
    }
    for (int i = 0; i < d - 1; i++)
        rise += fabs(half[i]);
    const double shrink =
        rise > (1 - LEAST) * mean ? (1 - LEAST) * mean / rise : 1;
    v[box->face] = mean;
    for (int i = 0; i < d - 1; i++)
    {
        const double slope = shrink * 2 * half[i] / box->width[i];
        v[lyc_box_coordinate(box->face, i)] = slope;
        v[box->face] -= slope * (box->low[i] + 0.5 * box->width[i]);
    }
}

/* One sweep in place; the mean of |R - lambda| over the vertices, and *drift
 * that of R - lambda. */
static double sweep(lyc_box_solver_t s, const double *mass, double *drift)
{
    lyc_box_vertices_struct *v = s->vertices;
    const slong atoms = s->atoms->length;
    double x[LYC_BOX_DIM], y[LYC_BOX_DIM], spread = 0, mean = 0;
    const int32_t *where = v->where;
    for (slong n = 0; n < v->length; n++)
    {
        double sum = -s->lambda;
        lyc_box_vertex(x, v, n, s->dim);
        for (slong i = 0; i < atoms; i++)
        {
            lyc_box_apply(y, s, i, x);
            const double f = lyc_box_interpolate(v, s->tree, *where++, y);
            sum += s->weight[i] * log(fmax(TINY, f));
        }
        const double residual = sum - log(v->value[n]);
        v->value[n] = fmax(TINY, exp(sum));
        spread += mass[n] * fabs(residual);
        mean += mass[n] * residual;
    }
    *drift = mean;
    return spread;
}

/* Masses of the vertices: equal parts of those of the cells. */
static double *vertex_masses(const lyc_box_solver_t s)
{
    const int corners = 1 << (s->dim - 1);
    const int32_t *at = s->vertices->corner;
    double *mass = lyc_calloc((size_t)s->vertices->length, sizeof *mass);
    for (slong j = 0; j < s->tree->cells; j++)
        for (int k = 0; k < corners; k++)
            mass[*at++] += s->mass[j] / corners;
    return mass;
}

/* Scales the gauge so that the largest value is 1. */
static void normalise(lyc_box_vertices_t v)
{
    double most = 0;
    for (slong n = 0; n < v->length; n++)
        most = fmax(most, v->value[n]);
    for (slong n = 0; n < v->length; n++)
        v->value[n] = fmax(TINY, v->value[n] / most);
}

double lyc_box_approx_poisson(lyc_box_solver_t s, double tol, int sweeps)
{
    const int corners = 1 << (s->dim - 1);
    double spread = INFINITY, drift, f[LYC_BOX_CORNERS];
    double *mass = vertex_masses(s);
    for (int n = 0; n < sweeps && !(spread <= tol); n++)
    {
        spread = sweep(s, mass, &drift);
        s->lambda += drift;
        s->sweeps++;
    }
    free(mass);
    normalise(s->vertices);
    for (slong j = 0; j < s->tree->cells; j++)
    {
        for (int k = 0; k < corners; k++)
            f[k] = s->vertices->value[s->vertices->corner[j * corners + k]];
        fit(s->form + j * s->dim, f, s->tree->box + j, s->dim);
    }
    return spread;
}
