#include <stdlib.h>
#include <string.h>

#include "certify/equation.h"

/* Names that stand for expressions are followed each time they occur; this
 * bounds how often. */
#define MAX_NODES 100000
/* How deep they, and calls, may be nested. */
#define MAX_DEPTH 2000

typedef struct
{
    lyc_equation_struct *q;
    slong prec;
    slong nodes, depth, calls;
    lyc_diag_struct *d;
} context;

static int eval(lyc_dual_t z, const lyc_expr *e, context *c);

static int fail(context *c, const lyc_expr *e, const char *what)
{
    return lyc_diag_set(c->d, LYC_MALFORMED, lyc_expr_start(e), "%s", what);
}

/* A number without lambda(…) in it. */
static int eval_number(lyc_number_t x, const lyc_expr *e, context *c)
{
    return lyc_number_eval(x, c->q->program, e, c->d);
}

static int eval_name(lyc_dual_t z, const lyc_expr *e, context *c)
{
    const lyc_program_struct *p = c->q->program;
    const long i = lyc_program_find(p, e->text);
    if (i >= 0 && p->definition[i].is_law)
        return fail(c, e, "expected a number, found a law");
    if (i >= 0 && !p->definition[i].is_parameter)
        return eval(z, p->definition[i].value, c);
    lyc_number_t x;
    lyc_number_init(x);
    const int ok = eval_number(x, e, c);
    if (ok)
        lyc_number_get_dual(z, x, c->q->box->name[0], c->prec);
    lyc_number_clear(x);
    return ok;
}

static int get_integer(slong *n, const lyc_expr *e, slong least, slong most,
                       const char *what, context *c)
{
    lyc_number_t x;
    fmpq_t v;
    lyc_number_init(x);
    fmpq_init(v);
    int ok = eval_number(x, e, c);
    if (ok && lyc_number_is_rational(x))
        lyc_number_get_fmpq(v, x);
    else
        fmpq_set_si(v, 1, 2);
    if (ok && (!fmpz_is_one(fmpq_denref(v)) ||
               fmpz_cmp_si(fmpq_numref(v), least) < 0 ||
               fmpz_cmp_si(fmpq_numref(v), most) > 0))
        ok = fail(c, e, what);
    if (ok)
        *n = fmpz_get_si(fmpq_numref(v));
    lyc_number_clear(x);
    fmpq_clear(v);
    return ok;
}

static int eval_lambda(lyc_dual_t z, const lyc_expr *e, context *c)
{
    slong k;
    lyc_law_t law;
    lyc_law_init(law);
    int ok = lyc_law_eval(law, c->q->program, e->child[0], c->d) &&
             get_integer(&k, e->child[1], 1, law->dim,
                         "expected an index k from 1 to the dimension of the "
                         "law",
                         c);
    const slong call = c->calls++;
    if (ok)
        lyc_law_get_dual(z, law, k, c->q->box->name[0], c->prec);
    if (ok && c->q->enclose != NULL && !lyc_dual_is_finite(z) &&
        !z->range->is_defined)
        ok = c->q->enclose(z, law, k, call, c->q->context);
    lyc_law_clear(law);
    return ok;
}

static void apply(lyc_dual_t z, const char *name, slong prec)
{
    if (strcmp(name, "abs") == 0)
        lyc_dual_abs(z, z, prec);
    else if (strcmp(name, "log") == 0)
        lyc_dual_log(z, z, prec);
    else if (strcmp(name, "exp") == 0)
        lyc_dual_exp(z, z, prec);
    else
        lyc_dual_sqrt(z, z, prec);
}

static int is_word(const char *s, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(s, *words) == 0)
            return 1;
    return 0;
}

static int eval_extreme(lyc_dual_t z, const lyc_expr *e, context *c)
{
    const int is_max = strcmp(e->text, "max") == 0;
    lyc_dual_t x;
    lyc_dual_init(x);
    int ok = eval(z, e->child[0], c);
    for (long i = 1; i < e->length && ok; i++)
    {
        lyc_dual_indeterminate(x);
        ok = eval(x, e->child[i], c);
        if (ok && is_max)
            lyc_dual_max(z, z, x, c->prec);
        else if (ok)
            lyc_dual_min(z, z, x, c->prec);
    }
    lyc_dual_clear(x);
    return ok;
}

static int eval_call(lyc_dual_t z, const lyc_expr *e, context *c)
{
    static const char *const one[] = {"abs", "log", "exp", "sqrt", NULL};
    static const char *const many[] = {"min", "max", NULL};
    if (strcmp(e->text, "lambda") == 0 && e->length == 2)
        return eval_lambda(z, e, c);
    if (is_word(e->text, many) && e->length >= 1)
        return eval_extreme(z, e, c);
    if (!is_word(e->text, one) || e->length != 1)
        return fail(c, e,
                    "expected lambda(LAW, k), abs, log, exp, sqrt, min or max "
                    "with their arguments");
    if (!eval(z, e->child[0], c))
        return 0;
    apply(z, e->text, c->prec);
    return 1;
}

static int operate(lyc_dual_t z, const lyc_expr *e, context *c)
{
    slong n;
    lyc_dual_t x;
    if (e->op == '^')
    {
        if (!get_integer(&n, e->child[1], -1000, 1000,
                         "expected an integer exponent from -1000 to 1000", c))
            return 0;
        lyc_dual_pow_si(z, z, n, c->prec);
        return 1;
    }
    lyc_dual_init(x);
    const int ok = eval(x, e->child[1], c);
    if (ok && e->op == '+')
        lyc_dual_add(z, z, x, c->prec);
    else if (ok && e->op == '-')
        lyc_dual_sub(z, z, x, c->prec);
    else if (ok && e->op == '*')
        lyc_dual_mul(z, z, x, c->prec);
    else if (ok)
        lyc_dual_div(z, z, x, c->prec);
    lyc_dual_clear(x);
    return ok;
}

/* Chains of operators are as long as they like: no recursion along them. */
static int eval_chain(lyc_dual_t z, const lyc_expr *e, context *c)
{
    slong length = 0, i;
    const lyc_expr *first = e;
    for (; first->kind == LYC_EXPR_BINARY; first = first->child[0])
        length++;
    const lyc_expr **link =
        lyc_malloc((size_t)length * sizeof(const lyc_expr *));
    for (i = length - 1; i >= 0; i--)
    {
        link[i] = e;
        e = e->child[0];
    }
    int ok = eval(z, first, c);
    for (i = 0; i < length && ok; i++)
        ok = operate(z, link[i], c);
    free(link);
    return ok;
}

static int eval_node(lyc_dual_t z, const lyc_expr *e, context *c)
{
    lyc_number_t x;
    int ok;
    switch (e->kind)
    {
    case LYC_EXPR_NUMBER:
        lyc_number_init(x);
        ok = eval_number(x, e, c);
        if (ok)
            lyc_number_get_dual(z, x, "", c->prec);
        lyc_number_clear(x);
        return ok;
    case LYC_EXPR_NAME:
        return eval_name(z, e, c);
    case LYC_EXPR_CALL:
        return eval_call(z, e, c);
    case LYC_EXPR_BINARY:
        return eval_chain(z, e, c);
    case LYC_EXPR_NEG:
        ok = eval(z, e->child[0], c);
        lyc_dual_neg(z, z);
        return ok;
    default:
        return fail(c, e, "expected a number");
    }
}

static int eval(lyc_dual_t z, const lyc_expr *e, context *c)
{
    if (++c->nodes > MAX_NODES)
        return fail(c, e, "the equation is too long");
    if (c->depth >= MAX_DEPTH)
        return fail(c, e, "the equation is nested too deeply");
    c->depth++;
    const int ok = eval_node(z, e, c);
    c->depth--;
    return ok;
}

int lyc_equation_sides(lyc_dual_t left, lyc_dual_t right, lyc_equation_t q,
                       const fmpq_t lower, const fmpq_t upper, slong prec,
                       lyc_diag_t d)
{
    context c = {q, prec, 0, 0, 0, d};
    lyc_box_t cell;
    lyc_box_init(cell);
    lyc_box_add(cell, q->box->name[0], lower, upper);
    lyc_program_set_box(q->program, cell);
    const int ok = eval(left, q->left, &c) && eval(right, q->right, &c);
    lyc_box_clear(cell);
    return ok;
}

int lyc_equation_eval(lyc_dual_t z, lyc_equation_t q, const fmpq_t lower,
                      const fmpq_t upper, slong prec, lyc_diag_t d)
{
    lyc_dual_t right;
    lyc_dual_init(right);
    const int ok = lyc_equation_sides(z, right, q, lower, upper, prec, d);
    if (ok)
        lyc_dual_sub(z, z, right, prec);
    lyc_dual_clear(right);
    return ok;
}
