#include <stdlib.h>
#include <string.h>

#include "lang/parsing.h"

static void write_tree(lyc_text_t t, const lyc_expr *e)
{
    static const char *const open[] = {"", "", "[", "{", "", "(neg", "(", "("};
    long i;

    if (e == NULL)
    {
        lyc_text_add(t, "_");
        return;
    }
    lyc_text_add(t, open[e->kind]);
    if (e->text != NULL)
        lyc_text_add(t, e->text);
    if (e->op != 0)
        lyc_text_printf(t, "%c", e->op);
    if (e->kind == LYC_EXPR_CALL)
        lyc_text_add(t, "(");
    for (i = 0; i < e->length; i++)
    {
        lyc_text_add(t, i > 0 || e->kind >= LYC_EXPR_NEG ? " " : "");
        write_tree(t, e->child[i]);
    }
    if (e->kind == LYC_EXPR_MATRIX)
        lyc_text_printf(t, "|%ldx%ld]", e->rows, e->columns);
    else if (e->kind == LYC_EXPR_LAW)
        lyc_text_add(t, "}");
    else if (e->length > 0)
        lyc_text_add(t, ")");
}

char *tree_of(const char *text)
{
    lyc_source source = {"t", text, strlen(text), 1};
    lyc_tokens_t tokens;
    lyc_text_t out;
    lyc_diag_t d;
    lyc_expr *e;
    char *s;

    lyc_tokens_init(tokens);
    lyc_text_init(out);
    lyc_diag_init(d);
    cr_assert(lyc_tokens_scan(tokens, &source, d), "%s", text);
    e = lyc_expr_parse(tokens, 0, tokens->length, 1, d);
    cr_assert_not_null(e, "%s: %s", text, d->text);
    write_tree(out, e);
    s = lyc_strdup(out->bytes);
    lyc_expr_free(e);
    lyc_diag_clear(d);
    lyc_text_clear(out);
    lyc_tokens_clear(tokens);
    return s;
}

void assert_tree(const char *text, const char *tree)
{
    char *s = tree_of(text);

    cr_assert_str_eq(s, tree, "%s: %s, expected %s", text, s, tree);
    free(s);
}

void assert_refused(const char *text, const char *message)
{
    lyc_source source = {"t", text, strlen(text), 1};
    lyc_script_t script;
    lyc_diag_t d;

    lyc_script_init(script);
    lyc_diag_init(d);
    cr_assert_eq(lyc_script_add(script, &source, d), 0, "%s", text);
    cr_assert_eq(d->status, LYC_MALFORMED);
    cr_assert_str_eq(d->text, message, "%s: %s", text, d->text);
    lyc_script_clear(script);
    lyc_diag_clear(d);
}
