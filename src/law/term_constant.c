#include "law/term.h"

lyc_term *lyc_term_constant(slong rows, slong columns,
                            const lyc_number_struct *entry)
{
    lyc_term *t =
        lyc_term_new(LYC_TERM_CONSTANT, rows, columns, rows * columns, 0);
    slong i;

    for (i = 0; i < rows * columns; i++)
        lyc_number_set(t->number + i, entry + i);
    return t;
}

lyc_term *lyc_term_scalar(const lyc_number_t c)
{
    return lyc_term_constant(1, 1, c);
}

lyc_term *lyc_term_identity(slong n, const lyc_number_t c)
{
    lyc_term *t;

    if (n == 1)
        return lyc_term_scalar(c);
    t = lyc_term_new(LYC_TERM_IDENTITY, n, n, 1, 0);
    lyc_number_set(t->number, c);
    return t;
}

/* A large zero that is not square is a column times a row. */
lyc_term *lyc_term_zero(slong rows, slong columns)
{
    lyc_term *t;

    if (rows == columns && rows > 1)
        return lyc_term_new(LYC_TERM_IDENTITY, rows, columns, 1, 0);
    if (rows == 1 || columns == 1 ||
        (rows <= LYC_TERM_MAX_FOLD && columns <= LYC_TERM_MAX_FOLD))
        return lyc_term_new(LYC_TERM_CONSTANT, rows, columns, rows * columns,
                            0);
    t = lyc_term_new(LYC_TERM_MUL, rows, columns, 0, 2);
    t->child[0] = lyc_term_new(LYC_TERM_CONSTANT, rows, 1, rows, 0);
    t->child[1] = lyc_term_new(LYC_TERM_CONSTANT, 1, columns, columns, 0);
    return t;
}

int lyc_term_is_constant(const lyc_term *t)
{
    return t->kind == LYC_TERM_CONSTANT || t->kind == LYC_TERM_IDENTITY;
}

static int is_zero_constant(const lyc_term *t)
{
    slong i;

    for (i = 0; i < t->numbers; i++)
        if (lyc_number_is_zero(t->number + i) != LYC_TRUE)
            return 0;
    return lyc_term_is_constant(t);
}

int lyc_term_is_zero(const lyc_term *t)
{
    slong i;

    if (t->kind == LYC_TERM_MUL)
        for (i = 0; i < t->length; i++)
            if (is_zero_constant(t->child[i]))
                return 1;
    return is_zero_constant(t);
}

lyc_term *lyc_term_fold_mul(const lyc_term *a, const lyc_term *b)
{
    lyc_term *c = lyc_term_new(LYC_TERM_CONSTANT, a->rows, b->columns,
                               a->rows * b->columns, 0);
    lyc_number_t t;
    slong i, j, k;

    lyc_number_init(t);
    for (i = 0; i < a->rows; i++)
        for (j = 0; j < b->columns; j++)
            for (k = 0; k < a->columns; k++)
            {
                lyc_number_struct *x = c->number + i * b->columns + j;

                lyc_number_mul(t, a->number + i * a->columns + k,
                               b->number + k * b->columns + j);
                lyc_number_add(x, x, t);
            }
    lyc_number_clear(t);
    return c;
}

lyc_term *lyc_term_fold_add(const lyc_term *a, const lyc_term *b)
{
    lyc_term *c;
    slong i;

    if (a->kind == LYC_TERM_IDENTITY && b->kind == LYC_TERM_CONSTANT)
        return lyc_term_fold_add(b, a);
    c = a->kind == LYC_TERM_IDENTITY
            ? lyc_term_identity(a->rows, a->number)
            : lyc_term_constant(a->rows, a->columns, a->number);
    if (a->kind == b->kind)
        for (i = 0; i < c->numbers; i++)
            lyc_number_add(c->number + i, a->number + i, b->number + i);
    else
        for (i = 0; i < c->rows; i++)
        {
            lyc_number_struct *x = c->number + i * (c->columns + 1);

            lyc_number_add(x, x, b->number);
        }
    return c;
}

lyc_term *lyc_term_fold_scale(const lyc_number_t c, const lyc_term *a)
{
    lyc_term *t = lyc_term_new(a->kind, a->rows, a->columns, a->numbers, 0);
    slong i;

    for (i = 0; i < a->numbers; i++)
        lyc_number_mul(t->number + i, c, a->number + i);
    return t;
}

static int is_multiple(const lyc_term *t)
{
    lyc_number_t zero;
    slong i, j;
    int same =
        t->kind == LYC_TERM_CONSTANT && t->rows == t->columns && t->rows > 1;

    lyc_number_init(zero);
    for (i = 0; i < t->rows && same; i++)
        for (j = 0; j < t->columns && same; j++)
            same = lyc_number_order(t->number + i * t->columns + j,
                                    i == j ? t->number : zero) == 0;
    lyc_number_clear(zero);
    return same;
}

lyc_term *lyc_term_fold_identity(lyc_term *t)
{
    lyc_term *identity;

    if (!is_multiple(t))
        return t;
    identity = lyc_term_identity(t->rows, t->number);
    lyc_term_release(t);
    return identity;
}
