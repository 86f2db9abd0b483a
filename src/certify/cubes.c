#include "lyapcert/cubes.h"

#include <stdlib.h>

#include "lyapcert/text.h"

void lyc_cubes_init(lyc_cubes_t c)
{
    lyc_boxes_init(c->boxes, 3, 0);
    c->draws = 0;
    c->first[0] = 0;
    c->cut_scale = 0;
    c->split = 0;
    c->cut = NULL;
}

void lyc_cubes_clear(lyc_cubes_t c)
{
    lyc_boxes_clear(c->boxes);
    free(c->cut);
}

void lyc_cubes_swap(lyc_cubes_t a, lyc_cubes_t b)
{
    const lyc_cubes_struct t = *a;
    *a = *b;
    *b = t;
}

void lyc_cubes_set_counts(lyc_cubes_t c, slong draws, const slong *count)
{
    free(c->cut);
    c->draws = draws;
    c->first[0] = 0;
    for (slong j = 0; j < draws; j++)
        c->first[j + 1] = c->first[j] + count[j];
    const slong n = c->first[draws];
    c->cut = n > 0 ? lyc_calloc((size_t)n, sizeof *c->cut) : NULL;
}
