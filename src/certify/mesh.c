#include "lyapcert/mesh.h"

#include <stdlib.h>

#include "lyapcert/text.h"

void lyc_mesh_init(lyc_mesh_t m)
{
    lyc_fan_init(m->fan, 0, 1);
    m->groups = 0;
    m->first[0] = 0;
    m->cut_scale = m->split = 0;
    m->cut = NULL;
}

void lyc_mesh_clear(lyc_mesh_t m)
{
    lyc_fan_clear(m->fan);
    free(m->cut);
}

void lyc_mesh_swap(lyc_mesh_t a, lyc_mesh_t b)
{
    const lyc_mesh_struct t = *a;
    *a = *b;
    *b = t;
}

void lyc_mesh_set_counts(lyc_mesh_t m, slong groups, const slong *count)
{
    free(m->cut);
    m->groups = groups;
    m->first[0] = 0;
    for (slong g = 0; g < groups; g++)
        m->first[g + 1] = m->first[g] + count[g];
    const slong n = m->first[groups];
    m->cut = n > 0 ? lyc_calloc((size_t)n, sizeof *m->cut) : NULL;
}
