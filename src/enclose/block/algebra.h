/* Algebras of matrices over Q or a real quadratic field, spanned by words. */
#ifndef LYAPCERT_ENCLOSE_ALGEBRA_H
#define LYAPCERT_ENCLOSE_ALGEBRA_H

#include "law/surd.h"
#include "lyapcert/blocks.h"

typedef struct
{
    slong dim;                    /* of the matrices */
    slong length;                 /* of the basis */
    lyc_surd_mat_struct *element; /* 1 first */
    lyc_word *word;               /* of each element */
    slong generators;
    slong *generator; /* atoms that span all atoms, with 1 */
} lyc_algebra_struct;
typedef lyc_algebra_struct lyc_algebra_t[1];

/* The algebra that 1 and the atoms m[0] … m[atoms - 1] span. */
void lyc_algebra_init(lyc_algebra_t a, const lyc_surd_mat_struct *m,
                      slong atoms);
void lyc_algebra_clear(lyc_algebra_t a);

/* Columns of v span radical * space; their number, 0 when the radical is 0. */
slong lyc_algebra_radical_image(lyc_surd_mat_t v, const lyc_algebra_t a);

/* Columns of x: the matrices c that commute with the generators, row by row.
 * Their number. */
slong lyc_algebra_commutant(lyc_surd_mat_t x, const lyc_algebra_t a,
                            const lyc_surd_mat_struct *m);

/* Columns of x: matrices X (rows of n, s entries each, row by row) with
 * N_i X = X S_i for the atoms named by generator. Their number. */
slong lyc_surd_intertwiners(lyc_surd_mat_t x, const lyc_surd_mat_struct *n,
                            const lyc_surd_mat_struct *s, const slong *atom,
                            slong atoms);

/* The columns of v in reduced echelon form, without those that depend on
 * others; their number. */
slong lyc_surd_mat_reduce_columns(lyc_surd_mat_t v);
/* t = [v | unit vectors], invertible; the columns of v are independent. */
void lyc_surd_mat_complete(lyc_surd_mat_t t, const lyc_surd_mat_t v);

#endif
