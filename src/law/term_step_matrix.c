/* Matrices with random entries, and mixtures. */
#include <stdlib.h>

#include "law/term_eval.h"

static int want_scalar(lyc_scope *s, const lyc_expr *e, const lyc_value *x)
{
    lyc_shape_text shape;

    if (x->kind == LYC_DRAW_SCALAR)
        return 1;
    return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "expected a scalar, found %s",
                        lyc_value_shape(shape, x));
}

/* Operand k of step i is entry at(k) of the rows x columns matrix. */
static int entries(lyc_value *out, lyc_scope *s, long i, slong rows,
                   slong columns, slong stride)
{
    const lyc_expr *e = s->steps.step[i].e;
    slong n = rows * columns, k;
    lyc_term **child;
    int ok = 1;

    if (rows > LYC_TERM_MAX_ROWS || columns > LYC_TERM_MAX_ROWS ||
        (double)rows * (double)columns > LYC_EVAL_MAX_ENTRIES / 10)
        return lyc_eval_limit(s->eval, e,
                              "a matrix of more than %.0f written entries",
                              LYC_EVAL_MAX_ENTRIES / 10);
    child = lyc_calloc((size_t)n, sizeof *child);
    for (k = 0; k < e->length && ok; k++)
    {
        lyc_value x = lyc_scope_operand(s, i, k);

        child[k * stride] = x.term;
        ok = want_scalar(s, e->child[k], &x);
    }
    for (k = 0; k < n && ok; k++)
        if (child[k] == NULL)
            child[k] = lyc_term_zero(1, 1);
    if (ok)
    {
        out->kind = LYC_DRAW_MATRIX;
        out->term = lyc_term_entries(rows, columns, child);
    }
    for (k = 0; k < n && !ok; k++)
        lyc_term_release(child[k]);
    free(child);
    return ok;
}

int lyc_scope_matrix(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;

    return entries(out, s, i, e->rows, e->columns, 1);
}

int lyc_scope_diag(lyc_value *out, lyc_scope *s, long i)
{
    slong n = s->steps.step[i].e->length;

    return entries(out, s, i, n, n, n + 1);
}

/* Values of one kind and shape afterwards; multiples of I take their size from
 * the others. */
static int fit_values(lyc_value *x, long n, lyc_scope *s, const lyc_expr *e)
{
    lyc_shape_text a, b;
    slong size = 0;
    long k;

    for (k = 0; k < n && size == 0; k++)
        if (x[k].kind == LYC_DRAW_MATRIX &&
            x[k].term->rows == x[k].term->columns)
            size = x[k].term->rows;
    for (k = 0; k < n && size > 0; k++)
        if (x[k].kind == LYC_DRAW_IDENTITY)
            lyc_value_resize(x + k, size);
    for (k = 1; k < n; k++)
        if (x[k].kind != x->kind || x[k].term->rows != x->term->rows ||
            x[k].term->columns != x->term->columns)
            return lyc_diag_set(s->eval->diag, LYC_MALFORMED,
                                lyc_expr_start(e->child[2 * k + 1]),
                                "this outcome is %s, expected %s as before",
                                lyc_value_shape(a, x + k),
                                lyc_value_shape(b, x));
    return 1;
}

static void mix(lyc_value *out, lyc_scope *s, long i, long n, lyc_value *x)
{
    lyc_number_struct *weight = lyc_malloc((size_t)n * sizeof *weight);
    lyc_term **child = lyc_malloc((size_t)n * sizeof *child);
    fmpq_t equal;
    long k;

    fmpq_init(equal);
    fmpq_set_si(equal, 1, (ulong)n);
    for (k = 0; k < n; k++)
    {
        const lyc_draw_struct *w = lyc_steps_operand(&s->steps, i, 2 * k);

        lyc_number_init(weight + k);
        if (w == NULL)
            lyc_number_set_fmpq(weight + k, equal);
        else
            lyc_number_set(weight + k, w->atom->entry);
        child[k] = x[k].term;
        x[k].term = NULL;
    }
    out->kind = x->kind;
    out->term = lyc_term_choice(n, weight, child);
    for (k = 0; k < n; k++)
        lyc_number_clear(weight + k);
    fmpq_clear(equal);
    free(weight);
    free(child);
}

int lyc_scope_law(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    long n = e->length / 2, k;
    lyc_value *x;
    int ok;

    if (e->child[0] != NULL && !lyc_step_check_weights(&s->steps, i, s->eval))
        return 0;
    x = lyc_malloc((size_t)n * sizeof *x);
    for (k = 0; k < n; k++)
        x[k] = lyc_scope_operand(s, i, 2 * k + 1);
    ok = fit_values(x, n, s, e);
    if (ok)
        mix(out, s, i, n, x);
    for (k = 0; k < n; k++)
        lyc_term_release(x[k].term);
    free(x);
    return ok;
}
