#include <stdint.h>
#include <stdlib.h>

#include "base/number_node.h"

void lyc_walk_init(lyc_walk_t w)
{
    slong i;

    w->length = 0;
    w->capacity = 8;
    w->node = lyc_malloc(8 * sizeof *w->node);
    w->a = lyc_malloc(8 * sizeof *w->a);
    w->b = lyc_malloc(8 * sizeof *w->b);
    w->slots = 16;
    w->slot = lyc_malloc(16 * sizeof *w->slot);
    for (i = 0; i < w->slots; i++)
        w->slot[i] = -1;
}

void lyc_walk_clear(lyc_walk_t w)
{
    free(w->node);
    free(w->a);
    free(w->b);
    free(w->slot);
}

/* The slot that holds n, or the free one where it belongs. */
static slong find_slot(const lyc_walk_t w, const lyc_node *n)
{
    ulong key = (ulong)((uintptr_t)n >> 4) * UWORD(0x9e3779b97f4a7c15);
    slong mask = w->slots - 1;
    slong i = (slong)(key >> 20) & mask;

    while (w->slot[i] >= 0 && w->node[w->slot[i]] != n)
        i = (i + 1) & mask;
    return i;
}

static slong find(const lyc_walk_t w, const lyc_node *n)
{
    return n == NULL ? -1 : w->slot[find_slot(w, n)];
}

static void grow(lyc_walk_t w)
{
    size_t n;
    slong i;

    w->capacity *= 2;
    n = (size_t)w->capacity;
    w->node = lyc_realloc(w->node, n * sizeof *w->node);
    w->a = lyc_realloc(w->a, n * sizeof *w->a);
    w->b = lyc_realloc(w->b, n * sizeof *w->b);
    w->slots = 2 * w->capacity;
    w->slot = lyc_realloc(w->slot, 2 * n * sizeof *w->slot);
    for (i = 0; i < w->slots; i++)
        w->slot[i] = -1;
    for (i = 0; i < w->length; i++)
        w->slot[find_slot(w, w->node[i])] = i;
}

static void append(lyc_walk_t w, lyc_node *n)
{
    if (w->length == w->capacity)
        grow(w);
    w->node[w->length] = n;
    w->a[w->length] = find(w, n->a);
    w->b[w->length] = find(w, n->b);
    w->slot[find_slot(w, n)] = w->length;
    w->length++;
}

slong lyc_walk_add(lyc_walk_t w, lyc_node *root)
{
    size_t depth = 1, room = 16;
    lyc_node **stack = lyc_malloc(room * sizeof *stack);

    stack[0] = root;
    while (depth > 0)
    {
        lyc_node *n = stack[depth - 1];
        int need_a = n->a != NULL && find(w, n->a) < 0;
        int need_b = n->b != NULL && find(w, n->b) < 0;

        if (depth + 2 > room)
        {
            room *= 2;
            stack = lyc_realloc(stack, room * sizeof *stack);
        }
        if (find(w, n) >= 0)
            depth--;
        else if (!need_a && !need_b)
        {
            append(w, n);
            depth--;
        }
        else
        {
            if (need_b)
                stack[depth++] = n->b;
            if (need_a)
                stack[depth++] = n->a;
        }
    }
    free(stack);
    return find(w, root);
}
