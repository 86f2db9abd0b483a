#include "base/number_node.h"

/* What remains to be tested: n = 0 iff the result is 0, since abs, -, sqrt,
 * division and multiplication by a rational (never 0 here) keep zeros. */
static lyc_node *strip(lyc_node *n)
{
    for (;;)
    {
        switch (n->op)
        {
        case LYC_OP_NEG:
        case LYC_OP_ABS:
        case LYC_OP_SQRT:
        case LYC_OP_DIV:
            n = n->a;
            break;
        case LYC_OP_MUL:
            if (n->a->op == LYC_OP_RATIONAL)
                n = n->b;
            else if (n->b->op == LYC_OP_RATIONAL)
                n = n->a;
            else
                return n;
            break;
        default:
            return n;
        }
    }
}

/* *sign = 1 or -1 and 1 when a ball at prec bits separates n from 0. */
static int separates(int *sign, const lyc_node *n, slong prec)
{
    arb_t b;
    int separated;

    arb_init(b);
    lyc_node_eval(b, n, prec);
    *sign = arb_is_positive(b) ? 1 : -1;
    separated = arb_is_positive(b) || arb_is_negative(b);
    arb_clear(b);
    return separated;
}

static lyc_truth_t decide_zero(lyc_node *n)
{
    lyc_truth_t answer;
    int sign;

    if (separates(&sign, n, 256))
        return LYC_FALSE;
    if (n->is_parametric)
        return lyc_node_is_zero_formal(n);
    if (separates(&sign, n, 1024))
        return LYC_FALSE;
    answer = lyc_node_is_zero_linear(n);
    if (answer == LYC_UNKNOWN)
        answer = lyc_node_is_zero_quadratic(n);
    if (answer == LYC_UNKNOWN)
        answer = lyc_node_is_zero_calcium(n);
    if (answer == LYC_UNKNOWN && separates(&sign, n, 4096))
        answer = LYC_FALSE;
    return answer;
}

lyc_truth_t lyc_node_is_zero(lyc_node *n)
{
    int known;

    n = strip(n);
    if (n->op == LYC_OP_RATIONAL)
        return fmpq_is_zero(n->value) ? LYC_TRUE : LYC_FALSE;
    if (n->op == LYC_OP_EXP || n->op == LYC_OP_PI || arb_is_positive(n->ball) ||
        arb_is_negative(n->ball))
        return LYC_FALSE;
    known = atomic_load(&n->zero);
    if (known < 0)
    {
        known = (int)decide_zero(n);
        atomic_store(&n->zero, known);
    }
    return (lyc_truth_t)known;
}

lyc_truth_t lyc_node_sign(int *sign, lyc_node *n)
{
    lyc_truth_t zero;
    slong prec;

    *sign = 0;
    if (n->op == LYC_OP_RATIONAL)
    {
        *sign = fmpq_sgn(n->value);
        return LYC_TRUE;
    }
    if (n->op == LYC_OP_EXP || arb_is_positive(n->ball))
        *sign = 1;
    else if (arb_is_negative(n->ball))
        *sign = -1;
    if (*sign != 0)
        return LYC_TRUE;
    zero = lyc_node_is_zero(n);
    if (zero == LYC_TRUE)
        return LYC_TRUE;
    if (n->is_parametric)
    {
        if (separates(sign, n, 256))
            return LYC_TRUE;
        *sign = 0;
        return LYC_UNKNOWN;
    }
    for (prec = 256; prec <= (zero == LYC_FALSE ? 65536 : 4096); prec *= 4)
        if (separates(sign, n, prec))
            return LYC_TRUE;
    *sign = 0;
    return LYC_UNKNOWN;
}

lyc_truth_t lyc_number_is_zero(const lyc_number_t x)
{
    return lyc_node_is_zero(x->node);
}

lyc_truth_t lyc_number_sign(int *sign, const lyc_number_t x)
{
    return lyc_node_sign(sign, x->node);
}

lyc_truth_t lyc_number_equal(const lyc_number_t x, const lyc_number_t y)
{
    lyc_number_t difference;
    lyc_truth_t answer;

    if (lyc_number_order(x, y) == 0)
        return LYC_TRUE;
    lyc_number_init(difference);
    lyc_number_sub(difference, x, y);
    answer = lyc_number_is_zero(difference);
    lyc_number_clear(difference);
    return answer;
}
