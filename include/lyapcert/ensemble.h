/* Ensembles: laws drawn by chance, the readings of chapter residual decided on
 * each, counted, and compared with words that are expected. */
#ifndef LYAPCERT_ENSEMBLE_H
#define LYAPCERT_ENSEMBLE_H

#include "lyapcert/readings.h"
#include "lyapcert/state.h"
#include "lyapcert/theorem.h"

/* The word on one reading of one law, as a letter. */
typedef enum
{
    LYC_WORD_PROVED,   /* P */
    LYC_WORD_INFINITE, /* I: proved, because the right side is inf */
    LYC_WORD_DISPROVED,
    LYC_WORD_UNDECIDED,
    LYC_WORD_VACUOUS,
    LYC_WORDS
} lyc_word;

/* 'P', 'I', 'D', 'U' or 'V'. */
char lyc_word_letter(lyc_word word);
/* -1 for another letter. */
int lyc_word_of_letter(char letter);
/* "PROVED", …; PROVED also for LYC_WORD_INFINITE. */
const char *lyc_word_name(lyc_word word);

/* One law: LYC_READINGS letters and NUL. */
typedef char lyc_words_t[LYC_READINGS + 1];

/* count[i][w]: laws on whose reading i the word is w. */
typedef struct
{
    long count[LYC_READINGS][LYC_WORDS];
} lyc_word_counts;

/* ---- what is expected ---- */

typedef struct
{
    long laws;
    lyc_word_counts counts;
} lyc_expected_counts;

typedef struct
{
    char *name;
    lyc_expected_counts *counts;
    long blocks;
    lyc_words_t *words;
    long laws;
} lyc_expected;

/* A file of words; format in doc/verdicts.md. */
typedef struct
{
    char *file; /* NULL: nothing is expected */
    lyc_expected *ensemble;
    long ensembles;
} lyc_expectation_struct;
typedef lyc_expectation_struct lyc_expectation_t[1];

void lyc_expectation_init(lyc_expectation_t e);
void lyc_expectation_clear(lyc_expectation_t e);
/* 1; or 0 and d: FAILURE where the file cannot be read, MALFORMED with place
 * where it is not such a file. */
int lyc_expectation_read(lyc_expectation_t e, const char *file, lyc_diag_t d);
/* The file that the chapter's front matter names, found from the chapter's
 * folder; each of its ensembles must be one of the chapter. Nothing without
 * such a name. 1; or 0 and d. */
int lyc_expectation_of_chapter(lyc_expectation_t e, const lyc_chapter_t c,
                               lyc_diag_t d);
const lyc_expected *lyc_expectation_find(const lyc_expectation_t e,
                                         const char *name);

/* ---- deciding ---- */

/* A law that is to be shown. */
typedef struct
{
    long number; /* of the ensemble's laws, from 1 */
    char *law;   /* an argument of `lyapcert bound` */
    char *reason;
} lyc_ensemble_law;

typedef struct
{
    lyc_ensemble_law *law;
    long length;
} lyc_ensemble_list;

/* Laws that meet the hypothesis of a theorem, and those on which what follows
 * is certified as well. */
typedef struct
{
    long met, held;
} lyc_implied;

enum
{
    LYC_IMPLIED_WEAKER, /* R2 implies R1 and R3 */
    LYC_IMPLIED_HALF,   /* ||A|| <= 1/2 implies R2: residual.half */
    LYC_IMPLIED_WINDOW, /* ||A|| < 1 implies R5: residual.window */
    LYC_IMPLIED
};

/* "R2 implies R1 and R3"; i from 0. */
const char *lyc_implied_statement(int i);

typedef struct
{
    const lyc_chapter_struct *chapter;
    const lyc_ensemble *ensemble;
    const lyc_expected *expected; /* NULL: none */
    char *id;
    lyc_generator_t generator;
    long total; /* laws there are */
    long laws;  /* laws looked at */
    lyc_word_counts counts;
    lyc_words_t *words; /* total; empty strings where not looked at */
    lyc_implied implied[LYC_IMPLIED];
    lyc_ensemble_list undecided;
    int is_looser; /* 1: a word is U or expected to be, and not both */
    int is_lost;   /* 1: a word is U and expected to be another one */
    lyc_ensemble_list contradicted; /* against a theorem */
    lyc_ensemble_list different; /* from what is expected; number 0: counts */
    lyc_method_count *method;    /* laws, by method */
    long methods;
    fmpq_t most_undecided; /* share of the readings that may be */
    double seconds;        /* of all laws, added up */
    int is_vacuous;        /* no reading of any law says something */
    lyc_verdict_t verdict;
} lyc_ensemble_run_struct;
typedef lyc_ensemble_run_struct lyc_ensemble_run_t[1];

void lyc_ensemble_run_init(lyc_ensemble_run_t r);
void lyc_ensemble_run_clear(lyc_ensemble_run_t r);

/* Ensemble i of the chapter, as large as a full run's where `full`. 1; or 0
 * and d (MALFORMED with place). */
int lyc_ensemble_prepare(lyc_ensemble_run_t r, const lyc_chapter_t chapter,
                         long i, int full, const lyc_expectation_t e,
                         lyc_diag_t d);

typedef void lyc_ensemble_watch(void *context, const lyc_ensemble_run_t r);

/* Decides every reading of every law by `workers` processes;
 * effort->max_seconds is the budget of one law. Outcomes are recalled from and
 * kept in the state. 1; or 0 and d on FAILURE.
 * verdict: DISPROVED where a theorem is contradicted or an expected word is;
 * else UNDECIDED where more readings are than may be, where one is that is
 * expected to be decided, where a law was not reached, or where the ensemble is
 * vacuous; else PROVED. */
int lyc_ensemble_decide(lyc_ensemble_run_t r, const lyc_effort *effort,
                        lyc_limits_t limits, int workers, lyc_state_t state,
                        lyc_ensemble_watch *watch, void *context, lyc_diag_t d);

/* "PROVED", "DISPROVED", "UNDECIDED" or "VACUOUS". */
const char *lyc_ensemble_word(const lyc_ensemble_run_t r);

void lyc_tally_add_ensemble(lyc_tally *t, const lyc_ensemble_run_t r);

/* The words of all runs as a file that lyc_expectation_read reads. */
void lyc_expectation_format(lyc_text_t out, const lyc_ensemble_run_struct *run,
                            long runs);

#endif
