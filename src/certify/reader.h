/* A strict reader of lines and words. Lines end with a newline, none is empty;
 * words stand between single spaces; numbers are canonical. Everything else
 * is MALFORMED at its place. */
#ifndef LYC_CERTIFY_READER_H
#define LYC_CERTIFY_READER_H

#include <stdint.h>

#include "lyapcert/arith.h"
#include "lyapcert/text.h"

typedef struct
{
    const char *file;
    const char *bytes;
    size_t length;
    size_t next;     /* where the next line begins */
    int line;        /* number of the current line, from 1 */
    lyc_text_t text; /* the current line; words are cut off in place */
    size_t at;       /* where the next word begins; length + 1: none left */
    size_t word;     /* where the last word began */
} lyc_reader_struct;
typedef lyc_reader_struct lyc_reader_t[1];

void lyc_reader_init(lyc_reader_t r, const char *bytes, size_t length,
                     const char *file);
void lyc_reader_clear(lyc_reader_t r);

lyc_place lyc_reader_place(const lyc_reader_t r);
/* Bytes that are left after the current line. */
size_t lyc_reader_left(const lyc_reader_t r);

/* Each returns 1, or 0 with d set. */
int lyc_reader_line(lyc_reader_t r, lyc_diag_t d);
int lyc_reader_end(lyc_reader_t r, lyc_diag_t d); /* of the line */
int lyc_reader_slong(slong *n, lyc_reader_t r, slong low, slong high,
                     lyc_diag_t d);
int lyc_reader_int64(int64_t *n, lyc_reader_t r, lyc_diag_t d);
int lyc_reader_fmpz(fmpz_t n, lyc_reader_t r, lyc_diag_t d);
/* Hexadecimal, lower case, canonical. */
int lyc_reader_hex(fmpz_t n, lyc_reader_t r, lyc_diag_t d);
/* A rational in lowest terms, with the character `end` behind it when that is
 * not 0. */
int lyc_reader_fmpq(fmpq_t q, lyc_reader_t r, char end, lyc_diag_t d);
int lyc_reader_expect(lyc_reader_t r, const char *word, lyc_diag_t d);
/* The index of the word among `words` (ends with NULL). */
int lyc_reader_choice(int *index, lyc_reader_t r, const char *const *words,
                      lyc_diag_t d);

/* The next word, valid until the next line; NULL with d set if none. */
const char *lyc_reader_word(lyc_reader_t r, lyc_diag_t d);
/* The rest of the line, not empty; NULL with d set if it is. */
const char *lyc_reader_rest(lyc_reader_t r, lyc_diag_t d);

#endif
