/* What the sections of the bench share. A section is a file bench/NAME.c with
 * its own main, built as build/bench/NAME and run as
 *
 *     build/bench/NAME [--quick] FILE.tsv
 *
 * It prints aligned tables and writes the same numbers, unrounded, to FILE. */
#ifndef LYC_BENCH_H
#define LYC_BENCH_H

#include "lyapcert/law.h"
#include "lyapcert/limits.h"
#include "lyapcert/report.h"

/* ---- command line ---- */

typedef struct
{
    int is_quick;
    const char *file;
} bench_args;

/* Ends the program with MALFORMED when the arguments are not as above. */
bench_args bench_parse(int argc, char **argv);

/* ---- laws ---- */

typedef struct
{
    const char *name, *text;
    double tol, quick_tol; /* widths asked of lambda_1 */
} bench_law;

/* Random Fibonacci, a contracting pair plain, residual and near the identity,
 * five atoms, a positive pair. */
#define BENCH_LAWS 6
extern const bench_law bench_laws[BENCH_LAWS];

/* A law and what calls on it need. */
typedef struct
{
    lyc_law_t law;
    lyc_limits_t limits; /* none */
    lyc_diag_t d;
} bench_case;

/* Ends the program where the law's text is bad. */
void bench_case_init(bench_case *c, const bench_law *from);
void bench_case_clear(bench_case *c);
/* Ends the program with FAILURE and what c->d says. */
_Noreturn void bench_case_fail(const bench_case *c);

/* ---- measuring ---- */

/* Processor seconds of this process. */
double bench_seconds(void);

/* Runs work(out, data) in a child process, which fills out[0 … n-1]. Returns
 * the child's peak resident memory in bytes; ends the program where the child
 * did not end normally. */
double bench_child(double *out, size_t n,
                   void (*work)(double *out, const void *data),
                   const void *data);

/* ---- sheets: one row a law, shown and written ---- */

#define BENCH_COLUMNS 16

/* How a number is shown; the file has it with 17 digits. */
typedef enum
{
    BENCH_COUNT, /* 12345 */
    BENCH_SHORT, /* two significant digits: 3.1e-07, 0.12, 84, 84000 */
    BENCH_TIMES  /* a ratio: 27 x, 1.9e+13 x */
} bench_format;

typedef struct
{
    const char *head; /* shown, and in the file: only letters, digits, _ */
    bench_format format;
} bench_column;

typedef struct
{
    lyc_table_t table;
    lyc_text_t file;
    const bench_column *column;
    long columns;
} bench_sheet;

/* Before the columns stands one for the law's name. */
void bench_sheet_init(bench_sheet *s, const bench_column *column, long columns);
void bench_sheet_row(bench_sheet *s, const char *name, const double *value);
/* Prints the title and the table on standard output. */
void bench_sheet_print(const bench_sheet *s, const char *title);
/* Writes the sheets one after the other, an empty line between them; ends the
 * program where that fails. */
void bench_sheets_write(const bench_sheet *const *sheets, long n,
                        const char *path);
void bench_sheet_clear(bench_sheet *s);

#endif
