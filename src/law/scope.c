#include <stdlib.h>

#include "lang/walk.h"
#include "law/eval.h"

int lyc_eval_scope(lyc_draw_t out, const lyc_expr *e, lyc_eval *eval)
{
    lyc_steps s;
    int ok = lyc_steps_compile(&s, e, eval) && lyc_eval_steps(out, &s, eval);

    lyc_steps_clear(&s);
    return ok;
}

int lyc_eval_is_random(const lyc_expr *e, lyc_eval *eval)
{
    lyc_steps s;
    int is_random =
        lyc_steps_compile(&s, e, eval) && s.step[s.length - 1].is_random;

    lyc_steps_clear(&s);
    return is_random;
}

static int define_parameter(lyc_draw_t x, lyc_eval *eval, long i)
{
    fmpq_t lower, upper;
    int ok;

    fmpq_init(lower);
    fmpq_init(upper);
    ok = lyc_parameter_range(lower, upper, eval->program, i, eval->diag);
    if (ok)
    {
        lyc_draw_shell(x, LYC_DRAW_SCALAR, 1, 1, 1);
        lyc_number_set_parameter(
            x->atom->entry, eval->program->definition[i].name, lower, upper);
    }
    fmpq_clear(lower);
    fmpq_clear(upper);
    return ok;
}

int lyc_eval_define(lyc_eval *eval, long i)
{
    const lyc_definition *def = eval->program->definition + i;
    lyc_draw_struct *x = eval->definition + i;

    if (def->is_parameter)
        return define_parameter(x, eval, i);

    if (!def->is_law && lyc_eval_is_random(def->value, eval))
        return lyc_diag_set(eval->diag, LYC_MALFORMED,
                            lyc_expr_start(def->value),
                            "a let is a number or a matrix, expected 'law' "
                            "for what is random");
    if (!lyc_eval_scope(x, def->value, eval))
        return 0;
    if (x->kind == LYC_DRAW_IDENTITY)
        return lyc_diag_set(eval->diag, LYC_MALFORMED,
                            lyc_expr_start(def->value),
                            "the size of I is not known here");
    return 1;
}

int lyc_eval_whole(lyc_draw_t out, const lyc_program_t p, const lyc_expr *e,
                   lyc_diag_t d)
{
    lyc_eval eval = {.program = p, .diag = d};
    char *needed = lyc_calloc((size_t)p->length, 1);
    int ok = 1;
    long i;

    eval.definition = lyc_malloc((size_t)p->length * sizeof(lyc_draw_struct));
    for (i = 0; i < p->length; i++)
        lyc_draw_init(eval.definition + i);
    lyc_program_mark(needed, p, e);
    for (i = 0; i < p->length && ok; i++)
        ok = !needed[i] || lyc_eval_define(&eval, i);
    ok = ok && lyc_eval_scope(out, e, &eval);
    for (i = 0; i < p->length; i++)
        lyc_draw_clear(eval.definition + i);
    free(eval.definition);
    free(needed);
    return ok;
}
