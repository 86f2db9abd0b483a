#include <math.h>
#include <stdlib.h>

#include "enclose/approx/draw_range.h"
#include "enclose/continuous/continuous.h"

#define CUT_SCALE 40
#define MAX_CUT 8000000.0

static int64_t cut_at(double x)
{
    return (int64_t)llrint(ldexp(fmax(-MAX_CUT, fmin(MAX_CUT, x)), CUT_SCALE));
}

/* Equal steps inside the range; its ends where they are not the draw's. */
static slong draw_cuts(int64_t *cut, const lyc_affine_draw *x, slong cells)
{
    double low, high;
    slong n = 0;
    lyc_approx_draw_range(&low, &high, x);
    for (slong i = 0; i <= cells; i++)
    {
        const int is_end = i == 0 || i == cells;
        if (is_end && (x->kind == LYC_TERM_UNIFORM ||
                       (x->kind == LYC_TERM_GAMMA && i == 0)))
            continue;
        cut[n++] = cut_at(low + (high - low) * (double)i / (double)cells);
    }
    return n;
}

/* The two draws' greatest sum on unit vectors. */
static double pair_reach(const lyc_affine_law_t f, const lyc_mixed_group *a)
{
    double most = 0;
    for (slong o = 0; o < f->outcomes; o++)
    {
        double sum = 0;
        for (slong i = 0; i < 4; i++)
            sum += fabs(lyc_approx_number(f->outcome[o].part[0].entry + i));
        for (slong j = 0; j < 2; j++)
        {
            double low, high, size = 0;
            lyc_approx_draw_range(&low, &high, f->draw + a->draw[j]);
            for (slong i = 0; i < 4; i++)
                size = fmax(size,
                            fabs(lyc_approx_number(
                                f->outcome[o].part[a->draw[j] + 1].entry + i)));
            sum += size * fmax(fabs(low), fabs(high));
        }
        most = fmax(most, sum);
    }
    return most;
}

/* Most and least cells of a draw, and how much finer than the split. */
#define MOST_CELLS 32768.0
#define LEAST_CELLS 64.0
#define FINENESS 16.0

static slong draw_cells(double split)
{
    const double n = fmax(LEAST_CELLS, fmin(MOST_CELLS, FINENESS / split));
    return (slong)exp2(ceil(log2(n)));
}

/* Steps that grow with the distance from 0, where lengths are relative: most
 * sinh(s i) / sinh(s half). */
static slong pair_half(double *s, double most, double split)
{
    *s = 2 * split;
    return FLINT_MAX(4, (slong)ceil(asinh(12.0 * fmax(1.0, most)) / *s));
}

static slong pair_cuts(int64_t *cut, double most, double split)
{
    double s;
    const slong half = pair_half(&s, most, split);
    slong n = 0;
    for (slong i = -half; i <= half; i++)
        cut[n++] =
            cut_at(1.001 * most * sinh(s * (double)i) / sinh(s * (double)half));
    return n;
}

void lyc_continuous_cuts(lyc_mesh_t m, const lyc_affine_law_t f, double split)
{
    lyc_mixed_group group[LYC_AFFINE_LAW_MAX_DRAWS];
    double most[LYC_AFFINE_LAW_MAX_DRAWS] = {0}, s;
    const slong groups = lyc_mixed_groups(group, f), cells = draw_cells(split);
    slong count[LYC_AFFINE_LAW_MAX_DRAWS] = {0}, room = cells + 1;
    for (slong g = 0; g < groups; g++)
        if (group[g].draws == 2)
        {
            most[g] = pair_reach(f, group + g);
            room = FLINT_MAX(room, 2 * pair_half(&s, most[g], split) + 1);
        }
    int64_t *cut = lyc_malloc((size_t)(groups * room) * sizeof(int64_t));
    for (slong g = 0; g < groups; g++)
        count[g] =
            group[g].draws == 2
                ? pair_cuts(cut + g * room, most[g], split)
                : draw_cuts(cut + g * room, f->draw + group[g].draw[0], cells);
    lyc_mesh_set_counts(m, groups, count);
    m->cut_scale = CUT_SCALE;
    m->split = (slong)llrint(ldexp(fmin(split, 1000.0), 20));
    for (slong g = 0; g < groups; g++)
        for (slong i = 0; i < count[g]; i++)
            m->cut[m->first[g] + i] = cut[g * room + i];
    free(cut);
}
