/* Cells cut until the images of their pieces meet few cells. */
#include <math.h>
#include <string.h>

#include "enclose/box/solver.h"

/* Cells are cut so many times one after the other where images meet several
 * cells, and more often where there is no lower bound otherwise. */
#define HALVINGS(dim) ((dim) == 4 ? 3 : 2)
/* Parts of the cells that threads work on. */
#define BLOCKS 32
/* Bounds beyond this say as little. */
#define MOST 64.0f
/* Forms that fall by more than this share of their mean are steep. */
#define STEEP 0.95

void lyc_box_pieces_init(lyc_box_pieces_t p)
{
    p->cells = p->length = p->capacity = p->listed = p->room = 0;
    p->first = p->start = NULL;
    p->lower = p->upper = NULL;
    p->list = NULL;
}

void lyc_box_pieces_clear(lyc_box_pieces_t p)
{
    free(p->first);
    free(p->start);
    free(p->lower);
    free(p->upper);
    free(p->list);
}

static void make_room(lyc_box_pieces_t p, slong lists)
{
    if (p->length >= p->capacity)
    {
        p->capacity = p->capacity + p->capacity / 4 + 1024;
        p->start =
            lyc_realloc(p->start, (size_t)p->capacity * sizeof *p->start);
        p->lower =
            lyc_realloc(p->lower, (size_t)p->capacity * sizeof *p->lower);
        p->upper =
            lyc_realloc(p->upper, (size_t)p->capacity * sizeof *p->upper);
    }
    if (p->listed + lists > p->room)
    {
        p->room = p->room + p->room / 4 + lists;
        p->list = lyc_realloc(p->list, (size_t)p->room * sizeof *p->list);
    }
}

static float limited(double x)
{
    return x > -MOST && x < MOST ? (float)x : x < 0 ? -MOST : MOST;
}

/* The least value of the form on the box is a small part of the largest. */
static int is_steep(const double *v, const lyc_box *box, int dim)
{
    double mean = v[box->face], rise = 0;
    for (int i = 0; i < dim - 1; i++)
    {
        const double slope = v[lyc_box_coordinate(box->face, i)];
        mean += slope * (box->low[i] + 0.5 * box->width[i]);
        rise += fabs(slope) * 0.5 * box->width[i];
    }
    return rise > STEEP * mean;
}

int lyc_box_is_unbounded(const lyc_box_pieces_t p, slong j)
{
    for (int64_t q = p->first[j]; q < p->first[j + 1]; q++)
        if (p->lower[q] <= -MOST)
            return 1;
    return 0;
}

int lyc_box_is_open(const lyc_box_solver_t s, slong j)
{
    return !s->is_one_sided &&
           (lyc_box_is_unbounded(s->pieces, j) ||
            is_steep(s->form + j * s->dim, s->tree->box + j, s->dim));
}

static void add_piece(lyc_box_pieces_t p, const lyc_box_solver_t s,
                      const lyc_box_work_t w, lyc_box_bounds b)
{
    const slong atoms = s->atoms->length;
    slong lists = atoms;
    for (slong i = 0; i < atoms; i++)
        lists += w->cover[i].length;
    make_room(p, lists);
    p->start[p->length] = p->listed;
    p->lower[p->length] = limited(b.lower - s->lambda);
    p->upper[p->length] = limited(b.upper - s->lambda);
    p->length++;
    for (slong i = 0; i < atoms; i++)
    {
        const lyc_box_cover *cover = w->cover + i;
        p->list[p->listed++] = cover->length;
        for (int n = 0; n < cover->length; n++)
        {
            const int32_t l = cover->cone[n];
            p->list[p->listed++] = l < 0 ? ~l : l;
        }
    }
}

/* 1 when some image meets too many cells to be left in one piece. */
static int is_long(const lyc_box_work_t w, slong atoms, int most)
{
    for (slong i = 0; i < atoms; i++)
        if (w->cover[i].length == 0 || w->cover[i].length > most)
            return 1;
    return 0;
}

static void cut(lyc_box_pieces_t p, const lyc_box_solver_t s,
                lyc_box_work_struct *w, const lyc_box_work_struct *whole,
                const lyc_box_gauge_t g, const lyc_box *piece, slong j,
                int depth)
{
    const int most = 2;
    lyc_box_covers(w, whole, g, piece);
    if (depth >= HALVINGS(s->dim) || !is_long(w, s->atoms->length, most))
    {
        const lyc_box_bounds b = lyc_box_bounds_of(w, g, piece, j);
        if (depth == LYC_BOX_HALVINGS || s->is_one_sided ||
            b.lower - s->lambda > -MOST)
        {
            add_piece(p, s, w, b);
            return;
        }
    }
    const int axis = lyc_box_longest_axis(w, g);
    for (int half = 0; half < 2; half++)
    {
        const lyc_box part = lyc_box_half(piece, axis, half);
        cut(p, s, w + 1, w, g, &part, j, depth + 1);
    }
}

/* Cells begin … end - 1; first counts from 0 within the block. */
static void cut_block(lyc_box_pieces_t p, const lyc_box_solver_t s,
                      const lyc_box_gauge_t g, slong begin, slong end)
{
    lyc_box_work_struct w[LYC_BOX_HALVINGS + 1];
    for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
        lyc_box_work_init(w + n, s->atoms->length);
    p->cells = end - begin;
    p->first = lyc_malloc((size_t)(p->cells + 1) * sizeof *p->first);
    for (slong j = begin; j < end; j++)
    {
        p->first[j - begin] = p->length;
        cut(p, s, w, NULL, g, s->tree->box + j, j, 0);
    }
    p->first[p->cells] = p->length;
    for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
        lyc_box_work_clear(w + n);
}

static void reserve(lyc_box_pieces_t p, const lyc_box_pieces_struct *block)
{
    slong pieces = 0, listed = 0;
    for (int n = 0; n < BLOCKS; n++)
    {
        pieces += block[n].length;
        listed += block[n].listed;
    }
    p->capacity = pieces;
    p->room = listed;
    p->start = lyc_malloc((size_t)pieces * sizeof *p->start);
    p->lower = lyc_malloc((size_t)pieces * sizeof *p->lower);
    p->upper = lyc_malloc((size_t)pieces * sizeof *p->upper);
    p->list = lyc_malloc((size_t)listed * sizeof *p->list);
}

/* Appends a block and clears it. */
static void append(lyc_box_pieces_t p, lyc_box_pieces_t block)
{
    const size_t n = (size_t)block->length;
    for (slong j = 0; j < block->cells; j++)
        p->first[p->cells++] = p->length + block->first[j];
    for (slong q = 0; q < block->length; q++)
        p->start[p->length + q] = p->listed + block->start[q];
    memcpy(p->lower + p->length, block->lower, n * sizeof *p->lower);
    memcpy(p->upper + p->length, block->upper, n * sizeof *p->upper);
    memcpy(p->list + p->listed, block->list,
           (size_t)block->listed * sizeof *p->list);
    p->length += block->length;
    p->listed += block->listed;
    p->first[p->cells] = p->length;
    lyc_box_pieces_clear(block);
}

void lyc_box_approx_pieces(lyc_box_solver_t s)
{
    lyc_box_pieces_struct *p = s->pieces, block[BLOCKS];
    const slong cells = s->tree->cells;
    lyc_box_gauge_t g = {
        {.tree = s->tree, .atoms = s->atoms, .form = {s->form, s->form}}};
    lyc_box_gauge_finish(g);
    lyc_box_pieces_clear(p);
    lyc_box_pieces_init(p);
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(s->threads)
#endif
    for (int n = 0; n < BLOCKS; n++)
    {
        lyc_box_pieces_init(block + n);
        cut_block(block + n, s, g, cells * n / BLOCKS,
                  cells * (n + 1) / BLOCKS);
    }
    p->first = lyc_malloc((size_t)(cells + 1) * sizeof *p->first);
    reserve(p, block);
    for (int n = 0; n < BLOCKS; n++)
        append(p, block + n);
}
