#include <string.h>

#include "lang/message.h"
#include "lang/expr.h"

#define LONGEST 40

const char *lyc_quote_bytes(lyc_quote out, const char *bytes, size_t n)
{
    size_t shown = n > LONGEST ? LONGEST - 3 : n, i;
    char *p = out;

    *p++ = '\'';
    for (i = 0; i < shown; i++)
        *p++ = (char)(bytes[i] >= 0x20 && bytes[i] <= 0x7e ? bytes[i] : '?');
    strcpy(p, n > LONGEST ? "...'" : "'");
    return out;
}

const char *lyc_quote_token(lyc_quote out, const lyc_tokens_t t, long i,
                            long to)
{
    const lyc_token *token = t->token + i;

    if (i >= to || token->kind == 0)
        return strcpy(out, "the end of the statement");
    return lyc_quote_bytes(out, t->source.bytes + token->begin,
                           token->end - token->begin);
}

lyc_place lyc_token_place(const lyc_tokens_t t, long i, long to)
{
    lyc_place place;

    if (i < to || to == 0)
        return t->token[i].place;
    place = t->token[to - 1].place;
    place.column += (int)(t->token[to - 1].end - t->token[to - 1].begin);
    return place;
}

char *lyc_token_copy(const lyc_tokens_t t, long i)
{
    size_t n = t->token[i].end - t->token[i].begin;
    char *s = lyc_malloc(n + 1);

    memcpy(s, t->source.bytes + t->token[i].begin, n);
    s[n] = 0;
    return s;
}

int lyc_token_is(const lyc_tokens_t t, long i, const char *word)
{
    const lyc_token *token = t->token + i;
    size_t n = token->end - token->begin;

    return token->kind == LYC_TOKEN_NAME && n == strlen(word) &&
           memcmp(t->source.bytes + token->begin, word, n) == 0;
}

int lyc_message_bad_byte(lyc_diag_t d, lyc_place place, unsigned char byte,
                         int in_comment)
{
    if (in_comment)
        return lyc_diag_set(d, LYC_MALFORMED, place,
                            "unexpected byte 0x%02X in a comment, expected "
                            "printable UTF-8",
                            byte);
    if (byte > 0x20 && byte < 0x7f)
        return lyc_diag_set(d, LYC_MALFORMED, place,
                            "unexpected character '%c'", byte);
    return lyc_diag_set(d, LYC_MALFORMED, place,
                        "unexpected byte 0x%02X, expected printable ASCII "
                        "(comments may hold UTF-8)",
                        byte);
}
