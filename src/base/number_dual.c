#include <stdlib.h>
#include <string.h>

#include "base/number_node.h"
#include "lyapcert/dual.h"

static void leaf(lyc_dual_t z, const lyc_node *n, const char *name, slong prec)
{
    lyc_node_apply(z->value, n, z->value, z->value, prec);
    arb_set_si(z->slope, n->op == LYC_OP_PARAMETER &&
                             strcmp(n->parameter->name, name) == 0);
}

static void apply(lyc_dual_t z, const lyc_node *n, const lyc_dual_t x,
                  const lyc_dual_t y, const char *name, slong prec)
{
    switch (n->op)
    {
    case LYC_OP_RATIONAL:
    case LYC_OP_PARAMETER:
    case LYC_OP_PI:
        leaf(z, n, name, prec);
        break;
    case LYC_OP_ADD:
        lyc_dual_add(z, x, y, prec);
        break;
    case LYC_OP_SUB:
        lyc_dual_sub(z, x, y, prec);
        break;
    case LYC_OP_MUL:
        lyc_dual_mul(z, x, y, prec);
        break;
    case LYC_OP_DIV:
        lyc_dual_div(z, x, y, prec);
        break;
    case LYC_OP_NEG:
        lyc_dual_neg(z, x);
        break;
    case LYC_OP_ABS:
        lyc_dual_abs(z, x, prec);
        break;
    case LYC_OP_MIN:
        lyc_dual_min(z, x, y, prec);
        break;
    case LYC_OP_MAX:
        lyc_dual_max(z, x, y, prec);
        break;
    case LYC_OP_SQRT:
        lyc_dual_sqrt(z, x, prec);
        break;
    case LYC_OP_EXP:
        lyc_dual_exp(z, x, prec);
        break;
    case LYC_OP_LOG:
        lyc_dual_log(z, x, prec);
        break;
    }
}

static void eval(lyc_dual_t z, const lyc_number_t x, const char *name,
                 slong prec)
{
    lyc_dual_struct *value;
    lyc_walk_t w;
    slong i;

    lyc_walk_init(w);
    lyc_walk_add(w, x->node);
    value = lyc_malloc((size_t)w->length * sizeof *value);
    for (i = 0; i < w->length; i++)
        lyc_dual_init(value + i);
    for (i = 0; i < w->length; i++)
        apply(value + i, w->node[i], value + (w->a[i] < 0 ? i : w->a[i]),
              value + (w->b[i] < 0 ? i : w->b[i]), name, prec);
    lyc_dual_set(z, value + (w->length - 1));
    for (i = 0; i < w->length; i++)
        lyc_dual_clear(value + i);
    free(value);
    lyc_walk_clear(w);
}

/* Theorem critical-scales.slopes */
void lyc_number_get_dual(lyc_dual_t z, const lyc_number_t x, const char *name,
                         slong prec)
{
    if (x->node->is_parametric)
    {
        eval(z, x, name, prec);
        return;
    }
    lyc_number_get_arb(z->value, x, prec);
    arb_zero(z->slope);
    z->range->is_defined = 0;
}
