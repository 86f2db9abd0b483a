#include <stdlib.h>

#include "claim/linear.h"
#include "claim/norm.h"

/* sum_i coefficient[i] lambda(leaf i) + exact; one coefficient a leaf of the
 * statement, where leaves of the same law and k share the first one's. */
typedef struct
{
    const lyc_statement_struct *s;
    const lyc_library_struct *lib;
    slong prec;
    fmpq *coefficient;
    lyc_value_t exact;
} linear;

static long first_leaf(const lyc_statement_t s, long law, slong k)
{
    for (long i = 0; i < s->leaves; i++)
    {
        if (s->leaf[i].law == law && s->leaf[i].k == k)
        {
            return i;
        }
    }
    return -1;
}

static int evaluate(lyc_value_t v, const linear *f, const lyc_expr *e)
{
    lyc_diag_t ignored;
    lyc_diag_init(ignored);
    int ok = lyc_statement_eval(v, f->s, f->lib, e, f->prec, ignored);
    lyc_diag_clear(ignored);
    return ok;
}

/* exact += q v. */
static void add_exact(linear *f, const fmpq_t q, const lyc_value_t v)
{
    lyc_number_t c;
    lyc_value_t t;
    lyc_number_init(c);
    lyc_value_init(t);
    lyc_number_set_fmpq(c, q);
    lyc_value_set_number(t, c, f->prec);
    lyc_value_binary(t, '*', t, v, f->prec);
    lyc_value_binary(f->exact, '+', f->exact, t, f->prec);
    lyc_value_clear(t);
    lyc_number_clear(c);
}

static int add(linear *f, const fmpq_t q, const lyc_expr *e);

/* q c e or q e / c with a rational c. */
static int add_multiple(linear *f, const fmpq_t q, const lyc_expr *factor,
                        const lyc_expr *e, int divide)
{
    lyc_value_t c;
    fmpq_t p;
    lyc_value_init(c);
    fmpq_init(p);
    int ok = evaluate(c, f, factor) && c->has_logs && c->logs->length == 0 &&
             !fmpq_is_zero(c->rational);
    if (ok)
    {
        divide ? fmpq_div(p, q, c->rational) : fmpq_mul(p, q, c->rational);
        ok = add(f, p, e);
    }
    fmpq_clear(p);
    lyc_value_clear(c);
    return ok;
}

static int add_negative(linear *f, const fmpq_t q, const lyc_expr *e)
{
    fmpq_t p;
    fmpq_init(p);
    fmpq_neg(p, q);
    int ok = add(f, p, e);
    fmpq_clear(p);
    return ok;
}

static int add_binary(linear *f, const fmpq_t q, const lyc_expr *e)
{
    const lyc_expr *a = e->child[0], *b = e->child[1];
    switch (e->op)
    {
    case '+':
        return add(f, q, a) && add(f, q, b);
    case '-':
        return add(f, q, a) && add_negative(f, q, b);
    case '*':
        return add_multiple(f, q, a, b, 0) || add_multiple(f, q, b, a, 0);
    case '/':
        return add_multiple(f, q, b, a, 1);
    default:
        return 0;
    }
}

static int add_call(linear *f, const fmpq_t q, const lyc_expr *e)
{
    const lyc_leaf *leaf = lyc_statement_leaf(f->s, e);
    lyc_call call;
    lyc_diag_t ignored;
    lyc_diag_init(ignored);
    int ok = lyc_call_get(&call, e, ignored);
    lyc_diag_clear(ignored);
    if (leaf != NULL && leaf->k > 0)
    {
        fmpq *c = f->coefficient + first_leaf(f->s, leaf->law, leaf->k);
        fmpq_add(c, c, q);
        return 1;
    }
    if (!ok || call != LYC_CALL_ABS)
    {
        return 0;
    }
    lyc_value_t v;
    int sign = 0;
    lyc_value_init(v);
    ok = evaluate(v, f, e->child[0]) && lyc_value_sign(&sign, v) == LYC_TRUE;
    lyc_value_clear(v);
    return ok && (sign < 0 ? add_negative(f, q, e->child[0])
                           : add(f, q, e->child[0]));
}

/* Adds q e; 0 when e is not of the form. */
static int add(linear *f, const fmpq_t q, const lyc_expr *e)
{
    const lyc_program_struct *p = f->s->chapter->script->program;
    lyc_value_t v;
    lyc_value_init(v);
    int ok = evaluate(v, f, e) && v->has_logs;
    if (ok)
    {
        add_exact(f, q, v);
    }
    lyc_value_clear(v);
    if (ok)
    {
        return 1;
    }
    switch (e->kind)
    {
    case LYC_EXPR_NAME:
        return lyc_program_find(p, e->text) >= 0 &&
               add(f, q, p->definition[lyc_program_find(p, e->text)].value);
    case LYC_EXPR_NEG:
        return add_negative(f, q, e->child[0]);
    case LYC_EXPR_BINARY:
        return add_binary(f, q, e);
    case LYC_EXPR_CALL:
        return add_call(f, q, e);
    default:
        return 0;
    }
}

/* lambda_1 + … + lambda_d = E log|det A|, finite. Theorem
 * setting.determinant */
static int replace_sum(linear *f, long law)
{
    const lyc_law_struct *a = f->lib->known[law].law;
    long i = first_leaf(f->s, law, 1);
    for (slong k = 2; k <= a->dim && i >= 0; k++)
    {
        long j = first_leaf(f->s, law, k);
        i = j >= 0 && fmpq_equal(f->coefficient + i, f->coefficient + j) ? i
                                                                         : -1;
    }
    lyc_value_t v;
    lyc_value_init(v);
    if (i >= 0)
    {
        lyc_value_set_logdet(v, a, f->prec);
    }
    int ok = i >= 0 && v->has_logs;
    if (ok)
    {
        add_exact(f, f->coefficient + i, v);
        for (slong k = 1; k <= a->dim; k++)
        {
            fmpq_zero(f->coefficient + first_leaf(f->s, law, k));
        }
    }
    lyc_value_clear(v);
    return ok;
}

/* Cancelled exponents must be finite: inf - inf is not 0. */
static int is_reduced(linear *f)
{
    for (long i = 0; i < f->s->leaves; i++)
    {
        const lyc_leaf *leaf = f->s->leaf + i;
        if (leaf->k == 0 || first_leaf(f->s, leaf->law, leaf->k) != i)
        {
            continue;
        }
        const lyc_enclosure_struct *e =
            lyc_library_best(f->lib, leaf->law, leaf->k);
        if ((!fmpq_is_zero(f->coefficient + i) && !replace_sum(f, leaf->law)) ||
            e == NULL || !arf_is_finite(e->facts->exponent_lower + leaf->k - 1))
        {
            return 0;
        }
    }
    return 1;
}

lyc_truth_t lyc_statement_linear_sign(int *sign, const lyc_statement_t s,
                                      const lyc_library_t lib, slong prec)
{
    linear f = {.s = s, .lib = lib, .prec = prec};
    const lyc_expr *e = s->claim->statement;
    lyc_number_t zero;
    fmpq_t one;
    lyc_number_init(zero);
    lyc_value_init(f.exact);
    lyc_value_set_number(f.exact, zero, prec);
    fmpq_init(one);
    fmpq_one(one);
    f.coefficient = lyc_calloc((size_t)s->leaves, sizeof(fmpq));
    for (long i = 0; i < s->leaves; i++)
    {
        fmpq_init(f.coefficient + i);
    }
    lyc_truth_t known = LYC_UNKNOWN;
    if (add(&f, one, e->child[0]) && add_negative(&f, one, e->child[1]) &&
        is_reduced(&f) && f.exact->has_logs)
    {
        known = lyc_value_sign(sign, f.exact);
    }
    for (long i = 0; i < s->leaves; i++)
    {
        fmpq_clear(f.coefficient + i);
    }
    free(f.coefficient);
    fmpq_clear(one);
    lyc_value_clear(f.exact);
    lyc_number_clear(zero);
    return known;
}
