#include <stdlib.h>

#include "lang/walk.h"
#include "law/term_eval.h"

/* Nodes that all scopes of one text may have. */
#define MAX_NODES 2e5

static int charge(lyc_eval *eval, const lyc_expr *e, double nodes)
{
    eval->work += nodes * (LYC_EVAL_MAX_WORK / MAX_NODES);
    if (eval->work <= LYC_EVAL_MAX_WORK)
        return 1;
    return lyc_eval_limit(eval, e, "the law has more than %.0f parts",
                          MAX_NODES);
}

/* The draw of a name, made where the name stands first. */
static int name(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_step *step = s->steps.step + i;
    long k = step->definition;
    lyc_term *t = s->eval->term[k];
    lyc_draw_struct *x = s->eval->definition + k;
    lyc_value made;
    double nodes = 1;

    out->kind = t == NULL ? x->kind : LYC_DRAW_MATRIX;
    if (s->name[k] == NULL && t != NULL)
    {
        lyc_term_order_t o;

        lyc_term_order_init(o, t);
        nodes = (double)o->length;
        lyc_term_order_clear(o);
        if (!charge(s->eval, step->e, nodes))
            return 0;
        s->name[k] = lyc_term_copy(t);
    }
    else if (s->name[k] == NULL)
    {
        if (!charge(s->eval, step->e, (double)x->length))
            return 0;
        made = lyc_value_of_draw(x);
        s->name[k] = made.term;
    }
    if (t != NULL && s->eval->is_scalar[k])
        out->kind = LYC_DRAW_SCALAR;
    out->term = lyc_term_share(s->name[k]);
    return 1;
}

static lyc_scope_function *of(const lyc_expr *e)
{
    switch (e->kind)
    {
    case LYC_EXPR_NAME:
        return name;
    case LYC_EXPR_MATRIX:
        return lyc_scope_matrix;
    case LYC_EXPR_LAW:
        return lyc_scope_law;
    case LYC_EXPR_CALL:
        return lyc_scope_call;
    case LYC_EXPR_NEG:
        return lyc_scope_neg;
    default:
        break;
    }
    switch (e->op)
    {
    case '*':
        return lyc_scope_mul;
    case '/':
        return lyc_scope_div;
    case '^':
        return lyc_scope_pow;
    default:
        return lyc_scope_add;
    }
}

static int constant_step(lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;

    return lyc_step_of(e)(s->steps.value + i, &s->steps, i, s->eval) &&
           lyc_eval_check_sizes(s->eval, e, s->steps.value + i);
}

static int random_step(lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_value *x = s->value + i;

    if (e->kind == LYC_EXPR_COMPARE)
        return lyc_eval_fail(s->eval, e, "expected a law, found a comparison");
    if (!of(e)(x, s, i))
        return 0;
    return charge(s->eval, e,
                  1 + (double)(x->term->length + x->term->numbers) / 64);
}

static void clear(lyc_scope *s)
{
    long i;

    for (i = 0; s->value != NULL && i < s->steps.length; i++)
        lyc_term_release(s->value[i].term);
    for (i = 0; i < s->eval->program->length; i++)
        lyc_term_release(s->name[i]);
    free(s->value);
    free(s->name);
    lyc_steps_clear(&s->steps);
}

int lyc_scope_eval(lyc_value *out, const lyc_expr *e, lyc_eval *eval)
{
    lyc_scope s = {.eval = eval};
    int ok = lyc_steps_compile(&s.steps, e, eval);
    long i, n = s.steps.length;

    s.name = lyc_calloc((size_t)eval->program->length + 1, sizeof *s.name);
    if (ok)
        s.value = lyc_calloc((size_t)n, sizeof *s.value);
    for (i = 0; i < n && ok; i++)
        ok = s.steps.step[i].is_random ? random_step(&s, i)
                                       : constant_step(&s, i);
    if (ok && s.steps.step[n - 1].is_random)
    {
        *out = s.value[n - 1];
        s.value[n - 1].term = NULL;
    }
    else if (ok)
        *out = lyc_value_of_draw(s.steps.value + (n - 1));
    clear(&s);
    return ok;
}
