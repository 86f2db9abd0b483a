/* Claims about every value of parameters in their ranges: the ranges are cut
 * into pieces until the statement is decided on each, by enclosures that hold
 * for every value in the piece. */
#ifndef LYAPCERT_SWEEP_H
#define LYAPCERT_SWEEP_H

#include "lyapcert/decide.h"
#include "lyapcert/solve.h"

/* A list of boxes. */
typedef struct
{
    lyc_box_struct *box;
    slong length, capacity;
} lyc_sweep_boxes_struct;
typedef lyc_sweep_boxes_struct lyc_sweep_boxes_t[1];

/* A claim of a forall block: a view of its chapter in which the parameters are
 * defined. */
typedef struct
{
    lyc_chapter_t view;
    const lyc_chapter_struct *home;
    lyc_claim claim;
    lyc_box_t box;                       /* the whole ranges */
    lyc_library_t library;               /* laws over the whole ranges */
    lyc_statement_t whole;               /* prepared over the whole ranges */
    lyc_certificate_struct *certificate; /* one for each leaf */
    char **path;                         /* of its file, without the folder */
    const lyc_expr **law;                /* which it is about */
    long certificates;
    lyc_relation_t relation; /* the whole claim, where it has slopes */
    /* Of a claim that is not PROVED: parts of the ranges where it (for refute:
     * its statement's opposite) is certified for every value, parts and single
     * values where the opposite of that is, and the rest. Boxes of one
     * parameter rise. witness: the first of the single values, or parts, that
     * was found; without parameters where none was. */
    lyc_sweep_boxes_t holds, fails, open;
    lyc_box_t witness;
} lyc_sweep_struct;
typedef lyc_sweep_struct lyc_sweep_t[1];

void lyc_sweep_init(lyc_sweep_t w);
void lyc_sweep_clear(lyc_sweep_t w);

/* Claim i of the chapter, which stands in a forall block; w must stay where it
 * is. 1 on success; else 0 and d: MALFORMED with place. A law that cannot be
 * evaluated over the whole ranges may be over parts of them. */
int lyc_sweep_prepare(lyc_sweep_t w, const lyc_chapter_t chapter, long i,
                      lyc_diag_t d);

/* Called now and then with what is done: pieces decided, pieces waiting. */
typedef void (*lyc_sweep_watch)(void *context, const lyc_sweep_t w, slong done,
                                slong waiting);

/* r->truth: LYC_TRUE when the statement holds for all values; LYC_FALSE, for
 * a refute claim, when it holds for none, and for the others when a value is
 * found for which it does not hold (r->reason names it); a refute claim has
 * LYC_TRUE when a value is found for which it does hold. Certificates are
 * collected in w. Limits as in lyc_statement_decide. 1; or 0 and d. */
int lyc_sweep_decide(lyc_decision_t r, lyc_sweep_t w, const lyc_effort *effort,
                     lyc_limits_t limits, lyc_sweep_watch watch, void *context,
                     lyc_diag_t d);

/* Appends ID.cert where the claim as a whole was certified, else ID.k.cert for
 * every exponent in the statement; each holds all pieces. Writes them into the
 * folder `dir` unless it is NULL. */
int lyc_sweep_add_certificates(lyc_certificate_files_t files, lyc_sweep_t w,
                               const char *dir, lyc_diag_t d);

#endif
