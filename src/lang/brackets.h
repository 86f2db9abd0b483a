/* Brackets pair up, at most LYC_EXPR_MAX_HEIGHT of them open at once. */
#ifndef LYAPCERT_LANG_BRACKETS_H
#define LYAPCERT_LANG_BRACKETS_H

#include "lyapcert/syntax.h"

typedef struct
{
    long depth;
    long open[LYC_EXPR_MAX_HEIGHT]; /* tokens */
} lyc_brackets;

/* 1 for ( [ {, -1 for ) ] }, 0 for everything else. */
int lyc_bracket_step(int kind);

/* Takes note of token i of t. 1, or 0 and d. */
int lyc_brackets_follow(lyc_brackets *b, const lyc_tokens_t t, long i,
                        lyc_diag_t d);

/* 1 when none is open, else 0 and d. */
int lyc_brackets_closed(const lyc_brackets *b, const lyc_tokens_t t,
                        lyc_diag_t d);

#endif
