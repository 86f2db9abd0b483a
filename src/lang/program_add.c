#include <stdlib.h>
#include <string.h>

#include "lang/expect.h"
#include "lang/expr.h"
#include "lang/names.h"
#include "lang/walk.h"

typedef struct
{
    const lyc_program_struct *program;
    lyc_diag_struct *diag;
} scope;

static int is_known(const lyc_expr *name, void *context)
{
    const scope *s = context;
    lyc_quote quote;

    if (strcmp(name->text, "I") == 0 || strcmp(name->text, "pi") == 0 ||
        lyc_program_find(s->program, name->text) >= 0)
        return 1;
    return lyc_diag_set(s->diag, LYC_MALFORMED, name->place,
                        "unknown name %s, expected I, pi or a name defined "
                        "above",
                        lyc_quote_bytes(quote, name->text, strlen(name->text)));
}

int lyc_program_names_known(const lyc_program_t p, const lyc_expr *e,
                            lyc_diag_t d)
{
    scope s = {p, d};

    return lyc_expr_walk_names(e, is_known, &s);
}

static int check_name(const lyc_program_t p, const char *name, lyc_place place,
                      lyc_diag_t d)
{
    long at = lyc_program_find(p, name);
    lyc_quote quote;

    lyc_quote_bytes(quote, name, strlen(name));
    if (lyc_names_reserved(name))
        return lyc_diag_set(d, LYC_MALFORMED, place,
                            "%s is a word of the language, expected a new "
                            "name",
                            quote);
    if (at >= 0)
        return lyc_diag_set(d, LYC_MALFORMED, place,
                            "%s is defined already, in line %d", quote,
                            p->definition[at].place.line);
    return 1;
}

static int is_range(const lyc_expr *e, lyc_diag_t d)
{
    return (e->kind == LYC_EXPR_MATRIX && e->rows == 1 && e->columns == 2) ||
           lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(e),
                        "expected a range [a, b]");
}

/* Takes value. */
static void append(lyc_program_t p, const lyc_tokens_t t, long from, long to,
                   lyc_expr *value)
{
    const char *bytes = t->source.bytes;
    size_t begin = t->token[from].begin, n = t->token[to - 1].end - begin;
    lyc_definition *def;

    if (p->length == p->capacity)
    {
        p->capacity = 2 * p->capacity + 4;
        p->definition = lyc_realloc(p->definition, (size_t)p->capacity *
                                                       sizeof(lyc_definition));
    }
    def = p->definition + p->length;
    def->is_law = lyc_token_is(t, from, "law");
    def->is_parameter = lyc_token_is(t, from, "forall");
    def->name = lyc_token_copy(t, from + 1);
    def->place = t->token[from + 1].place;
    def->value = value;
    def->text = lyc_malloc(n + 1);
    memcpy(def->text, bytes + begin, n);
    def->text[n] = 0;
    lyc_names_add(&p->index, def->name, p->length++);
}

int lyc_program_add(lyc_program_t p, const lyc_tokens_t t, long from, long to,
                    lyc_diag_t d)
{
    lyc_expr *value = NULL;
    char *name = NULL;
    int is_parameter, ok;

    if (from >= to ||
        !(lyc_token_is(t, from, "law") || lyc_token_is(t, from, "let") ||
          lyc_token_is(t, from, "forall")))
        return lyc_expected(t, from, to, "'law', 'let' or 'forall'", d);
    is_parameter = lyc_token_is(t, from, "forall");
    if (from + 1 >= to || t->token[from + 1].kind != LYC_TOKEN_NAME)
        return lyc_expected(t, from + 1, to, "a name", d);
    if (from + 2 >= to ||
        t->token[from + 2].kind != (is_parameter ? LYC_TOKEN_IN : '='))
        return lyc_expected(t, from + 2, to, is_parameter ? "'in'" : "'='", d);

    name = lyc_token_copy(t, from + 1);
    ok = check_name(p, name, t->token[from + 1].place, d);
    free(name);
    if (ok)
        value = lyc_expr_parse(t, from + 3, to, 0, d);
    if (value == NULL)
        return 0;
    if ((is_parameter && !is_range(value, d)) ||
        !lyc_program_names_known(p, value, d))
    {
        lyc_expr_free(value);
        return 0;
    }
    append(p, t, from, to, value);
    return 1;
}
