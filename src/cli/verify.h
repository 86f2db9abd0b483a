/* The result of `lyapcert verify`, and how it is shown. */
#ifndef LYAPCERT_CLI_VERIFY_H
#define LYAPCERT_CLI_VERIFY_H

#include "cli/cli.h"
#include "lyapcert/ensemble.h"
#include "lyapcert/sweep.h"
#include "lyapcert/theorem.h"

typedef struct
{
    lyc_chapter_struct *chapter;
    long chapters;
    lyc_statement_struct *statement; /* of all chapters, in order */
    lyc_decision_struct *decision;
    lyc_sweep_struct **sweep; /* of claims about ranges; else NULL */
    int *is_prepared; /* 0: its law could not be evaluated within limits */
    lyc_certificate_files_struct *files; /* of each statement */
    int names_certificates;              /* files are wanted */
    long statements;
    lyc_trial_struct *trial; /* theorems of all chapters, in order */
    long trials;
    lyc_ensemble_run_struct *run; /* ensembles of all chapters, in order */
    long runs;
    lyc_expectation_struct *expectation; /* of each chapter */
    lyc_state_t state;
    int workers; /* processes */
    lyc_library_t library;
    lyc_tally tally;
    long certificates; /* files written */
    double seconds;
} lyc_verification;

void lyc_verification_init(lyc_verification *v);
void lyc_verification_clear(lyc_verification *v);

/* Reads the chapters, checks what they use and every statement, before any
 * work is done. 1 on success. */
int lyc_verification_read(lyc_verification *v, int n, char *const *file,
                          int full, lyc_diag_t d);

/* Each process works on one law, with one thread. */
void lyc_verify_set_workers(lyc_verification *v, lyc_options *o);
int lyc_verify_make_directory(const char *dir, lyc_diag_t d);

/* Decides everything; o->cert gets the certificates. Says on standard error
 * what is not PROVED. 1; or 0 and d. */
int lyc_verification_decide(lyc_verification *v, lyc_options *o, lyc_diag_t d);

/* "left [..], right [..]" for one decision. */
void lyc_verify_sides(lyc_text_t out, const lyc_statement_t s,
                      const lyc_decision_t r);
/* 1 when no law enters side i (0 or 1): its own text says more than an
 * enclosure. */
int lyc_verify_is_plain(const lyc_statement_t s, int i);
/* The methods that bounded the statement's exponents, each once. */
void lyc_verify_methods(lyc_text_t out, const lyc_verification *v,
                        const lyc_statement_t s);
const char *lyc_verify_kind(lyc_claim_kind kind);

/* "conclude ... for k = 1: left [..], right [..]; why", of an instance. */
void lyc_verify_failing(lyc_text_t out, const lyc_failing *f);
/* "gauge 12, triangular 3"; "-" for none. */
void lyc_verify_method_counts(lyc_text_t out, const lyc_method_count *method,
                              long methods);
/* The table of theorems. */
void lyc_verify_trials_text(lyc_text_t out, const lyc_verification *v);
/* A theorem that is not PROVED, on standard error: where, and each instance
 * that is not PROVED or VACUOUS as a law. */
void lyc_verify_say_trial(const lyc_trial_t r);
/* Digest of the text on which a claim depends; NULL: a theorem, which depends
 * on all blocks. */
json_t *lyc_verify_source(const lyc_chapter_t c, const lyc_claim *claim);
json_t *lyc_verify_trials_json(const lyc_verification *v);

/* Decides all ensembles, after the claims. 1; or 0 and d. */
int lyc_verify_ensembles(lyc_verification *v, const lyc_effort *effort,
                         lyc_limits_t limits, int quiet, lyc_diag_t d);
/* The table of ensembles. */
void lyc_verify_ensembles_text(lyc_text_t out, const lyc_verification *v);
/* What is undecided, not as expected, or against a theorem: on standard error,
 * with laws. */
void lyc_verify_say_ensemble(const lyc_ensemble_run_t r);
json_t *lyc_verify_ensembles_json(const lyc_verification *v);

void lyc_verify_get_text(lyc_text_t out, const lyc_verification *v);
void lyc_verify_get_json(json_t *object, const lyc_verification *v);

#endif
