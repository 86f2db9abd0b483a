/* Sums, products, quotients and powers of terms. */
#include <stdlib.h>

#include "law/term_eval.h"

static int misfit(lyc_scope *s, const lyc_expr *e, const lyc_value *x,
                  const lyc_value *y)
{
    int scalars = (x->kind == LYC_DRAW_SCALAR) + (y->kind == LYC_DRAW_SCALAR);
    lyc_shape_text a, b;

    lyc_value_shape(a, x);
    lyc_value_shape(b, y);
    return lyc_eval_fail(
        s->eval, e, "cannot %s %s and %s%s", e->op == '+' ? "add" : "subtract",
        a, b, scalars == 1 ? "; write c*I for c times the identity" : "");
}

static void fit(lyc_value *x, const lyc_value *y)
{
    if (x->kind == LYC_DRAW_IDENTITY && y->kind == LYC_DRAW_MATRIX &&
        y->term->rows == y->term->columns)
        lyc_value_resize(x, y->term->rows);
}

static lyc_term *minus(lyc_term *t)
{
    lyc_number_t c;

    lyc_number_init(c);
    lyc_number_set_si(c, -1);
    t = lyc_term_scale(c, t);
    lyc_number_clear(c);
    return t;
}

int lyc_scope_neg(lyc_value *out, lyc_scope *s, long i)
{
    *out = lyc_scope_operand(s, i, 0);
    out->term = minus(out->term);
    return 1;
}

int lyc_scope_add(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_value x = lyc_scope_operand(s, i, 0);
    lyc_value y = lyc_scope_operand(s, i, 1);
    lyc_term *operand[2];

    fit(&x, &y);
    fit(&y, &x);
    if (x.kind != y.kind || x.term->rows != y.term->rows ||
        x.term->columns != y.term->columns)
    {
        misfit(s, e, &x, &y);
        lyc_term_release(x.term);
        lyc_term_release(y.term);
        return 0;
    }
    operand[0] = x.term;
    operand[1] = e->op == '-' ? minus(y.term) : y.term;
    out->kind = x.kind;
    out->term = lyc_term_add(2, operand);
    return 1;
}

int lyc_scope_mul(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_value x = lyc_scope_operand(s, i, 0);
    lyc_value y = lyc_scope_operand(s, i, 1);
    lyc_term *operand[2] = {x.term, y.term};
    lyc_shape_text a, b;

    if (x.kind == LYC_DRAW_MATRIX && y.kind == LYC_DRAW_MATRIX &&
        x.term->columns != y.term->rows)
    {
        lyc_eval_fail(s->eval, e, "cannot multiply %s and %s",
                      lyc_value_shape(a, &x), lyc_value_shape(b, &y));
        lyc_term_release(x.term);
        lyc_term_release(y.term);
        return 0;
    }
    out->kind = x.kind > y.kind ? x.kind : y.kind;
    out->term = lyc_term_mul(2, operand);
    return 1;
}

/* Replaces *t by its inverse. */
static int invert(lyc_term **t, lyc_scope *s, const lyc_expr *e,
                  const char *singular)
{
    switch (lyc_term_is_regular(*t))
    {
    case LYC_TRUE:
        *t = lyc_term_inverse(*t);
        return 1;
    case LYC_FALSE:
        return lyc_eval_fail(s->eval, e, "%s", singular);
    default:
        return lyc_eval_limit(s->eval, e,
                              "cannot decide whether this is invertible "
                              "almost surely");
    }
}

int lyc_scope_div(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_value x = lyc_scope_operand(s, i, 0);
    lyc_value y = lyc_scope_operand(s, i, 1);
    lyc_shape_text a;
    int ok = y.kind == LYC_DRAW_SCALAR;

    if (!ok)
        lyc_eval_fail(s->eval, e,
                      "cannot divide by %s, expected a scalar; write "
                      "A*inv(B) for matrices",
                      lyc_value_shape(a, &y));
    ok = ok && invert(&y.term, s, e, "division by 0");
    if (ok)
    {
        lyc_term *operand[2] = {y.term, x.term};

        out->kind = x.kind;
        out->term = lyc_term_mul(2, operand);
        return 1;
    }
    lyc_term_release(x.term);
    lyc_term_release(y.term);
    return 0;
}

/* x^n, n >= 0; takes t. */
static lyc_term *power(lyc_term *t, slong n)
{
    lyc_term_list list;
    lyc_term *result;
    lyc_number_t one;
    slong k;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    lyc_term_list_init(&list);
    for (k = 0; k < n; k++)
        lyc_term_list_add(&list, lyc_term_share(t));
    if (n == 0)
        lyc_term_list_add(&list, lyc_term_identity(t->rows, one));
    result = lyc_term_mul(list.length, list.term);
    list.length = 0;
    lyc_term_list_clear(&list);
    lyc_number_clear(one);
    lyc_term_release(t);
    return result;
}

/* Factors of one power. */
#define MAX_POWER 10000

static int raise_to(lyc_value *out, lyc_scope *s, long i, slong n)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_value x = lyc_scope_operand(s, i, 0);
    lyc_shape_text a;
    int ok = x.term->rows == x.term->columns;

    if (!ok)
        lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                     "expected a square matrix, found %s",
                     lyc_value_shape(a, &x));
    if (ok && (n > MAX_POWER || n < -MAX_POWER))
        ok = lyc_eval_limit(s->eval, e,
                            "cannot carry out the power: more than %d factors",
                            MAX_POWER);
    if (ok && n < 0)
        ok = invert(&x.term, s, e,
                    x.kind == LYC_DRAW_MATRIX
                        ? "an outcome is singular and has no inverse"
                        : "division by 0");
    if (!ok)
    {
        lyc_term_release(x.term);
        return 0;
    }
    out->kind = x.kind;
    out->term = power(x.term, n < 0 ? -n : n);
    return 1;
}

int lyc_scope_pow(lyc_value *out, lyc_scope *s, long i)
{
    slong n;

    return lyc_eval_want_integer(
               &n, s->eval, lyc_steps_operand_step(&s->steps, i, 1),
               lyc_steps_operand(&s->steps, i, 1), "the exponent") &&
           raise_to(out, s, i, n);
}

int lyc_scope_inv(lyc_value *out, lyc_scope *s, long i)
{
    return raise_to(out, s, i, -1);
}

int lyc_scope_transpose(lyc_value *out, lyc_scope *s, long i)
{
    *out = lyc_scope_operand(s, i, 0);
    out->term = lyc_term_transpose(out->term);
    return 1;
}
