/* Evidence whose only datum is an exact matrix. */
#ifndef LYC_CERTIFY_EVIDENCE_MATRIX_H
#define LYC_CERTIFY_EVIDENCE_MATRIX_H

#include "certify/kinds.h"

/* Reads rows x columns and sets type with it. */
int lyc_matrix_evidence_read(lyc_evidence_t e, const lyc_evidence_type *type,
                             slong rows, slong columns, lyc_reader_t r,
                             lyc_diag_t d);
/* The same for a square matrix of 2 to LYC_EVIDENCE_MAX_DIM rows. */
int lyc_matrix_evidence_read_square(lyc_evidence_t e,
                                    const lyc_evidence_type *type,
                                    lyc_reader_t r, lyc_diag_t d);
void lyc_matrix_evidence_write(lyc_text_t out, const lyc_evidence_t e);
void lyc_matrix_evidence_clear(void *data);
void lyc_matrix_evidence_set(lyc_evidence_t e, const lyc_evidence_type *type,
                             slong prec, const lyc_matrix_t m);

/* z = det(u, v) of columns i of u and j of v, both with two rows. */
void lyc_matrix_columns_det(lyc_number_t z, const lyc_matrix_t u, slong i,
                            const lyc_matrix_t v, slong j);

#define LYC_EVIDENCE_MAX_DIM 8

/* DISPROVED unless the matrix has the size of the law's atoms, which have at
 * most LYC_EVIDENCE_MAX_DIM rows. */
lyc_verdict_t lyc_matrix_evidence_fits_square(const lyc_evidence_t e,
                                              const lyc_law_t law,
                                              lyc_diag_t d);

/* DISPROVED unless the law and the matrix have two rows. */
lyc_verdict_t lyc_matrix_evidence_fits(const lyc_evidence_t e,
                                       const lyc_law_t law, slong columns,
                                       lyc_diag_t d);

#endif
