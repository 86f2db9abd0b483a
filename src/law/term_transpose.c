#include "law/term.h"

static lyc_term *transpose_constant(const lyc_term *t)
{
    lyc_term *c =
        lyc_term_new(LYC_TERM_CONSTANT, t->columns, t->rows, t->numbers, 0);
    slong i, j;

    for (i = 0; i < t->rows; i++)
        for (j = 0; j < t->columns; j++)
            lyc_number_set(c->number + j * t->rows + i,
                           t->number + i * t->columns + j);
    return c;
}

static lyc_term *transpose_entries(const lyc_term *t)
{
    lyc_term *c =
        lyc_term_new(LYC_TERM_ENTRIES, t->columns, t->rows, 0, t->length);
    slong i, j;

    for (i = 0; i < t->rows; i++)
        for (j = 0; j < t->columns; j++)
            c->child[j * t->rows + i] =
                lyc_term_share(t->child[i * t->columns + j]);
    return c;
}

/* Of factors, the last first. */
static lyc_term *combine(const lyc_term *t, lyc_term **child)
{
    lyc_term_list list;
    lyc_term *c;
    slong i, n = t->length;
    int is_sum = t->kind == LYC_TERM_ADD;

    lyc_term_list_init(&list);
    for (i = 0; i < n; i++)
        lyc_term_list_add(&list, lyc_term_share(child[is_sum ? i : n - 1 - i]));
    c = is_sum ? lyc_term_add(n, list.term) : lyc_term_mul(n, list.term);
    list.length = 0;
    lyc_term_list_clear(&list);
    return c;
}

static lyc_term *wrap(lyc_term_kind kind, lyc_term *t)
{
    lyc_term *c = lyc_term_new(kind, t->columns, t->rows, 0, 1);

    c->child[0] = t;
    return c;
}

/* The transpose of t, child[] being those of its children. */
static lyc_term *turn(const lyc_term *t, lyc_term **child)
{
    if (lyc_term_is_scalar(t) || t->kind == LYC_TERM_IDENTITY ||
        t->kind == LYC_TERM_GATES)
        return lyc_term_share((lyc_term *)t);
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
        return transpose_constant(t);
    case LYC_TERM_ENTRIES:
        return transpose_entries(t);
    case LYC_TERM_ADD:
    case LYC_TERM_MUL:
        return combine(t, child);
    case LYC_TERM_TRANSPOSE:
        return lyc_term_share(t->child[0]);
    case LYC_TERM_INVERSE:
        return wrap(LYC_TERM_INVERSE, lyc_term_share(child[0]));
    default:
        return wrap(LYC_TERM_TRANSPOSE, lyc_term_share((lyc_term *)t));
    }
}

lyc_term *lyc_term_transpose(lyc_term *t)
{
    lyc_term *c = lyc_term_rebuild(t, turn);

    lyc_term_release(t);
    return c;
}

/* 1 / c, where c is known not to be 0. */
static int reciprocal(lyc_number_t r, const lyc_number_t c)
{
    lyc_number_set_si(r, 1);
    return lyc_number_div(r, r, c) == LYC_TRUE;
}

lyc_term *lyc_term_inverse(lyc_term *t)
{
    const lyc_number_struct *c = NULL;
    lyc_term *result = NULL;
    lyc_number_t r;
    slong i;

    lyc_number_init(r);
    if (t->kind == LYC_TERM_INVERSE)
        result = lyc_term_share(t->child[0]);
    else if (t->kind == LYC_TERM_IDENTITY || lyc_term_number(t) != NULL)
    {
        if (reciprocal(r, t->number))
            result = lyc_term_identity(t->rows, r);
    }
    else if (t->kind == LYC_TERM_MUL &&
             (c = lyc_term_number(t->child[0])) != NULL && reciprocal(r, c))
    {
        lyc_term_list list;

        lyc_term_list_init(&list);
        for (i = 1; i < t->length; i++)
            lyc_term_list_add(&list, lyc_term_share(t->child[i]));
        result = lyc_term_scale(
            r, wrap(LYC_TERM_INVERSE, lyc_term_mul(list.length, list.term)));
        list.length = 0;
        lyc_term_list_clear(&list);
    }
    lyc_number_clear(r);
    if (result == NULL)
        return wrap(LYC_TERM_INVERSE, t);
    lyc_term_release(t);
    return result;
}
