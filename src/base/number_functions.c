#include "base/number_node.h"

/* z = sqrt(q) when q is the square of a rational. */
static int fold_sqrt(lyc_number_t z, const fmpq_t q)
{
    fmpq_t root;
    int square =
        fmpz_is_square(fmpq_numref(q)) && fmpz_is_square(fmpq_denref(q));

    if (!square)
        return 0;
    fmpq_init(root);
    fmpz_sqrt(fmpq_numref(root), fmpq_numref(q));
    fmpz_sqrt(fmpq_denref(root), fmpq_denref(q));
    lyc_number_set_fmpq(z, root);
    fmpq_clear(root);
    return 1;
}

lyc_truth_t lyc_number_sqrt(lyc_number_t z, const lyc_number_t x)
{
    int sign;

    if (lyc_number_sign(&sign, x) != LYC_TRUE)
        return LYC_UNKNOWN;
    if (sign < 0)
        return LYC_FALSE;
    if (sign == 0)
        lyc_number_set_si(z, 0);
    else if (!lyc_number_is_rational(x) || !fold_sqrt(z, x->node->value))
        lyc_node_give(z, lyc_node_operation(LYC_OP_SQRT, x->node, NULL));
    return LYC_TRUE;
}

lyc_truth_t lyc_number_log(lyc_number_t z, const lyc_number_t x)
{
    int sign;

    if (lyc_number_sign(&sign, x) != LYC_TRUE)
        return LYC_UNKNOWN;
    if (sign <= 0)
        return LYC_FALSE;
    if (lyc_number_is_rational(x) && fmpq_is_one(x->node->value))
        lyc_number_set_si(z, 0);
    else if (x->node->op == LYC_OP_EXP)
        lyc_node_give(z, lyc_node_share(x->node->a));
    else
        lyc_node_give(z, lyc_node_operation(LYC_OP_LOG, x->node, NULL));
    return LYC_TRUE;
}

void lyc_number_exp(lyc_number_t z, const lyc_number_t x)
{
    if (lyc_number_is_rational(x) && fmpq_is_zero(x->node->value))
        lyc_number_set_si(z, 1);
    else if (x->node->op == LYC_OP_LOG)
        lyc_node_give(z, lyc_node_share(x->node->a));
    else
        lyc_node_give(z, lyc_node_operation(LYC_OP_EXP, x->node, NULL));
}
