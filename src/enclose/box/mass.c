#include <string.h>

#include "enclose/box/solver.h"

/* The mass of a cell goes in equal parts to the images of its corners. */
void lyc_box_approx_mass(lyc_box_solver_t s, int sweeps)
{
    const slong cells = s->tree->cells, atoms = s->atoms->length;
    const int corners = lyc_box_corners(s->dim);
    double *next = lyc_malloc((size_t)cells * sizeof *next);
    for (int n = 0; n < sweeps; n++)
    {
        const int32_t *corner = s->vertices->corner;
        memset(next, 0, (size_t)cells * sizeof *next);
        for (slong j = 0; j < cells; j++)
            for (int k = 0; k < corners; k++, corner++)
            {
                const int32_t *at = s->vertices->where + *corner * atoms;
                for (slong i = 0; i < atoms; i++, at++)
                    next[*at < 0 ? ~*at : *at] +=
                        s->mass[j] * s->weight[i] / corners;
            }
        double total = 0;
        for (slong j = 0; j < cells; j++)
            total += next[j];
        for (slong j = 0; j < cells; j++)
            s->mass[j] = next[j] / total;
    }
    free(next);
}
