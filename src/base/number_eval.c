#include "base/number_node.h"

static void set_range(arb_t r, const lyc_parameter *p, slong prec)
{
    arb_t upper;

    arb_init(upper);
    arb_set_fmpq(r, p->lower, prec);
    arb_set_fmpq(upper, p->upper, prec);
    arb_union(r, r, upper, prec);
    arb_clear(upper);
}

void lyc_node_apply(arb_t r, const lyc_node *n, arb_srcptr a, arb_srcptr b,
                    slong prec)
{
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
        arb_set_fmpq(r, n->value, prec);
        break;
    case LYC_OP_PARAMETER:
        set_range(r, n->parameter, prec);
        break;
    case LYC_OP_PI:
        arb_const_pi(r, prec);
        break;
    case LYC_OP_ADD:
        arb_add(r, a, b, prec);
        break;
    case LYC_OP_SUB:
        arb_sub(r, a, b, prec);
        break;
    case LYC_OP_MUL:
        arb_mul(r, a, b, prec);
        break;
    case LYC_OP_DIV:
        arb_div(r, a, b, prec);
        break;
    case LYC_OP_NEG:
        arb_neg_round(r, a, prec);
        break;
    case LYC_OP_ABS:
        arb_abs(r, a);
        break;
    case LYC_OP_MIN:
        arb_min(r, a, b, prec);
        break;
    case LYC_OP_MAX:
        arb_max(r, a, b, prec);
        break;
    case LYC_OP_SQRT:
        arb_sqrtpos(r, a, prec); /* what is below 0 in a is its error only */
        break;
    case LYC_OP_EXP:
        arb_exp(r, a, prec);
        break;
    case LYC_OP_LOG:
        arb_log(r, a, prec);
        break;
    }
    /* Every node stands for a real number: [-inf, inf] is true of it. */
    if (!arb_is_finite(r))
        arb_zero_pm_inf(r);
}

void lyc_node_eval(arb_t r, const lyc_node *n, slong prec)
{
    lyc_walk_t w;
    arb_ptr value;
    slong i;

    if (n->op == LYC_OP_RATIONAL)
    {
        arb_set_fmpq(r, n->value, prec);
        return;
    }
    lyc_walk_init(w);
    lyc_walk_add(w, (lyc_node *)n);
    value = _arb_vec_init(w->length);
    for (i = 0; i < w->length; i++)
        lyc_node_apply(value + i, w->node[i],
                       value + (w->a[i] < 0 ? i : w->a[i]),
                       value + (w->b[i] < 0 ? i : w->b[i]), prec);
    arb_swap(r, value + (w->length - 1));
    _arb_vec_clear(value, w->length);
    lyc_walk_clear(w);
}

void lyc_number_get_arb(arb_t b, const lyc_number_t x, slong prec)
{
    /* Where cancellation eats more than this, the ball stays wide. */
    slong working, cap = 8 * prec + 8192;

    if (x->node->is_parametric) /* no precision narrows its ball */
    {
        lyc_node_eval(b, x->node, prec + 32);
        return;
    }
    for (working = prec + 16; working <= cap; working *= 2)
    {
        lyc_node_eval(b, x->node, working);
        if (arb_rel_accuracy_bits(b) >= prec)
            return;
        if (working >= 1024 && arb_contains_zero(b) &&
            lyc_node_is_zero(x->node) == LYC_TRUE)
        {
            arb_zero(b);
            return;
        }
    }
}
