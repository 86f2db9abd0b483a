#include <stdint.h>
#include <stdlib.h>

#include "law/term.h"

static slong slot_of(const lyc_term_order_t o, const lyc_term *t)
{
    uint64_t h = (uint64_t)(uintptr_t)t * UINT64_C(0x9e3779b97f4a7c15);
    slong i = (slong)(h >> 20) & (o->size - 1);

    while (o->table[i] != 0 && o->node[o->table[i] - 1] != t)
        i = (i + 1) & (o->size - 1);
    return i;
}

static void grow(lyc_term_order_t o)
{
    slong i;

    o->size *= 2;
    o->node = lyc_realloc(o->node, (size_t)o->size * sizeof *o->node);
    free(o->table);
    o->table = lyc_calloc((size_t)o->size, sizeof *o->table);
    for (i = 0; i < o->length; i++)
        o->table[slot_of(o, o->node[i])] = i + 1;
}

/* One node on the way down, and the child that comes next. */
typedef struct
{
    const lyc_term *t;
    slong next;
} visit;

static int is_known(const lyc_term_order_t o, const lyc_term *t)
{
    return o->table[slot_of(o, t)] != 0;
}

static void append(lyc_term_order_t o, const lyc_term *t)
{
    if (2 * (o->length + 1) > o->size)
        grow(o);
    o->node[o->length] = t;
    o->table[slot_of(o, t)] = o->length + 1;
    o->length++;
}

void lyc_term_order_init(lyc_term_order_t o, const lyc_term *t)
{
    slong depth = 1, capacity = 16;
    visit *stack = lyc_malloc((size_t)capacity * sizeof *stack);

    *o = (lyc_term_order_struct){.size = 8};
    grow(o);
    stack[0] = (visit){t, 0};
    while (depth > 0)
    {
        visit *v = stack + (depth - 1);

        if (v->next == v->t->length)
        {
            if (!is_known(o, v->t))
                append(o, v->t);
            depth--;
            continue;
        }
        t = v->t->child[v->next++];
        if (is_known(o, t))
            continue;
        if (depth == capacity)
        {
            capacity *= 2;
            stack = lyc_realloc(stack, (size_t)capacity * sizeof *stack);
        }
        stack[depth++] = (visit){t, 0};
    }
    free(stack);
}

void lyc_term_order_clear(lyc_term_order_t o)
{
    free(o->node);
    free(o->table);
}

slong lyc_term_order_find(const lyc_term_order_t o, const lyc_term *t)
{
    return o->table[slot_of(o, t)] - 1;
}

lyc_term *lyc_term_rebuild(const lyc_term *t, lyc_term_maker *make)
{
    lyc_term_order_t o;
    lyc_term **made, **child, *result;
    slong i, k, most = 0;

    lyc_term_order_init(o, t);
    for (i = 0; i < o->length; i++)
        most = o->node[i]->length > most ? o->node[i]->length : most;
    made = lyc_malloc((size_t)o->length * sizeof *made);
    child = lyc_malloc(((size_t)most + 1) * sizeof *child);
    for (i = 0; i < o->length; i++)
    {
        for (k = 0; k < o->node[i]->length; k++)
            child[k] = made[lyc_term_order_find(o, o->node[i]->child[k])];
        made[i] = make(o->node[i], child);
    }
    result = lyc_term_share(made[o->length - 1]);
    for (i = 0; i < o->length; i++)
        lyc_term_release(made[i]);
    free(child);
    free(made);
    lyc_term_order_clear(o);
    return result;
}
