/* Halving the cells that carry most of the error. */
#include <math.h>
#include <stdlib.h>

#include "enclose/box/solver.h"

/* No side of a cell is longer than so many times another one. */
#define MOST_OBLONG 16.0

/* Part of the weight that is dual; the rest is the mass seen. The dual weights
 * alone move about from step to step. */
#define DUAL_PART 0.6

/* Shares above this mean: open. */
#define OPEN 1e20f
/* What a halving takes from a share. */
#define STEP 6.0
/* Open cells that are halved 1, 2, 3 times. */
static const float open_share[] = {5 * OPEN, 30 * OPEN, 200 * OPEN};

/* E log fhat(Ax) at the point of the box with coordinates t_i in [0, 1]. */
static double sample(const lyc_box_solver_t s, const lyc_box *box,
                     const double *t)
{
    double x[LYC_BOX_DIM], y[LYC_BOX_DIM], sum = 0;
    double u[LYC_BOX_AXES];
    for (int i = 0; i < lyc_box_axes(s->dim); i++)
        u[i] = box->low[i] + t[i] * box->width[i];
    lyc_box_vector(x, box->face, u, s->dim);
    for (slong i = 0; i < s->atoms->length; i++)
    {
        lyc_box_apply(y, s, i, x);
        const int32_t cone = lyc_box_locate(s->tree, y);
        const double f = lyc_box_interpolate(s->vertices, s->tree, cone, y);
        sum += s->weight[i] * log(fmax(1e-290, f));
    }
    return sum;
}

/* The axis along which E log fhat(Ax) bends most. */
static int bent_axis(const lyc_box_solver_t s, const lyc_box *box)
{
    const int axes = lyc_box_axes(s->dim);
    double most = -1, longest = 0;
    int axis = 0;
    for (int i = 0; i < axes; i++)
        longest = fmax(longest, box->width[i]);
    for (int i = 0; i < axes; i++)
    {
        double bend = 0;
        if (box->width[i] * MOST_OBLONG <= longest)
            continue;
        for (int line = 0; line < 3; line++)
        {
            double t[LYC_BOX_AXES], g[3];
            for (int n = 0; n < 3; n++)
            {
                for (int k = 0; k < axes; k++)
                    t[k] = 0.125 + 0.375 * line;
                t[i] = 0.5 * n;
                g[n] = sample(s, box, t);
            }
            bend = fmax(bend, fabs(g[0] - 2 * g[1] + g[2]));
        }
        if (bend > most)
        {
            most = bend;
            axis = i;
        }
    }
    return axis;
}

static int widest_axis(const lyc_box_solver_t s, const lyc_box *box)
{
    int axis = 0;
    for (int i = 1; i < lyc_box_axes(s->dim); i++)
        if (box->width[i] > box->width[axis])
            axis = i;
    return axis;
}

/* |y - z| over the larger one, in the maximum norm. */
static double reach(const double *y, const double *z, int d)
{
    double size = 0, step = 0;
    for (int c = 0; c < d; c++)
    {
        size = fmax(size, fmax(fabs(y[c]), fabs(z[c])));
        step = fmax(step, fabs(y[c] - z[c]));
    }
    return size > 0 ? step / size : 2;
}

/* The axis along whose edges images turn most. */
static int turning_axis(const lyc_box_solver_t s, const lyc_box *box)
{
    const int d = s->dim, axes = lyc_box_axes(d);
    double turn[LYC_BOX_AXES] = {0}, x[LYC_BOX_DIM];
    double y[LYC_BOX_CORNERS][LYC_BOX_DIM];
    int axis = 0;
    for (slong a = 0; a < s->atoms->length; a++)
    {
        for (int k = 0; k < 1 << axes; k++)
        {
            lyc_box_corner(x, box, d, k);
            lyc_box_apply(y[k], s, a, x);
        }
        for (int i = 0; i < axes; i++)
            for (int k = 0; k < 1 << axes; k++)
                if (!(k >> i & 1))
                    turn[i] = fmax(turn[i], reach(y[k], y[k | 1 << i], d));
    }
    for (int i = 1; i < axes; i++)
        if (turn[i] > turn[axis])
            axis = i;
    return axis;
}

static int compare(const void *a, const void *b)
{
    const float x = *(const float *)a, y = *(const float *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* How many of the numbers, the largest first, are above t. */
static slong above(const float *sorted, slong n, double t)
{
    slong low = 0, high = n;
    while (low < high)
    {
        const slong middle = low + (high - low) / 2;
        if (sorted[middle] > t)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The share of error above which cells are halved, to get about `more`, open
 * ones (infinite) apart: a cell
 * is halved, its halves are where the share is STEP times as much, and theirs
 * again. */
static double threshold(const float *share, slong cells, slong more)
{
    float *sorted = lyc_malloc((size_t)cells * sizeof *sorted);
    for (slong j = 0; j < cells; j++)
        sorted[j] = isinf(share[j]) ? 0 : share[j];
    qsort(sorted, (size_t)cells, sizeof *sorted, compare);
    slong low = 0, high = cells - 1;
    while (low < high)
    {
        const slong middle = low + (high - low + 1) / 2;
        const double t = sorted[middle];
        if (above(sorted, cells, t) + 2 * above(sorted, cells, STEP * t) +
                4 * above(sorted, cells, STEP * STEP * t) <=
            more)
            low = middle;
        else
            high = middle - 1;
    }
    const double t = sorted[low];
    free(sorted);
    return t;
}

typedef struct
{
    lyc_box_solver_struct *s;
    const float *share;
    double least;
    lyc_text_t text;
    slong cells; /* so far */
    int32_t *parent;
    slong halved;
} growth;

static void add_cell(growth *g, slong parent)
{
    g->parent[g->cells++] = (int32_t)parent;
    lyc_text_add_n(g->text, ".", 1);
}

static int can_halve(const lyc_box *box, int axis)
{
    return box->width[axis] > ldexp(1, 3 - LYC_BOXES_MAX_LEVEL);
}

static int axis_of(const growth *g, const lyc_box *box, double share)
{
    return g->s->refinement == LYC_BOX_UNIFORM ? widest_axis(g->s, box)
           : share > OPEN                      ? turning_axis(g->s, box)
                                               : bent_axis(g->s, box);
}

/* Cell j in halves, and these again for each factor STEP by which its share is
 * above the threshold. axis: to halve along, or -1. */
static void grow(growth *g, slong j, const lyc_box *box, double share, int axis)
{
    if (share > g->least && axis < 0)
        axis = axis_of(g, box, share);
    if (!(share > g->least) || !can_halve(box, axis))
    {
        add_cell(g, j);
        return;
    }
    const char digit = (char)('0' + axis);
    g->halved++;
    lyc_text_add_n(g->text, &digit, 1);
    for (int half = 0; half < 2; half++)
    {
        const lyc_box part = lyc_box_half(box, axis, half);
        const int is_last = g->s->refinement == LYC_BOX_UNIFORM ||
                            (share > OPEN && share / STEP <= OPEN);
        grow(g, j, &part, is_last ? 0 : share / STEP, -1);
    }
}

/* The first axes, found by all threads. */
static signed char *first_axes(const growth *g)
{
    const slong cells = g->s->tree->cells;
    signed char *axis = lyc_malloc((size_t)cells);
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic, 256) num_threads(g->s->threads)
#endif
    for (slong j = 0; j < cells; j++)
    {
        const lyc_box box = lyc_box_tree_cell(g->s->tree, j);
        axis[j] = g->share[j] > g->least
                      ? (signed char)axis_of(g, &box, g->share[j])
                      : -1;
    }
    return axis;
}

/* Corners of the new tree with the values of the old gauge. */
static void carry_values(lyc_box_solver_t s, const lyc_box_tree_t tree)
{
    lyc_box_vertices_t v;
    lyc_box_vertices_init(v);
    lyc_box_vertices_set(v, tree);
#ifdef _OPENMP
#pragma omp parallel for num_threads(s->threads)
#endif
    for (slong n = 0; n < v->length; n++)
    {
        double x[LYC_BOX_DIM];
        lyc_box_vertex(x, v, tree, n);
        v->value[n] = lyc_box_interpolate(s->vertices, s->tree,
                                          lyc_box_locate(s->tree, x), x);
    }
    lyc_box_vertices_clear(s->vertices);
    *s->vertices = *v;
}

/* Offsets are inherited, masses shared by volume. */
static void inherit(lyc_box_solver_t s, const growth *g)
{
    const int d = s->dim;
    lyc_box_tree_t tree;
    lyc_box_tree_init(tree, d, s->tree->is_projective, g->cells,
                      g->text->bytes);
    const size_t n = (size_t)g->cells;
    double *form = lyc_malloc(n * (size_t)d * sizeof *form);
    double *offset = lyc_malloc(2 * n * sizeof *offset);
    double *mass = lyc_malloc(n * sizeof *mass);
    for (slong j = 0; j < g->cells; j++)
    {
        const slong p = g->parent[j];
        const lyc_box box = lyc_box_tree_cell(tree, j);
        const lyc_box whole = lyc_box_tree_cell(s->tree, p);
        double part = s->mass[p];
        for (int i = 0; i < lyc_box_axes(d); i++)
            part *= box.width[i] / whole.width[i];
        mass[j] = part;
        offset[2 * j] = 0.5 * s->offset[2 * p];
        offset[2 * j + 1] = 0.5 * s->offset[2 * p + 1];
    }
    carry_values(s, tree);
    lyc_box_tree_clear(s->tree);
    *s->tree = *tree;
    free(s->form);
    free(s->offset);
    free(s->mass);
    s->form = form;
    s->offset = offset;
    s->mass = mass;
}

/* Part of its face that a cell takes, over the number of faces. */
static double volume_of(const lyc_box_solver_t s, slong j)
{
    const lyc_box box = lyc_box_tree_cell(s->tree, j);
    double part = 1.0 / s->dim;
    for (int i = 0; i < lyc_box_axes(s->dim); i++)
        part *= box.width[i] / lyc_box_tree_face(s->tree, 0).width[i];
    return part;
}

static double share_of(const lyc_box_solver_t s, slong j)
{
    if (s->refinement == LYC_BOX_UNIFORM)
        return volume_of(s, j);
    if (s->refinement == LYC_BOX_BY_ERROR)
        return s->error[j];
    return s->error[j] *
           ((1 - DUAL_PART) * s->mass[j] + DUAL_PART * s->dual[j] +
            s->caution * volume_of(s, j));
}

slong lyc_box_refine(lyc_box_solver_t s, slong cells)
{
    const slong n = s->tree->cells;
    slong open = 0;
    float *share = lyc_malloc((size_t)n * sizeof *share);
    for (slong j = 0; j < n; j++)
    {
        share[j] = (float)share_of(s, j);
        if (s->refinement != LYC_BOX_UNIFORM && !s->is_one_sided &&
            (isinf(s->error[j]) || lyc_box_is_steep(s, j)))
        {
            share[j] = INFINITY;
            open++;
        }
    }
    /* Little else is worth while as long as some bound is infinite. */
    if (open > 0)
        cells = FLINT_MIN(cells, n + n / 2 + 8 * open);
    growth g = {.s = s, .share = share};
    const slong more = cells - n;
    const int levels = more >= 7 * open ? 3 : more >= 3 * open ? 2 : 1;
    g.least = s->refinement == LYC_BOX_UNIFORM
                  ? 0
                  : threshold(share, n, more - open * ((1 << levels) - 1));
    for (slong j = 0; j < n; j++)
        share[j] = isinf(share[j]) ? open_share[levels - 1] : share[j];
    g.parent = lyc_malloc(64 * (size_t)n * sizeof *g.parent);
    signed char *axis = first_axes(&g);
    lyc_text_init(g.text);
    slong cell = 0;
    for (const char *c = s->text->bytes; *c != '\0'; c++)
    {
        if (*c != '.')
        {
            lyc_text_add_n(g.text, c, 1);
            continue;
        }
        const int is_limited =
            s->refinement != LYC_BOX_UNIFORM && share[cell] <= OPEN;
        const double most = 0.9 * STEP * STEP * STEP * g.least;
        const lyc_box box = lyc_box_tree_cell(s->tree, cell);
        grow(&g, cell, &box, is_limited ? fmin(share[cell], most) : share[cell],
             axis[cell]);
        cell++;
    }
    if (g.halved > 0)
        inherit(s, &g);
    free(g.parent);
    free(axis);
    free(share);
    lyc_text_clear(s->text);
    *s->text = *g.text;
    return g.halved;
}
