/* Laws: probability distributions on real matrices. */
#ifndef LYAPCERT_LAW_H
#define LYAPCERT_LAW_H

#include "lyapcert/arith.h"
#include "lyapcert/box.h"
#include "lyapcert/logsum.h"
#include "lyapcert/number.h"
#include "lyapcert/syntax.h"
#include "lyapcert/term.h"

/* ---- exact matrices ---- */

typedef struct
{
    slong rows, columns;
    lyc_number_struct *entry; /* row by row */
} lyc_matrix_struct;
typedef lyc_matrix_struct lyc_matrix_t[1];

void lyc_matrix_init(lyc_matrix_t a, slong rows, slong columns); /* zero */
void lyc_matrix_clear(lyc_matrix_t a);
void lyc_matrix_set(lyc_matrix_t a, const lyc_matrix_t b);
lyc_number_struct *lyc_matrix_entry(const lyc_matrix_t a, slong i, slong j);
int lyc_matrix_is_rational(const lyc_matrix_t a);
void lyc_matrix_add(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b);
void lyc_matrix_mul(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b);
void lyc_matrix_transpose(lyc_matrix_t c, const lyc_matrix_t a);
/* Determinant of a square matrix: elimination for rational entries, expansion
 * for others. LYC_UNKNOWN, and det as it was, for irrational matrices of more
 * than 8 rows; else LYC_TRUE. */
lyc_truth_t lyc_matrix_det(lyc_number_t det, const lyc_matrix_t a);
/* log|det a| as a ball; LYC_FALSE when a is singular, LYC_UNKNOWN when that is
 * not decided (b is then not set to anything that counts). */
lyc_truth_t lyc_matrix_log_det(arb_t b, const lyc_matrix_t a, slong prec);
/* Inverse: LYC_FALSE when singular, LYC_UNKNOWN when that is not decided. */
lyc_truth_t lyc_matrix_inv(lyc_matrix_t c, const lyc_matrix_t a);
/* The matrix of cofactors of a square matrix with 2 or more rows: det(a) times
 * the transposed inverse of an invertible one. LYC_UNKNOWN, and c as it was,
 * as lyc_matrix_det. */
lyc_truth_t lyc_matrix_cofactors(lyc_matrix_t c, const lyc_matrix_t a);
/* a, 4x4, acting on planes: the 6x6 matrix of its 2x2 minors, rows and columns
 * 01, 02, 03, 12, 13, 23, with the signs of row and of column 02 changed. */
void lyc_matrix_planes(lyc_matrix_t c, const lyc_matrix_t a);
void lyc_matrix_get_arb_mat(arb_mat_t m, const lyc_matrix_t a, slong prec);
/* a = m / s with integers m and s > 0 as small as possible; a rational. */
void lyc_matrix_get_fmpz_mat(fmpz_mat_t m, fmpz_t s, const lyc_matrix_t a);
/* "[a,b;c,d]" in the language. */
void lyc_matrix_get_text(lyc_text_t t, const lyc_matrix_t a);
int lyc_matrix_order(const lyc_matrix_t a, const lyc_matrix_t b);

/* ---- laws ---- */

/* A finite law is a list of atoms: weights are > 0 and sum to 1 exactly; atoms
 * are square, of one dimension, pairwise different as represented, sorted by
 * lyc_matrix_order. Every other law is a term and has no atoms: whoever goes
 * through the atoms must ask for them first. */
typedef struct
{
    slong dim;
    slong length;    /* number of atoms, >= 1; 0 where term is not NULL */
    int is_rational; /* every number in it is rational */
    lyc_number_struct *weight;
    lyc_matrix_struct *atom;
    lyc_term *term; /* how a draw is made, or NULL: the law is finite */
    char *text;     /* self-contained source (lyc_program_extract) or NULL */
    lyc_box_t box;  /* its parameters: what is found about the law holds for
                       every value of them */
} lyc_law_struct;
typedef lyc_law_struct lyc_law_t[1];

void lyc_law_init(lyc_law_t law); /* dim 0, no atoms */
void lyc_law_clear(lyc_law_t law);
void lyc_law_set(lyc_law_t law, const lyc_law_t other);

/* The most atoms a law may have; more is refused with UNDECIDED, but for laws
 * made of gates, which become terms. */
#define LYC_LAW_MAX_ATOMS 1000000

/* Evaluates expression e in the scope of the definitions in p. A name of a
 * law is one draw wherever it stands in e; fresh(…) and anonymous laws are
 * independent draws. The result must be a square matrix (a scalar is 1x1).
 * It is finite or, where a continuous law stands in e or in what it needs, a
 * term.
 * 1 on success; 0 and d (MALFORMED with place; UNDECIDED where an equality
 * or sign could not be decided or a limit was reached) otherwise. */
int lyc_law_eval(lyc_law_t law, const lyc_program_t p, const lyc_expr *e,
                 lyc_diag_t d);

/* Evaluates e to a single number (no law in it). 1 on success. */
int lyc_number_eval(lyc_number_t x, const lyc_program_t p, const lyc_expr *e,
                    lyc_diag_t d);

/* Parses a self-contained text and evaluates its last law; sets law->text. */
int lyc_law_parse(lyc_law_t law, const lyc_source *source, lyc_diag_t d);

/* The same over a part of the declared ranges. box names all parameters of
 * the text, in its order, and lies in their ranges; else MALFORMED. */
int lyc_law_parse_in(lyc_law_t law, const lyc_source *source,
                     const lyc_box_t box, lyc_diag_t d);

/* Appends what lyc_law_parse would set as law->text, evaluating nothing: the
 * definitions that the text's last law needs, its own last. */
int lyc_law_text_extract(lyc_text_t out, const lyc_source *source,
                         lyc_diag_t d);

/* ---- laws from laws ---- */
void lyc_law_transpose(lyc_law_t out, const lyc_law_t in);
/* The law of I + A. */
void lyc_law_residual(lyc_law_t out, const lyc_law_t in);
/* The law of A^-1; LYC_FALSE when A is singular with positive probability. */
lyc_truth_t lyc_law_inverse(lyc_law_t out, const lyc_law_t in);
/* The law of the matrix of cofactors, (-1)^(i+j) times the minor without row i
 * and column j: LYC_FALSE when dim is 1, LYC_UNKNOWN as lyc_matrix_det. */
lyc_truth_t lyc_law_cofactors(lyc_law_t out, const lyc_law_t in);
/* The law of A, 4x4, acting on planes. */
void lyc_law_planes(lyc_law_t out, const lyc_law_t in);
/* The law of c A, c != 0. */
void lyc_law_scale(lyc_law_t out, const lyc_number_t c, const lyc_law_t in);

/* The law that draws atom[i], dim x dim, with weight i of the finite law in;
 * equal atoms are merged. out is not in. */
void lyc_law_with_atoms(lyc_law_t out, const lyc_law_t in,
                        const lyc_matrix_struct *atom, slong dim);

/* ---- moments ---- */
/* E log|det A| as a ball; -inf exactly when *minus_inf is set to 1 (some
 * atom is proved singular). LYC_UNKNOWN when singularity is not decided. */
/* LYC_UNKNOWN for laws without atoms. */
lyc_truth_t lyc_law_log_det(arb_t b, int *minus_inf, const lyc_law_t law,
                            slong prec);

/* Canonical text "{w: [..], …}" of the evaluated law, or that of its term. */
void lyc_law_get_text(lyc_text_t t, const lyc_law_t law);
/* A text whose last law is this one: its own, or one made from what it is. 0
 * where a term has none (lyc_term_get_program). */
int lyc_law_get_program(lyc_text_t t, const lyc_law_t law);

#endif
