#include <stdlib.h>

#include "law/draw.h"

void lyc_draw_init(lyc_draw_t x)
{
    x->kind = LYC_DRAW_SCALAR;
    x->rows = x->columns = 1;
    x->length = 0;
    x->weight = NULL;
    x->atom = NULL;
}

void lyc_draw_clear(lyc_draw_t x)
{
    slong i;

    for (i = 0; i < x->length; i++)
    {
        lyc_matrix_clear(x->atom + i);
        if (x->weight != NULL)
            lyc_number_clear(x->weight + i);
    }
    free(x->atom);
    free(x->weight);
    lyc_draw_init(x);
}

void lyc_draw_swap(lyc_draw_t x, lyc_draw_t y)
{
    lyc_draw_struct z = *x;

    *x = *y;
    *y = z;
}

void lyc_draw_shell(lyc_draw_t x, lyc_draw_kind kind, slong rows, slong columns,
                    slong length)
{
    slong i;

    lyc_draw_clear(x);
    x->kind = kind;
    x->rows = rows;
    x->columns = columns;
    x->length = length;
    x->atom = lyc_malloc((size_t)length * sizeof(lyc_matrix_struct));
    for (i = 0; i < length; i++)
        lyc_matrix_shell(x->atom + i, rows, columns);
    if (length <= 1)
        return;
    x->weight = lyc_malloc((size_t)length * sizeof(lyc_number_struct));
    for (i = 0; i < length; i++)
        x->weight[i].node = NULL;
}

void lyc_draw_set(lyc_draw_t x, const lyc_draw_t y)
{
    slong i;

    lyc_draw_shell(x, y->kind, y->rows, y->columns, y->length);
    for (i = 0; i < y->length; i++)
    {
        lyc_matrix_set(x->atom + i, y->atom + i);
        if (y->weight != NULL)
            lyc_number_set(x->weight + i, y->weight + i);
    }
}

void lyc_draw_set_atom(lyc_draw_t x, const lyc_draw_t y, slong i)
{
    lyc_draw_shell(x, y->kind, y->rows, y->columns, 1);
    lyc_matrix_set(x->atom, y->atom + i);
}

void lyc_draw_weight(lyc_number_t w, const lyc_draw_t x, slong i)
{
    if (x->weight == NULL)
        lyc_number_set_si(w, 1);
    else
        lyc_number_set(w, x->weight + i);
}

void lyc_draw_resize(lyc_draw_t x, slong n)
{
    slong i;

    for (i = 0; i < x->length; i++)
    {
        lyc_matrix_t a;

        lyc_matrix_shell(a, n, n);
        lyc_matrix_set_scalar(a, x->atom[i].entry);
        lyc_matrix_take(x->atom + i, a);
    }
    x->kind = LYC_DRAW_MATRIX;
    x->rows = x->columns = n;
}
