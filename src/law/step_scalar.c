#include <string.h>

#include "law/apply.h"
#include "law/eval.h"

static lyc_truth_t absolute(lyc_matrix_t c, const lyc_matrix_t a,
                            const void *context)
{
    (void)context;
    lyc_number_abs(c->entry, a->entry);
    return LYC_TRUE;
}

static lyc_truth_t exponential(lyc_matrix_t c, const lyc_matrix_t a,
                               const void *context)
{
    (void)context;
    lyc_number_exp(c->entry, a->entry);
    return LYC_TRUE;
}

static lyc_truth_t logarithm(lyc_matrix_t c, const lyc_matrix_t a,
                             const void *context)
{
    (void)context;
    return lyc_number_log(c->entry, a->entry);
}

static lyc_truth_t root(lyc_matrix_t c, const lyc_matrix_t a,
                        const void *context)
{
    (void)context;
    return lyc_number_sqrt(c->entry, a->entry);
}

static const struct
{
    const char *name;
    lyc_map_function *f;
    const char *outside; /* the domain */
} function[] = {
    {"abs", absolute, ""},
    {"exp", exponential, ""},
    {"log", logarithm, "log of a number that is not positive"},
    {"sqrt", root, "sqrt of a negative number"},
};

int lyc_step_scalar(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);
    size_t k = 0;

    while (strcmp(function[k].name, e->text) != 0)
        k++;
    if (!lyc_eval_want_scalar(eval, e->child[0], x) ||
        !lyc_eval_reserve(eval, e, (double)x->length, 1, 1, 10))
        return 0;
    switch (lyc_draw_map(out, x->kind, 1, 1, x, function[k].f, NULL))
    {
    case LYC_TRUE:
        return 1;
    case LYC_FALSE:
        return lyc_eval_fail(eval, e, "%s", function[k].outside);
    default:
        return lyc_eval_limit(
            eval, e, "cannot decide the sign of the argument of %s", e->text);
    }
}

static lyc_truth_t smaller(lyc_matrix_t c, const lyc_matrix_t a,
                           const lyc_matrix_t b)
{
    lyc_number_min(c->entry, a->entry, b->entry);
    return LYC_TRUE;
}

static lyc_truth_t larger(lyc_matrix_t c, const lyc_matrix_t a,
                          const lyc_matrix_t b)
{
    lyc_number_max(c->entry, a->entry, b->entry);
    return LYC_TRUE;
}

int lyc_step_extreme(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    lyc_draw_t next;
    long k;
    int ok =
        lyc_eval_want_scalar(eval, e->child[0], lyc_steps_operand(s, i, 0));

    if (!ok)
        return 0;
    lyc_draw_set(out, lyc_steps_operand(s, i, 0));
    lyc_draw_init(next);
    for (k = 1; k < e->length && ok; k++)
    {
        const lyc_draw_struct *x = lyc_steps_operand(s, i, k);

        ok = lyc_eval_want_scalar(eval, e->child[k], x) &&
             lyc_eval_reserve(eval, e, (double)out->length * (double)x->length,
                              1, 1, 10);
        if (!ok)
            break;
        lyc_draw_pairs(next, LYC_DRAW_SCALAR, 1, 1, out, x,
                       strcmp(e->text, "min") == 0 ? smaller : larger);
        lyc_draw_merge(next);
        lyc_draw_swap(out, next);
    }
    lyc_draw_clear(next);
    return ok;
}
