#include <math.h>
#include <stdlib.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/cubes.h"
#include "lyapcert/text.h"

/* On the cone over a cell the least value of form / max|x_c| is at a corner. */
static double least_of(const lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    double least = INFINITY, r[LYC_BOX_DIM];
    for (slong l = 0; l < g->tree->cells; l++)
        for (int k = 0; k < lyc_box_corners(d); k++)
        {
            const lyc_box box = lyc_box_tree_cell(g->tree, l);
            double sum = 0, size = 0;
            lyc_box_corner(r, &box, d, k);
            for (int c = 0; c < d; c++)
            {
                sum += g->form[l * d + c] * r[c];
                size += fabs(g->form[l * d + c]);
            }
            const double x =
                lyc_down(sum - 0x1p-48 * size) *
                (g->factor[0] == NULL ? 1 : g->factor[0][l] * (1 - 0x1p-50));
            least = lyc_min_down(least, x);
        }
    return lyc_down(least);
}

void lyc_box_gauge_finish(lyc_box_gauge_t g)
{
    g->least = g->cubes != NULL ? least_of(g) : 0;
    const int d = g->tree->dim;
    for (int c = 0; c < d; c++)
        g->largest[c] = 0;
    for (slong l = 0; l < g->tree->cells; l++)
        for (int c = 0; c < d; c++)
        {
            const double v = fabs(g->form[l * d + c]) *
                             (g->factor[1] == NULL ? 1 : g->factor[1][l]);
            g->largest[c] = lyc_max_up(g->largest[c], v);
        }
    for (int c = 0; c < d; c++)
        g->largest[c] *= 1 + 0x1p-49;
}

void lyc_box_work_init(lyc_box_work_t w, const lyc_box_gauge_t g)
{
    w->atoms = g->cubes == NULL ? g->atoms->length : 0;
    w->cubes = g->cubes == NULL ? NULL : lyc_cubes_work_new();
    const size_t n = (size_t)w->atoms;
    w->image = lyc_malloc(n * sizeof *w->image);
    w->cover = lyc_calloc(n, sizeof *w->cover);
    w->low = lyc_malloc(n * sizeof *w->low);
    w->high = lyc_malloc(n * sizeof *w->high);
    w->at = lyc_malloc(n * sizeof *w->at);
    w->mean = lyc_malloc(n * sizeof *w->mean);
}

void lyc_box_work_clear(lyc_box_work_t w)
{
    for (slong i = 0; i < w->atoms; i++)
    {
        free(w->cover[i].cone);
        free(w->cover[i].ratio);
    }
    free(w->image);
    free(w->cover);
    free(w->low);
    free(w->high);
    free(w->at);
    free(w->mean);
    lyc_cubes_work_free(w->cubes);
}

/* How far the image of an edge reaches, compared with its ends; between 0
 * and 2. */
static double reach(const double *y, const double *z, int d)
{
    double size = 0, step = 0;
    for (int c = 0; c < d; c++)
    {
        size = lyc_max_up(size, lyc_max_up(fabs(y[c]), fabs(z[c])));
        step = lyc_max_up(step, fabs(y[c] - z[c]));
    }
    return size > 0 ? step / size : 2;
}

/* The longest reach along axis i of the image with these corners. */
static double reach_along(const double *y, size_t stride, int i, int d)
{
    const int last = lyc_box_corners(d) - 1;
    return lyc_max_up(reach(y, y + stride * (size_t)(1 << i), d),
                      reach(y + stride * (size_t)last,
                            y + stride * (size_t)(last ^ 1 << i), d));
}

int lyc_box_longest_axis(const lyc_box_work_t w, const lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    int axis = 0;
    double longest = -1;
    for (int i = 0; i < lyc_box_axes(d); i++)
    {
        double r = -1;
        for (slong a = 0; a < w->atoms; a++)
            r = lyc_max_up(r, reach_along(w->image[a].y[0], LYC_BOX_DIM, i, d));
        for (slong a = 0; w->cubes != NULL && a < w->cubes->length; a++)
            r = lyc_max_up(
                r, reach_along(w->cubes->entry[a].y[0], LYC_CUBES_DIM, i, d));
        if (r > longest)
        {
            longest = r;
            axis = i;
        }
    }
    return axis;
}
