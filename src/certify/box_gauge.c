#include <math.h>
#include <stdlib.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "lyapcert/text.h"

void lyc_box_gauge_finish(lyc_box_gauge_t g)
{
    const int d = g->tree->dim;
    for (int c = 0; c < d; c++)
        g->largest[c] = 0;
    for (slong l = 0; l < g->tree->cells; l++)
        for (int c = 0; c < d; c++)
        {
            const double v = fabs(g->form[l * d + c]) *
                             (g->factor[1] == NULL ? 1 : g->factor[1][l]);
            g->largest[c] = v > g->largest[c] ? v : g->largest[c];
        }
    for (int c = 0; c < d; c++)
        g->largest[c] *= 1 + 0x1p-49;
}

void lyc_box_work_init(lyc_box_work_t w, slong atoms)
{
    const size_t n = (size_t)atoms;
    w->atoms = atoms;
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
}

/* How far the image of an edge reaches, compared with its ends; between 0
 * and 2. */
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

int lyc_box_longest_axis(const lyc_box_work_t w, const lyc_box_gauge_t g)
{
    const int d = g->tree->dim, last = lyc_box_corners(d) - 1;
    int axis = 0;
    double longest = -1;
    for (int i = 0; i < lyc_box_axes(d); i++)
        for (slong a = 0; a < g->atoms->length; a++)
        {
            const lyc_box_image *im = w->image + a;
            const double r = fmax(reach(im->y[0], im->y[1 << i], d),
                                  reach(im->y[last], im->y[last ^ 1 << i], d));
            if (r > longest)
            {
                longest = r;
                axis = i;
            }
        }
    return axis;
}
