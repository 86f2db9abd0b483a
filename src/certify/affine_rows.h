/* Laws of 2x2 matrices whose rows, or columns, are independent and uniform on
 * points, segments or parallelograms. */
#ifndef LYC_CERTIFY_AFFINE_ROWS_H
#define LYC_CERTIFY_AFFINE_ROWS_H

#include "certify/affine_law.h"

/* base + s_1 side[0] + … + s_n side[n - 1], s_i independent, uniform on
 * [-1, 1]; all of two numbers. */
typedef struct
{
    lyc_number_t base[2], side[2][2];
    slong sides;
} lyc_affine_row;

typedef struct
{
    lyc_affine_row row[2];
} lyc_affine_rows;

void lyc_affine_rows_init(lyc_affine_rows *r);
void lyc_affine_rows_clear(lyc_affine_rows *r);

/* The rows (columns, where acts_on_columns) of an outcome. 0 where draws are
 * not uniform, stand in more than one row, or more than two in one. */
int lyc_affine_rows_set(lyc_affine_rows *r, const lyc_affine_law_t f,
                        const lyc_affine_outcome *o, int acts_on_columns);

#endif
