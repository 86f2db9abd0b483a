/* Functions of a law that need no enclosure. */
#ifndef LYAPCERT_CLAIM_NORM_H
#define LYAPCERT_CLAIM_NORM_H

#include "claim/value.h"
#include "lyapcert/law.h"

/* The largest spectral norm of an atom; exact up to dimension 2. */
void lyc_value_set_norm(lyc_value_t v, const lyc_law_t law, slong prec);

/* E log|det A|; exact for rational laws; not defined where singularity could
 * not be decided. */
void lyc_value_set_logdet(lyc_value_t v, const lyc_law_t law, slong prec);

/* Sign of ||a|| - c for rational a and c: exact. */
int lyc_matrix_norm_sign(const lyc_matrix_t a, const fmpq_t c);

/* The same for a matrix of rationals. */
int lyc_fmpq_mat_norm_sign(const fmpq_mat_t a, const fmpq_t c);

/* Sign of the largest norm of an atom minus c; the law must be finite and
 * rational. */
int lyc_law_norm_sign(const lyc_law_t law, const fmpq_t c);

/* The essential supremum of the spectral norm: inf, an interval, or not
 * defined where it is not known to be finite. */
void lyc_value_set_term_norm(lyc_value_t v, const lyc_term *t, slong prec);
lyc_truth_t lyc_term_norm_below_one(const lyc_term *t);

/* For a law that is affine in uniform draws: matrices of its support among
 * which one has the largest norm; returns how many, 0 for other laws and for
 * large ones. */
slong lyc_law_corners(lyc_matrix_struct **corner, const lyc_law_t law);
void lyc_law_corners_clear(lyc_matrix_struct *corner, slong n);
/* 1, and a ball that holds the essential supremum of the spectral norm of a law
 * that is affine in uniform draws; 0 for other laws, and for large ones. */
int lyc_affine_norm_arb(arb_t b, const lyc_law_t law, slong prec);

/* Ball of the spectral norm of one matrix. */
void lyc_matrix_norm_arb(arb_t b, const lyc_matrix_t a, slong prec);

#endif
