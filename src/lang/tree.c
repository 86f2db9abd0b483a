#include <stdlib.h>

#include "lang/message.h"
#include "lang/tree.h"

static lyc_expr *new_expr(lyc_expr_kind kind, const lyc_token *token)
{
    lyc_expr *e = lyc_calloc(1, sizeof(lyc_expr));

    e->kind = kind;
    e->place = token->place;
    e->begin = token->begin;
    e->end = token->end;
    return e;
}

lyc_expr *lyc_tree_leaf(const lyc_parse *parse, lyc_expr_kind kind, long token)
{
    lyc_expr *e = new_expr(kind, parse->tokens->token + token);

    if (kind == LYC_EXPR_NUMBER || kind == LYC_EXPR_NAME ||
        kind == LYC_EXPR_CALL)
        e->text = lyc_token_copy(parse->tokens, token);
    return e;
}

static void rise(lyc_parse *parse, lyc_expr *e, int height)
{
    if (height > e->height)
        e->height = height;
    if (e->height <= LYC_EXPR_MAX_HEIGHT || parse->failed)
        return;
    parse->failed = 1;
    lyc_diag_set(parse->diag, LYC_MALFORMED, e->place,
                 "the expression is nested more than %d levels deep",
                 LYC_EXPR_MAX_HEIGHT);
}

void lyc_tree_add(lyc_parse *parse, lyc_expr *e, lyc_expr *child)
{
    size_t n = (size_t)e->length;

    if ((n & (n - 1)) == 0)
        e->child =
            lyc_realloc(e->child, (n > 0 ? 2 * n : 1) * sizeof(lyc_expr *));
    e->child[e->length++] = child;
    if (child != NULL)
        rise(parse, e, child->height + 1);
}

lyc_expr *lyc_tree_first(lyc_parse *parse, lyc_expr *e, lyc_expr *child)
{
    lyc_tree_add(parse, e, child);
    for (long k = e->length - 1; k > 0; k--)
        e->child[k] = e->child[k - 1];
    e->child[0] = child;
    return e;
}

lyc_expr *lyc_tree_binary(lyc_parse *parse, lyc_expr_kind kind, int op,
                          long token, lyc_expr *a, lyc_expr *b)
{
    lyc_expr *e = new_expr(kind, parse->tokens->token + token);

    e->op = op;
    e->begin = a->begin;
    e->end = b->end;
    e->length = 2;
    e->child = lyc_malloc(2 * sizeof(lyc_expr *));
    e->child[0] = a;
    e->child[1] = b;
    rise(parse, e, a->height + (kind != LYC_EXPR_BINARY));
    rise(parse, e, b->height + 1);
    return e;
}

lyc_expr *lyc_tree_neg(lyc_parse *parse, long token, lyc_expr *a)
{
    lyc_expr *e = new_expr(LYC_EXPR_NEG, parse->tokens->token + token);

    lyc_tree_add(parse, e, a);
    e->end = a->end;
    return e;
}

lyc_expr *lyc_tree_span(const lyc_parse *parse, lyc_expr *e, long first,
                        long last)
{
    e->begin = parse->tokens->token[first].begin;
    e->end = parse->tokens->token[last].end;
    return e;
}

lyc_expr *lyc_tree_close(const lyc_parse *parse, lyc_expr *e, long first,
                         long last)
{
    e->place = parse->tokens->token[first].place;
    return lyc_tree_span(parse, e, first, last);
}
