/* Cubes for tests: the Euclidean norm, and draws cut evenly. */
#ifndef TEST_CERTIFY_CUBING_H
#define TEST_CERTIFY_CUBING_H

#include "lyapcert/evidence.h"

/* norm_boxes, so many draws cut in `cells` parts of [low, high]; goals that are
 * reached at once. */
void uniform_cubes(lyc_cubes_t c, slong draws, slong cells, double low,
                   double high);
void copy_cubes(lyc_cubes_t c, const lyc_cubes_t b);

/* facts, initialised by this call, become what a copy of c proves. */
lyc_verdict_t establish_cubes_of(lyc_facts_t facts, const lyc_cubes_t c,
                                 const lyc_law_t law);

#endif
