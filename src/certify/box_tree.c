#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/box.h"
#include "certify/extreme.h"
#include "lyapcert/text.h"

/* Theorem spectrum.planes */
void lyc_box_vector(double *r, int face, const double *u, int dim)
{
    r[face] = 1;
    for (int i = 0; i < lyc_box_axes(dim); i++)
        r[lyc_box_coordinate(dim, face, i)] = u[i];
    if (lyc_box_is_planes(dim))
        r[dim - 1 - face] = -(u[0] * u[3] + u[1] * u[2]);
}

void lyc_box_corner(double *r, const lyc_box *box, int dim, int k)
{
    double u[LYC_BOX_AXES];
    for (int i = 0; i < lyc_box_axes(dim); i++)
        u[i] = box->low[i] + (k >> i & 1 ? box->width[i] : 0);
    lyc_box_vector(r, box->face, u, dim);
}

lyc_box lyc_box_tree_face(const lyc_box_tree_t t, int face)
{
    lyc_box box = {.face = face};
    for (int i = 0; i < lyc_box_axes(t->dim); i++)
    {
        box.low[i] = t->is_projective ? -1 : 0;
        box.width[i] = t->is_projective ? 2 : 1;
    }
    return box;
}

static void put_cell(lyc_box_tree_struct *t, slong l, const lyc_box *box)
{
    const int axes = lyc_box_axes(t->dim);
    t->face[l] = (unsigned char)box->face;
    for (int i = 0; i < axes; i++)
    {
        t->low[l * axes + i] = box->low[i];
        t->level[l * axes + i] =
            (unsigned char)(t->is_projective - ilogb(box->width[i]));
    }
}

/* The tree of one face from *text on; halvings are counted by widths. */
static int grow(lyc_box_tree_struct *t, const char **text, slong *cell,
                const lyc_box *box, slong most)
{
    const int axis = **text - '0';
    if (t->nodes >= 2 * most)
        return 0;
    const slong node = t->nodes++;
    if (**text == '.')
    {
        if (*cell >= most)
            return 0;
        t->next[node] = (uint32_t)*cell << LYC_BOX_NODE_BITS | LYC_BOX_CELL;
        put_cell(t, *cell, box);
        ++*text;
        ++*cell;
        return 1;
    }
    if (axis < 0 || axis >= lyc_box_axes(t->dim) ||
        box->width[axis] <= ldexp(1, 1 - LYC_BOXES_MAX_LEVEL))
        return 0;
    ++*text;
    const lyc_box first = lyc_box_half(box, axis, 0);
    const lyc_box second = lyc_box_half(box, axis, 1);
    if (!grow(t, text, cell, &first, most))
        return 0;
    t->next[node] = (uint32_t)t->nodes << LYC_BOX_NODE_BITS | (uint32_t)axis;
    return grow(t, text, cell, &second, most);
}

/* Theorem spectrum.boxes */
/* A box is the union of its halves, both closed, so the cells of a face cover
 * it; every x has, up to its sign, its largest coordinate on some face. */
int lyc_box_tree_init(lyc_box_tree_t t, int dim, int is_projective, slong cells,
                      const char *text)
{
    t->dim = dim;
    t->is_projective = is_projective;
    t->cells = cells;
    t->nodes = 0;
    t->next = NULL;
    t->face = t->level = NULL;
    t->low = NULL;
    if (dim < 2 || (dim > LYC_BOXES_MAX_DIM && !lyc_box_is_planes(dim)) ||
        (lyc_box_is_planes(dim) && !is_projective) || cells < dim ||
        cells > LYC_BOXES_MAX_CELLS)
        return 0;
    t->next = lyc_malloc(2 * (size_t)cells * sizeof(uint32_t));
    const size_t coordinates = (size_t)cells * (size_t)lyc_box_axes(dim);
    t->face = lyc_malloc((size_t)cells);
    t->level = lyc_malloc(coordinates);
    t->low = lyc_malloc(coordinates * sizeof *t->low);
    slong cell = 0;
    for (int face = 0; face < dim; face++)
    {
        const lyc_box box = lyc_box_tree_face(t, face);
        t->root[face] = t->nodes;
        if (!grow(t, &text, &cell, &box, cells))
            return 0;
    }
    return *text == '\0' && cell == cells;
}

void lyc_box_tree_clear(lyc_box_tree_t t)
{
    free(t->next);
    free(t->face);
    free(t->level);
    free(t->low);
}

void lyc_box_cover_add(lyc_box_cover *cover, int32_t cone)
{
    if (cover->length == LYC_BOX_COVER)
    {
        cover->is_wild = 1;
        return;
    }
    if (cover->length == cover->capacity)
    {
        cover->capacity = 2 * cover->capacity + 16;
        cover->cone = lyc_realloc(cover->cone, (size_t)cover->capacity *
                                                   sizeof *cover->cone);
        cover->ratio = lyc_realloc(cover->ratio, (size_t)cover->capacity *
                                                     sizeof *cover->ratio);
    }
    cover->cone[cover->length++] = cone;
}

/* Of the coefficients of a wall: then its values on a face are numbers. */
#define MOST 0x1p1000

void lyc_box_place_walls(lyc_box_place *place, const lyc_box_walls *walls,
                         int dim)
{
    const int sign = place->sign;
    place->walls = 0;
    for (int k = 0; k < walls->length; k++)
    {
        const double *w = walls->form[k];
        const int n = place->walls;
        double size = fabs(w[place->face]);
        for (int i = 0; i < lyc_box_axes(dim); i++)
        {
            const double x = w[lyc_box_coordinate(dim, place->face, i)];
            place->at[n][i] = sign * x;
            size += fabs(x);
        }
        place->bend[n] =
            lyc_box_is_planes(dim) ? -sign * w[dim - 1 - place->face] : 0;
        place->least[n] = -walls->margin[k] - sign * w[place->face];
        place->walls += size + fabs(place->bend[n]) <= MOST; /* not NaN */
    }
}

/* The largest value of a u + b v + c u v for u between u0 and u1, v between v0
 * and v1. */
static double most_at(double a, double b, double c, double u0, double u1,
                      double v0, double v1)
{
    const double p = a + c * v0, q = a + c * v1;
    return lyc_max_number(b * v0 + lyc_max_number(p * u0, p * u1),
                          b * v1 + lyc_max_number(q * u0, q * u1));
}

/* The largest value of form n of `place` for low_i <= u_i <= high_i. */
static double most_on(const lyc_box_place *place, int n, const double *low,
                      const double *high, int dim)
{
    const double *at = place->at[n];
    double most = 0;
    if (lyc_box_is_planes(dim))
        return most_at(at[0], at[3], place->bend[n], low[0], high[0], low[3],
                       high[3]) +
               most_at(at[1], at[2], place->bend[n], low[1], high[1], low[2],
                       high[2]);
    for (int i = 0; i < dim - 1; i++)
        most += lyc_max_number(at[i] * low[i], at[i] * high[i]);
    return most;
}

/* A half-space's form has its largest value on a signed cone, cut off at the
 * face, where the cell and the range of `place` meet, at a corner of that. */
int lyc_box_is_outside(const lyc_box_place *place, const double *low,
                       const double *width, int dim)
{
    double first[LYC_BOX_AXES], last[LYC_BOX_AXES];
    for (int i = 0; i < lyc_box_axes(dim); i++)
    {
        const double end = low[i] + width[i];
        if (place->high[i] < low[i] || place->low[i] > end)
            return 1;
        first[i] = lyc_max_number(place->low[i], low[i]);
        last[i] = -lyc_max_number(-place->high[i], -end);
    }
    for (int n = 0; n < place->walls; n++)
        if (most_on(place, n, first, last, dim) < place->least[n])
            return 1;
    return 0;
}

typedef struct
{
    const lyc_box_tree_struct *t;
    lyc_box_cover *cover;
    const lyc_box_place *place;
} search;

/* Closed halves that meet the closed range, both where it meets the middle;
 * low and width are those of the node's box. */
static void descend(const search *s, uint32_t node, const double *node_low,
                    const double *node_width)
{
    const int dim = s->t->dim;
    double low[LYC_BOX_AXES], width[LYC_BOX_AXES];
    for (int i = 0; i < lyc_box_axes(dim); i++)
    {
        low[i] = node_low[i];
        width[i] = node_width[i];
    }
    for (;;)
    {
        const uint32_t next = s->t->next[node];
        const int axis = (int)(next & LYC_BOX_NODE_MASK);
        if (axis == LYC_BOX_CELL)
        {
            if (!lyc_box_is_outside(s->place, low, width, dim))
                lyc_box_cover_add(s->cover,
                                  (int32_t)(next >> LYC_BOX_NODE_BITS) ^
                                      (s->place->sign < 0 ? -1 : 0));
            return;
        }
        width[axis] *= 0.5;
        const double middle = low[axis] + width[axis];
        const int first = !(s->place->low[axis] > middle);
        const int second = !(s->place->high[axis] < middle);
        if (first && second)
            descend(s, node + 1, low, width);
        if (second)
            low[axis] = middle;
        node = second ? next >> LYC_BOX_NODE_BITS : node + 1;
    }
}

void lyc_box_tree_collect(lyc_box_cover *cover, const lyc_box_tree_t t,
                          const lyc_box_place *place)
{
    const lyc_box box = lyc_box_tree_face(t, place->face);
    const search s = {t, cover, place};
    for (int i = 0; i < lyc_box_axes(t->dim); i++)
        if (place->low[i] > box.low[i] + box.width[i] ||
            place->high[i] < box.low[i])
            return;
    descend(&s, (uint32_t)t->root[place->face], box.low, box.width);
}
