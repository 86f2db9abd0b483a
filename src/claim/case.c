#include <stdlib.h>
#include <string.h>

#include "claim/case.h"
#include "claim/statement.h"

void lyc_case_init(lyc_case_t a, const lyc_chapter_struct *home,
                   const lyc_theorem *theorem, const char *law,
                   const char *name)
{
    a->home = home;
    a->theorem = theorem;
    a->law = law;
    a->name = lyc_strdup(name);
    lyc_library_init(a->library);
}

void lyc_case_clear(lyc_case_t a)
{
    free(a->name);
    lyc_library_clear(a->library);
}

/* Adds definitions given as text; they report errors of the place given. */
static int define(lyc_program_t p, const char *text, lyc_place place,
                  lyc_diag_t d)
{
    lyc_source source = {place.file, text, strlen(text), place.line};
    lyc_tokens_t t;
    lyc_tokens_init(t);
    int ok = lyc_tokens_scan(t, &source, d) &&
             lyc_program_add(p, t, 0, t->length, d);
    lyc_tokens_clear(t);
    return ok;
}

/* What is defined above the theorem, its law, and k. */
static int define_all(lyc_program_t p, const lyc_case_t a,
                      const lyc_clause *clause, slong k, lyc_diag_t d)
{
    const lyc_program_struct *above = a->home->script->program;
    lyc_text_t t;
    int ok = 1;
    for (long i = 0; i < a->theorem->definitions && ok; i++)
    {
        const lyc_definition *def = above->definition + i;
        ok = define(p, def->text, def->place, d);
    }
    lyc_text_init(t);
    lyc_text_printf(t, "law %s = %s", a->theorem->parameter, a->law);
    ok = ok && define(p, t->bytes, a->theorem->place, d);
    if (clause->variable != NULL)
    {
        lyc_text_reset(t);
        lyc_text_printf(t, "let %s = %ld", clause->variable, (long)k);
        ok = ok && define(p, t->bytes, clause->place, d);
    }
    lyc_text_clear(t);
    return ok;
}

static int prepare(lyc_case_claim_t c, lyc_case_t a, long clause, slong k,
                   lyc_expr *statement, lyc_diag_t d)
{
    const lyc_clause *from = a->theorem->clause + clause;
    lyc_chapter_struct *view = c->view;
    lyc_text_t name;
    lyc_text_init(name);
    lyc_text_printf(name, "%s.%ld", a->name, clause + 1);
    c->name = lyc_strdup(name->bytes);
    lyc_text_clear(name);
    memset(view, 0, sizeof *view);
    lyc_script_init(view->script);
    view->file = a->home->file;
    view->name = a->home->name;
    view->block = a->home->block;
    view->blocks = a->home->blocks;
    memset(&c->claim, 0, sizeof c->claim);
    c->claim.kind = LYC_CLAIM_PROVE;
    c->claim.name = c->name;
    c->claim.place = from->place;
    c->claim.statement = statement;
    c->claim.text = from->text;
    c->claim.begin = from->begin;
    c->claim.end = from->end;
    view->script->claim = &c->claim;
    view->script->length = 1;
    lyc_statement_init(c->statement);
    return define_all(view->script->program, a, from, k, d) &&
           lyc_statement_prepare(c->statement, a->library, view, 0, d);
}

int lyc_case_claim_init(lyc_case_claim_t c, lyc_case_t a, long clause, slong k,
                        lyc_diag_t d)
{
    return prepare(c, a, clause, k, a->theorem->clause[clause].statement, d);
}

void lyc_case_claim_clear(lyc_case_claim_t c)
{
    lyc_statement_clear(c->statement);
    lyc_program_clear(c->view->script->program);
    free(c->name);
}

static int get_end(slong *n, const lyc_case_claim_t c, const lyc_case_t a,
                   int i, lyc_diag_t d)
{
    const lyc_expr *e = c->claim.statement->child[i];
    lyc_value_t v;
    lyc_value_init(v);
    int ok = lyc_statement_eval(v, c->statement, a->library, e, 128, d);
    if (ok && !lyc_value_get_si(n, v))
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(e),
                          "expected an integer");
    }
    lyc_value_clear(v);
    return ok;
}

int lyc_case_range(slong *first, slong *last, lyc_case_t a, long clause,
                   lyc_diag_t d)
{
    lyc_expr *range = a->theorem->clause[clause].range;
    lyc_case_claim_t c;
    *first = *last = 0;
    if (range == NULL)
    {
        return 1;
    }
    int ok = prepare(c, a, clause, 0, range, d) && get_end(first, c, a, 0, d) &&
             get_end(last, c, a, 1, d);
    lyc_case_claim_clear(c);
    if (ok && (*first > *last || *last > *first + 1000))
    {
        ok = lyc_diag_set(d, LYC_MALFORMED, range->place,
                          "expected a range of 1 to 1001 integers, found "
                          "%ld..%ld",
                          (long)*first, (long)*last);
    }
    return ok;
}

int lyc_case_law_text(lyc_text_t out, const lyc_chapter_struct *home,
                      const lyc_expr *e, lyc_diag_t d)
{
    lyc_law_t law;
    lyc_law_init(law);
    int ok = lyc_law_eval(law, home->script->program, e, d);
    if (ok)
    {
        lyc_law_get_text(out, law);
    }
    if (ok && strstr(out->bytes, " where ") != NULL)
    {
        ok = lyc_diag_set(d, LYC_UNDECIDED, lyc_expr_start(e),
                          "this instance has a draw that stands in several "
                          "places, and is not finite");
    }
    lyc_law_clear(law);
    return ok;
}
