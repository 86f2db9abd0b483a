#include "base/number_node.h"

void lyc_number_init(lyc_number_t x)
{
    fmpq_t zero;

    fmpq_init(zero);
    x->node = lyc_node_rational(zero);
    fmpq_clear(zero);
}

void lyc_number_clear(lyc_number_t x)
{
    lyc_node_release(x->node);
    x->node = NULL;
}

void lyc_number_set(lyc_number_t x, const lyc_number_t y)
{
    lyc_node_give(x, lyc_node_share(y->node));
}

void lyc_number_set_si(lyc_number_t x, slong n)
{
    fmpq_t q;

    fmpq_init(q);
    fmpq_set_si(q, n, 1);
    lyc_node_give(x, lyc_node_rational(q));
    fmpq_clear(q);
}

void lyc_number_set_fmpq(lyc_number_t x, const fmpq_t q)
{
    lyc_node_give(x, lyc_node_rational(q));
}

void lyc_number_set_pi(lyc_number_t x)
{
    lyc_node_give(x, lyc_node_operation(LYC_OP_PI, NULL, NULL));
}

void lyc_number_set_parameter(lyc_number_t x, const char *name,
                              const fmpq_t lower, const fmpq_t upper)
{
    if (fmpq_equal(lower, upper))
        lyc_number_set_fmpq(x, lower);
    else
        lyc_node_give(x, lyc_node_parameter(name, lower, upper));
}

int lyc_number_is_parametric(const lyc_number_t x)
{
    return x->node->is_parametric;
}

int lyc_number_is_rational(const lyc_number_t x)
{
    return x->node->op == LYC_OP_RATIONAL;
}

void lyc_number_get_fmpq(fmpq_t q, const lyc_number_t x)
{
    FLINT_ASSERT(lyc_number_is_rational(x));
    fmpq_set(q, x->node->value);
}

int lyc_number_order(const lyc_number_t x, const lyc_number_t y)
{
    return lyc_node_order(x->node, y->node);
}

double lyc_number_size(const lyc_number_t x)
{
    return x->node->size;
}

void lyc_number_cleanup(void)
{
    flint_cleanup();
}
