/* Growing text, whole-file reading, and files that appear whole or not at
 * all. */
#ifndef LYAPCERT_TEXT_H
#define LYAPCERT_TEXT_H

#include <stddef.h>
#include <stdlib.h> /* free: for what lyc_malloc returns */

#include "lyapcert/diag.h"

typedef struct
{
    char *bytes; /* NUL-terminated; never NULL after init */
    size_t length;
    size_t capacity;
} lyc_text_struct;
typedef lyc_text_struct lyc_text_t[1];

void lyc_text_init(lyc_text_t t);
void lyc_text_clear(lyc_text_t t);
void lyc_text_add(lyc_text_t t, const char *bytes);
void lyc_text_add_n(lyc_text_t t, const char *bytes, size_t n);
void lyc_text_printf(lyc_text_t t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void lyc_text_reset(lyc_text_t t);

/* Reads the whole file (bytes as they are). 1 on success; else 0 and d says
 * FAILURE. */
int lyc_text_read_file(lyc_text_t t, const char *path, lyc_diag_t d);

/* Writes path by way of a temporary file beside it, flushed and renamed.
 * 1 on success; else 0, d says FAILURE and path is as it was. */
int lyc_text_write_file(const char *path, const char *bytes, size_t n,
                        lyc_diag_t d);

/* ---- gzip (RFC 1952) ---- */

/* Begins as a compressed file does. */
int lyc_text_is_gzip(const lyc_text_t t);
/* A compressed text becomes what it holds, any other stays. 1; or 0 and d:
 * MALFORMED when it is damaged, cut off or followed by anything, UNDECIDED when
 * it holds more than `most` bytes. `file` names it. */
int lyc_text_gunzip(lyc_text_t t, size_t most, const char *file, lyc_diag_t d);
/* The text becomes compressed: without a name or a time. 1; or 0 and d. */
int lyc_text_gzip(lyc_text_t t, lyc_diag_t d);

/* malloc, realloc and strdup that end the program with the FAILURE status
 * where memory is short. */
void *lyc_malloc(size_t bytes);
void *lyc_calloc(size_t count, size_t size);
void *lyc_realloc(void *p, size_t bytes);
char *lyc_strdup(const char *s);

#endif
