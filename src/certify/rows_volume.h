/* E log|det A| where the rows of A are uniform on points, segments or
 * parallelograms. */
#ifndef LYC_CERTIFY_ROWS_VOLUME_H
#define LYC_CERTIFY_ROWS_VOLUME_H

#include "certify/affine_rows.h"

/* 1 and a ball that holds it, perhaps indeterminate; 0 where a parallelogram is
 * not proved to be one. */
int lyc_rows_volume(arb_t value, const lyc_affine_rows *r, slong prec);

#endif
