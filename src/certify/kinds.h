/* What a kind of evidence is to the rest of the kernel: one object of this
 * type in its own file evidence_NAME.c and one line in the table of
 * evidence.c. */
#ifndef LYC_CERTIFY_KINDS_H
#define LYC_CERTIFY_KINDS_H

#include "certify/reader.h"
#include "lyapcert/evidence.h"

/* Which laws with parameters a kind of evidence takes. */
enum
{
    LYC_BOXES_NONE = 0,
    LYC_BOXES_FINITE = 1,
    LYC_BOXES_TERMS = 2
};

typedef struct lyc_evidence_type
{
    const char *name;
    /* Parameters after `evidence NAME PREC` on the reader's line, and the
     * lines that belong to it. e has type and prec. 1 on success. */
    int (*read)(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d);
    /* The same, each parameter preceded by a space; the line's end included. */
    void (*write)(lyc_text_t out, const lyc_evidence_t e);
    lyc_verdict_t (*establish)(lyc_facts_t facts, const lyc_evidence_t e,
                               const lyc_law_t law, const lyc_limits_t limits,
                               lyc_diag_t d);
    void (*clear)(void *data); /* data may be NULL */
    int takes_terms; /* establish knows laws without atoms; where it does not,
                        it is never called with one */
    int takes_boxes; /* LYC_BOXES_…: what establish proves about such a law with
                        parameters holds for all their values; else it is never
                        called with one */
} lyc_evidence_type;

/* NULL when no kind has this name. */
const lyc_evidence_type *lyc_evidence_type_find(const char *name);

/* Replaces what e holds. */
void lyc_evidence_set_type(lyc_evidence_t e, const lyc_evidence_type *type,
                           slong prec, void *data);

#define LYC_EVIDENCE_MIN_PREC 30
#define LYC_EVIDENCE_MAX_PREC (1L << 20)

/* The rest of a line "… NAME PREC …" and the lines that belong to it. nesting:
 * which kinds that hold evidence themselves may come; 2: all, 1: blocks, as
 * inside of signs, 0: none, as inside of blocks. */
int lyc_evidence_read(lyc_evidence_t e, lyc_reader_t r, int nesting,
                      lyc_diag_t d);
/* "NAME PREC …" */
void lyc_evidence_write(lyc_text_t out, const lyc_evidence_t e);

/* ---- shared by several kinds ---- */

/* The rest of the line is a matrix of m's shape as lyc_matrix_get_text writes
 * it. */
int lyc_evidence_read_matrix(lyc_matrix_t m, lyc_reader_t r, lyc_diag_t d);
/* Of kinds that have no parameters but the precision, and no data. */
int lyc_evidence_read_none(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d);
void lyc_evidence_write_none(lyc_text_t out, const lyc_evidence_t e);
void lyc_evidence_clear_none(void *data);
/* DISPROVED: of kinds that only support other conclusions. */
lyc_verdict_t lyc_evidence_establish_none(lyc_facts_t facts,
                                          const lyc_evidence_t e,
                                          const lyc_law_t law,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d);
/* The rest of a line and the lines that belong to boxes; b is initialised. */
int lyc_boxes_read(lyc_boxes_t b, lyc_reader_t r, lyc_diag_t d);
void lyc_boxes_write(lyc_text_t out, const lyc_boxes_t b);
/* Returns status after recording it with a message in d. */
lyc_verdict_t lyc_evidence_fail(lyc_diag_t d, lyc_verdict_t status,
                                const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* What follows from a condition that had to hold: PROVED, DISPROVED or
 * UNDECIDED with `what` in the message; atom counts from 0, < 0: none. */
lyc_verdict_t lyc_evidence_require(lyc_truth_t truth, const char *what,
                                   slong atom, lyc_diag_t d);

/* For steps of exact evidence: PROVED, or UNDECIDED with a message once the
 * time has been up for a second. */
lyc_verdict_t lyc_evidence_in_time(const lyc_limits_t limits, lyc_diag_t d);

/* Closes facts; FAILURE when bounds contradict each other, which would mean
 * that some evidence was believed wrongly. */
lyc_verdict_t lyc_facts_close_consistent(lyc_facts_t facts, slong prec,
                                         lyc_diag_t d);

extern const lyc_evidence_type lyc_evidence_determinant;
extern const lyc_evidence_type lyc_evidence_triangular;
extern const lyc_evidence_type lyc_evidence_eigenline;
extern const lyc_evidence_type lyc_evidence_conformal;
extern const lyc_evidence_type lyc_evidence_lines;
extern const lyc_evidence_type lyc_evidence_vanishing;
extern const lyc_evidence_type lyc_evidence_rank;
extern const lyc_evidence_type lyc_evidence_product;
extern const lyc_evidence_type lyc_evidence_moment;
extern const lyc_evidence_type lyc_evidence_gauge;
extern const lyc_evidence_type lyc_evidence_collocation;
extern const lyc_evidence_type lyc_evidence_induced;
extern const lyc_evidence_type lyc_evidence_square;
extern const lyc_evidence_type lyc_evidence_root;
extern const lyc_evidence_type lyc_evidence_isotropic;
extern const lyc_evidence_type lyc_evidence_scalar;
extern const lyc_evidence_type lyc_evidence_coordinates;
extern const lyc_evidence_type lyc_evidence_line;
extern const lyc_evidence_type lyc_evidence_boxes;
extern const lyc_evidence_type lyc_evidence_continuous;
extern const lyc_evidence_type lyc_evidence_cubes;
extern const lyc_evidence_type lyc_evidence_density;
extern const lyc_evidence_type lyc_evidence_volume;
extern const lyc_evidence_type lyc_evidence_tails;
extern const lyc_evidence_type lyc_evidence_length;
extern const lyc_evidence_type lyc_evidence_blocks_type;
extern const lyc_evidence_type lyc_evidence_renewal;
extern const lyc_evidence_type lyc_evidence_signs_type;

#endif
