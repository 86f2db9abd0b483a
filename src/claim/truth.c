#include "claim/linear.h"
#include "claim/norm.h"

static lyc_truth_t both(lyc_truth_t a, lyc_truth_t b)
{
    if (a == LYC_FALSE || b == LYC_FALSE)
    {
        return LYC_FALSE;
    }
    return a == LYC_TRUE && b == LYC_TRUE ? LYC_TRUE : LYC_UNKNOWN;
}

/* a <= e and e <= b; right becomes the hull of a and b. */
static int truth_in(lyc_truth_t *truth, int *is_exact, lyc_value_t e,
                    lyc_interval_t right, const lyc_statement_t s,
                    const lyc_library_t lib, slong prec, lyc_diag_t d)
{
    const lyc_expr *range = s->claim->statement->child[1];
    lyc_value_t a, b;
    lyc_value_init(a);
    lyc_value_init(b);
    int ok = lyc_statement_eval(a, s, lib, range->child[0], prec, d) &&
             lyc_statement_eval(b, s, lib, range->child[1], prec, d);
    if (ok)
    {
        int exact_a = 0, exact_b = 0;
        lyc_truth_t above = lyc_value_compare(&exact_a, 'l', a, e, prec);
        lyc_truth_t below = lyc_value_compare(&exact_b, 'l', e, b, prec);
        *truth = both(above, below);
        *is_exact = exact_a && exact_b;
        right->is_defined = a->range->is_defined && b->range->is_defined;
        arf_min(right->lower, a->range->lower, b->range->lower);
        arf_max(right->upper, a->range->upper, b->range->upper);
    }
    lyc_value_clear(a);
    lyc_value_clear(b);
    return ok;
}

/* The law of e, where e is norm(LAW) of a rational law, else NULL. */
static const lyc_law_struct *
norm_law(const lyc_statement_t s, const lyc_library_t lib, const lyc_expr *e)
{
    const lyc_leaf *leaf = lyc_statement_leaf(s, e);
    lyc_call call;
    lyc_diag_t ignored;
    if (leaf == NULL)
    {
        return NULL;
    }
    lyc_diag_init(ignored);
    int is_norm = lyc_call_get(&call, e, ignored) && call == LYC_CALL_NORM;
    lyc_diag_clear(ignored);
    const lyc_law_struct *law = lib->known[leaf->law].law;
    return is_norm && law->is_rational ? law : NULL;
}

/* Sign of norm(LAW) - c or c - norm(LAW) with a rational c. */
static int norm_sign(int *sign, const lyc_statement_t s,
                     const lyc_library_t lib, const lyc_value_t x,
                     const lyc_value_t y)
{
    const lyc_expr *e = s->claim->statement;
    const lyc_law_struct *left = norm_law(s, lib, e->child[0]);
    const lyc_law_struct *right = norm_law(s, lib, e->child[1]);
    if (left != NULL && y->has_logs && y->logs->length == 0)
    {
        *sign = lyc_law_norm_sign(left, y->rational);
        return 1;
    }
    if (right != NULL && x->has_logs && x->logs->length == 0)
    {
        *sign = -lyc_law_norm_sign(right, x->rational);
        return 1;
    }
    return 0;
}

int lyc_statement_truth(lyc_truth_t *truth, int *is_exact, lyc_interval_t left,
                        lyc_interval_t right, const lyc_statement_t s,
                        const lyc_library_t lib, slong prec, lyc_diag_t d)
{
    const lyc_expr *e = s->claim->statement;
    lyc_value_t x, y;
    lyc_value_init(x);
    lyc_value_init(y);
    *truth = LYC_UNKNOWN;
    *is_exact = 0;
    int ok = lyc_statement_eval(x, s, lib, e->child[0], prec, d);
    if (ok && e->op == 'i')
    {
        ok = truth_in(truth, is_exact, x, right, s, lib, prec, d);
    }
    else if (ok)
    {
        ok = lyc_statement_eval(y, s, lib, e->child[1], prec, d);
        if (ok)
        {
            int sign = 0;
            int by_sign = norm_sign(&sign, s, lib, x, y);
            lyc_interval_set(right, y->range);
            if (!by_sign)
            {
                *truth = lyc_value_compare(is_exact, e->op, x, y, prec);
                by_sign =
                    *truth == LYC_UNKNOWN &&
                    lyc_statement_linear_sign(&sign, s, lib, prec) == LYC_TRUE;
            }
            if (by_sign)
            {
                *truth = lyc_value_meets(e->op, sign);
                *is_exact = 1;
            }
        }
    }
    lyc_interval_set(left, x->range);
    lyc_value_clear(x);
    lyc_value_clear(y);
    return ok;
}
