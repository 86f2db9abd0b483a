#include "lang/brackets.h"

static int closing(int open)
{
    return open == '(' ? ')' : open == '[' ? ']' : '}';
}

int lyc_bracket_step(int kind)
{
    switch (kind)
    {
    case '(':
    case '[':
    case '{':
        return 1;
    case ')':
    case ']':
    case '}':
        return -1;
    default:
        return 0;
    }
}

static int follow_closing(lyc_brackets *b, const lyc_tokens_t t, long i,
                          lyc_diag_t d)
{
    const lyc_token *token = t->token + i, *open;

    if (b->depth == 0)
        return lyc_diag_set(d, LYC_MALFORMED, token->place,
                            "'%c' closes no bracket", token->kind);
    open = t->token + b->open[--b->depth];
    if (closing(open->kind) != token->kind)
        return lyc_diag_set(d, LYC_MALFORMED, token->place,
                            "expected '%c' to close the '%c' of line %d, "
                            "column %d, found '%c'",
                            closing(open->kind), open->kind, open->place.line,
                            open->place.column, token->kind);
    return 1;
}

int lyc_brackets_follow(lyc_brackets *b, const lyc_tokens_t t, long i,
                        lyc_diag_t d)
{
    switch (lyc_bracket_step(t->token[i].kind))
    {
    case 1:
        if (b->depth == LYC_EXPR_MAX_HEIGHT)
            return lyc_diag_set(d, LYC_MALFORMED, t->token[i].place,
                                "more than %d brackets are open",
                                LYC_EXPR_MAX_HEIGHT);
        b->open[b->depth++] = i;
        return 1;
    case -1:
        return follow_closing(b, t, i, d);
    default:
        return 1;
    }
}

int lyc_brackets_closed(const lyc_brackets *b, const lyc_tokens_t t,
                        lyc_diag_t d)
{
    const lyc_token *open;

    if (b->depth == 0)
        return 1;
    open = t->token + b->open[b->depth - 1];
    return lyc_diag_set(d, LYC_MALFORMED, open->place,
                        "this '%c' is never closed, expected '%c'", open->kind,
                        closing(open->kind));
}
