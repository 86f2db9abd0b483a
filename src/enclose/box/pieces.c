/* Bounds on the pieces of cells, written down for the game. */
#include <math.h>
#include <string.h>

#include "certify/cubes.h"
#include "enclose/box/solver.h"

/* Forms that fall by more than this share of their mean are steep. */
#define STEEP 0.95
/* Where there cannot be a lower bound, images near 0 are cut so many times. */
#define WILD_HALVINGS 3
/* Planes meet so many cells that halving them does better sooner. */
#define PLANES_HALVINGS 9

void lyc_box_pieces_init(lyc_box_pieces_t p)
{
    memset(p, 0, sizeof *p);
}

void lyc_box_pieces_clear(lyc_box_pieces_t p)
{
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
    {
        free(p->block[n].start);
        free(p->block[n].list);
    }
}

/* The least value of the form on the cell is a small part of the largest. */
int lyc_box_is_steep(const lyc_box_solver_t s, slong j)
{
    const int corners = lyc_box_corners(s->dim);
    const double *v = s->form + j * s->dim;
    const lyc_box box = lyc_box_tree_cell(s->tree, j);
    double mean = 0, least = INFINITY, r[LYC_BOX_DIM];
    for (int k = 0; k < corners; k++)
    {
        double x = 0;
        lyc_box_corner(r, &box, s->dim, k);
        for (int c = 0; c < s->dim; c++)
            x += v[c] * r[c];
        mean += x / corners;
        least = fmin(least, x);
    }
    return least < (1 - STEEP) * mean;
}

static void add(lyc_box_block *b, uint32_t word)
{
    if (b->length == b->room)
    {
        b->room += b->room / 8 + 1024;
        b->list = lyc_realloc(b->list, b->room * sizeof *b->list);
    }
    b->list[b->length++] = word;
}

static uint32_t bits_of(double x)
{
    const float limited = x > -LYC_BOX_MOST && x < LYC_BOX_MOST ? (float)x
                          : x < 0                               ? -LYC_BOX_MOST
                                                                : LYC_BOX_MOST;
    uint32_t bits;
    memcpy(&bits, &limited, sizeof bits);
    return bits;
}

/* The upper half of a float, rounded up or down. */
static uint32_t short_of(double x, int is_up)
{
    const uint32_t bits = bits_of(x);
    const int is_away = (x < 0) != is_up;
    return (bits >> 16) + (is_away && (bits & 0xffff) != 0);
}

static void add_image(lyc_box_block *b, const lyc_box_cover *cover,
                      double weight)
{
    add(b, bits_of(weight));
    if (cover->length == 0)
        add(b, LYC_BOX_WILD | LYC_BOX_LAST);
    for (int n = 0; n < cover->length; n++)
    {
        const int32_t cone = cover->cone[n];
        const uint32_t cell = (uint32_t)(cone < 0 ? ~cone : cone);
        const uint32_t last = n == cover->length - 1 ? LYC_BOX_LAST : 0;
        if (cover->length == 1)
        {
            add(b, cell | last | LYC_BOX_ALONE);
            continue;
        }
        add(b, cell | last);
        add(b, short_of(log(cover->ratio[n][0]), 0) << 16 |
                   short_of(log(cover->ratio[n][1]), 1));
    }
}

/* Images, their weights and what covers them. */
static void add_images(lyc_box_block *b, const lyc_box_work_struct *w,
                       const lyc_box_solver_t s)
{
    if (w->cubes == NULL)
    {
        add(b, (uint32_t)w->atoms);
        for (slong i = 0; i < w->atoms; i++)
            add_image(b, w->cover + i, s->weight[i]);
        return;
    }
    add(b, (uint32_t)w->cubes->length);
    for (slong i = 0; i < w->cubes->length; i++)
    {
        const lyc_cubes_entry *e = w->cubes->entry + i;
        add_image(b, &e->cover, 0.5 * (e->low + e->high));
    }
}

static int is_wild(const lyc_box_work_struct *w)
{
    for (slong i = 0; i < w->atoms; i++)
        if (w->cover[i].length == 0)
            return 1;
    return 0;
}

/* A cell stays in one piece where that has a lower bound: more cells do more
 * good than more pieces. */
static void cut(lyc_box_block *b, const lyc_box_solver_t s,
                lyc_box_work_struct *w, const lyc_box_work_struct *whole,
                const lyc_box_gauge_t g, const lyc_box *piece, slong j,
                int depth)
{
    lyc_box_covers(w, whole, g, piece);
    const lyc_box_bounds r = lyc_box_bounds_of(w, g, piece, j);
    const int is_enough = s->is_one_sided
                              ? depth == WILD_HALVINGS || !is_wild(w)
                              : r.lower - s->lambda > -LYC_BOX_MOST;
    const int most =
        lyc_box_is_planes(s->dim) ? PLANES_HALVINGS : lyc_box_halvings(g);
    if (depth == most || is_enough)
    {
        add(b, bits_of(r.lower - s->lambda));
        add(b, bits_of(r.upper - s->lambda));
        add_images(b, w, s);
        b->pieces++;
        return;
    }
    const int axis = lyc_box_longest_axis(w, g);
    for (int half = 0; half < 2; half++)
    {
        const lyc_box part = lyc_box_half(piece, axis, half);
        cut(b, s, w + 1, w, g, &part, j, depth + 1);
    }
}

static void cut_block(lyc_box_block *b, const lyc_box_solver_t s,
                      const lyc_box_gauge_t g)
{
    lyc_box_work_struct w[LYC_BOX_HALVINGS + 1];
    for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
        lyc_box_work_init(w + n, g);
    b->start = lyc_realloc(b->start,
                           (size_t)(b->end - b->begin + 1) * sizeof *b->start);
    b->length = 0;
    b->pieces = 0;
    for (slong j = b->begin; j < b->end; j++)
    {
        b->start[j - b->begin] = (uint32_t)b->length;
        const lyc_box box = lyc_box_tree_cell(s->tree, j);
        cut(b, s, w, NULL, g, &box, j, 0);
    }
    b->start[b->end - b->begin] = (uint32_t)b->length;
    b->room = b->length;
    b->list = lyc_realloc(b->list, (b->room + 1) * sizeof *b->list);
    for (int n = 0; n <= LYC_BOX_HALVINGS; n++)
        lyc_box_work_clear(w + n);
}

void lyc_box_approx_pieces(lyc_box_solver_t s)
{
    lyc_box_pieces_struct *p = s->pieces;
    lyc_box_gauge_t g = {{.tree = s->tree,
                          .atoms = s->atoms,
                          .cubes = s->cubes,
                          .form = s->form,
                          .limits = s->limits}};
    lyc_box_gauge_finish(g);
    p->cells = s->tree->cells;
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic) num_threads(s->threads)
#endif
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
    {
        p->block[n].begin = p->cells * n / LYC_BOX_BLOCKS;
        p->block[n].end = p->cells * (n + 1) / LYC_BOX_BLOCKS;
        cut_block(p->block + n, s, g);
    }
    p->length = 0;
    for (int n = 0; n < LYC_BOX_BLOCKS; n++)
        p->length += p->block[n].pieces;
}
