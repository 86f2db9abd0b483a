#include <stdlib.h>

#include "law/term.h"

lyc_term *lyc_term_new(lyc_term_kind kind, slong rows, slong columns,
                       slong numbers, slong length)
{
    lyc_term *t = lyc_calloc(1, sizeof *t);
    slong i;

    t->kind = kind;
    t->rows = rows;
    t->columns = columns;
    t->numbers = numbers;
    t->number = lyc_malloc(((size_t)numbers + 1) * sizeof *t->number);
    for (i = 0; i < numbers; i++)
        lyc_number_init(t->number + i);
    t->length = length;
    t->child = lyc_calloc((size_t)length + 1, sizeof *t->child);
    atomic_init(&t->references, 1);
    return t;
}

lyc_term *lyc_term_share(lyc_term *t)
{
    atomic_fetch_add(&t->references, 1);
    return t;
}

/* Dead nodes are chained by their first child, which moves behind the last. */
static lyc_term *drop(lyc_term *t, lyc_term *dead)
{
    lyc_term *first;

    if (t == NULL || atomic_fetch_sub(&t->references, 1) != 1)
        return dead;
    first = t->child[0];
    t->child[0] = dead;
    if (t->length > 0)
        t->child[t->length] = first;
    return t;
}

void lyc_term_release(lyc_term *t)
{
    lyc_term *dead = drop(t, NULL);

    while (dead != NULL)
    {
        lyc_term *node = dead;
        slong i;

        dead = node->child[0];
        for (i = 1; i <= node->length; i++)
            dead = drop(node->child[i], dead);
        for (i = 0; i < node->numbers; i++)
            lyc_number_clear(node->number + i);
        free(node->number);
        free(node->child);
        free(node);
    }
}

void lyc_term_list_init(lyc_term_list *list)
{
    list->term = NULL;
    list->length = list->capacity = 0;
}

void lyc_term_list_clear(lyc_term_list *list)
{
    slong i;

    for (i = 0; i < list->length; i++)
        lyc_term_release(list->term[i]);
    free(list->term);
    lyc_term_list_init(list);
}

void lyc_term_list_add(lyc_term_list *list, lyc_term *t)
{
    if (list->length == list->capacity)
    {
        list->capacity = 2 * list->capacity + 4;
        list->term = lyc_realloc(list->term,
                                 (size_t)list->capacity * sizeof *list->term);
    }
    list->term[list->length++] = t;
}

lyc_term *lyc_term_list_node(lyc_term_list *list, lyc_term_kind kind,
                             slong rows, slong columns)
{
    lyc_term *t = lyc_term_new(kind, rows, columns, 0, list->length);
    slong i;

    for (i = 0; i < list->length; i++)
        t->child[i] = list->term[i];
    list->length = 0;
    lyc_term_list_clear(list);
    return t;
}

int lyc_term_is_scalar(const lyc_term *t)
{
    return t->rows == 1 && t->columns == 1;
}

const lyc_number_struct *lyc_term_number(const lyc_term *t)
{
    return t->kind == LYC_TERM_CONSTANT && lyc_term_is_scalar(t) ? t->number
                                                                 : NULL;
}
