/* What the subcommands share. */
#ifndef LYAPCERT_CLI_CLI_H
#define LYAPCERT_CLI_CLI_H

#include <signal.h>

#include "lyapcert/enclosure.h"
#include "lyapcert/json.h"
#include "lyapcert/report.h"
#include "lyapcert/simulate.h"

/* ---- options ---- */

#define LYC_OPTIONS_MAX_LEVELS 16

typedef struct
{
    int has_tol;
    double tol;   /* > 0 */
    slong digits; /* 0: not given */
    slong *k;     /* indices of -k, each >= 1 */
    long ks;
    int all;
    int has_method;
    lyc_method_t method;
    long steps;
    long depth; /* of -L; 0: not given */
    struct
    {
        const char *text; /* borrowed */
        int side;         /* 1: --exceed, -1: --below */
    } level[LYC_OPTIONS_MAX_LEVELS];
    int levels;
    const char *cert;            /* borrowed from argv; NULL: not given */
    const char *resume, *record; /* files of verify; NULL: not given */
    const char *results;         /* folder of cite; NULL: not given */
    const char *decided;         /* file of weave; NULL: not given */
    int json, verbose, quiet, full, help, version;
    int has_max_seconds;
    double law_seconds;  /* of verify; 0: not given */
    lyc_limits_t limits; /* as the options set them */
    char **shown;        /* argv, options first */
    char **argument;     /* what is not an option: the rest of shown */
    int arguments;
} lyc_options;

/* Options that a subcommand takes besides --json --threads --seed
 * --max-seconds --max-memory --max-cones -v --quiet --help --version. */
enum
{
    LYC_TAKES_TOL = 1,
    LYC_TAKES_DIGITS = 2,
    LYC_TAKES_K = 4, /* -k and --all */
    LYC_TAKES_METHOD = 8,
    LYC_TAKES_CERT = 16,
    LYC_TAKES_STEPS = 32,
    LYC_TAKES_RUNS = 64, /* --resume, --record */
    LYC_TAKES_FULL = 128,
    LYC_TAKES_JOBS = 256, /* -j */
    LYC_TAKES_DECIDED = 512,
    LYC_TAKES_DEPTH = 1024, /* -L, --exceed, --below */
    LYC_TAKES_RESULTS = 2048
};

void lyc_options_init(lyc_options *o);
void lyc_options_clear(lyc_options *o);

/* argv[0] is the subcommand. Permutes argv. 1 on success; else 0 and d is
 * MALFORMED and names the option and what was expected. */
int lyc_options_parse(lyc_options *o, int argc, char **argv, int takes,
                      lyc_diag_t d);

/* Progress on standard error: -v, or a terminal, and not --quiet. */
void lyc_options_progress(lyc_options *o);

/* Strict numerals: the whole string, no blanks, no sign, no nan, no inf, in
 * range. 1 on success. */
int lyc_options_positive(double *x, const char *s);
int lyc_options_integer(long *n, const char *s, long least, long most);
int lyc_options_unsigned(unsigned long *n, const char *s);
/* Bytes with an optional suffix K, M, G or T (powers of 1024). */
int lyc_options_bytes(size_t *n, const char *s);
/* "1,2,5": indices >= 1; *k is allocated. */
int lyc_options_indices(slong **k, long *length, const char *s);

/* ---- a run: what will be printed, and the one verdict ---- */

typedef struct
{
    const char *command; /* "bound"; "" before it is known */
    int wants_json;
    int says_verdict; /* 0 for help, version and what is not certified */
    lyc_verdict_t verdict;
    lyc_diag_t diag; /* reason of what is not PROVED */
    lyc_text_t out;  /* standard output so far, without the verdict line */
    json_t *json;    /* the object so far */
} lyc_run;

void lyc_run_init(lyc_run *run);
void lyc_run_clear(lyc_run *run);

/* The run ends as d says: what was to be printed is dropped. */
void lyc_run_fail(lyc_run *run);

/* out becomes what is printed: with the verdict line, or the object. */
void lyc_run_add_verdict(lyc_run *run);

/* Prints the reason, the result and the verdict. Returns the verdict, which
 * is FAILURE when standard output could not be written. */
lyc_verdict_t lyc_run_finish(lyc_run *run);

/* ---- subcommands: argv[0] is the subcommand ---- */
void lyc_cli_bound(lyc_run *run, int argc, char **argv);
void lyc_cli_check(lyc_run *run, int argc, char **argv);
void lyc_cli_verify(lyc_run *run, int argc, char **argv);
void lyc_cli_weave(lyc_run *run, int argc, char **argv);
void lyc_cli_cite(lyc_run *run, int argc, char **argv);
void lyc_cli_compare(lyc_run *run, int argc, char **argv);
void lyc_cli_simulate(lyc_run *run, int argc, char **argv);
void lyc_cli_solve(lyc_run *run, int argc, char **argv);
void lyc_cli_flag(lyc_run *run, int argc, char **argv);
void lyc_cli_depth(lyc_run *run, int argc, char **argv);

/* Help of a subcommand ("" for the command itself). 0 when there is no such
 * subcommand. */
int lyc_cli_help(lyc_text_t out, const char *command);
void lyc_cli_version(lyc_text_t out);

/* The one LAW of a subcommand that takes no other argument. 1 on success; else
 * 0 and d. */
int lyc_cli_one_law(lyc_law_t law, lyc_text_t label, const lyc_options *o,
                    const char *command, lyc_diag_t d);

/* What a subcommand does with its law; it sets the verdict, or fails. */
typedef void (*lyc_law_command)(lyc_run *run, lyc_options *o,
                                const lyc_law_t law, const char *label);

/* A subcommand that takes one LAW and the options `takes`: reads both, shows
 * progress, watches for interruptions and runs body. */
void lyc_cli_on_law(lyc_run *run, int argc, char **argv, int takes,
                    lyc_law_command body);

/* Answers --help and --version. 1 when it did. */
int lyc_cli_asked(lyc_run *run, const lyc_options *o);

/* ---- laws on the command line ---- */

/* An expression, which may stand after ranges of parameters, a file (its last
 * law), FILE:name, or a chapter. label gets
 * what to call it in print. 1 on success; else 0 and d. */
int lyc_cli_law(lyc_law_t law, lyc_text_t label, const char *argument,
                lyc_diag_t d);

/* "forall s in [a, b], t in [c, d]: LAW". */
int lyc_cli_has_ranges(const char *text);
/* The parameters become definitions of p; *law is the expression after them,
 * in blanks up to its column, to be freed. 1; or 0 and d: MALFORMED. */
int lyc_cli_read_ranges(lyc_program_t p, char **law, const char *text,
                        const char *file, lyc_diag_t d);

/* ---- interruption ---- */

/* Non-zero after the first SIGINT or SIGTERM; a second one ends the program
 * at once. */
extern volatile sig_atomic_t lyc_cli_interrupted;

/* The first SIGINT or SIGTERM makes `limits` out of time. */
void lyc_cli_watch(lyc_limits_struct *limits);

#endif
