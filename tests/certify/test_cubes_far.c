/* Cells of draws where determinants stay away from 0, against integrals. */
#include <criterion/criterion.h>
#include <math.h>

#include "certify/cubing.h"
#include "certify/fans.h"

#define NODES 2000

/* The matrix that acts, t being the draw: M_0 + t M_1. */
static void matrix_at(double *m, const cube_scene *s, double t)
{
    const lyc_cubes_outcome *o = s->a->outcome;
    for (int i = 0; i < LYC_CUBES_ENTRIES; i++)
        m[i] = o->part[0][i] + t * o->part[1][i];
}

/* The Euclidean norm is what norm_boxes' forms are close to; here the gauge
 * itself: the largest form of a cell that holds y. */
static double gauge_at(const cube_scene *s, const double *y)
{
    double most = 0;
    for (slong l = 0; l < CUBE_SCENE_CELLS; l++)
    {
        const lyc_box box = lyc_box_tree_cell(s->tree, l);
        const double at = y[box.face];
        int inside = at != 0;
        for (int i = 0; i < 2; i++)
        {
            const double u = y[lyc_box_coordinate(3, box.face, i)] / at;
            inside = inside && u >= box.low[i] - 1e-12 &&
                     u <= box.low[i] + box.width[i] + 1e-12;
        }
        double f = 0;
        for (int c = 0; c < 3; c++)
            f += s->form[3 * l + c] * y[c] * (at < 0 ? -1 : 1);
        most = inside ? fmax(most, f) : most;
    }
    return most;
}

/* E log f(Ax) over the cell of the draw, by the midpoint rule. */
static double mean_at(const cube_scene *s, const double *x, double low,
                      double high, int is_normal)
{
    double sum = 0, all = 0, m[LYC_CUBES_ENTRIES];
    for (int n = 0; n < NODES; n++)
    {
        const double t = low + (high - low) * (n + 0.5) / NODES;
        const double p = is_normal ? exp(-t * t / 2) : 1;
        double y[3] = {0};
        matrix_at(m, s, t);
        for (int k = 0; k < 9; k++)
            y[k / 3] += m[k] * x[k % 3];
        sum += p * log(gauge_at(s, y));
        all += p;
    }
    return sum / all;
}

/* On all cells of the draw and some cells of the fan the bound holds for points
 * of the piece with f(x) <= 1; how many are finite. */
static int expect_true(const char *text, slong power, double reach,
                       int is_normal, unsigned long seed)
{
    cube_scene s;
    int finite = 0;
    cube_scene_init(&s, text, power, 1, reach);
    const lyc_mixed_cells *cells = s.a->cells;
    lyc_cubes_entry e = {0};
    for (slong i = 0; i < lyc_mixed_cells_of(cells, 0); i++)
        for (slong l = (slong)(test_random(&seed) % 17); l < CUBE_SCENE_CELLS;
             l += 17)
        {
            const lyc_box box = lyc_box_tree_cell(s.tree, l);
            const lyc_mixed_cell *c = cells->cell + i;
            double own[4], r[4][LYC_BOX_DIM], x[3] = {0}, rest = 1;
            for (int k = 0; k < 4; k++)
            {
                lyc_box_corner(r[k], &box, 3, k);
                own[k] = gauge_at(&s, r[k]) * (1 + 1e-9);
            }
            e.index[0] = i;
            lyc_cubes_place(&e, s.a, &box);
            const double bound = lyc_cubes_far_down(&e, s.g, own);
            if (!(bound > -INFINITY))
                continue;
            finite++;
            for (int k = 0; k < 4; k++)
            {
                const double a =
                    k == 3 ? rest
                           : rest * (double)(test_random(&seed) % 1000) / 999;
                rest -= a;
                for (int q = 0; q < 3; q++)
                    x[q] += a * r[k][q] / own[k];
            }
            const double low = isfinite(c->end[0]) ? c->end[0] : c->end[1] - 9;
            const double high = isfinite(c->end[1]) ? c->end[1] : c->end[0] + 9;
            const double mean = mean_at(&s, x, low, high, is_normal);
            cr_expect_leq(bound, mean + 1e-6, "%s, power %ld, cell %ld of %ld",
                          text, (long)power, (long)i, (long)l);
            /* Nor is it worthless. */
            cr_expect_geq(bound, mean - 12, "%s: %g, %g", text, bound, mean);
        }
    cube_scene_clear(&s);
    return finite;
}

Test(cubes_far, integrals)
{
    static const char *const normal[] = {"[normal(),1,0;0,1,1;1,0,1/2]",
                                         "[3,normal(),0;0,1,1;0,-1,1]",
                                         "2^-40*[normal(),1,0;0,1,1;1,0,1/2]"};
    for (slong power = 1; power <= 2; power++)
    {
        for (int i = 0; i < 3; i++)
            cr_expect_gt(expect_true(normal[i], power, 5, 1, 7), 20, "%s",
                         normal[i]);
        cr_expect_gt(
            expect_true("[uniform(-1,1),1,0;0,1,1;1,0,1/2]", power, 1, 0, 8),
            20);
    }
}

/* A determinant that is 0 in a cell, or not affine: nothing is known. */
Test(cubes_far, nothing_is_known)
{
    cube_scene s;
    lyc_cubes_entry e = {0};
    const double own[] = {1, 1, 1, 1};
    /* det = t/2 - 1/2 + ... : 0 at one value of the draw, in one cell. */
    cube_scene_init(&s, "[normal(),1,0;0,1,1;1,0,1/2]", 1, 1, 5);
    const lyc_box box = lyc_box_tree_cell(s.tree, 0);
    int unknown = 0;
    for (slong i = 0; i < lyc_mixed_cells_of(s.a->cells, 0); i++)
    {
        const double *end = s.a->cells->cell[i].end;
        e.index[0] = i;
        lyc_cubes_place(&e, s.a, &box);
        const double x = lyc_cubes_far_down(&e, s.g, own);
        const int has_zero = end[0] <= -2 && end[1] >= -2;
        cr_expect_eq(x == -INFINITY, has_zero, "%g %g: %g", end[0], end[1], x);
        unknown += x == -INFINITY;
    }
    cr_expect_eq(unknown, 1);
    cube_scene_clear(&s);
    cube_scene_init(&s, "[1,0,0;0,1,1;1,0,1] + normal()*I", 1, 1, 5);
    cr_expect_eq(s.a->outcome[0].det_power, 0);
    e.index[0] = 0;
    lyc_cubes_place(&e, s.a, &box);
    cr_expect_eq(lyc_cubes_far_down(&e, s.g, own), -INFINITY);
    cube_scene_clear(&s);
}

/* Tails that are rarer than rounding: P(t > z) is about exp(-z^2/2) / (z sqrt(2
 * pi)), and E(t; t > z) / P(t > z) is between z and z + 1/z. */
Test(cubes_far, rare_tails)
{
    for (int z = 5; z <= 80; z *= 2)
    {
        cube_scene s;
        cube_scene_init(&s, "[normal(),1,0;0,1,1;1,0,1/2]", 1, 1,
                        z / 0.875); /* the last cut is z */
        const lyc_mixed_cells *c = s.a->cells;
        const slong n = lyc_mixed_cells_of(c, 0);
        for (int side = 0; side < 2; side++)
        {
            const lyc_mixed_cell *tail = c->cell + (side ? n - 1 : 0);
            const double end = fabs(tail->end[side ? 0 : 1]);
            cr_assert(tail->is_tail && fabs(end - z) < 1e-6);
            cr_expect(tail->reach >= end * (1 - 1e-9) &&
                          tail->reach <= end + 1 / end + 1e-6,
                      "%d: %g", z, tail->reach);
            const double p =
                exp(-end * end / 2) / (end * sqrt(2 * 3.14159265358979));
            cr_expect(z > 30 ||
                      (tail->low > p * (1 - 1 / (end * end)) * 0.999 &&
                       tail->high < p * 1.001));
        }
        cube_scene_clear(&s);
    }
}
