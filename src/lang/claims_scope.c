#include <string.h>

#include "lang/brackets.h"
#include "lang/claims_parts.h"
#include "lang/message.h"
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

    if (s->parameter != NULL && strcmp(name->text, s->parameter) == 0)
        return 1;
    if (s->variable != NULL && strcmp(name->text, s->variable) == 0)
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
