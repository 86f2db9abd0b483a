#include "law/eval.h"

static lyc_step_function *of_operator(int op)
{
    switch (op)
    {
    case '*':
        return lyc_step_mul;
    case '/':
        return lyc_step_div;
    case '^':
        return lyc_step_pow;
    default:
        return lyc_step_add;
    }
}

static int comparison(lyc_draw_t out, const lyc_steps *s, long i,
                      lyc_eval *eval)
{
    (void)out;
    return lyc_eval_fail(eval, s->step[i].e,
                         "expected a law, found a comparison");
}

lyc_step_function *lyc_step_of(const lyc_expr *e)
{
    switch (e->kind)
    {
    case LYC_EXPR_NUMBER:
        return lyc_step_number;
    case LYC_EXPR_NAME:
        return lyc_step_name;
    case LYC_EXPR_MATRIX:
        return lyc_step_matrix;
    case LYC_EXPR_LAW:
        return lyc_step_law;
    case LYC_EXPR_CALL:
        return lyc_step_call;
    case LYC_EXPR_NEG:
        return lyc_step_neg;
    case LYC_EXPR_BINARY:
        return of_operator(e->op);
    default:
        return comparison;
    }
}
