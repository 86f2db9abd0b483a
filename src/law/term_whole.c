#include <stdlib.h>
#include <string.h>

#include "lang/walk.h"
#include "law/term_eval.h"

/* 1 where a call that `is` accepts stands in e itself. */
static int has_call(const lyc_expr *e, int (*is)(const lyc_expr *call))
{
    for (;;)
    {
        long i, first = e->kind == LYC_EXPR_BINARY;

        if (e->kind == LYC_EXPR_CALL && is(e))
            return 1;
        for (i = first; i < e->length; i++)
            if (e->child[i] != NULL && has_call(e->child[i], is))
                return 1;
        if (!first)
            return 0;
        e = e->child[0];
    }
}

static int stands(const lyc_program_t p, const lyc_expr *e,
                  int (*is)(const lyc_expr *call))
{
    char *needed = lyc_calloc((size_t)p->length + 1, 1);
    int found = has_call(e, is);
    long i;

    lyc_program_mark(needed, p, e);
    for (i = 0; i < p->length && !found; i++)
        found = needed[i] && has_call(p->definition[i].value, is);
    free(needed);
    return found;
}

int lyc_expr_is_continuous(const lyc_program_t p, const lyc_expr *e)
{
    return stands(p, e, lyc_call_is_continuous);
}

static int is_gates(const lyc_expr *call)
{
    return strcmp(call->text, "gates") == 0;
}

int lyc_expr_has_gates(const lyc_program_t p, const lyc_expr *e)
{
    return stands(p, e, is_gates);
}

static int define_term(lyc_eval *eval, long i)
{
    const lyc_expr *e = eval->program->definition[i].value;
    lyc_value x;

    if (!lyc_scope_eval(&x, e, eval))
        return 0;
    if (x.kind == LYC_DRAW_IDENTITY)
    {
        lyc_term_release(x.term);
        return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "the size of I is not known here");
    }
    eval->term[i] = x.term;
    eval->is_scalar[i] = x.kind == LYC_DRAW_SCALAR;
    return 1;
}

static int is_finite_name(const lyc_expr *name, void *context)
{
    const lyc_eval *eval = context;
    long i = lyc_program_find(eval->program, name->text);

    return i < 0 || eval->term[i] == NULL;
}

static int has_no_gates(const lyc_expr *name, void *context)
{
    const lyc_eval *eval = context;
    long i = lyc_program_find(eval->program, name->text);

    return i < 0 || !eval->has_gates[i];
}

/* As a list of outcomes where that can be, else as a term. Gates under a name
 * stay gates. */
static int define(lyc_eval *eval, long i)
{
    const lyc_definition *def = eval->program->definition + i;
    lyc_diag_struct *diag = eval->diag;
    double before = eval->work;
    lyc_diag_t why;
    int ok;

    if (!def->is_law)
        return lyc_eval_define(eval, i);
    eval->has_gates[i] =
        (char)(has_call(def->value, is_gates) ||
               !lyc_expr_walk_names(def->value, has_no_gates, eval));
    if ((def->value->kind == LYC_EXPR_CALL && is_gates(def->value)) ||
        has_call(def->value, lyc_call_is_continuous) ||
        !lyc_expr_walk_names(def->value, is_finite_name, eval))
        return define_term(eval, i);
    lyc_diag_init(why);
    eval->diag = why;
    ok = lyc_eval_define(eval, i);
    eval->diag = diag;
    if (!ok && why->status == LYC_UNDECIDED && eval->has_gates[i])
    {
        eval->work = before + LYC_EVAL_MAX_WORK / 50;
        ok = define_term(eval, i);
    }
    else if (!ok)
    {
        lyc_diag_clear(diag);
        *diag = *why;
        lyc_diag_init(why);
    }
    lyc_diag_clear(why);
    return ok;
}

int lyc_scope_eval_whole(lyc_value *out, const lyc_program_t p,
                         const lyc_expr *e, lyc_diag_t d)
{
    lyc_eval eval = {.program = p, .diag = d};
    size_t n = (size_t)p->length;
    char *needed = lyc_calloc(n + 1, 1);
    int ok = 1;
    long i;

    eval.definition = lyc_malloc((n + 1) * sizeof(lyc_draw_struct));
    eval.term = lyc_calloc(n + 1, sizeof *eval.term);
    eval.is_scalar = lyc_calloc(n + 1, 1);
    eval.has_gates = lyc_calloc(n + 1, 1);
    for (i = 0; i < p->length; i++)
        lyc_draw_init(eval.definition + i);
    lyc_program_mark(needed, p, e);
    for (i = 0; i < p->length && ok; i++)
        ok = !needed[i] || define(&eval, i);
    ok = ok && lyc_scope_eval(out, e, &eval);
    for (i = 0; i < p->length; i++)
    {
        lyc_draw_clear(eval.definition + i);
        lyc_term_release(eval.term[i]);
    }
    free(eval.definition);
    free(eval.term);
    free(eval.is_scalar);
    free(eval.has_gates);
    free(needed);
    return ok;
}
