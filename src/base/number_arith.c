#include "base/number_node.h"

typedef void (*fold_function)(fmpq_t, const fmpq_t, const fmpq_t);

static int is_rational(const lyc_number_t x)
{
    return x->node->op == LYC_OP_RATIONAL;
}

static int is_exactly(const lyc_number_t x, slong n)
{
    return is_rational(x) && fmpz_is_one(fmpq_denref(x->node->value)) &&
           fmpz_equal_si(fmpq_numref(x->node->value), n);
}

/* z = f(x, y) for rational x and y. */
static void fold(lyc_number_t z, fold_function f, const lyc_number_t x,
                 const lyc_number_t y)
{
    fmpq_t q;

    fmpq_init(q);
    f(q, x->node->value, y->node->value);
    lyc_number_set_fmpq(z, q);
    fmpq_clear(q);
}

static void operate(lyc_number_t z, lyc_op_t op, const lyc_number_t x,
                    const lyc_number_t y)
{
    lyc_node_give(z, lyc_node_operation(op, x->node, y->node));
}

static int same(const lyc_number_t x, const lyc_number_t y)
{
    return x->node == y->node;
}

void lyc_number_add(lyc_number_t z, const lyc_number_t x, const lyc_number_t y)
{
    if (is_rational(x) && is_rational(y))
        fold(z, fmpq_add, x, y);
    else if (is_exactly(x, 0))
        lyc_number_set(z, y);
    else if (is_exactly(y, 0))
        lyc_number_set(z, x);
    else
        operate(z, LYC_OP_ADD, x, y);
}

void lyc_number_sub(lyc_number_t z, const lyc_number_t x, const lyc_number_t y)
{
    if (is_rational(x) && is_rational(y))
        fold(z, fmpq_sub, x, y);
    else if (is_exactly(x, 0))
        lyc_number_neg(z, y);
    else if (is_exactly(y, 0))
        lyc_number_set(z, x);
    else if (same(x, y))
        lyc_number_set_si(z, 0);
    else
        operate(z, LYC_OP_SUB, x, y);
}

void lyc_number_mul(lyc_number_t z, const lyc_number_t x, const lyc_number_t y)
{
    if (is_rational(x) && is_rational(y))
        fold(z, fmpq_mul, x, y);
    else if (is_exactly(x, 0) || is_exactly(y, 0))
        lyc_number_set_si(z, 0);
    else if (is_exactly(x, 1))
        lyc_number_set(z, y);
    else if (is_exactly(y, 1))
        lyc_number_set(z, x);
    else if (is_exactly(x, -1))
        lyc_number_neg(z, y);
    else if (is_exactly(y, -1))
        lyc_number_neg(z, x);
    else if (same(x, y) && x->node->op == LYC_OP_SQRT)
        lyc_node_give(z, lyc_node_share(x->node->a));
    else
        operate(z, LYC_OP_MUL, x, y);
}

lyc_truth_t lyc_number_div(lyc_number_t z, const lyc_number_t x,
                           const lyc_number_t y)
{
    lyc_truth_t zero = lyc_number_is_zero(y);

    if (zero != LYC_FALSE)
        return zero == LYC_TRUE ? LYC_FALSE : LYC_UNKNOWN;
    if (is_rational(x) && is_rational(y))
        fold(z, fmpq_div, x, y);
    else if (is_exactly(y, 1))
        lyc_number_set(z, x);
    else if (is_exactly(y, -1))
        lyc_number_neg(z, x);
    else if (is_exactly(x, 0))
        lyc_number_set_si(z, 0);
    else if (same(x, y))
        lyc_number_set_si(z, 1);
    else
        operate(z, LYC_OP_DIV, x, y);
    return LYC_TRUE;
}

void lyc_number_neg(lyc_number_t z, const lyc_number_t x)
{
    if (is_rational(x))
    {
        fmpq_t q;

        fmpq_init(q);
        fmpq_neg(q, x->node->value);
        lyc_number_set_fmpq(z, q);
        fmpq_clear(q);
    }
    else if (x->node->op == LYC_OP_NEG)
        lyc_node_give(z, lyc_node_share(x->node->a));
    else
        lyc_node_give(z, lyc_node_operation(LYC_OP_NEG, x->node, NULL));
}

void lyc_number_abs(lyc_number_t z, const lyc_number_t x)
{
    int sign;

    if (lyc_number_sign(&sign, x) != LYC_TRUE)
        lyc_node_give(z, lyc_node_operation(LYC_OP_ABS, x->node, NULL));
    else if (sign < 0)
        lyc_number_neg(z, x);
    else if (sign == 0)
        lyc_number_set_si(z, 0);
    else
        lyc_number_set(z, x);
}

/* z = x where x - y has the sign `first`, y where it has the other sign. */
static void choose(lyc_number_t z, const lyc_number_t x, const lyc_number_t y,
                   int first, lyc_op_t op)
{
    lyc_number_t difference;
    int sign;

    lyc_number_init(difference);
    lyc_number_sub(difference, x, y);
    if (lyc_number_sign(&sign, difference) != LYC_TRUE)
        operate(z, op, x, y);
    else if (sign == -first || (sign == 0 && is_rational(y)))
        lyc_number_set(z, y);
    else
        lyc_number_set(z, x);
    lyc_number_clear(difference);
}

void lyc_number_min(lyc_number_t z, const lyc_number_t x, const lyc_number_t y)
{
    choose(z, x, y, -1, LYC_OP_MIN);
}

void lyc_number_max(lyc_number_t z, const lyc_number_t x, const lyc_number_t y)
{
    choose(z, x, y, 1, LYC_OP_MAX);
}
