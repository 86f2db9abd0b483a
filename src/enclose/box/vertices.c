/* Corners of cells, each once a face, and values of a gauge there. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

void lyc_box_vertices_init(lyc_box_vertices_t v)
{
    v->length = 0;
    v->value = NULL;
    v->origin = NULL;
    v->corner = v->where = NULL;
}

void lyc_box_vertices_clear(lyc_box_vertices_t v)
{
    free(v->value);
    free(v->origin);
    free(v->corner);
    free(v->where);
}

typedef struct
{
    int32_t *slot; /* number of a vertex plus 1; 0: free */
    size_t mask;
} table;

/* Coordinates are dyadic with few bits: their bits are mixed well. */
static size_t hash_of(const double *u, int face, int axes)
{
    uint64_t h = (uint64_t)face + 1;
    for (int i = 0; i < axes; i++)
    {
        uint64_t bits;
        const double x = u[i] + 3; /* -0 and 0 alike */
        memcpy(&bits, &x, sizeof bits);
        h = (h ^ bits) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 29;
    }
    h *= UINT64_C(0xBF58476D1CE4E5B9);
    return (size_t)(h ^ h >> 32);
}

/* Coordinates of a corner on its face, which is returned. */
static int corner_of(double *u, const lyc_box_tree_t t, uint32_t origin)
{
    const int axes = lyc_box_axes(t->dim);
    const lyc_box box = lyc_box_tree_cell(t, origin >> axes);
    for (int i = 0; i < axes; i++)
        u[i] = box.low[i] + (origin >> i & 1 ? box.width[i] : 0);
    return box.face;
}

static int32_t number_of(lyc_box_vertices_t v, const table *hash,
                         const lyc_box_tree_t t, uint32_t origin)
{
    const int axes = lyc_box_axes(t->dim);
    double u[LYC_BOX_AXES], other[LYC_BOX_AXES];
    const int face = corner_of(u, t, origin);
    size_t at = hash_of(u, face, axes) & hash->mask;
    for (; hash->slot[at] != 0; at = (at + 1) & hash->mask)
    {
        const slong n = hash->slot[at] - 1;
        int same = corner_of(other, t, v->origin[n]) == face;
        for (int i = 0; i < axes && same; i++)
            same = other[i] == u[i];
        if (same)
            return (int32_t)n;
    }
    v->origin[v->length] = origin;
    hash->slot[at] = (int32_t)(v->length + 1);
    return (int32_t)v->length++;
}

void lyc_box_vertices_set(lyc_box_vertices_t v, const lyc_box_tree_t t)
{
    const size_t most = (size_t)t->cells << lyc_box_axes(t->dim);
    table hash = {.mask = 1};
    while (hash.mask < 4 * (size_t)t->cells)
        hash.mask *= 2;
    hash.slot = lyc_calloc(2 * hash.mask, sizeof(int32_t));
    hash.mask = 2 * hash.mask - 1;
    lyc_box_vertices_clear(v);
    lyc_box_vertices_init(v);
    v->origin = lyc_malloc(most * sizeof *v->origin);
    v->corner = lyc_malloc(most * sizeof(int32_t));
    for (size_t n = 0; n < most; n++)
        v->corner[n] = number_of(v, &hash, t, (uint32_t)n);
    free(hash.slot);
    const size_t n = (size_t)v->length;
    v->origin = lyc_realloc(v->origin, n * sizeof *v->origin);
    v->value = lyc_malloc(n * sizeof(double));
}

void lyc_box_vertex(double *x, const lyc_box_vertices_t v,
                    const lyc_box_tree_t t, slong n)
{
    double u[LYC_BOX_AXES];
    const int face = corner_of(u, t, v->origin[n]);
    lyc_box_vector(x, face, u, t->dim);
}

double lyc_box_interpolate(const lyc_box_vertices_t v, const lyc_box_tree_t t,
                           int32_t cone, const double *y)
{
    const int axes = lyc_box_axes(t->dim), corners = 1 << axes;
    const slong l = cone < 0 ? ~cone : cone;
    const lyc_box cell = lyc_box_tree_cell(t, l), *box = &cell;
    const int32_t *corner = v->corner + l * corners;
    const double scale = 1 / y[box->face];
    double f[LYC_BOX_CORNERS];
    for (int k = 0; k < corners; k++)
        f[k] = v->value[corner[k]];
    for (int i = axes - 1; i >= 0; i--)
    {
        const double u = y[lyc_box_coordinate(t->dim, box->face, i)] * scale;
        const double p = (u - box->low[i]) / box->width[i];
        for (int k = 0; k < 1 << i; k++)
            f[k] += p * (f[k | 1 << i] - f[k]);
    }
    return f[0] * fabs(y[box->face]);
}
