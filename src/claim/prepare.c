#include <stdlib.h>
#include <string.h>

#include "claim/statement.h"

/* Names that stand for expressions are followed each time they occur; this
 * bounds how often. */
enum
{
    MAX_NODES = 100000
};

typedef struct
{
    lyc_statement_struct *s;
    lyc_library_struct *lib;
    long nodes;
    const lyc_expr *elog; /* the Elog(…) that the walk is inside, or NULL */
    long draw;            /* the law drawn in it; -1: none yet */
    lyc_diag_struct *d;
} walk;

void lyc_statement_init(lyc_statement_t s)
{
    memset(s, 0, sizeof *s);
}

void lyc_statement_clear(lyc_statement_t s)
{
    free(s->id);
    free(s->leaf);
    lyc_statement_init(s);
}

const lyc_leaf *lyc_statement_leaf(const lyc_statement_t s, const lyc_expr *e)
{
    for (long i = 0; i < s->leaves; i++)
    {
        if (s->leaf[i].expr == e)
        {
            return s->leaf + i;
        }
    }
    return NULL;
}

static void add_leaf(lyc_statement_t s, lyc_leaf leaf)
{
    if (s->leaves == s->capacity)
    {
        s->capacity = s->capacity == 0 ? 4 : 2 * s->capacity;
        s->leaf = lyc_realloc(s->leaf, sizeof(lyc_leaf) * (size_t)s->capacity);
    }
    s->leaf[s->leaves++] = leaf;
}

static int visit(walk *w, const lyc_expr *e);

static int visit_children(walk *w, const lyc_expr *e, long from)
{
    for (long i = from; i < e->length; i++)
    {
        if (!visit(w, e->child[i]))
        {
            return 0;
        }
    }
    return 1;
}

static int exponent_index(slong *k, walk *w, const lyc_expr *e, slong dim)
{
    lyc_value_t v;
    lyc_value_init(v);
    int ok = lyc_statement_eval(v, w->s, w->lib, e, 128, w->d);
    if (ok && (!lyc_value_get_si(k, v) || *k < 1 || *k > dim))
    {
        ok = lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                          "expected an index k in 1..%ld, the dimension of "
                          "the law",
                          (long)dim);
    }
    lyc_value_clear(v);
    return ok;
}

/* Inside Elog every law is the same, and stands for one draw. */
static int check_draw(walk *w, const lyc_expr *e, lyc_call call, long law)
{
    if (w->elog == NULL)
    {
        return call != LYC_CALL_DET ||
               lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "det(LAW) is random: it stands inside Elog(...)");
    }
    if (call == LYC_CALL_LAMBDA || call == LYC_CALL_LOGDET)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "inside Elog(...) a law is one draw: expected "
                            "norm, det or dim");
    }
    if (w->draw >= 0 && w->draw != law)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "all laws inside Elog(...) must be the same");
    }
    w->draw = law;
    return 1;
}

static int visit_elog(walk *w, const lyc_expr *e)
{
    if (w->elog != NULL)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "Elog(...) inside Elog(...)");
    }
    w->elog = e;
    w->draw = -1;
    int ok = visit_children(w, e, 0);
    w->elog = NULL;
    if (ok && w->draw < 0)
    {
        ok = lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                          "expected norm(LAW) or det(LAW) inside Elog(...)");
    }
    if (ok && lyc_statement_leaf(w->s, e) == NULL)
    {
        add_leaf(w->s, (lyc_leaf){e, w->draw, 0});
    }
    return ok;
}

static int visit_call(walk *w, const lyc_expr *e)
{
    lyc_call call;
    if (!lyc_call_get(&call, e, w->d))
    {
        return 0;
    }
    if (call == LYC_CALL_DRAWS)
    {
        return 1;
    }
    if (!lyc_call_takes_law(call))
    {
        return call == LYC_CALL_ELOG ? visit_elog(w, e)
                                     : visit_children(w, e, 0);
    }
    const lyc_leaf *known = lyc_statement_leaf(w->s, e);
    if (known != NULL)
    {
        return check_draw(w, e, call, known->law);
    }
    lyc_leaf leaf = {e, -1, 0};
    leaf.law = lyc_library_add(w->lib, w->s->chapter, e->child[0], w->d);
    if (leaf.law < 0 || !check_draw(w, e, call, leaf.law))
    {
        return 0;
    }
    if (call == LYC_CALL_LAMBDA &&
        (!visit(w, e->child[1]) ||
         !exponent_index(&leaf.k, w, e->child[1],
                         w->lib->known[leaf.law].law->dim)))
    {
        return 0;
    }
    add_leaf(w->s, leaf);
    return 1;
}

static int visit_name(walk *w, const lyc_expr *e)
{
    const lyc_program_struct *p = w->s->chapter->script->program;
    if (strcmp(e->text, "pi") == 0)
    {
        return 1;
    }
    long i = lyc_program_find(p, e->text);
    if (i < 0)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "'%.40s' is not a number", e->text);
    }
    if (p->definition[i].is_law)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "'%.40s' is a law: expected a number, such as "
                            "lambda(%.40s, 1)",
                            e->text, e->text);
    }
    return p->definition[i].is_parameter || visit(w, p->definition[i].value);
}

static int visit(walk *w, const lyc_expr *e)
{
    if (++w->nodes > MAX_NODES)
    {
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place,
                            "the statement is too long");
    }
    switch (e->kind)
    {
    case LYC_EXPR_NUMBER:
        return 1;
    case LYC_EXPR_NAME:
        return visit_name(w, e);
    case LYC_EXPR_CALL:
        return visit_call(w, e);
    case LYC_EXPR_NEG:
    case LYC_EXPR_BINARY:
        return visit_children(w, e, 0);
    default:
        return lyc_diag_set(w->d, LYC_MALFORMED, e->place, "expected a number");
    }
}

int lyc_statement_prepare(lyc_statement_t s, lyc_library_t lib,
                          const lyc_chapter_t chapter, long i, lyc_diag_t d)
{
    const lyc_expr *e = chapter->script->claim[i].statement;
    walk w = {s, lib, 0, NULL, -1, d};
    lyc_text_t id;
    lyc_text_init(id);
    lyc_chapter_id(id, chapter, i);
    s->chapter = chapter;
    s->claim = chapter->script->claim + i;
    s->id = lyc_strdup(id->bytes);
    lyc_text_clear(id);
    if (e->kind != LYC_EXPR_COMPARE)
    {
        return lyc_diag_set(d, LYC_MALFORMED, e->place,
                            "expected a comparison");
    }
    if (e->op != 'i')
    {
        return visit_children(&w, e, 0);
    }
    const lyc_expr *range = e->child[1];
    if (range->kind != LYC_EXPR_MATRIX || range->rows != 1 ||
        range->columns != 2)
    {
        return lyc_diag_set(d, LYC_MALFORMED, range->place,
                            "expected an interval [a, b]");
    }
    return visit(&w, e->child[0]) && visit_children(&w, range, 0);
}
