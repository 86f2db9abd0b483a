#include "law/term.h"

lyc_term *lyc_term_draw(lyc_term_kind kind, slong rows, slong columns,
                        slong numbers, const lyc_number_struct *number)
{
    lyc_term *t = lyc_term_new(kind, rows, columns, numbers, 0);
    slong i;

    for (i = 0; i < numbers; i++)
        lyc_number_set(t->number + i, number + i);
    return t;
}

int lyc_term_is_draw(const lyc_term *t)
{
    return t->kind >= LYC_TERM_FINITE && t->kind <= LYC_TERM_MIXTURE;
}

/* A small multiple of I written out; takes and gives a reference. */
static lyc_term *written_out(lyc_term *t)
{
    lyc_term *c;
    slong i;

    if (t->kind != LYC_TERM_IDENTITY || t->rows > LYC_TERM_MAX_FOLD)
        return t;
    c = lyc_term_new(LYC_TERM_CONSTANT, t->rows, t->rows, t->rows * t->rows, 0);
    for (i = 0; i < t->rows; i++)
        lyc_number_set(c->number + i * (t->rows + 1), t->number);
    lyc_term_release(t);
    return c;
}

lyc_term *lyc_term_choice(slong n, const lyc_number_struct *weight,
                          lyc_term **child)
{
    int is_finite = 1;
    lyc_term *t;
    slong i;

    if (n == 1)
        return child[0];
    for (i = 0; i < n; i++)
        is_finite &= child[i]->kind == LYC_TERM_CONSTANT ||
                     (child[i]->kind == LYC_TERM_IDENTITY &&
                      child[i]->rows <= LYC_TERM_MAX_FOLD);
    t = lyc_term_new(is_finite ? LYC_TERM_FINITE : LYC_TERM_MIXTURE,
                     child[0]->rows, child[0]->columns, n, n);
    for (i = 0; i < n; i++)
    {
        lyc_number_set(t->number + i, weight + i);
        t->child[i] = is_finite ? written_out(child[i]) : child[i];
    }
    return t;
}

lyc_term *lyc_term_entries(slong rows, slong columns, lyc_term **child)
{
    slong n = rows * columns, i;
    int is_constant = 1;
    lyc_term *t;

    if (n == 1)
        return child[0];
    for (i = 0; i < n; i++)
        is_constant &= lyc_term_number(child[i]) != NULL;
    t = lyc_term_new(is_constant ? LYC_TERM_CONSTANT : LYC_TERM_ENTRIES, rows,
                     columns, is_constant ? n : 0, is_constant ? 0 : n);
    for (i = 0; i < n; i++)
        if (is_constant)
        {
            lyc_number_set(t->number + i, child[i]->number);
            lyc_term_release(child[i]);
        }
        else
            t->child[i] = child[i];
    return t;
}
