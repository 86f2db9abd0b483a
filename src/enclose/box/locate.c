/* Points, cells and values of fhat, in plain doubles. */
#include <math.h>

#include "enclose/box/solver.h"

int32_t lyc_box_locate(const lyc_box_tree_t t, const double *y)
{
    int face = 0;
    for (int c = 1; c < t->dim; c++)
        if (fabs(y[c]) > fabs(y[face]))
            face = c;
    double u[LYC_BOX_AXES], low[LYC_BOX_AXES], width[LYC_BOX_AXES];
    const lyc_box box = lyc_box_tree_face(t, face);
    for (int i = 0; i < lyc_box_axes(t->dim); i++)
    {
        u[i] = y[lyc_box_coordinate(t->dim, face, i)] / y[face];
        low[i] = box.low[i];
        width[i] = box.width[i];
    }
    uint32_t node = (uint32_t)t->root[face];
    for (;;)
    {
        const uint32_t next = t->next[node];
        const int axis = (int)(next & LYC_BOX_NODE_MASK);
        if (axis == LYC_BOX_CELL)
            return (int32_t)(next >> LYC_BOX_NODE_BITS) ^
                   (y[face] < 0 ? -1 : 0);
        width[axis] *= 0.5;
        if (u[axis] > low[axis] + width[axis])
        {
            low[axis] += width[axis];
            node = next >> LYC_BOX_NODE_BITS;
        }
        else
            node++;
    }
}

void lyc_box_apply(double *y, const lyc_box_solver_t s, slong i,
                   const double *x)
{
    const int d = s->dim;
    const double *a = s->atoms->atom[i].entry;
    for (int c = 0; c < d; c++)
    {
        y[c] = 0;
        for (int j = 0; j < d; j++)
            y[c] += a[c * d + j] * x[j];
    }
}

void lyc_box_locate_images(lyc_box_solver_t s)
{
    lyc_box_vertices_struct *v = s->vertices;
    const slong atoms = s->atoms->length;
    free(v->where);
    v->where = lyc_malloc((size_t)(v->length * atoms) * sizeof(int32_t));
#ifdef _OPENMP
#pragma omp parallel for num_threads(s->threads)
#endif
    for (slong n = 0; n < v->length; n++)
    {
        double x[LYC_BOX_DIM], y[LYC_BOX_DIM];
        lyc_box_vertex(x, v, s->tree, n);
        for (slong i = 0; i < atoms; i++)
        {
            lyc_box_apply(y, s, i, x);
            v->where[n * atoms + i] = lyc_box_locate(s->tree, y);
        }
    }
}
