/* The Poisson equation log f(x) + lambda = E log f(Ax) by value iteration at
 * the corners of cells, and the linear forms that fit the values best. */
#include <math.h>

#include "enclose/box/solver.h"

/* Below this share of the mean a form is not let fall at a corner. */
#define LEAST 0x1p-12
#define TINY 1e-290
/* Of images that are 0, or nearly. */
#define LEAST_IMAGE 1e-6
/* Share of the vertices' weights that does not depend on masses. */
#define UNIFORM 0.02

/* Least squares for values f at the corners by t (u_0' u_3' + u_1' u_2'), u_i'
 * = u_i - middle_i, which is orthogonal to what else a form can be; *most is
 * its largest value. */
static double bend_of(double *most, const double *f, const lyc_box *box)
{
    const double p = 0.25 * box->width[0] * box->width[3];
    const double q = 0.25 * box->width[1] * box->width[2];
    double sum = 0;
    for (int k = 0; k < 16; k++)
        sum += f[k] *
               (((k ^ k >> 3) & 1 ? -p : p) + ((k >> 1 ^ k >> 2) & 1 ? -q : q));
    sum /= 16 * (p * p + q * q);
    *most = fabs(sum) * (p + q);
    return sum;
}

static void add_bend(double *v, double bend, const lyc_box *box)
{
    double middle[LYC_BOX_AXES];
    for (int i = 0; i < 4; i++)
        middle[i] = box->low[i] + 0.5 * box->width[i];
    v[box->face] += bend * (middle[0] * middle[3] + middle[1] * middle[2]);
    for (int i = 0; i < 4; i++)
        v[lyc_box_coordinate(6, box->face, i)] -= bend * middle[3 - i];
    v[5 - box->face] = -bend;
}

/* v: least squares for values f at the corners of a box. On its face v is
 * mean + sum_i slope_i (u_i - middle_i), and on planes what bends. */
static void fit(double *v, const double *f, const lyc_box *box, int d)
{
    const int corners = lyc_box_corners(d);
    double mean = 0, half[LYC_BOX_AXES] = {0}, rise = 0, bend = 0;
    if (lyc_box_is_planes(d))
        bend = bend_of(&rise, f, box);
    for (int k = 0; k < corners; k++)
    {
        mean += f[k] / corners;
        for (int i = 0; i < lyc_box_axes(d); i++)
            half[i] += (k >> i & 1 ? f[k] : -f[k]) / corners;
    }
    for (int i = 0; i < lyc_box_axes(d); i++)
        rise += fabs(half[i]);
    const double shrink =
        rise > (1 - LEAST) * mean ? (1 - LEAST) * mean / rise : 1;
    v[box->face] = mean;
    for (int i = 0; i < lyc_box_axes(d); i++)
    {
        const double slope = shrink * 2 * half[i] / box->width[i];
        v[lyc_box_coordinate(d, box->face, i)] = slope;
        v[box->face] -= slope * (box->low[i] + 0.5 * box->width[i]);
    }
    if (lyc_box_is_planes(d))
        add_bend(v, shrink * bend, box);
}

/* log f(Ax) / f(x) in the mean, x vertex n. */
static double rate_at(const lyc_box_solver_t s, slong n)
{
    const lyc_box_vertices_struct *v = s->vertices;
    const slong atoms = s->atoms->length;
    double x[LYC_BOX_DIM], y[LYC_BOX_DIM], sum = 0;
    lyc_box_vertex(x, v, s->tree, n);
    for (slong i = 0; i < atoms; i++)
    {
        lyc_box_apply(y, s, i, x);
        const double f =
            lyc_box_interpolate(v, s->tree, v->where[n * atoms + i], y);
        sum += s->weight[i] * log(f > LEAST_IMAGE ? f : LEAST_IMAGE);
    }
    return sum - log(v->value[n]);
}

/* r = R - its mean over the vertices, which becomes lambda; the mean of |r|. */
static double residuals(double *r, lyc_box_solver_t s, const double *mass)
{
    const slong length = s->vertices->length;
    double spread = 0, mean = 0;
#ifdef _OPENMP
#pragma omp parallel for num_threads(s->threads)
#endif
    for (slong n = 0; n < length; n++)
        r[n] = rate_at(s, n);
    for (slong n = 0; n < length; n++)
        mean += mass[n] * r[n];
    for (slong n = 0; n < length; n++)
    {
        r[n] -= mean;
        spread += mass[n] * fabs(r[n]);
    }
    s->lambda = mean;
    return spread;
}

/* Masses of the vertices: equal parts of those of the cells. */
static double *vertex_masses(const lyc_box_solver_t s)
{
    const int corners = lyc_box_corners(s->dim);
    const int32_t *at = s->vertices->corner;
    const slong length = s->vertices->length;
    double *mass = lyc_malloc((size_t)length * sizeof *mass);
    for (slong n = 0; n < length; n++)
        mass[n] = UNIFORM / (double)length;
    for (slong j = 0; j < s->tree->cells; j++)
        for (int k = 0; k < corners; k++)
            mass[*at++] += (1 - UNIFORM) * s->mass[j] / corners;
    return mass;
}

/* The values from their logarithms, the largest 1. */
static void set_values(lyc_box_vertices_t v, const double *h)
{
    double most = -INFINITY;
    for (slong n = 0; n < v->length; n++)
        most = fmax(most, h[n]);
    for (slong n = 0; n < v->length; n++)
        v->value[n] = fmax(TINY, exp(h[n] - most));
}

static void fit_forms(lyc_box_solver_t s)
{
    const int corners = lyc_box_corners(s->dim);
    const int32_t *corner = s->vertices->corner;
    double f[LYC_BOX_CORNERS];
    for (slong j = 0; j < s->tree->cells; j++)
    {
        for (int k = 0; k < corners; k++)
            f[k] = s->vertices->value[*corner++];
        const lyc_box box = lyc_box_tree_cell(s->tree, j);
        fit(s->form + j * s->dim, f, &box, s->dim);
    }
}

double lyc_box_approx_poisson(lyc_box_solver_t s, double tol, int sweeps)
{
    lyc_box_vertices_struct *v = s->vertices;
    const size_t bytes = (size_t)v->length * sizeof(double);
    double *mass = vertex_masses(s), *h = lyc_malloc(bytes);
    double *r = lyc_malloc(bytes), spread = INFINITY;
    lyc_box_anderson_t a;
    lyc_box_anderson_init(a, v->length, mass);
    for (slong n = 0; n < v->length; n++)
        h[n] = log(v->value[n]);
    for (int n = 0; n < sweeps && !(spread <= tol); n++)
    {
        spread = residuals(r, s, mass);
        lyc_box_anderson_step(h, a, r);
        set_values(v, h);
        s->sweeps++;
    }
    lyc_box_anderson_clear(a);
    free(mass);
    free(h);
    free(r);
    fit_forms(s);
    return spread;
}
