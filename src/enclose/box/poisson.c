/* The Poisson equation log fhat(x) + lambda = E log fhat(Ax) by fitted value
 * iteration: the right side at the corners of a cell, then the linear form
 * that fits them best. */
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

/* E log fhat(A r_k) for corner k of cell j. */
static double mean_log(const lyc_box_solver_t s, slong j, int k,
                       const double *r)
{
    const slong atoms = s->atoms->length;
    const int32_t *where = s->where + (j * (1 << (s->dim - 1)) + k) * atoms;
    double y[LYC_BOX_DIM], sum = 0;
    for (slong i = 0; i < atoms; i++)
    {
        lyc_box_apply(y, s, i, r);
        sum += s->weight[i] * log(fmax(TINY, lyc_box_value(s, where[i], y)));
    }
    return sum;
}

/* One sweep in place; *spread becomes the mean of |R - lambda|. */
static void sweep(lyc_box_solver_t s, double *spread, double *drift)
{
    const int d = s->dim, corners = 1 << (d - 1);
    double r[LYC_BOX_DIM], f[LYC_BOX_CORNERS], sum = 0, mean = 0, total = 0;
    for (slong j = 0; j < s->tree->cells; j++)
    {
        const lyc_box *box = s->tree->box + j;
        double *v = s->form + j * d, ratio = 1;
        for (int k = 0; k < corners; k++)
        {
            lyc_box_corner(r, box, d, k);
            f[k] = exp(mean_log(s, j, k, r) - s->lambda);
            ratio *= f[k] / lyc_box_value(s, (int32_t)j, r);
        }
        const double residual = log(ratio) / corners;
        fit(v, f, box, d);
        sum += s->mass[j] * fabs(residual);
        mean += s->mass[j] * residual;
        total += log(v[box->face] > 0 ? v[box->face] : 1) * s->mass[j];
    }
    *spread = sum;
    *drift = mean;
    const double scale = exp(-total);
    for (slong k = 0; k < s->tree->cells * d; k++)
        s->form[k] *= scale;
}

double lyc_box_approx_poisson(lyc_box_solver_t s, double tol, int sweeps)
{
    double spread = INFINITY, drift;
    for (int n = 0; n < sweeps && !(spread <= tol); n++)
    {
        sweep(s, &spread, &drift);
        s->lambda += drift;
        s->sweeps++;
    }
    return spread;
}
