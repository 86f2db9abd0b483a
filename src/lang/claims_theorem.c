/* theorem NAME (A):
 *     assume RELATION
 *     conclude RELATION [for k in a..b]
 * Each clause is a statement of its own, further right than `theorem`. */
#include <stdlib.h>
#include <string.h>

#include "lang/claims_name.h"
#include "lang/claims_parts.h"
#include "lang/expect.h"
#include "lang/expr.h"
#include "lang/names.h"

static void clear_clause(lyc_clause *c)
{
    lyc_expr_free(c->statement);
    lyc_expr_free(c->range);
    free(c->text);
    free(c->variable);
}

void lyc_theorem_clear(lyc_theorem *theorem)
{
    long i;

    for (i = 0; i < theorem->clauses; i++)
        clear_clause(theorem->clause + i);
    free(theorem->clause);
    free(theorem->name);
    free(theorem->parameter);
}

static int parse_range(lyc_clause *c, const lyc_scope *scope,
                       const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    long dots = lyc_tokens_find(t, from, to, LYC_TOKEN_TO, NULL);
    lyc_expr *a, *b, *e;

    if (dots == to)
        return lyc_expected(t, from, to, "a range 'a..b'", d);
    a = lyc_expr_parse(t, from, dots, 0, d);
    b = a == NULL ? NULL : lyc_expr_parse(t, dots + 1, to, 0, d);
    if (b == NULL)
    {
        lyc_expr_free(a);
        return 0;
    }
    e = lyc_calloc(1, sizeof(lyc_expr));
    *e = (lyc_expr){.kind = LYC_EXPR_COMPARE, .op = 'l', .length = 2};
    e->place = t->token[dots].place;
    e->begin = a->begin;
    e->end = b->end;
    e->height = 1 + (a->height > b->height ? a->height : b->height);
    e->child = lyc_malloc(2 * sizeof(lyc_expr *));
    e->child[0] = a;
    e->child[1] = b;
    c->range = e;
    return lyc_scope_knows(scope, e, d);
}

/* for k in a..b, at token `from`. */
static int parse_for(lyc_clause *c, const lyc_scope *scope,
                     const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    lyc_quote quote;

    c->variable = lyc_bound_name(scope->program, t, from + 1, to,
                                 "a name after 'for'", d);
    if (c->variable == NULL)
        return 0;
    if (strcmp(c->variable, scope->parameter) == 0)
        return lyc_diag_set(d, LYC_MALFORMED, t->token[from + 1].place,
                            "%s is the law of the theorem, expected a new name",
                            lyc_quote_token(quote, t, from + 1, to));
    if (from + 2 >= to || t->token[from + 2].kind != LYC_TOKEN_IN)
        return lyc_expected(t, from + 2, to, "'in'", d);
    return parse_range(c, scope, t, from + 3, to, d);
}

static int parse_clause(lyc_clause *c, lyc_scope scope, const lyc_tokens_t t,
                        long from, long to, lyc_diag_t d)
{
    long end = lyc_tokens_find(t, from, to, 0, "for");

    c->place = t->token[from].place;
    c->is_conclusion = lyc_token_is(t, from, "conclude");
    if (!c->is_conclusion && !lyc_token_is(t, from, "assume"))
        return lyc_expected(t, from, to, "'assume' or 'conclude'", d);
    if (end < to && !c->is_conclusion)
        return lyc_diag_set(d, LYC_MALFORMED, t->token[end].place,
                            "'for' belongs to conclusions");
    if (end < to && !parse_for(c, &scope, t, end, to, d))
        return 0;
    c->statement = lyc_expr_parse(t, from + 1, end, 1, d);
    if (c->statement == NULL)
        return 0;
    if (c->statement->kind != LYC_EXPR_COMPARE)
        return lyc_expected(t, end, end, "a comparison", d);
    c->begin = t->token[from + 1].begin;
    c->end = t->token[end - 1].end;
    c->text = lyc_tokens_copy(t, from + 1, end);
    scope.variable = c->variable;
    return lyc_scope_knows(&scope, c->statement, d);
}

static int parse_clauses(lyc_theorem *theorem, const lyc_script_t s,
                         const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    lyc_scope scope = {s->program, theorem->parameter, NULL, NULL};
    int concludes = 0;

    while (from < to)
    {
        long end = lyc_tokens_statement_end(t, from);
        lyc_clause *c;

        end = end < to ? end : to;
        theorem->clause =
            lyc_realloc(theorem->clause,
                        (size_t)(theorem->clauses + 1) * sizeof(lyc_clause));
        c = theorem->clause + theorem->clauses++;
        memset(c, 0, sizeof *c);
        if (!parse_clause(c, scope, t, from, end, d))
            return 0;
        concludes |= c->is_conclusion;
        from = end;
    }
    return concludes || lyc_expected(t, to, to, "'conclude'", d);
}

static int parse_theorem(lyc_theorem *theorem, const lyc_script_t s,
                         const lyc_tokens_t t, long from, long to, lyc_diag_t d)
{
    long i = from + 1;

    theorem->place = t->token[from].place;
    theorem->definitions = s->program->length;
    theorem->name = lyc_name_before(t, &i, to, '(', "theorem", d);
    if (theorem->name == NULL ||
        !lyc_script_name_is_new(s, theorem->name, t->token[from + 1].place, d))
        return 0;
    theorem->parameter =
        lyc_bound_name(s->program, t, i, to, "a name for the law", d);
    if (theorem->parameter == NULL)
        return 0;
    if (i + 1 >= to || t->token[i + 1].kind != ')')
        return lyc_expected(t, i + 1, to, "')'", d);
    if (i + 2 >= to || t->token[i + 2].kind != ':')
        return lyc_expected(t, i + 2, to, "':'", d);
    return parse_clauses(theorem, s, t, i + 3, to, d);
}

int lyc_script_add_theorem(lyc_script_t s, const lyc_tokens_t t, long from,
                           long to, lyc_diag_t d)
{
    lyc_theorem theorem = {.name = NULL};

    if (!parse_theorem(&theorem, s, t, from, to, d))
    {
        lyc_theorem_clear(&theorem);
        return 0;
    }
    s->theorem = lyc_realloc(s->theorem,
                             (size_t)(s->theorems + 1) * sizeof(lyc_theorem));
    lyc_names_add(&s->theorem_index, theorem.name, s->theorems);
    s->theorem[s->theorems++] = theorem;
    return 1;
}
