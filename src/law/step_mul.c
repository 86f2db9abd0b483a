#include "law/apply.h"
#include "law/eval.h"

static lyc_truth_t product(lyc_matrix_t c, const lyc_matrix_t a,
                           const lyc_matrix_t b)
{
    lyc_matrix_mul(c, a, b);
    return LYC_TRUE;
}

static lyc_truth_t scalar_left(lyc_matrix_t c, const lyc_matrix_t a,
                               const lyc_matrix_t b)
{
    slong i;

    for (i = 0; i < b->rows * b->columns; i++)
        lyc_number_mul(c->entry + i, a->entry, b->entry + i);
    return LYC_TRUE;
}

static lyc_truth_t scalar_right(lyc_matrix_t c, const lyc_matrix_t a,
                                const lyc_matrix_t b)
{
    return scalar_left(c, b, a);
}

static lyc_truth_t quotient(lyc_matrix_t c, const lyc_matrix_t a,
                            const lyc_matrix_t b)
{
    lyc_truth_t done = LYC_TRUE;
    slong i;

    for (i = 0; i < a->rows * a->columns && done == LYC_TRUE; i++)
        done = lyc_number_div(c->entry + i, a->entry + i, b->entry);
    return done;
}

static int multiply_matrices(lyc_draw_t out, const lyc_draw_t x,
                             const lyc_draw_t y, const lyc_expr *e,
                             lyc_eval *eval)
{
    lyc_shape_text a, b;

    if (x->columns != y->rows)
        return lyc_eval_fail(eval, e, "cannot multiply %s and %s",
                             lyc_draw_shape(a, x), lyc_draw_shape(b, y));
    if (!lyc_eval_reserve(eval, e, (double)x->length * (double)y->length,
                          x->rows, y->columns,
                          (double)(x->rows * x->columns * y->columns)))
        return 0;
    lyc_draw_pairs(out, LYC_DRAW_MATRIX, x->rows, y->columns, x, y, product);
    return 1;
}

int lyc_step_mul(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);
    const lyc_draw_struct *y = lyc_steps_operand(s, i, 1);
    int left = x->kind != LYC_DRAW_MATRIX;
    const lyc_draw_struct *shape = left ? y : x;
    lyc_draw_kind kind = shape->kind;

    if (x->kind == LYC_DRAW_MATRIX && y->kind == LYC_DRAW_MATRIX)
        return multiply_matrices(out, x, y, e, eval);
    if (kind == LYC_DRAW_SCALAR)
        kind = x->kind;
    if (!lyc_eval_reserve(eval, e, (double)x->length * (double)y->length,
                          shape->rows, shape->columns,
                          (double)(shape->rows * shape->columns)))
        return 0;
    lyc_draw_pairs(out, kind, shape->rows, shape->columns, x, y,
                   left ? scalar_left : scalar_right);
    return 1;
}

int lyc_step_div(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);
    const lyc_draw_struct *y = lyc_steps_operand(s, i, 1);
    lyc_shape_text a;

    if (y->kind != LYC_DRAW_SCALAR)
        return lyc_eval_fail(eval, e,
                             "cannot divide by %s, expected a scalar; write "
                             "A*inv(B) for matrices",
                             lyc_draw_shape(a, y));
    if (!lyc_eval_reserve(eval, e, (double)x->length * (double)y->length,
                          x->rows, x->columns, (double)(x->rows * x->columns)))
        return 0;
    switch (lyc_draw_pairs(out, x->kind, x->rows, x->columns, x, y, quotient))
    {
    case LYC_TRUE:
        return 1;
    case LYC_FALSE:
        return lyc_eval_fail(eval, e, "division by 0");
    default:
        return lyc_eval_limit(eval, e,
                              "cannot decide whether the divisor is 0");
    }
}
