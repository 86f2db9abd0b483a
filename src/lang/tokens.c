#include <stdlib.h>

#include "lang/brackets.h"
#include "lang/message.h"
#include "lang/scanner.h"
#include "lang/expr.h"
#include "lang/scan.h"

/* Longer texts are refused; so are longer names and numerals (bytes). */
#define MAX_SOURCE ((size_t)1 << 28)
#define MAX_NAME 250
#define MAX_NUMERAL 100000

void lyc_tokens_init(lyc_tokens_t t)
{
    t->source = (lyc_source){NULL, "", 0, 1};
    t->token = lyc_calloc(1, sizeof(lyc_token));
    t->length = 0;
}

void lyc_tokens_clear(lyc_tokens_t t)
{
    free(t->token);
    t->token = NULL;
    t->length = 0;
}

static lyc_token token_here(const lyc_tokens_t t, const lyc_scanner *s,
                            int kind)
{
    lyc_token token = {.kind = kind, .begin = s->begin, .end = s->end};

    token.place.file = t->source.file;
    token.place.line = s->line + t->source.first_line - 1;
    token.place.column = (int)(s->begin - s->line_begin) + 1;
    return token;
}

/* Room for the token itself and for the end token after it. */
static void append(lyc_tokens_t t, lyc_token token)
{
    size_t n = (size_t)t->length + 2;

    if ((n & (n - 1)) == 0)
        t->token = lyc_realloc(t->token, 2 * n * sizeof(lyc_token));
    t->token[t->length++] = token;
}

static int check_length(const lyc_token *token, lyc_diag_t d)
{
    size_t n = token->end - token->begin;

    if (token->kind == LYC_TOKEN_NAME && n > MAX_NAME)
        return lyc_diag_set(d, LYC_MALFORMED, token->place,
                            "a name of %zu letters, expected at most %d", n,
                            MAX_NAME);
    if (token->kind == LYC_TOKEN_NUMBER && n > MAX_NUMERAL)
        return lyc_diag_set(d, LYC_MALFORMED, token->place,
                            "a numeral of %zu digits, expected at most %d", n,
                            MAX_NUMERAL);
    return 1;
}

static int scan_all(lyc_tokens_t t, yyscan_t scanner, lyc_scanner *s,
                    lyc_diag_t d)
{
    lyc_brackets brackets = {.depth = 0};
    int kind;

    while ((kind = lyc_scan_lex(scanner)) != 0)
    {
        lyc_token token = token_here(t, s, kind);

        if (kind == LYC_SCANNER_BAD_BYTE)
            return lyc_message_bad_byte(
                d, token.place, (unsigned char)t->source.bytes[s->begin],
                s->comment_end == s->begin && s->begin > 0);
        if (!check_length(&token, d))
            return 0;
        append(t, token);
        if (!lyc_brackets_follow(&brackets, t, t->length - 1, d))
            return 0;
    }
    s->begin = s->end;
    t->token[t->length] = token_here(t, s, 0);
    return lyc_brackets_closed(&brackets, t, d);
}

int lyc_tokens_scan(lyc_tokens_t t, const lyc_source *source, lyc_diag_t d)
{
    lyc_scanner s = {.line = 1};
    yyscan_t scanner;
    int ok;

    lyc_tokens_clear(t);
    lyc_tokens_init(t);
    t->source = *source;
    if (source->length > MAX_SOURCE)
        return lyc_diag_set(d, LYC_MALFORMED,
                            (lyc_place){source->file, source->first_line, 1},
                            "a text of %zu bytes, expected at most %zu",
                            source->length, MAX_SOURCE);

    lyc_scan_lex_init_extra(&s, &scanner);
    lyc_scan__scan_bytes(source->bytes, (int)source->length, scanner);
    ok = scan_all(t, scanner, &s, d);
    lyc_scan_lex_destroy(scanner);
    return ok;
}
