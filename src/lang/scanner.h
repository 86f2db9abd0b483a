/* What the scanner keeps beside flex's own state. */
#ifndef LYAPCERT_LANG_SCANNER_H
#define LYAPCERT_LANG_SCANNER_H

#include "lyapcert/syntax.h"

/* A byte that no rule of the language begins with. */
#define LYC_SCANNER_BAD_BYTE (-1)

typedef struct
{
    size_t begin, end;  /* of what was matched last */
    size_t line_begin;  /* of the current line */
    int line;           /* from 1 */
    size_t comment_end; /* of the last comment; 0 before the first */
} lyc_scanner;

void lyc_scanner_advance(lyc_scanner *s, size_t bytes);
void lyc_scanner_newline(lyc_scanner *s);

#endif
