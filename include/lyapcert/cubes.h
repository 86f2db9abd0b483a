/* Boxes of the cube, d = 3, and where the scalar draws of a law are cut.
 *
 * The boxes are as in boxes.h, projective. Draw j of the law, in the order in
 * which its term is read, has the cuts cut[first[j]] … cut[first[j + 1] - 1],
 * strictly rising, in units of 2^-cut_scale; between and beyond them are its
 * smallest cells, and neighbours are taken together where that costs less than
 * split 2^-40. */
#ifndef LYAPCERT_CUBES_H
#define LYAPCERT_CUBES_H

#include "lyapcert/boxes.h"

#define LYC_CUBES_MAX_DRAWS 2
#define LYC_CUBES_MAX_CUTS 100000 /* of all draws together */

typedef struct
{
    lyc_boxes_t boxes;
    slong draws;
    slong first[LYC_CUBES_MAX_DRAWS + 1];
    slong cut_scale; /* 0 to 60 */
    int64_t split;   /* 0 to 2^40 */
    int64_t *cut;
} lyc_cubes_struct;
typedef lyc_cubes_struct lyc_cubes_t[1];

/* No cells, no cuts. */
void lyc_cubes_init(lyc_cubes_t c);
void lyc_cubes_clear(lyc_cubes_t c);
void lyc_cubes_swap(lyc_cubes_t a, lyc_cubes_t b);
/* Room for count[j] cuts of each draw, all 0. */
void lyc_cubes_set_counts(lyc_cubes_t c, slong draws, const slong *count);

#endif
