/* Diagnostics: what went wrong, where, and the verdict that follows. */
#ifndef LYAPCERT_DIAG_H
#define LYAPCERT_DIAG_H

#include "lyapcert/verdict.h"

/* A place in a text. line and column count from 1; line 0: no place.
 * Columns count bytes. */
typedef struct
{
    const char *file; /* borrowed; NULL: no file */
    int line;
    int column;
} lyc_place;

typedef struct
{
    int is_set;
    lyc_verdict_t status; /* MALFORMED, UNDECIDED (a limit) or FAILURE */
    char *text;           /* "file:line:column: message"; owned */
} lyc_diag_struct;
typedef lyc_diag_struct lyc_diag_t[1];

void lyc_diag_init(lyc_diag_t d);
void lyc_diag_clear(lyc_diag_t d);

/* Records an error unless one is recorded already (the first one counts).
 * Always returns 0, so that `return lyc_diag_set(…)` reports failure from a
 * function that returns 1 for success. */
int lyc_diag_set(lyc_diag_t d, lyc_verdict_t status, lyc_place place,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same without a place. */
int lyc_diag_fail(lyc_diag_t d, lyc_verdict_t status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
