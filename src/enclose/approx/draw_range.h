/* Where scalar draws lie, about. */
#ifndef LYC_ENCLOSE_APPROX_DRAW_RANGE_H
#define LYC_ENCLOSE_APPROX_DRAW_RANGE_H

#include "certify/affine_law.h"

double lyc_approx_number(const lyc_number_struct *x);
/* Where a draw is cut: between low and high, open ends beyond them. */
void lyc_approx_draw_range(double *low, double *high, const lyc_affine_draw *x);

#endif
