#include <stdlib.h>

#include "law/matrix.h"

void lyc_matrix_shell(lyc_matrix_t a, slong rows, slong columns)
{
    slong i, n = rows * columns;

    a->rows = rows;
    a->columns = columns;
    a->entry = lyc_malloc((size_t)n * sizeof(lyc_number_struct));
    for (i = 0; i < n; i++)
        a->entry[i].node = NULL;
}

void lyc_matrix_init(lyc_matrix_t a, slong rows, slong columns)
{
    slong i;

    lyc_matrix_shell(a, rows, columns);
    for (i = 0; i < rows * columns; i++)
        lyc_number_init(a->entry + i);
}

void lyc_matrix_clear(lyc_matrix_t a)
{
    slong i, n = a->rows * a->columns;

    for (i = 0; i < n; i++)
        lyc_number_clear(a->entry + i);
    free(a->entry);
    a->entry = NULL;
    a->rows = a->columns = 0;
}

void lyc_matrix_take(lyc_matrix_t a, lyc_matrix_t b)
{
    lyc_matrix_clear(a);
    *a = *b;
    b->entry = NULL;
    b->rows = b->columns = 0;
}

void lyc_matrix_set(lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_matrix_t c;
    slong i;

    if (a == b)
        return;
    lyc_matrix_shell(c, b->rows, b->columns);
    for (i = 0; i < b->rows * b->columns; i++)
        lyc_number_set(c->entry + i, b->entry + i);
    lyc_matrix_take(a, c);
}

lyc_number_struct *lyc_matrix_entry(const lyc_matrix_t a, slong i, slong j)
{
    return a->entry + i * a->columns + j;
}

int lyc_matrix_is_rational(const lyc_matrix_t a)
{
    slong i;

    for (i = 0; i < a->rows * a->columns; i++)
        if (!lyc_number_is_rational(a->entry + i))
            return 0;
    return 1;
}

int lyc_matrix_order(const lyc_matrix_t a, const lyc_matrix_t b)
{
    slong i;
    int order;

    if (a->rows != b->rows)
        return a->rows < b->rows ? -1 : 1;
    if (a->columns != b->columns)
        return a->columns < b->columns ? -1 : 1;
    for (i = 0; i < a->rows * a->columns; i++)
        if ((order = lyc_number_order(a->entry + i, b->entry + i)) != 0)
            return order;
    return 0;
}

double lyc_matrix_size(double *sum, const lyc_matrix_t a)
{
    double largest = 0;
    slong i;

    *sum = 0;
    for (i = 0; i < a->rows * a->columns; i++)
    {
        double size = lyc_number_size(a->entry + i);

        largest = size > largest ? size : largest;
        *sum += size;
    }
    return largest;
}
