/* What the methods share inside this folder; not installed. */
#ifndef LYAPCERT_ENCLOSE_ENCLOSE_H
#define LYAPCERT_ENCLOSE_ENCLOSE_H

#include "lyapcert/enclosure.h"

/* ---- requests ---- */

/* 1 when every exponent that is wanted meets the request. */
int lyc_request_all_met(const lyc_request *request, const lyc_facts_t facts);

/* Bits to begin with where a closed form is evaluated, 128 to 2^20. */
slong lyc_request_prec(const lyc_request *request);
/* Width of lambda_1: known, rounded up; and asked for, from the lower bound
 * known. */
double lyc_facts_first_width(const lyc_facts_t facts);
double lyc_request_first_width(const lyc_request *request,
                               const lyc_facts_t facts);

/* ---- accepting evidence ---- */

/* trial (initialised) becomes e's facts and what evidence proves, closed. Of e
 * only is_contradicted may change. */
lyc_verdict_t lyc_enclosure_try(lyc_facts_t trial, lyc_enclosure_t e,
                                const lyc_evidence_t evidence,
                                const lyc_law_t law, const lyc_limits_t limits);

/* e's facts become trial; evidence moves into the certificate. trial must
 * come from a lyc_enclosure_try of this evidence that was PROVED. */
void lyc_enclosure_adopt(lyc_enclosure_t e, const char *name,
                         const lyc_facts_t trial, lyc_evidence_t evidence);

/* Fills evidence with what data says, to be worked out at prec bits. */
typedef void (*lyc_propose)(lyc_evidence_t evidence, slong prec,
                            const void *data);

/* Proposes at more and more bits until the request is met, and accepts the
 * last proposal that held. 1 when one did. */
int lyc_enclosure_accept_precise(lyc_enclosure_t e, const char *name,
                                 lyc_propose propose, const void *data,
                                 const lyc_law_t law,
                                 const lyc_request *request,
                                 const lyc_limits_t limits);

/* The methods of the request, in order, on the law of one block: all but the
 * search for blocks. 1 when one contributed. */
int lyc_enclosure_run_block(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits);

/* The sum of both exponents in dimension 2, for laws that are terms, where it
 * has a formula and is not known yet. */
void lyc_enclose_volume(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_limits_t limits);

int lyc_enclose_determinant(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits);

/* Writes the certificate, reads it back and checks it, whatever the time left.
 * 1, and *proved, unless NULL, is initialised with what the check proved; or 0,
 * *proved untouched, and d: FAILURE. */
int lyc_certificate_recheck(lyc_facts_struct *proved, const lyc_certificate_t c,
                            const lyc_limits_t limits, lyc_diag_t d);

/* The text of a law, its own or one made for it; NULL where there is none. */
char *lyc_law_self_text(const lyc_law_t law);

/* Writes the certificate, reads it back and checks it; e's facts become the
 * ones that the check proved. 1 on success and where nothing is known, else d
 * says FAILURE. */
int lyc_enclosure_recheck(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_limits_t limits, lyc_diag_t d);

/* ---- eigenlines of a 2x2 matrix ---- */

/* The lines spanned by (x, y) with  alpha x^2 + beta x y + gamma y^2 = 0,
 * alpha = a21, beta = a22 - a11, gamma = -a12, scaled to coprime integers;
 * a must be rational. All are 0 when a is scalar. */
void lyc_eigenform(fmpz_t alpha, fmpz_t beta, fmpz_t gamma,
                   const lyc_matrix_t a);

#define LYC_EIGENLINES_ALL (-1)

/* Number of real eigenlines (0, 1, 2), spanned by v and w (2x1); 0 also where
 * that could not be decided, LYC_EIGENLINES_ALL when a is scalar. */
int lyc_eigenlines(lyc_matrix_t v, lyc_matrix_t w, const lyc_matrix_t a);

/* The same for a primitive integer form; spanned over Q or Q(sqrt D). */
int lyc_eigenform_lines(lyc_matrix_t v, lyc_matrix_t w, const fmpz_t alpha,
                        const fmpz_t beta, const fmpz_t gamma);

/* Weights may be what they like. */
int lyc_law_has_rational_atoms(const lyc_law_t law);

/* Index of the first atom that is not scalar, or -1. */
slong lyc_law_first_nonscalar(const lyc_law_t law);

/* ---- closed forms, each 1 when it contributed ---- */

int lyc_formula_rank(lyc_enclosure_t e, const lyc_law_t law,
                     const lyc_request *request, const lyc_limits_t limits);
int lyc_formula_triangular(lyc_enclosure_t e, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits);
int lyc_formula_conformal(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request,
                          const lyc_limits_t limits);
int lyc_formula_monomial(lyc_enclosure_t e, const lyc_law_t law,
                         const lyc_request *request, const lyc_limits_t limits);
int lyc_formula_vanishing(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request,
                          const lyc_limits_t limits);

int lyc_formula_renewal(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits);

/* The same for laws that are terms; 0 for finite ones. */
int lyc_formula_scalar(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits);
int lyc_enclose_moment(lyc_enclosure_t e, const lyc_law_t law,
                       const lyc_request *request, const lyc_limits_t limits);
int lyc_formula_coordinates(lyc_enclosure_t e, const lyc_law_t law,
                            const lyc_request *request,
                            const lyc_limits_t limits);
int lyc_formula_line(lyc_enclosure_t e, const lyc_law_t law,
                     const lyc_request *request, const lyc_limits_t limits);
int lyc_formula_term_rank(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request,
                          const lyc_limits_t limits);
int lyc_formula_isotropic(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_request *request,
                          const lyc_limits_t limits);

/* Q (2x2 symmetric, positive definite, rational) with A^T Q A = |det A| Q for
 * all atoms: exactly, for rational atoms, and as a guess for any. */
int lyc_conformal_form(lyc_matrix_t q, const lyc_law_t law);
int lyc_conformal_form_approx(lyc_matrix_t q, const lyc_law_t law);

/* The same in dimension 3 to LYC_FORMULA_MAX_DIM, A^T Q A = c Q with rational
 * c; rational atoms. */
#define LYC_FORMULA_MAX_DIM 8
int lyc_conformal_form_large(lyc_matrix_t q, const lyc_law_t law);

#endif
