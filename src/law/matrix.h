/* Matrices inside the module: shells and rational matrices. */
#ifndef LYAPCERT_LAW_MATRIX_H
#define LYAPCERT_LAW_MATRIX_H

#include "lyapcert/law.h"

/* As lyc_matrix_init, but the entries hold nothing yet, as after
 * lyc_number_clear: each is to be set, by any function of number.h. */
void lyc_matrix_shell(lyc_matrix_t a, slong rows, slong columns);

/* Moves the entries of b into a, whose own are cleared; b is left empty. */
void lyc_matrix_take(lyc_matrix_t a, lyc_matrix_t b);

/* Every entry must be rational; m has the shape of a. */
void lyc_matrix_get_fmpq_mat(fmpq_mat_t m, const lyc_matrix_t a);
/* a is a shell of the shape of m. */
void lyc_matrix_set_fmpq_mat(lyc_matrix_t a, const fmpq_mat_t m);

/* a is a shell: a = c I. */
void lyc_matrix_set_scalar(lyc_matrix_t a, const lyc_number_t c);

/* The largest lyc_number_size of an entry, and the sum of all. */
double lyc_matrix_size(double *sum, const lyc_matrix_t a);

/* Most rows and columns of a determinant or inverse by expansion. */
#define LYC_MATRIX_EXPAND 8

#endif
