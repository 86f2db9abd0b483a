/* Deciding claims: a comparison of expressions in lambda(LAW, k) is true,
 * false or undecided, by certified enclosures that are refined until the
 * comparison is settled, or exactly where both sides are known exactly. */
#ifndef LYAPCERT_DECIDE_H
#define LYAPCERT_DECIDE_H

#include <signal.h>

#include "lyapcert/chapter.h"
#include "lyapcert/enclosure.h"

/* ---- laws of a run, each enclosed once as narrowly as was ever needed ---- */

/* best[k-1] is the index of the enclosure with the narrowest lambda_k. */
typedef struct
{
    char *text; /* self-contained */
    char *name; /* where the expression is just a name, else NULL */
    lyc_law_t law;
    lyc_enclosure_struct *enclosure;
    slong enclosures;
    slong *best;       /* dim; -1: none yet */
    double *least_tol; /* dim: the narrowest width that was asked for */
} lyc_known;

typedef struct
{
    lyc_known *known;
    long length, capacity;
} lyc_library_struct;
typedef lyc_library_struct lyc_library_t[1];

void lyc_library_init(lyc_library_t lib);
void lyc_library_clear(lyc_library_t lib);

/* Index of the law of e; evaluates it when it is new. -1 and d on error. */
long lyc_library_add(lyc_library_t lib, const lyc_chapter_t chapter,
                     const lyc_expr *e, lyc_diag_t d);

/* The narrowest enclosure of lambda_k so far, or NULL. */
const lyc_enclosure_struct *lyc_library_best(const lyc_library_t lib, long law,
                                             slong k);

/* Encloses lambda_k of law to tol unless that was reached or tried before.
 * 1 when lambda_k is now narrower than before the call. FAILURE is recorded
 * in d; budgets that are used up are not errors. */
int lyc_library_refine(lyc_library_t lib, long law, slong k, double tol,
                       lyc_method_t method, const lyc_limits_t limits,
                       lyc_diag_t d);

/* ---- statements ---- */

/* A place in a statement's tree where a law enters. k = 0: not an exponent
 * (norm, logdet, dim). */
typedef struct
{
    const lyc_expr *expr;
    long law;
    slong k;
} lyc_leaf;

typedef struct
{
    const lyc_chapter_struct *chapter;
    const lyc_claim *claim;
    char *id;
    lyc_leaf *leaf;
    long leaves, capacity;
} lyc_statement_struct;
typedef lyc_statement_struct lyc_statement_t[1];

void lyc_statement_init(lyc_statement_t s);
void lyc_statement_clear(lyc_statement_t s);

/* Checks claim i of the chapter: names, numbers of arguments, laws, k. The
 * laws go to the library. 1 on success; else 0 and d: MALFORMED with place,
 * or UNDECIDED where a law is too large to be evaluated. */
int lyc_statement_prepare(lyc_statement_t s, lyc_library_t lib,
                          const lyc_chapter_t chapter, long i, lyc_diag_t d);

typedef struct
{
    double tol;         /* smallest width that is tried, > 0 */
    double max_seconds; /* a claim; infinity: no limit */
    lyc_method_t method;
    const volatile sig_atomic_t *stop; /* non-zero: no further work; or NULL */
} lyc_effort;

/* What was found. The ranges hold both sides (for `e in [a,b]` left is e and
 * right is the hull of a and b); is_range 0: nothing is known (undefined). */
typedef struct
{
    lyc_truth_t truth;     /* of the statement as written */
    lyc_verdict_t verdict; /* of the claim, by its kind */
    int is_exact;          /* decided by exact values, not by intervals */
    int is_left, is_right;
    arf_t left_lower, left_upper, right_lower, right_upper;
    double tol; /* least width that was tried */
    double seconds;
    lyc_text_t reason;  /* why it is undecided, or where it is false; empty
                           otherwise */
    slong pieces;       /* of the parameters' ranges; 0: no parameter */
    lyc_text_t methods; /* of a claim about ranges, each once */
} lyc_decision_struct;
typedef lyc_decision_struct lyc_decision_t[1];

void lyc_decision_init(lyc_decision_t r);
void lyc_decision_clear(lyc_decision_t r);

/* Decides the statement. limits->max_seconds is moved for the length of the
 * call (not beyond what it was). 1; or 0 and d on FAILURE. */
int lyc_statement_decide(lyc_decision_t r, const lyc_statement_t s,
                         lyc_library_t lib, const lyc_effort *effort,
                         lyc_limits_t limits, lyc_diag_t d);

/* What the truth of its statement makes of a claim. */
lyc_verdict_t lyc_claim_verdict(lyc_claim_kind kind, lyc_truth_t truth);

/* ---- the certificates of a claim ---- */

typedef struct
{
    char *name; /* without a folder */
    lyc_digest_t digest;
} lyc_certificate_file;

typedef struct
{
    lyc_certificate_file *file;
    long length;
} lyc_certificate_files_struct;
typedef lyc_certificate_files_struct lyc_certificate_files_t[1];

void lyc_certificate_files_init(lyc_certificate_files_t f);
void lyc_certificate_files_clear(lyc_certificate_files_t f);
/* Appends a file, and writes DIR/NAME unless dir is NULL. 1 on success. */
int lyc_certificate_files_add(lyc_certificate_files_t f,
                              const lyc_certificate_t c, const char *dir,
                              const char *name, lyc_diag_t d);

/* ID.k.cert with the law's name before k where the statement has several
 * laws. */
void lyc_statement_certificate_path(lyc_text_t path, const lyc_statement_t s,
                                    const lyc_library_t lib,
                                    const lyc_leaf *leaf);
/* 1 when an earlier leaf is the same exponent of the same law. */
int lyc_statement_leaf_is_repeated(const lyc_statement_t s, long i);

/* Appends ID.k.cert for every exponent in the statement, with the law's name
 * before k where the statement has several laws; writes them into the folder
 * `dir` unless it is NULL. 1 on success. */
int lyc_statement_add_certificates(lyc_certificate_files_t files,
                                   const lyc_statement_t s,
                                   const lyc_library_t lib, const char *dir,
                                   lyc_diag_t d);

/* ---- the verdict of a run ---- */

typedef struct
{
    long proved, disproved, undecided; /* prove, refute and theorem */
    long vacuous; /* theorems among the undecided that say nothing */
    long open, open_certified;
    long ensembles; /* with a verdict of their own */
    long ensembles_proved, ensembles_disproved;
} lyc_tally;

/* Adds one decision. */
void lyc_tally_add(lyc_tally *t, lyc_claim_kind kind, const lyc_decision_t r);
/* DISPROVED over UNDECIDED over PROVED; UNDECIDED when nothing was counted
 * that decides. */
lyc_verdict_t lyc_tally_verdict(const lyc_tally *t);

#endif
