/* Syntax errors in plain words: what was expected, what was found. */
#ifndef LYAPCERT_LANG_EXPECT_H
#define LYAPCERT_LANG_EXPECT_H

#include <stdlib.h>

#include "lang/message.h"
#include "lang/tree.h"

/* name[0..n-1]: the symbols that could have stood where the parser is, as the
 * grammar writes them. The token found is the one read last, or the end of
 * the statement. */
void lyc_expect_one_of(lyc_parse *parse, const char *const *name, int n,
                       int at_end);

/* MALFORMED at token i: expected the words, found the token (or the end of
 * the statement, from token `to` on). */
int lyc_expected(const lyc_tokens_t t, long i, long to, const char *words,
                 lyc_diag_t d);

void lyc_expect_less_depth(lyc_parse *parse);

#endif
