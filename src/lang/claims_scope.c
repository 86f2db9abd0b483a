#include <string.h>

#include "lang/brackets.h"
#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/expr.h"
#include "lang/message.h"
#include "lang/names.h"
#include "lang/walk.h"

typedef struct
{
    const lyc_scope *scope;
    lyc_diag_struct *diag;
} lookup;

static int is_known(const lyc_expr *name, void *context)
{
    const lookup *l = context;
    const lyc_scope *s = l->scope;
    long i;

    if (s->parameter != NULL && strcmp(name->text, s->parameter) == 0)
        return 1;
    if (s->variable != NULL && strcmp(name->text, s->variable) == 0)
        return 1;
    for (i = 0; s->forall != NULL && i < s->forall->parameters; i++)
        if (strcmp(name->text, s->forall->name[i]) == 0)
            return 1;
    return lyc_program_names_known(s->program, name, l->diag);
}

int lyc_scope_knows(const lyc_scope *scope, const lyc_expr *e, lyc_diag_t d)
{
    lookup l = {scope, d};

    return lyc_expr_walk_names(e, is_known, &l);
}

char *lyc_tokens_copy(const lyc_tokens_t t, long from, long to)
{
    size_t begin = t->token[from].begin, n = t->token[to - 1].end - begin;
    char *s = lyc_malloc(n + 1);

    memcpy(s, t->source.bytes + begin, n);
    s[n] = 0;
    return s;
}

long lyc_tokens_find(const lyc_tokens_t t, long from, long to, int kind,
                     const char *word)
{
    long depth = 0, i;

    for (i = from; i < to; i++)
    {
        int found =
            word != NULL ? lyc_token_is(t, i, word) : t->token[i].kind == kind;

        if (found && depth == 0)
            return i;
        depth += lyc_bracket_step(t->token[i].kind);
    }
    return to;
}

char *lyc_bound_name(const lyc_program_t p, const lyc_tokens_t t, long i,
                     long to, const char *what, lyc_diag_t d)
{
    lyc_quote quote;
    char *name;
    long at;

    if (i >= to || t->token[i].kind != LYC_TOKEN_NAME)
    {
        lyc_expected(t, i, to, what, d);
        return NULL;
    }
    name = lyc_token_copy(t, i);
    at = lyc_program_find(p, name);
    if (!lyc_names_reserved(name) && at < 0)
        return name;
    lyc_quote_token(quote, t, i, to);
    if (at < 0)
        lyc_diag_set(d, LYC_MALFORMED, t->token[i].place,
                     "%s is a word of the language, expected a new name",
                     quote);
    else
        lyc_diag_set(d, LYC_MALFORMED, t->token[i].place,
                     "%s is defined already, in line %d", quote,
                     p->definition[at].place.line);
    free(name);
    return NULL;
}
