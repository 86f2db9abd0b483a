#include "law/apply.h"
#include "law/eval.h"

static lyc_truth_t add(lyc_matrix_t c, const lyc_matrix_t a,
                       const lyc_matrix_t b)
{
    lyc_matrix_add(c, a, b);
    return LYC_TRUE;
}

static lyc_truth_t sub(lyc_matrix_t c, const lyc_matrix_t a,
                       const lyc_matrix_t b)
{
    slong i;

    for (i = 0; i < a->rows * a->columns; i++)
        lyc_number_sub(c->entry + i, a->entry + i, b->entry + i);
    return LYC_TRUE;
}

static int misfit(const lyc_expr *e, const lyc_draw_t x, const lyc_draw_t y,
                  lyc_eval *eval)
{
    int scalars = (x->kind == LYC_DRAW_SCALAR) + (y->kind == LYC_DRAW_SCALAR);
    lyc_shape_text a, b;

    lyc_draw_shape(a, x);
    lyc_draw_shape(b, y);
    return lyc_eval_fail(
        eval, e, "cannot %s %s and %s%s", e->op == '+' ? "add" : "subtract", a,
        b, scalars == 1 ? "; write c*I for c times the identity" : "");
}

/* y takes the size of x where y is a multiple of I and x is square. */
static const lyc_draw_struct *resized(lyc_draw_t copy, const lyc_draw_t y,
                                      const lyc_draw_t x)
{
    if (y->kind != LYC_DRAW_IDENTITY || x->kind != LYC_DRAW_MATRIX ||
        x->rows != x->columns)
        return y;
    lyc_draw_set(copy, y);
    lyc_draw_resize(copy, x->rows);
    return copy;
}

int lyc_step_add(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);
    const lyc_draw_struct *y = lyc_steps_operand(s, i, 1);
    lyc_draw_t copy;
    int ok;

    lyc_draw_init(copy);
    if (x->kind == LYC_DRAW_IDENTITY)
        x = resized(copy, x, y);
    else
        y = resized(copy, y, x);
    ok = x->kind == y->kind && x->rows == y->rows && x->columns == y->columns;
    if (!ok)
        misfit(e, x, y, eval);
    ok = ok &&
         lyc_eval_reserve(eval, e, (double)x->length * (double)y->length,
                          x->rows, x->columns, (double)(x->rows * x->columns));
    if (ok)
        lyc_draw_pairs(out, x->kind, x->rows, x->columns, x, y,
                       e->op == '+' ? add : sub);
    lyc_draw_clear(copy);
    return ok;
}

static lyc_truth_t neg(lyc_matrix_t c, const lyc_matrix_t a,
                       const void *context)
{
    slong i;

    (void)context;
    for (i = 0; i < a->rows * a->columns; i++)
        lyc_number_neg(c->entry + i, a->entry + i);
    return LYC_TRUE;
}

int lyc_step_neg(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_draw_struct *x = lyc_steps_operand(s, i, 0);

    if (!lyc_eval_reserve(eval, s->step[i].e, (double)x->length, x->rows,
                          x->columns, (double)(x->rows * x->columns)))
        return 0;
    lyc_draw_map(out, x->kind, x->rows, x->columns, x, neg, NULL);
    return 1;
}
