#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "certify/box_round.h"
#include "certify/cubes.h"
#include "lyapcert/text.h"

#define CORNERS LYC_CUBES_CORNERS
#define DIM LYC_CUBES_DIM

/* Cells that move an image by less than the piece does, about, are not halved
 * any further: then the piece is what is too large. */
#define STILL 1.0
/* Images that move by more than this part of their size are not looked at. */
#define FAR 0.5
/* What a cell costs, by its probability, where the image may be anywhere. */
#define WILD 8.0
/* Of halves, compared with the whole. */
#define LESS 0.125

lyc_cubes_work *lyc_cubes_work_new(void)
{
    return lyc_calloc(1, sizeof(lyc_cubes_work));
}

void lyc_cubes_work_free(lyc_cubes_work *w)
{
    for (slong i = 0; w != NULL && i < w->capacity; i++)
    {
        free(w->entry[i].cover.cone);
        free(w->entry[i].cover.ratio);
    }
    if (w != NULL)
        free(w->entry);
    free(w);
}

/* Entry n, which may be a new one, with room for its cover. */
static lyc_cubes_entry *entry_at(lyc_cubes_work *w, slong n)
{
    if (n >= w->capacity)
    {
        const slong room = 2 * w->capacity + 16;
        w->entry = lyc_realloc(w->entry, (size_t)room * sizeof *w->entry);
        memset(w->entry + w->capacity, 0,
               (size_t)(room - w->capacity) * sizeof *w->entry);
        w->capacity = room;
    }
    return w->entry + n;
}

typedef struct
{
    lyc_cubes_work *w;
    const lyc_box_cover *whole;
    const lyc_box_gauge_struct *g;
    const lyc_cubes_law_struct *a;
    const lyc_box *piece;
    int has_density; /* images that may be anywhere can be borne */
} walk;

static double largest(const double *y)
{
    return lyc_max_up(fabs(y[0]), lyc_max_up(fabs(y[1]), fabs(y[2])));
}

/* How far draw j moves the image; all that is heuristic. */
static double motion(const lyc_cubes_entry *e, slong j, slong draws)
{
    double most = 0;
    for (int s = 1; s < 1 << draws; s++)
        for (int k = 0; k < CORNERS && s >> j & 1; k++)
            most = lyc_max_up(most, e->half[s - 1] * largest(e->z[s - 1][k]));
    return most;
}

static double piece_motion(const lyc_cubes_entry *e)
{
    double most = 0;
    for (int k = 1; k < CORNERS; k++)
        for (int c = 0; c < DIM; c++)
            most = lyc_max_up(most, 0.5 * fabs(e->y[k][c] - e->y[0][c]));
    return most;
}

static double image_size(const lyc_cubes_entry *e)
{
    double most = 0;
    for (int k = 0; k < CORNERS; k++)
        most = lyc_max_up(most, largest(e->y[k]));
    return most;
}

/* <w, y> at the corners, and its error. */
static double form_at(double *x, const double *w, const double y[CORNERS][DIM],
                      double error)
{
    double size = 0;
    for (int k = 0; k < CORNERS; k++)
    {
        double sum = 0, total = 0;
        for (int c = 0; c < DIM; c++)
        {
            sum += w[c] * y[k][c];
            total += fabs(w[c] * y[k][c]);
        }
        x[k] = sum;
        size = lyc_max_up(size, total);
    }
    return lyc_up(lyc_up((fabs(w[0]) + fabs(w[1]) + fabs(w[2])) *
                         (1 + 0x1p-40) * error) +
                  0x1p-49 * size) +
           0x1p-1000;
}

/* What the form makes of the cell: Theorem continuous-laws.cells, with sums of
 * at most three terms that are not negative. */
static void evaluate(lyc_cubes_entry *e, const double *w, int moves)
{
    const double more = 1 + 0x1p-40, less = 1 - 0x1p-40;
    double x[CORNERS];
    const double error = form_at(x, w, e->y, e->y_error);
    for (int k = 0; k < CORNERS; k++)
    {
        e->least[k] = lyc_down(x[k] - error);
        e->most[k] = lyc_up(x[k] + error);
        e->range[k] = e->spread_low[k] = e->spread_high[k] = 0;
    }
    for (int n = 0; n < moves; n++)
    {
        e->move_error[n] = form_at(e->move[n], w, e->z[n], e->z_error[n]);
        for (int k = 0; k < CORNERS; k++)
        {
            const double a = fabs(e->move[n][k]), r = e->move_error[n];
            const double most = (a + r) * more;
            const double least = a > r ? (a - r) * less : 0;
            e->range[k] += most * e->half[n];
            /* Squares below the normal range may meet a huge variance. */
            if (least * least > DBL_MIN)
                e->spread_low[k] += least * least * e->variance_low[n];
            e->spread_high[k] += (most * most + DBL_MIN) * e->variance_high[n];
        }
    }
    for (int k = 0; k < CORNERS; k++)
    {
        e->range[k] = e->range[k] * more + 0x1p-1000;
        e->spread_low[k] *= less;
        e->spread_high[k] = e->spread_high[k] * more + 0x1p-1000;
    }
}

/* About what the cell costs; infinite where the image may be anywhere. */
static double cost_of(const lyc_cubes_entry *e)
{
    double low = INFINITY, high = 0, eta = 0, bend = 0;
    if (e->cover.is_wild)
        return INFINITY;
    for (int n = 0; n < e->cover.length; n++)
    {
        low = lyc_min_down(low, e->cover.ratio[n][0]);
        high = lyc_max_up(high, e->cover.ratio[n][1]);
    }
    for (int k = 0; k < CORNERS; k++)
    {
        if (!(e->least[k] > e->range[k]))
            return INFINITY;
        eta = lyc_max_up(eta, e->range[k] / e->least[k]);
        bend =
            lyc_max_up(bend, e->spread_high[k] / (e->least[k] * e->least[k]));
    }
    return low > 0 ? log(high / low) + eta * bend : INFINITY;
}

/* The cell's cover and what a form makes of it; is_wild where there is none. */
static void look(lyc_cubes_entry *e, const walk *s)
{
    double form[LYC_BOX_DIM];
    lyc_cubes_cover(e, s->whole, s->a, s->g->tree);
    if (e->cover.is_wild)
        return;
    if (lyc_box_common_form(form, &e->cover, s->g))
        evaluate(e, form, (1 << s->a->draws) - 1);
    else
        e->cover.is_wild = 1;
    if (e->cover.is_wild)
        e->cover.length = 0;
}

/* Cells of the draws for one piece of a cone; then they are not halved. */
#define MOST_ENTRIES (1 << 17)

static void visit(const walk *s, slong outcome, const slong *level,
                  const slong *index, double guess);

/* The draw that moves the image most among those that can be halved; -1: none.
 */
static slong widest_draw(const lyc_cubes_entry *e,
                         const lyc_cubes_law_struct *a)
{
    slong best = -1;
    double most = 0;
    for (slong j = 0; j < a->draws; j++)
    {
        const lyc_mixed_cells *c = a->cells + j;
        const int is_tail =
            (c->cell + c->first[e->level[j]] + e->index[j])->is_tail;
        const int moves = a->outcome[e->outcome].is_moved >> j & 1;
        const double x = is_tail ? INFINITY : motion(e, j, a->draws);
        if (e->level[j] > 0 && moves && x > most)
        {
            most = x;
            best = j;
        }
    }
    return best;
}

static void halve(const walk *s, const lyc_cubes_entry *e, slong j,
                  double guess)
{
    slong level[LYC_CUBES_MAX_DRAWS], index[LYC_CUBES_MAX_DRAWS];
    const slong outcome = e->outcome;
    memcpy(level, e->level, sizeof level);
    memcpy(index, e->index, sizeof index);
    level[j]--;
    const slong first = 2 * index[j];
    const slong cells = lyc_mixed_cells_of(s->a->cells + j, level[j]);
    for (slong i = first; i < first + 2 && i < cells; i++)
    {
        index[j] = i;
        visit(s, outcome, level, index, guess);
    }
}

/* What the cell takes off the bounds, about. */
static double loss_of(const lyc_cubes_entry *e, const walk *s)
{
    if (e->cover.is_wild)
        return s->has_density ? WILD * e->high : INFINITY;
    return cost_of(e) * e->high;
}

static int is_late(const lyc_box_gauge_struct *g)
{
    return g->limits != NULL && lyc_limits_out_of_time(g->limits);
}

/* The cell, or its halves. Any way to cut will do. */
static void visit(const walk *s, slong outcome, const slong *level,
                  const slong *index, double guess)
{
    lyc_cubes_work *w = s->w;
    if (w->is_late || is_late(s->g))
    {
        w->is_late = 1;
        return;
    }
    lyc_cubes_entry *e = entry_at(w, w->length);
    double moved = 0;
    e->outcome = outcome;
    memcpy(e->level, level, sizeof e->level);
    memcpy(e->index, index, sizeof e->index);
    lyc_cubes_place(e, s->a, s->piece);
    for (slong j = 0; j < s->a->draws; j++)
        moved = lyc_max_up(moved, motion(e, j, s->a->draws));
    const slong j = w->length < MOST_ENTRIES ? widest_draw(e, s->a) : -1;
    const int is_still = moved <= STILL * piece_motion(e);
    const int is_far = e->is_tail || moved > FAR * image_size(e);
    if (j >= 0 && (is_far || (guess > s->a->split && !is_still)))
    {
        halve(s, e, j, LESS * guess);
        return;
    }
    look(e, s);
    const double loss = loss_of(e, s);
    if (j >= 0 && loss > s->a->split && !is_still)
    {
        halve(s, e, j, e->cover.is_wild ? 0 : LESS * loss);
        return;
    }
    w->length++;
}

static int has_density(const lyc_cubes_law_struct *a, slong outcome,
                       const lyc_box *piece)
{
    static const double ones[] = {1, 1, 1, 1};
    return lyc_cubes_steepness(a, outcome, piece, ones) > 0;
}

void lyc_cubes_covers(lyc_cubes_work *w, const lyc_cubes_work *whole,
                      const lyc_box_gauge_struct *g, const lyc_box *piece)
{
    const lyc_cubes_law_struct *a = g->cubes;
    walk s = {w, NULL, g, a, piece, 0};
    w->length = 0;
    w->is_late = whole != NULL && whole->is_late;
    for (slong n = 0; whole != NULL && n < whole->length; n++)
    {
        const lyc_cubes_entry *e = whole->entry + n;
        if (n == 0 || e[-1].outcome != e->outcome)
            s.has_density = has_density(a, e->outcome, piece);
        s.whole = &e->cover;
        visit(&s, e->outcome, e->level, e->index, 0);
    }
    for (slong o = 0; whole == NULL && o < a->outcomes; o++)
    {
        slong level[LYC_CUBES_MAX_DRAWS] = {0};
        const slong index[LYC_CUBES_MAX_DRAWS] = {0};
        s.has_density = has_density(a, o, piece);
        for (slong j = 0; j < a->draws; j++)
            level[j] = a->cells[j].levels - 1;
        visit(&s, o, level, index, 0);
    }
}
