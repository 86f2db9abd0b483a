/* Theorems with instances: hypotheses are certified on each instance first,
 * then every conclusion, by enclosures. */
#ifndef LYAPCERT_THEOREM_H
#define LYAPCERT_THEOREM_H

#include "lyapcert/decide.h"
#include "lyapcert/state.h"

/* ---- laws by chance ---- */

typedef enum
{
    LYC_SIGNS_ANY,
    LYC_SIGNS_NONNEGATIVE
} lyc_signs;

/* finite_laws(…): see doc/language.md for what each member promises. */
typedef struct
{
    slong dim;                     /* 1..8 */
    slong least_atoms, most_atoms; /* 1 <= least <= most <= 64 */
    slong denominator;             /* of drawn entries */
    slong lowest, highest;         /* numerators of drawn entries */
    lyc_signs signs;
    int singular, commuting, triangular, irreducible, random_weights;
    int has_norm, has_least_norm, is_near_identity;
    fmpq_t most_norm, least_norm; /* least < norm(A) <= most */
    fmpq_t scale;                 /* near_identity: I + scale X */
} lyc_generator_struct;
typedef lyc_generator_struct lyc_generator_t[1];

void lyc_generator_init(lyc_generator_t g);
void lyc_generator_clear(lyc_generator_t g);

/* The description of an `instances` statement. 1; or 0 and d: MALFORMED at the
 * option that is unknown, missing, out of range or against another one. */
int lyc_generator_set(lyc_generator_t g, const lyc_program_t p,
                      const lyc_instance *instance, lyc_diag_t d);

/* Appends law number i (from 0) of a seed as text of the language: the same
 * bytes on every machine, and for each i independent of the others. 0 when
 * 1000 draws did not meet the description. */
int lyc_generator_law(lyc_text_t out, const lyc_generator_t g,
                      unsigned long seed, long i);

/* ---- deciding ---- */

typedef enum
{
    LYC_CASE_PROVED,    /* hypotheses and every conclusion certified */
    LYC_CASE_DISPROVED, /* hypotheses certified, a conclusion false */
    LYC_CASE_UNDECIDED, /* otherwise */
    LYC_CASE_VACUOUS    /* a hypothesis is certified to be false */
} lyc_case_word;

/* An instance that is not PROVED and not VACUOUS. */
typedef struct
{
    long number; /* of the theorem's instances, from 1 */
    lyc_place place;
    lyc_case_word word;
    char *law;                /* an argument of `lyapcert bound` */
    const lyc_clause *clause; /* that is false or undecided; NULL: none was
                                 reached */
    slong k;                  /* value of its variable */
    lyc_decision_t decision;  /* on it; the reason also without a clause */
} lyc_failing;

typedef struct
{
    char *name;
    long cases;
} lyc_method_count;

typedef struct
{
    const lyc_chapter_struct *chapter;
    const lyc_theorem *theorem;
    char *id;
    int full;   /* as many instances as in a full run */
    long total; /* instances there are */
    long cases; /* instances looked at */
    long proved, disproved, undecided, vacuous;
    lyc_failing *failing;
    long failures;
    lyc_method_count *method; /* of the conclusions, by name */
    long methods;
    long laws, certificates;
    lyc_verdict_t verdict;
    int is_vacuous; /* no instance meets the hypotheses; verdict UNDECIDED */
    double seconds;
} lyc_trial_struct;
typedef lyc_trial_struct lyc_trial_t[1];

void lyc_trial_init(lyc_trial_t r);
void lyc_trial_clear(lyc_trial_t r);

/* Theorem i of the chapter: every generator's description is read, and the
 * clauses are checked on the first law of each instance statement. full: as
 * many instances as in a full run. 1; or 0 and d (MALFORMED with place). */
int lyc_trial_prepare(lyc_trial_t r, const lyc_chapter_t chapter, long i,
                      int full, lyc_diag_t d);

/* Called after each instance. */
typedef void lyc_trial_watch(void *context, const lyc_trial_t r);

/* Decides all instances by `workers` processes; effort->max_seconds is the
 * budget of each comparison. Certificates go to the folder `cert` unless it is
 * NULL. Outcomes are recalled from and kept in the state. 1; or 0 and d on
 * FAILURE and MALFORMED. */
int lyc_trial_decide(lyc_trial_t r, const lyc_effort *effort,
                     lyc_limits_t limits, const char *cert, int workers,
                     lyc_state_t state, lyc_trial_watch *watch, void *context,
                     lyc_diag_t d);

/* "PROVED", "DISPROVED", "UNDECIDED" or "VACUOUS". */
const char *lyc_case_get_word(lyc_case_word word);
const char *lyc_trial_word(const lyc_trial_t r);

void lyc_tally_add_trial(lyc_tally *t, const lyc_trial_t r);

#endif
