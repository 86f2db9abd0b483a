#include <stdlib.h>
#include <string.h>

#include "certify/equation.h"

/* Deeper or longer expressions are left to balls. */
#define MAX_DEPTH 200
#define MAX_ATOMS 16
#define MAX_DIM 8

/* Names are followed each time they occur; this bounds how often. */
#define MAX_NODES 20000

typedef struct
{
    lyc_equation_struct *q;
    long nodes;
} context;

static int eval(lyc_number_t x, const lyc_expr *e, context *c, int depth);

/* x = E log|a_ii| where no a_ii is 0. */
static int log_mean(lyc_number_t x, const lyc_law_t law, slong i)
{
    lyc_number_t t;
    int ok = 1;
    lyc_number_init(t);
    lyc_number_set_si(x, 0);
    for (slong n = 0; n < law->length && ok; n++)
    {
        lyc_number_abs(t, lyc_matrix_entry(law->atom + n, i, i));
        ok = lyc_number_log(t, t) == LYC_TRUE;
        lyc_number_mul(t, t, law->weight + n);
        lyc_number_add(x, x, t);
    }
    lyc_number_clear(t);
    return ok;
}

/* The k-th largest of d numbers, by exchanges of neighbours. */
static void take_largest(lyc_number_t x, lyc_number_struct *v, slong d, slong k)
{
    lyc_number_t high;
    lyc_number_init(high);
    for (slong end = d - 1; end > 0; end--)
        for (slong i = 0; i < end; i++)
        {
            lyc_number_max(high, v + i, v + i + 1);
            lyc_number_min(v + i + 1, v + i, v + i + 1);
            lyc_number_set(v + i, high);
        }
    lyc_number_set(x, v + k - 1);
    lyc_number_clear(high);
}

static int triangular(lyc_number_t x, const lyc_law_t law, slong k)
{
    lyc_number_struct v[MAX_DIM];
    int ok = 1;
    if (law->length == 0 || law->length > MAX_ATOMS || law->dim > MAX_DIM ||
        k < 1 || k > law->dim || !lyc_law_is_triangular(law))
        return 0;
    for (slong i = 0; i < law->dim; i++)
    {
        lyc_number_init(v + i);
        ok = ok && log_mean(v + i, law, i);
    }
    if (ok)
        take_largest(x, v, law->dim, k);
    for (slong i = 0; i < law->dim; i++)
        lyc_number_clear(v + i);
    return ok;
}

/* The exponents are those of setting.triangular. */
static int eval_lambda(lyc_number_t x, const lyc_expr *e, context *c)
{
    lyc_law_t law;
    lyc_number_t k;
    fmpq_t index;
    lyc_diag_t d;
    lyc_law_init(law);
    lyc_number_init(k);
    fmpq_init(index);
    lyc_diag_init(d);
    int ok = lyc_law_eval(law, c->q->program, e->child[0], d) &&
             lyc_number_eval(k, c->q->program, e->child[1], d) &&
             lyc_number_is_rational(k);
    if (ok)
        lyc_number_get_fmpq(index, k);
    ok = ok && fmpz_is_one(fmpq_denref(index)) &&
         fmpz_sgn(fmpq_numref(index)) > 0 &&
         fmpz_cmp_si(fmpq_numref(index), MAX_DIM) <= 0 &&
         triangular(x, law, fmpz_get_si(fmpq_numref(index)));
    lyc_law_clear(law);
    lyc_number_clear(k);
    fmpq_clear(index);
    lyc_diag_clear(d);
    return ok;
}

static int eval_call(lyc_number_t x, const lyc_expr *e, context *c, int depth)
{
    if (strcmp(e->text, "lambda") == 0 && e->length == 2)
        return eval_lambda(x, e, c);
    if (e->length != 1 || !eval(x, e->child[0], c, depth))
        return 0;
    if (strcmp(e->text, "abs") == 0)
        lyc_number_abs(x, x);
    else if (strcmp(e->text, "exp") == 0)
        lyc_number_exp(x, x);
    else if (strcmp(e->text, "log") == 0)
        return lyc_number_log(x, x) == LYC_TRUE;
    else
        return strcmp(e->text, "sqrt") == 0 &&
               lyc_number_sqrt(x, x) == LYC_TRUE;
    return 1;
}

static int eval_binary(lyc_number_t x, const lyc_expr *e, context *c, int depth)
{
    lyc_number_t y;
    lyc_number_init(y);
    int ok = eval(x, e->child[0], c, depth) && eval(y, e->child[1], c, depth);
    if (ok && e->op == '+')
        lyc_number_add(x, x, y);
    else if (ok && e->op == '-')
        lyc_number_sub(x, x, y);
    else if (ok && e->op == '*')
        lyc_number_mul(x, x, y);
    else
        ok = ok && e->op == '/' && lyc_number_div(x, x, y) == LYC_TRUE;
    lyc_number_clear(y);
    return ok;
}

static int has_lambda(const lyc_expr *e, context *c, int depth)
{
    if (depth > MAX_DEPTH || ++c->nodes > MAX_NODES)
        return 1;
    if (e->kind == LYC_EXPR_CALL && strcmp(e->text, "lambda") == 0)
        return 1;
    if (e->kind == LYC_EXPR_NAME)
    {
        const long i = lyc_program_find(c->q->program, e->text);
        return i >= 0 && !c->q->program->definition[i].is_parameter &&
               has_lambda(c->q->program->definition[i].value, c, depth + 1);
    }
    for (long i = 0; i < e->length; i++)
        if (has_lambda(e->child[i], c, depth + 1))
            return 1;
    return 0;
}

/* 0: not exact, or not understood. */
static int eval(lyc_number_t x, const lyc_expr *e, context *c, int depth)
{
    lyc_diag_t d;
    int ok;
    if (++depth > MAX_DEPTH || ++c->nodes > MAX_NODES)
        return 0;
    if (!has_lambda(e, c, depth))
    {
        lyc_diag_init(d);
        ok = lyc_number_eval(x, c->q->program, e, d);
        lyc_diag_clear(d);
        return ok;
    }
    if (e->kind == LYC_EXPR_CALL)
        return eval_call(x, e, c, depth);
    if (e->kind == LYC_EXPR_BINARY)
        return eval_binary(x, e, c, depth);
    if (e->kind != LYC_EXPR_NEG || !eval(x, e->child[0], c, depth))
        return 0;
    lyc_number_neg(x, x);
    return 1;
}

/* Theorem critical-scales.relations */
lyc_truth_t lyc_equation_exact_sign(int *sign, lyc_equation_t q,
                                    const fmpq_t at)
{
    context c = {q, 0};
    lyc_number_t left, right;
    lyc_box_t point;
    lyc_truth_t truth = LYC_UNKNOWN;
    lyc_number_init(left);
    lyc_number_init(right);
    lyc_box_init(point);
    lyc_box_add(point, q->box->name[0], at, at);
    lyc_program_set_box(q->program, point);
    if (eval(left, q->left, &c, 0) && eval(right, q->right, &c, 0))
    {
        lyc_number_sub(left, left, right);
        truth = lyc_number_sign(sign, left);
    }
    lyc_number_clear(left);
    lyc_number_clear(right);
    lyc_box_clear(point);
    return truth;
}
