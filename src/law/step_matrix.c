#include <stdlib.h>

#include "law/apply.h"
#include "law/eval.h"

static int check_entries(const lyc_steps *s, long i, slong rows, slong columns,
                         lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    double outcomes = 1;
    long k;

    for (k = 0; k < e->length; k++)
    {
        const lyc_draw_struct *x = lyc_steps_operand(s, i, k);

        if (!lyc_eval_want_scalar(eval, e->child[k], x))
            return 0;
        outcomes *= (double)x->length;
        if (!lyc_eval_reserve(eval, e, outcomes, rows, columns, 0))
            return 0;
    }
    return lyc_eval_reserve(eval, e, outcomes, rows, columns,
                            (double)e->length);
}

int lyc_step_matrix(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct **at;
    long k;

    if (!check_entries(s, i, e->rows, e->columns, eval))
        return 0;
    at = lyc_malloc((size_t)e->length * sizeof(*at));
    for (k = 0; k < e->length; k++)
        at[k] = lyc_steps_operand(s, i, k);
    lyc_draw_entries(out, e->rows, e->columns, at);
    free(at);
    return 1;
}

int lyc_step_diag(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    long n = s->step[i].e->length, k;
    const lyc_draw_struct **at;

    if (!check_entries(s, i, n, n, eval))
        return 0;
    at = lyc_calloc((size_t)(n * n), sizeof(*at));
    for (k = 0; k < n; k++)
        at[k * (n + 1)] = lyc_steps_operand(s, i, k);
    lyc_draw_entries(out, n, n, at);
    free(at);
    return 1;
}

static lyc_truth_t transpose(lyc_matrix_t c, const lyc_matrix_t a,
                             const void *context)
{
    (void)context;
    lyc_matrix_transpose(c, a);
    return LYC_TRUE;
}

int lyc_step_transpose(lyc_draw_t out, const lyc_steps *s, long i,
                       lyc_eval *eval)
{
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);

    if (!lyc_eval_reserve(eval, s->step[i].e, (double)x->length, x->rows,
                          x->columns, 1))
        return 0;
    lyc_draw_map(out, x->kind, x->columns, x->rows, x, transpose, NULL);
    return 1;
}
