/* Small fans of boxes for tests, and R by a slow route that shares nothing
 * with the checker. */
#ifndef TEST_CERTIFY_BOXES_H
#define TEST_CERTIFY_BOXES_H

#include "lyapcert/evidence.h"

/* Random trees with about so many cells, forms positive on them, offsets of
 * size at most 1/4. dim 6: planes, to be used with laws of dimension 4. */
void random_boxes(lyc_boxes_t b, slong dim, slong cells, int is_projective,
                  unsigned long *seed);
/* d = 3, each face in 8 x 8 cells, forms that touch the Euclidean norm in their
 * middles. */
void norm_boxes(lyc_boxes_t b);
void copy_boxes(lyc_boxes_t c, const lyc_boxes_t b);

/* `atoms` atoms of this dimension, entries k/20 with low <= k <= 20; random or
 * equal weights. */
void random_matrices(lyc_law_t law, slong dim, slong atoms, long low,
                     int is_weighted, unsigned long *seed);

/* R at x of the lower (side 0) or upper (side 1) gauge, about; every cell is
 * looked at. */
double reference_rate(const lyc_boxes_t b, const lyc_law_t law, const double *x,
                      int side);
/* Random x; about half of them on walls of cells. */
void random_point(double *x, const lyc_boxes_t b, unsigned long *seed);

#endif
