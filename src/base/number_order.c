#include <stdlib.h>
#include <string.h>

#include "base/number_node.h"

static int compare(slong a, slong b)
{
    return (a > b) - (a < b);
}

int lyc_leaf_order(const lyc_node *x, const lyc_node *y)
{
    const lyc_parameter *p = x->parameter, *q = y->parameter;
    int order;

    if (p == NULL || q == NULL)
        return fmpq_cmp(x->value, y->value);
    if ((order = strcmp(p->name, q->name)) != 0)
        return order < 0 ? -1 : 1;
    order = fmpq_cmp(p->lower, q->lower);
    return order != 0 ? order : fmpq_cmp(p->upper, q->upper);
}

slong *lyc_walk_classify(const lyc_walk_t w)
{
    slong slots = 4, i, j;
    slong *id = lyc_malloc((size_t)w->length * sizeof *id), *slot;

    while (slots < 2 * w->length)
        slots *= 2;
    slot = lyc_malloc((size_t)slots * sizeof *slot);
    for (i = 0; i < slots; i++)
        slot[i] = -1;
    for (i = 0; i < w->length; i++)
    {
        const lyc_node *n = w->node[i];

        for (j = (slong)(n->hash >> 20) & (slots - 1); slot[j] >= 0;
             j = (j + 1) & (slots - 1))
        {
            slong k = slot[j];
            const lyc_node *m = w->node[k];

            if (m->op == n->op && m->hash == n->hash &&
                lyc_leaf_order(m, n) == 0 &&
                (w->a[i] < 0 || id[w->a[i]] == id[w->a[k]]) &&
                (w->b[i] < 0 || id[w->b[i]] == id[w->b[k]]))
                break;
        }
        if (slot[j] < 0)
            slot[j] = i;
        id[i] = slot[j];
    }
    free(slot);
    return id;
}

/* Lexicographic: operation, value, first operands, second operands. */
static int descend(const lyc_walk_t w, const slong *id, slong x, slong y)
{
    while (id[x] != id[y])
    {
        const lyc_node *m = w->node[x], *n = w->node[y];

        if (m->op != n->op)
            return compare((slong)m->op, (slong)n->op);
        if (m->op == LYC_OP_RATIONAL || m->op == LYC_OP_PARAMETER)
            return lyc_leaf_order(m, n);
        if (id[w->a[x]] != id[w->a[y]])
        {
            x = w->a[x];
            y = w->a[y];
        }
        else
        {
            x = w->b[x];
            y = w->b[y];
        }
    }
    return 0;
}

/* Rationals first, by value; then by operation and hash. Expressions of equal
 * hash are compared in full, each distinct pair of nodes once. */
int lyc_node_order(const lyc_node *x, const lyc_node *y)
{
    lyc_walk_t w;
    slong i, j, *id;
    int order;

    if (x == y)
        return 0;
    if (x->op != y->op)
        return compare((slong)x->op, (slong)y->op);
    if (x->op == LYC_OP_RATIONAL || x->op == LYC_OP_PARAMETER)
        return lyc_leaf_order(x, y);
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    lyc_walk_init(w);
    i = lyc_walk_add(w, (lyc_node *)x);
    j = lyc_walk_add(w, (lyc_node *)y);
    id = lyc_walk_classify(w);
    order = descend(w, id, i, j);
    free(id);
    lyc_walk_clear(w);
    return order;
}
