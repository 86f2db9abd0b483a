#include "law/matrix.h"

void lyc_matrix_set_scalar(lyc_matrix_t a, const lyc_number_t c)
{
    slong i, j;

    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
            if (i == j)
                lyc_number_set(lyc_matrix_entry(a, i, j), c);
            else
                lyc_number_set_si(lyc_matrix_entry(a, i, j), 0);
}

void lyc_matrix_add(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_matrix_t sum;
    slong i;

    FLINT_ASSERT(a->rows == b->rows && a->columns == b->columns);
    lyc_matrix_shell(sum, a->rows, a->columns);
    for (i = 0; i < a->rows * a->columns; i++)
        lyc_number_add(sum->entry + i, a->entry + i, b->entry + i);
    lyc_matrix_take(c, sum);
}

void lyc_matrix_transpose(lyc_matrix_t c, const lyc_matrix_t a)
{
    lyc_matrix_t t;
    slong i, j;

    lyc_matrix_shell(t, a->columns, a->rows);
    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
            lyc_number_set(lyc_matrix_entry(t, j, i),
                           lyc_matrix_entry(a, i, j));
    lyc_matrix_take(c, t);
}

static void mul_rational(lyc_matrix_t c, const lyc_matrix_t a,
                         const lyc_matrix_t b)
{
    fmpq_mat_t x, y, z;

    fmpq_mat_init(x, a->rows, a->columns);
    fmpq_mat_init(y, b->rows, b->columns);
    fmpq_mat_init(z, a->rows, b->columns);
    lyc_matrix_get_fmpq_mat(x, a);
    lyc_matrix_get_fmpq_mat(y, b);
    fmpq_mat_mul(z, x, y);
    lyc_matrix_set_fmpq_mat(c, z);
    fmpq_mat_clear(x);
    fmpq_mat_clear(y);
    fmpq_mat_clear(z);
}

static void mul_any(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_number_t term;
    slong i, j, k;

    lyc_number_init(term);
    for (i = 0; i < a->rows; i++)
        for (j = 0; j < b->columns; j++)
        {
            lyc_number_struct *sum = lyc_matrix_entry(c, i, j);

            lyc_number_set_si(sum, 0);
            for (k = 0; k < a->columns; k++)
            {
                lyc_number_mul(term, lyc_matrix_entry(a, i, k),
                               lyc_matrix_entry(b, k, j));
                lyc_number_add(sum, sum, term);
            }
        }
    lyc_number_clear(term);
}

void lyc_matrix_mul(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_matrix_t product;

    FLINT_ASSERT(a->columns == b->rows);
    lyc_matrix_shell(product, a->rows, b->columns);
    if (lyc_matrix_is_rational(a) && lyc_matrix_is_rational(b))
        mul_rational(product, a, b);
    else
        mul_any(product, a, b);
    lyc_matrix_take(c, product);
}
