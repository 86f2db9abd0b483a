#include <string.h>

#include "law/eval.h"

int lyc_step_number(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;

    lyc_draw_shell(out, LYC_DRAW_SCALAR, 1, 1, 1);
    if (lyc_number_set_str(out->atom->entry, e->text))
        return 1;
    return lyc_eval_fail(eval, e,
                         "the exponent of this numeral is out of range, "
                         "expected at most 100000 in modulus");
}

int lyc_step_name(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_step *step = s->step + i;

    if (step->definition >= 0)
    {
        const lyc_draw_struct *x = eval->definition + step->definition;

        if (!lyc_eval_reserve(eval, step->e, (double)x->length, x->rows,
                              x->columns, 1))
            return 0;
        lyc_draw_set(out, x);
    }
    else if (strcmp(step->e->text, "I") == 0)
    {
        lyc_draw_shell(out, LYC_DRAW_IDENTITY, 1, 1, 1);
        lyc_number_set_si(out->atom->entry, 1);
    }
    else
    {
        lyc_draw_shell(out, LYC_DRAW_SCALAR, 1, 1, 1);
        lyc_number_set_pi(out->atom->entry);
    }
    return 1;
}

int lyc_step_fresh(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    return lyc_eval_scope(out, s->step[i].e->child[0], eval);
}
