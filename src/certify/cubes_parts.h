/* The matrices of an outcome, exactly. */
#ifndef LYC_CERTIFY_CUBES_PARTS_H
#define LYC_CERTIFY_CUBES_PARTS_H

#include "certify/cubes.h"

/* part[S], initialised: those of A (power 1), or of its matrix of cofactors
 * (power 2). 0 where that is not proved to be affine in each draw. */
int lyc_cubes_parts(lyc_matrix_struct *part, const lyc_affine_law_t f,
                    slong outcome, slong power);

#endif
