#include "law/poly.h"

#include <stdlib.h>
#include <string.h>

#include "lang/walk.h"

void lyc_poly_init(lyc_poly *p, lyc_draw_kind kind, slong rows, slong columns,
                   slong length)
{
    slong k;

    *p = (lyc_poly){kind, rows, columns, length, NULL};
    p->coefficient = lyc_malloc((size_t)length * sizeof *p->coefficient);
    for (k = 0; k < length; k++)
        lyc_matrix_init(p->coefficient + k, rows, columns);
}

void lyc_poly_clear(lyc_poly *p)
{
    slong k;

    for (k = 0; k < p->length; k++)
        lyc_matrix_clear(p->coefficient + k);
    free(p->coefficient);
    *p = (lyc_poly){.length = 0};
}

static int is_other(const lyc_expr *name, void *context)
{
    return strcmp(name->text, ((const lyc_poly_scope *)context)->name) != 0;
}

int lyc_poly_stands(const lyc_expr *e, const lyc_poly_scope *s)
{
    return !lyc_expr_walk_names(e, is_other, (void *)s);
}

/* A multiple of I becomes a matrix of n rows. */
static void resize(lyc_poly *p, slong n)
{
    lyc_poly q;
    slong i, k;

    lyc_poly_init(&q, LYC_DRAW_MATRIX, n, n, p->length);
    for (k = 0; k < p->length; k++)
        for (i = 0; i < n; i++)
            lyc_number_set(lyc_matrix_entry(q.coefficient + k, i, i),
                           p->coefficient[k].entry);
    lyc_poly_clear(p);
    *p = q;
}

static int constant(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    lyc_draw_t x;
    int ok;

    if (lyc_eval_is_random(e, s->eval))
        return s->eval->diag->is_set
                   ? 0
                   : lyc_diag_set(s->eval->diag, LYC_MALFORMED,
                                  lyc_expr_start(e),
                                  "expected a polynomial, found a law");
    lyc_draw_init(x);
    ok = !s->eval->diag->is_set && lyc_eval_scope(x, e, s->eval);
    if (ok)
    {
        lyc_poly_init(p, x->kind, x->rows, x->columns, 1);
        lyc_matrix_set(p->coefficient, x->atom);
    }
    lyc_draw_clear(x);
    return ok;
}

static int add(lyc_poly *p, lyc_poly *q, int sign, const lyc_expr *e,
               lyc_poly_scope *s)
{
    slong length = FLINT_MAX(p->length, q->length), i, k;
    lyc_poly sum;

    if (p->kind == LYC_DRAW_IDENTITY && q->kind == LYC_DRAW_MATRIX)
        resize(p, q->rows);
    if (q->kind == LYC_DRAW_IDENTITY && p->kind == LYC_DRAW_MATRIX)
        resize(q, p->rows);
    if (p->kind != q->kind || p->rows != q->rows || p->columns != q->columns)
        return lyc_eval_fail(s->eval, e, "the shapes of a sum do not agree");
    lyc_poly_init(&sum, p->kind, p->rows, p->columns, length);
    for (k = 0; k < length; k++)
        for (i = 0; i < p->rows * p->columns; i++)
        {
            lyc_number_struct *x = sum.coefficient[k].entry + i;

            if (k < p->length)
                lyc_number_set(x, p->coefficient[k].entry + i);
            if (k < q->length && sign > 0)
                lyc_number_add(x, x, q->coefficient[k].entry + i);
            if (k < q->length && sign < 0)
                lyc_number_sub(x, x, q->coefficient[k].entry + i);
        }
    lyc_poly_clear(p);
    *p = sum;
    return 1;
}

/* c += a b, of which one may be a number. */
static void addmul(lyc_matrix_t c, const lyc_matrix_t a, int a_is_number,
                   const lyc_matrix_t b, int b_is_number)
{
    lyc_matrix_t t;
    slong i;

    lyc_matrix_init(t, 0, 0);
    if (!a_is_number && !b_is_number)
        lyc_matrix_mul(t, a, b);
    else
    {
        const lyc_number_struct *x = a_is_number ? a->entry : b->entry;

        lyc_matrix_set(t, a_is_number ? b : a);
        for (i = 0; i < t->rows * t->columns; i++)
            lyc_number_mul(t->entry + i, t->entry + i, x);
    }
    lyc_matrix_add(c, c, t);
    lyc_matrix_clear(t);
}

static int multiply(lyc_poly *p, const lyc_poly *q, const lyc_expr *e,
                    lyc_poly_scope *s)
{
    const int left = p->kind != LYC_DRAW_MATRIX;
    const int right = q->kind != LYC_DRAW_MATRIX;
    const lyc_poly *shape = left ? q : p;
    slong length = p->length + q->length - 1, i, k;
    lyc_poly product;

    if (!left && !right && p->columns != q->rows)
        return lyc_eval_fail(s->eval, e,
                             "the shapes of a product do not agree");
    if (length > LYC_POLY_MAX_LENGTH)
        return lyc_eval_limit(s->eval, e, "a polynomial of degree more than %d",
                              LYC_POLY_MAX_LENGTH - 1);
    lyc_poly_init(&product,
                  shape->kind == LYC_DRAW_SCALAR ? p->kind : shape->kind,
                  left || right ? shape->rows : p->rows,
                  left || right ? shape->columns : q->columns, length);
    for (i = 0; i < p->length; i++)
        for (k = 0; k < q->length; k++)
            addmul(product.coefficient + i + k, p->coefficient + i, left,
                   q->coefficient + k, right);
    lyc_poly_clear(p);
    *p = product;
    return 1;
}

static int divide(lyc_poly *p, const lyc_poly *q, const lyc_expr *e,
                  lyc_poly_scope *s)
{
    slong i, k;

    if (q->length > 1 || q->kind != LYC_DRAW_SCALAR)
        return lyc_eval_fail(s->eval, e,
                             "expected a division by a number without '%s'",
                             s->name);
    for (k = 0; k < p->length; k++)
        for (i = 0; i < p->rows * p->columns; i++)
        {
            lyc_number_struct *x = p->coefficient[k].entry + i;
            const lyc_truth_t done =
                lyc_number_div(x, x, q->coefficient->entry);

            if (done == LYC_FALSE)
                return lyc_eval_fail(s->eval, e, "division by 0");
            if (done == LYC_UNKNOWN)
                return lyc_eval_limit(s->eval, e,
                                      "cannot decide whether this divides "
                                      "by 0");
        }
    return 1;
}

/* p^n for a polynomial in which the variable stands. */
static int power(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    lyc_poly base, one;
    lyc_number_t x;
    fmpq_t q;
    slong n = -1, i;
    int ok;

    lyc_number_init(x);
    fmpq_init(q);
    ok = lyc_poly_number(x, e->child[1], s);
    if (ok && lyc_number_is_rational(x))
        lyc_number_get_fmpq(q, x);
    else
        fmpq_set_si(q, -1, 1);
    if (ok && fmpz_is_one(fmpq_denref(q)) && fmpz_sgn(fmpq_numref(q)) > 0 &&
        fmpz_cmp_si(fmpq_numref(q), LYC_POLY_MAX_LENGTH) < 0)
        n = fmpz_get_si(fmpq_numref(q));
    fmpq_clear(q);
    lyc_number_clear(x);
    if (!ok)
        return 0;
    if (n < 1 || p->rows != p->columns)
        return lyc_eval_fail(s->eval, e,
                             "expected a power 1..%d of a polynomial in '%s'",
                             LYC_POLY_MAX_LENGTH - 1, s->name);
    base = *p;
    lyc_poly_init(p, base.kind, base.rows, base.columns, base.length);
    for (i = 0; i < base.length; i++)
        lyc_matrix_set(p->coefficient + i, base.coefficient + i);
    for (i = 1; i < n && ok; i++)
    {
        one = *p;
        ok = multiply(&one, &base, e, s);
        *p = one;
    }
    lyc_poly_clear(&base);
    return ok;
}

static int binary(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    lyc_poly q = {.length = 0};
    int ok = lyc_poly_eval(p, e->child[0], s);

    if (!ok)
        return 0;
    if (e->op == '^')
        ok = power(p, e, s);
    else
        ok = lyc_poly_eval(&q, e->child[1], s) &&
             (e->op == '*'   ? multiply(p, &q, e, s)
              : e->op == '/' ? divide(p, &q, e, s)
                             : add(p, &q, e->op == '+' ? 1 : -1, e, s));
    lyc_poly_clear(&q);
    if (!ok)
        lyc_poly_clear(p);
    return ok;
}

static int negative(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    slong i, k;

    if (!lyc_poly_eval(p, e->child[0], s))
        return 0;
    for (k = 0; k < p->length; k++)
        for (i = 0; i < p->rows * p->columns; i++)
            lyc_number_neg(p->coefficient[k].entry + i,
                           p->coefficient[k].entry + i);
    return 1;
}

static int entry(lyc_poly *p, lyc_poly *x, slong i, const lyc_expr *e,
                 lyc_poly_scope *s)
{
    slong k, n = p->length;

    if (x->kind != LYC_DRAW_SCALAR)
        return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a scalar as an entry of a matrix");
    if (x->length > n)
    {
        p->coefficient = lyc_realloc(
            p->coefficient, (size_t)x->length * sizeof *p->coefficient);
        for (k = n; k < x->length; k++)
            lyc_matrix_init(p->coefficient + k, p->rows, p->columns);
        p->length = x->length;
    }
    for (k = 0; k < x->length; k++)
        lyc_number_set(p->coefficient[k].entry + i, x->coefficient[k].entry);
    return 1;
}

static int matrix(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    slong i;
    int ok = lyc_eval_reserve(s->eval, e, 1, e->rows, e->columns, 1);

    if (!ok)
        return 0;
    lyc_poly_init(p, LYC_DRAW_MATRIX, e->rows, e->columns, 1);
    for (i = 0; i < e->length && ok; i++)
    {
        lyc_poly x = {.length = 0};

        ok = lyc_poly_eval(&x, e->child[i], s) &&
             entry(p, &x, i, e->child[i], s);
        lyc_poly_clear(&x);
    }
    if (!ok)
        lyc_poly_clear(p);
    return ok;
}

static int variable(lyc_poly *p, lyc_poly_scope *s)
{
    lyc_poly_init(p, LYC_DRAW_SCALAR, 1, 1, 2);
    lyc_number_set_si(p->coefficient->entry, s->first);
    lyc_number_set_si(p->coefficient[1].entry, 1);
    return 1;
}

static int compound(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    switch (e->kind)
    {
    case LYC_EXPR_NAME:
        return variable(p, s);
    case LYC_EXPR_BINARY:
        return binary(p, e, s);
    case LYC_EXPR_NEG:
        return negative(p, e, s);
    case LYC_EXPR_MATRIX:
        return matrix(p, e, s);
    default:
        return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a polynomial in '%s'", s->name);
    }
}

/* More levels of operators in which the variable stands. */
#define MAX_DEPTH 2000

int lyc_poly_eval(lyc_poly *p, const lyc_expr *e, lyc_poly_scope *s)
{
    int ok;

    *p = (lyc_poly){.length = 0};
    if (!lyc_poly_stands(e, s))
        return constant(p, e, s);
    if (s->depth == MAX_DEPTH)
        return lyc_eval_limit(s->eval, e,
                              "an expression in '%s' of more than "
                              "%d operations",
                              s->name, MAX_DEPTH);
    s->depth++;
    ok = lyc_eval_reserve(s->eval, e, 1, 1, 1, 1000) && compound(p, e, s);
    s->depth--;
    return ok;
}

int lyc_poly_number(lyc_number_t x, const lyc_expr *e, lyc_poly_scope *s)
{
    lyc_poly p;

    if (lyc_poly_stands(e, s))
        return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a number without '%s'", s->name);
    if (!constant(&p, e, s))
        return 0;
    lyc_number_set(x, p.coefficient->entry);
    if (p.kind != LYC_DRAW_SCALAR)
        lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                     "expected a number");
    lyc_poly_clear(&p);
    return !s->eval->diag->is_set;
}
