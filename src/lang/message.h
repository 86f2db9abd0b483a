/* What messages show of the text: short, printable, quoted. */
#ifndef LYAPCERT_LANG_MESSAGE_H
#define LYAPCERT_LANG_MESSAGE_H

#include "lyapcert/syntax.h"

/* A quotation of at most 40 bytes of text, quotes and NUL. */
typedef char lyc_quote[48];

/* 'text', cut to 37 bytes and "..." where it is longer; bytes that are not
 * printable ASCII become '?'. */
const char *lyc_quote_bytes(lyc_quote out, const char *bytes, size_t n);

/* Token i quoted; from token `to` on: "the end of the statement". */
const char *lyc_quote_token(lyc_quote out, const lyc_tokens_t t, long i,
                            long to);

/* Where token i stands; from token `to` on: just behind token to - 1. */
lyc_place lyc_token_place(const lyc_tokens_t t, long i, long to);

/* The bytes of token i as a string of its own. */
char *lyc_token_copy(const lyc_tokens_t t, long i);

/* 1 when token i is the name `word`. */
int lyc_token_is(const lyc_tokens_t t, long i, const char *word);

/* MALFORMED: a byte no rule begins with, in a comment or elsewhere. */
int lyc_message_bad_byte(lyc_diag_t d, lyc_place place, unsigned char byte,
                         int in_comment);

#endif
