#include "law/term.h"

/* A node below which nothing is drawn is its own copy. */
static lyc_term *copy(const lyc_term *t, lyc_term **child)
{
    int is_same = !lyc_term_is_draw(t);
    lyc_term *c;
    slong i;

    for (i = 0; i < t->length; i++)
        is_same &= child[i] == t->child[i];
    if (is_same)
        return lyc_term_share((lyc_term *)t);
    c = lyc_term_new(t->kind, t->rows, t->columns, t->numbers, t->length);
    for (i = 0; i < t->numbers; i++)
        lyc_number_set(c->number + i, t->number + i);
    for (i = 0; i < t->length; i++)
        c->child[i] = lyc_term_share(child[i]);
    return c;
}

lyc_term *lyc_term_copy(const lyc_term *t)
{
    return lyc_term_rebuild(t, copy);
}
