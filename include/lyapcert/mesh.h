/* A projective fan in the plane, and where the scalar draws of a law are cut.
 *
 * The fan is as in fan.h, with rays whose coordinates are at most 2^26.
 * Groups of draws are recognised anew from the law (chapter continuous-laws):
 * group g has the cuts cut[first[g]] … cut[first[g + 1] - 1], strictly rising,
 * in units of 2^-cut_scale; between and beyond them are its smallest
 * cells. */
#ifndef LYAPCERT_MESH_H
#define LYAPCERT_MESH_H

#include "lyapcert/fan.h"

#define LYC_MESH_MAX_GROUPS 4
#define LYC_MESH_MAX_CUTS 1000000 /* of all groups together */
#define LYC_MESH_MAX_RAY ((slong)1 << 26)

typedef struct
{
    lyc_fan_t fan;
    slong groups;
    slong first[LYC_MESH_MAX_GROUPS + 1];
    slong cut_scale; /* 0 to 60 */
    slong split;     /* cells are taken together where they stay smaller than
                        split 2^-20 times the distance from 0; 0 to 2^30 */
    int64_t *cut;
} lyc_mesh_struct;
typedef lyc_mesh_struct lyc_mesh_t[1];

/* No rays, no cuts. */
void lyc_mesh_init(lyc_mesh_t m);
void lyc_mesh_clear(lyc_mesh_t m);
void lyc_mesh_swap(lyc_mesh_t a, lyc_mesh_t b);
/* Room for count[g] cuts in each group, all 0. */
void lyc_mesh_set_counts(lyc_mesh_t m, slong groups, const slong *count);

#endif
