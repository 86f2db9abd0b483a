#include "base/number_node.h"
#include "lyapcert/logsum.h"

/* Adds c times node i of w: to the constant, to the logarithms, or to the
 * coefficients of its operands. 0 when the node is none of these. */
static int spread(fmpq_t constant, lyc_logsum_t logs, fmpq *coefficient,
                  const lyc_walk_t w, slong i)
{
    const lyc_node *n = w->node[i];
    const fmpq *c = coefficient + i;
    fmpq *a = w->a[i] < 0 ? NULL : coefficient + w->a[i];
    fmpq *b = w->b[i] < 0 ? NULL : coefficient + w->b[i];

    if (fmpq_is_zero(c))
        return 1;
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        fmpq_addmul(constant, c, n->value);
        return 1;
    case LYC_OP_ADD:
        fmpq_add(a, a, c);
        fmpq_add(b, b, c);
        return 1;
    case LYC_OP_SUB:
        fmpq_add(a, a, c);
        fmpq_sub(b, b, c);
        return 1;
    case LYC_OP_NEG:
        fmpq_sub(a, a, c);
        return 1;
    case LYC_OP_MUL:
        if (n->a->op == LYC_OP_RATIONAL)
            fmpq_addmul(b, c, n->a->value);
        else if (n->b->op == LYC_OP_RATIONAL)
            fmpq_addmul(a, c, n->b->value);
        else
            return 0;
        return 1;
    case LYC_OP_DIV:
        if (n->b->op != LYC_OP_RATIONAL)
            return 0;
        {
            fmpq_t inverse;

            fmpq_init(inverse);
            fmpq_inv(inverse, n->b->value);
            fmpq_addmul(a, c, inverse);
            fmpq_clear(inverse);
        }
        return 1;
    case LYC_OP_LOG:
        if (n->a->op != LYC_OP_RATIONAL)
            return 0;
        lyc_logsum_add_log(logs, c, n->a->value);
        return 1;
    default:
        return 0;
    }
}

/* Decides n = q_0 + q_1 log r_1 + … + q_m log r_m with rational q_i, r_i. The
 * sum of the logarithms is the logarithm of an algebraic number, so by Hermite
 * and Lindemann it is 0 or transcendental: n = 0 iff q_0 = 0 and the sum is 0.
 */
lyc_truth_t lyc_node_is_zero_linear(lyc_node *n)
{
    fmpq *coefficient;
    fmpq_t constant;
    lyc_logsum_t logs;
    lyc_walk_t w;
    lyc_truth_t answer;
    slong i;
    int linear = 1;

    lyc_walk_init(w);
    lyc_walk_add(w, n);
    fmpq_init(constant);
    lyc_logsum_init(logs);
    coefficient = _fmpq_vec_init(w->length);
    fmpq_one(coefficient + (w->length - 1));
    for (i = w->length - 1; i >= 0 && linear; i--)
        linear = spread(constant, logs, coefficient, w, i);

    if (!linear)
        answer = LYC_UNKNOWN;
    else if (fmpq_is_zero(constant) && lyc_logsum_sign(logs) == 0)
        answer = LYC_TRUE;
    else
        answer = LYC_FALSE;

    _fmpq_vec_clear(coefficient, w->length);
    lyc_logsum_clear(logs);
    fmpq_clear(constant);
    lyc_walk_clear(w);
    return answer;
}
