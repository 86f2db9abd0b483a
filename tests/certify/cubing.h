/* Cubes for tests: the Euclidean norm, and draws cut evenly. */
#ifndef TEST_CERTIFY_CUBING_H
#define TEST_CERTIFY_CUBING_H

#include "certify/cubes.h"
#include "lyapcert/evidence.h"

/* norm_boxes, so many draws cut in `cells` parts of [low, high]; goals that are
 * reached at once. */
void uniform_cubes(lyc_cubes_t c, slong draws, slong cells, double low,
                   double high);
void copy_cubes(lyc_cubes_t c, const lyc_cubes_t b);

/* facts, initialised by this call, become what a copy of c proves. */
lyc_verdict_t establish_cubes_of(lyc_facts_t facts, const lyc_cubes_t c,
                                 const lyc_law_t law);

#define CUBE_SCENE_CELLS 192

/* A law whose draws are cut in 16 parts of [-reach, reach], on norm_boxes. */
typedef struct
{
    lyc_affine_law_t f;
    lyc_cubes_t c;
    lyc_cubes_law_t a;
    lyc_box_tree_t tree;
    lyc_limits_t limits;
    double form[3 * CUBE_SCENE_CELLS], factor[CUBE_SCENE_CELLS];
    lyc_box_gauge_t g;
} cube_scene;

void cube_scene_init(cube_scene *s, const char *text, slong power, slong draws,
                     double reach);
void cube_scene_clear(cube_scene *s);

#endif
