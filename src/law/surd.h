/* Matrices over Q(sqrt D), exactly: a + b sqrt(D) with rational a and b.
 * D = 1 stands for Q itself, b is then 0; otherwise D > 1 is no square. */
#ifndef LYC_LAW_SURD_H
#define LYC_LAW_SURD_H

#include "lyapcert/law.h"

typedef struct
{
    slong rows, columns;
    fmpz_t root; /* D */
    fmpq_mat_t a, b;
} lyc_surd_mat_struct;
typedef lyc_surd_mat_struct lyc_surd_mat_t[1];

/* 1 when D may be the root: 1, or greater and no square. */
int lyc_surd_is_root(const fmpz_t d);

void lyc_surd_mat_init(lyc_surd_mat_t m, slong rows, slong columns,
                       const fmpz_t root); /* zero */
void lyc_surd_mat_clear(lyc_surd_mat_t m);
/* m becomes a copy of n, whatever its shape and root were. */
void lyc_surd_mat_set(lyc_surd_mat_t m, const lyc_surd_mat_t n);
void lyc_surd_mat_swap(lyc_surd_mat_t m, lyc_surd_mat_t n);
void lyc_surd_mat_one(lyc_surd_mat_t m);
/* m becomes a rational matrix of root 1 resp. `root`. */
void lyc_surd_mat_set_matrix(lyc_surd_mat_t m, const lyc_matrix_t a,
                             const fmpz_t root);
/* The same numbers as exact numbers of the language. */
void lyc_surd_mat_get_matrix(lyc_matrix_t a, const lyc_surd_mat_t m);
/* The rows x columns part of n that begins at (i, j). */
void lyc_surd_mat_set_part(lyc_surd_mat_t m, const lyc_surd_mat_t n, slong i,
                           slong j, slong rows, slong columns);

int lyc_surd_mat_is_zero_at(const lyc_surd_mat_t m, slong i, slong j);
int lyc_surd_mat_is_zero(const lyc_surd_mat_t m);
int lyc_surd_mat_equal(const lyc_surd_mat_t m, const lyc_surd_mat_t n);
/* m[i][j] = n[k][l]. */
void lyc_surd_mat_copy_at(lyc_surd_mat_t m, slong i, slong j,
                          const lyc_surd_mat_t n, slong k, slong l);

void lyc_surd_mat_add(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b);
void lyc_surd_mat_sub(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b);
/* c, of the root and shape of the product, is neither a nor b. */
void lyc_surd_mat_mul(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b);

/* Reduced echelon form in place. The rank; pivot[i] is the column of the
 * pivot in row i, unless pivot is NULL. */
slong lyc_surd_mat_rref(lyc_surd_mat_t m, slong *pivot);
/* Columns of out span {x: m x = 0}; their number. */
slong lyc_surd_mat_nullspace(lyc_surd_mat_t out, const lyc_surd_mat_t m);
/* 0 when a is singular. */
int lyc_surd_mat_inv(lyc_surd_mat_t c, const lyc_surd_mat_t a);

#endif
