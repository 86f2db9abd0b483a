#include "law/poly.h"

static int fail(const lyc_expr *e, lyc_poly_scope *s)
{
    return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "expected a weight of the form c*q^%s", s->name);
}

/* x^n of a number that is not 0; n an integer. */
static int integer_power(lyc_number_t x, const lyc_number_t base,
                         const lyc_number_t n, const lyc_expr *e,
                         lyc_poly_scope *s)
{
    lyc_truth_t done = LYC_FALSE;
    fmpq_t q;

    fmpq_init(q);
    if (lyc_number_is_rational(n))
        lyc_number_get_fmpq(q, n);
    else
        fmpq_set_si(q, 1, 2);
    if (fmpz_is_one(fmpq_denref(q)) &&
        fmpz_cmp_si(fmpq_numref(q), 10000) <= 0 &&
        fmpz_cmp_si(fmpq_numref(q), -10000) >= 0)
        done = lyc_number_pow_si(x, base, fmpz_get_si(fmpq_numref(q)));
    fmpq_clear(q);
    if (done == LYC_TRUE)
        return 1;
    if (done == LYC_UNKNOWN)
        return lyc_eval_limit(s->eval, e, "cannot carry out the power");
    return fail(e, s);
}

/* base^(n_0 + n_1 m): weight base^n_0, ratio base^n_1. */
static int power(lyc_number_t weight, lyc_number_t ratio, const lyc_expr *e,
                 lyc_poly_scope *s)
{
    lyc_number_t base;
    lyc_poly n;
    int ok;

    lyc_number_init(base);
    ok = lyc_poly_number(base, e->child[0], s) &&
         lyc_poly_eval(&n, e->child[1], s);
    if (ok)
    {
        ok = n.length == 2 && n.kind == LYC_DRAW_SCALAR
                 ? integer_power(weight, base, n.coefficient->entry, e, s) &&
                       integer_power(ratio, base, n.coefficient[1].entry, e, s)
                 : fail(e, s);
        lyc_poly_clear(&n);
    }
    lyc_number_clear(base);
    return ok;
}

/* (c q^m)^n. */
static int whole_power(lyc_number_t weight, lyc_number_t ratio,
                       const lyc_expr *e, lyc_poly_scope *s)
{
    lyc_number_t n;
    int ok;

    lyc_number_init(n);
    ok = lyc_poly_geometric(weight, ratio, e->child[0], s) &&
         lyc_poly_number(n, e->child[1], s) &&
         integer_power(weight, weight, n, e, s) &&
         integer_power(ratio, ratio, n, e, s);
    lyc_number_clear(n);
    return ok;
}

static int product(lyc_number_t weight, lyc_number_t ratio, const lyc_expr *e,
                   lyc_poly_scope *s)
{
    lyc_number_t w, r;
    lyc_truth_t done = LYC_TRUE;
    int ok;

    lyc_number_init(w);
    lyc_number_init(r);
    ok = lyc_poly_geometric(weight, ratio, e->child[0], s) &&
         lyc_poly_geometric(w, r, e->child[1], s);
    if (ok && e->op == '*')
    {
        lyc_number_mul(weight, weight, w);
        lyc_number_mul(ratio, ratio, r);
    }
    else if (ok)
    {
        done = lyc_number_div(weight, weight, w);
        if (done == LYC_TRUE)
            done = lyc_number_div(ratio, ratio, r);
        if (done == LYC_FALSE)
            ok = lyc_eval_fail(s->eval, e, "division by 0");
        else if (done == LYC_UNKNOWN)
            ok = lyc_eval_limit(s->eval, e,
                                "cannot decide whether this divides by 0");
    }
    lyc_number_clear(w);
    lyc_number_clear(r);
    return ok;
}

static int compound(lyc_number_t weight, lyc_number_t ratio, const lyc_expr *e,
                    lyc_poly_scope *s)
{
    if (e->kind != LYC_EXPR_BINARY)
        return fail(e, s);
    if (e->op == '*' || e->op == '/')
        return product(weight, ratio, e, s);
    if (e->op != '^')
        return fail(e, s);
    return lyc_poly_stands(e->child[1], s) ? power(weight, ratio, e, s)
                                           : whole_power(weight, ratio, e, s);
}

int lyc_poly_geometric(lyc_number_t weight, lyc_number_t ratio,
                       const lyc_expr *e, lyc_poly_scope *s)
{
    int ok;

    if (!lyc_poly_stands(e, s))
    {
        lyc_number_set_si(ratio, 1);
        return lyc_poly_number(weight, e, s);
    }
    if (s->depth > 1000)
        return lyc_eval_limit(s->eval, e, "the weight is too long");
    s->depth++;
    ok = compound(weight, ratio, e, s);
    s->depth--;
    return ok;
}
