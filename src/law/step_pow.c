#include "law/apply.h"
#include "law/eval.h"

typedef struct
{
    slong n;
    int is_matrix;
} power;

/* c = a^n, n >= 0, by squaring; LYC_UNKNOWN where entries grow too long. */
static lyc_truth_t matrix_power(lyc_matrix_t c, const lyc_matrix_t a, slong n)
{
    lyc_truth_t done = LYC_TRUE;
    lyc_number_t one;
    lyc_matrix_t square;
    double sum;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    lyc_matrix_set_scalar(c, one);
    lyc_number_clear(one);
    lyc_matrix_init(square, 0, 0);
    lyc_matrix_set(square, a);
    while (n > 0 && done == LYC_TRUE)
    {
        if (n & 1)
            lyc_matrix_mul(c, c, square);
        n >>= 1;
        if (n > 0)
            lyc_matrix_mul(square, square, square);
        if (lyc_matrix_size(&sum, square) > LYC_EVAL_MAX_SIZE)
            done = LYC_UNKNOWN;
    }
    lyc_matrix_clear(square);
    return done;
}

static lyc_truth_t raise_one(lyc_matrix_t c, const lyc_matrix_t a,
                             const void *context)
{
    const power *p = context;
    lyc_truth_t done;
    lyc_matrix_t inverse;

    if (!p->is_matrix)
        return lyc_number_pow_si(c->entry, a->entry, p->n);
    if (p->n >= 0)
        return matrix_power(c, a, p->n);
    lyc_matrix_init(inverse, 0, 0);
    done = lyc_matrix_inv(inverse, a);
    if (done == LYC_TRUE)
        done = matrix_power(c, inverse, -p->n);
    lyc_matrix_clear(inverse);
    return done;
}

static int raise_every(lyc_draw_t out, const lyc_draw_t x, slong n,
                       const lyc_expr *e, lyc_eval *eval)
{
    power p = {n, x->kind == LYC_DRAW_MATRIX};
    double rows = (double)x->rows, cost = 1;
    lyc_shape_text a;
    slong k;

    if (x->rows != x->columns)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a square matrix, found %s",
                            lyc_draw_shape(a, x));
    for (k = n < 0 ? -n : n; k > 0; k >>= 1)
        cost += 2 * rows * rows * rows;
    if (!lyc_eval_reserve(eval, e, (double)x->length, x->rows, x->columns,
                          cost))
        return 0;
    switch (lyc_draw_map(out, x->kind, x->rows, x->columns, x, raise_one, &p))
    {
    case LYC_TRUE:
        return 1;
    case LYC_FALSE:
        return p.is_matrix
                   ? lyc_eval_fail(eval, e,
                                   "an outcome is singular and has no inverse")
                   : lyc_eval_fail(eval, e, "division by 0");
    default:
        return lyc_eval_limit(eval, e,
                              "cannot carry out the power: numbers "
                              "too long, or a 0 not decided");
    }
}

int lyc_step_pow(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    slong n;

    return lyc_eval_want_integer(&n, eval, lyc_steps_operand_step(s, i, 1),
                                 lyc_steps_operand(s, i, 1), "the exponent") &&
           raise_every(out, lyc_steps_operand(s, i, 0), n, s->step[i].e, eval);
}

int lyc_step_inv(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    return raise_every(out, lyc_steps_operand(s, i, 0), -1, s->step[i].e, eval);
}
