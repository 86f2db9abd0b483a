#include "certify/term_affine.h"

#include <stdlib.h>

#define MAX_DRAWS 1024

void lyc_affine_init(lyc_affine_t f)
{
    lyc_number_init(f->c);
    f->factor = NULL;
    f->draw = NULL;
    f->is_known = NULL;
    f->length = 0;
}

static void empty(lyc_affine_t f)
{
    while (f->length > 0)
        lyc_number_clear(f->factor + --f->length);
}

void lyc_affine_clear(lyc_affine_t f)
{
    lyc_number_clear(f->c);
    empty(f);
    free(f->factor);
    free(f->draw);
    free(f->is_known);
}

void lyc_affine_take(lyc_number_t a, lyc_affine_t f, slong i)
{
    lyc_number_set(a, f->factor + i);
    lyc_number_set_si(f->factor + i, 0);
    f->is_known[i] = 1;
}

static int append(lyc_affine_t f, const lyc_number_t c, const lyc_term *draw)
{
    slong i = 0;
    while (i < f->length && f->draw[i] != draw)
        i++;
    if (i < f->length && f->is_known[i])
        return 0;
    if (i < f->length)
    {
        lyc_number_add(f->factor + i, f->factor + i, c);
        return 1;
    }
    if (i == MAX_DRAWS)
        return 0;
    f->factor = lyc_realloc(f->factor, (size_t)(i + 1) * sizeof *f->factor);
    f->draw = lyc_realloc(f->draw, (size_t)(i + 1) * sizeof *f->draw);
    lyc_number_init(f->factor + i);
    lyc_number_set(f->factor + i, c);
    f->is_known =
        lyc_realloc(f->is_known, (size_t)(i + 1) * sizeof *f->is_known);
    f->draw[i] = draw;
    f->is_known[i] = 0;
    f->length++;
    return 1;
}

void lyc_affine_set(lyc_affine_t f, const lyc_affine_t g)
{
    empty(f);
    lyc_number_set(f->c, g->c);
    for (slong i = 0; i < g->length; i++)
    {
        append(f, g->factor + i, g->draw[i]);
        f->is_known[i] = g->is_known[i];
    }
}

static int is_number(const lyc_term *t)
{
    return t->kind == LYC_TERM_CONSTANT || t->kind == LYC_TERM_IDENTITY;
}

/* All factors but one must be numbers. */
static int add_product(lyc_affine_t f, const lyc_number_t c, const lyc_term *t)
{
    lyc_number_t a;
    const lyc_term *rest = NULL;
    int held = 1;
    lyc_number_init(a);
    lyc_number_set(a, c);
    for (slong i = 0; i < t->length && held; i++)
    {
        if (t->child[i]->rows != 1 || t->child[i]->columns != 1)
            held = 0;
        else if (is_number(t->child[i]))
            lyc_number_mul(a, a, t->child[i]->number);
        else
        {
            held = rest == NULL;
            rest = t->child[i];
        }
    }
    if (held && rest == NULL)
        lyc_number_add(f->c, f->c, a);
    else if (held)
        held = lyc_affine_add(f, a, rest);
    lyc_number_clear(a);
    return held;
}

int lyc_affine_add(lyc_affine_t f, const lyc_number_t c, const lyc_term *t)
{
    lyc_number_t a;
    int held = 1;
    if (t->rows != 1 || t->columns != 1)
        return 0;
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
    case LYC_TERM_IDENTITY:
        lyc_number_init(a);
        lyc_number_mul(a, c, t->number);
        lyc_number_add(f->c, f->c, a);
        lyc_number_clear(a);
        return 1;
    case LYC_TERM_ADD:
        for (slong i = 0; i < t->length && held; i++)
            held = lyc_affine_add(f, c, t->child[i]);
        return held;
    case LYC_TERM_MUL:
        return add_product(f, c, t);
    case LYC_TERM_ENTRIES:
    case LYC_TERM_TRANSPOSE:
        return lyc_affine_add(f, c, t->child[0]);
    case LYC_TERM_INVERSE:
        return 0;
    default:
        return append(f, c, t);
    }
}
