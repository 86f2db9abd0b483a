/* Runs the built command and keeps what it said. */
#ifndef LYAPCERT_TESTS_CLI_COMMAND_H
#define LYAPCERT_TESTS_CLI_COMMAND_H

#include "lyapcert/text.h"
#include "lyapcert/verdict.h"

typedef struct
{
    int status; /* exit status; 1000 + n when signal n ended it */
    lyc_text_t out, err;
} reply;

/* Runs $LYAPCERT (default: the lyapcert of the build) with these arguments;
 * the last one is NULL. */
void ask(reply *r, const char *first, ...);
/* The same with standard output opened as `path`. */
void ask_into(reply *r, const char *path, const char *const *arguments);
void reply_clear(reply *r);

/* The last line of standard output without its line end. */
const char *last_line(const reply *r);

/* The exit status is v, the last line of standard output is its verdict line,
 * and it is the only verdict line. */
void expect(reply *r, lyc_verdict_t v);
/* The same, and standard error contains `part`. */
void expect_why(reply *r, lyc_verdict_t v, const char *part);

/* ---- a folder of its own for each test ---- */

/* PATH of `name` in the test's folder; the string lives until the end. */
const char *path_of(const char *name);
/* Writes a file there; returns its path. */
const char *file_of(const char *name, const char *text);
const char *file_of_bytes(const char *name, const char *bytes, size_t n);
void remove_folder(void);

#endif
