/* Atoms for laws with continuous draws: two points a cell, of its mean and
 * variance, for a few cells a draw. */
#include <math.h>
#include <string.h>

#include "certify/cubes.h"
#include "enclose/box/solver.h"

/* Cells of a draw, where there is one, and where there are two. */
static const slong most_cells[] = {1, 8, 3};
#define POINTS 64

typedef struct
{
    slong length;
    double t[POINTS], weight[POINTS];
} points;

static void set_points(points *p, const lyc_mixed_cells *c, slong most)
{
    slong level = 0;
    while (lyc_mixed_cells_of(c, level) > most)
        level++;
    p->length = 0;
    for (slong i = 0; i < lyc_mixed_cells_of(c, level); i++)
    {
        const lyc_mixed_cell *x = c->cell + c->first[level] + i;
        const double v = x->is_tail ? 1 : x->variance_high[0];
        for (int side = -1; side <= 1; side += 2)
        {
            p->t[p->length] = x->mean[0].c + side * sqrt(v);
            p->weight[p->length++] = 0.25 * (x->low + x->high);
        }
    }
}

static void set_atom(lyc_box_atom *a, const lyc_cubes_outcome *o,
                     const double *t, slong draws, double weight)
{
    memset(a, 0, sizeof *a);
    for (int s = 0; s < 1 << draws; s++)
    {
        double factor = 1;
        for (slong j = 0; j < draws; j++)
            factor *= s >> j & 1 ? t[j] : 1;
        for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
            a->entry[i] += factor * o->part[s][i];
    }
    a->weight_low = a->weight_high = weight;
}

void lyc_box_cubes_atoms(lyc_box_atoms_t a, const struct lyc_cubes_law *cubes)
{
    points p[LYC_CUBES_MAX_DRAWS] = {{.length = 1, .weight = {1}},
                                     {.length = 1, .weight = {1}}};
    for (slong j = 0; j < cubes->draws; j++)
        set_points(p + j, cubes->cells + j, most_cells[cubes->draws]);
    a->dim = LYC_CUBES_DIM;
    a->is_uniform = 0;
    a->length = 0;
    a->atom = lyc_malloc((size_t)(cubes->outcomes * p[0].length * p[1].length) *
                         sizeof *a->atom);
    arb_init(a->log_scale);
    arb_set(a->log_scale, cubes->log_scale);
    for (slong o = 0; o < cubes->outcomes; o++)
        for (slong i = 0; i < p[0].length; i++)
            for (slong k = 0; k < p[1].length; k++)
            {
                const lyc_cubes_outcome *x = cubes->outcome + o;
                const double t[] = {p[0].t[i], p[1].t[k]};
                set_atom(a->atom + a->length++, x, t, cubes->draws,
                         0.5 * (x->low + x->high) * p[0].weight[i] *
                             p[1].weight[k]);
            }
}
