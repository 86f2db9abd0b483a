#include "law/matrix.h"

void lyc_matrix_get_fmpq_mat(fmpq_mat_t m, const lyc_matrix_t a)
{
    slong i, j;

    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
            lyc_number_get_fmpq(fmpq_mat_entry(m, i, j),
                                lyc_matrix_entry(a, i, j));
}

void lyc_matrix_set_fmpq_mat(lyc_matrix_t a, const fmpq_mat_t m)
{
    slong i, j;

    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
            lyc_number_set_fmpq(lyc_matrix_entry(a, i, j),
                                fmpq_mat_entry(m, i, j));
}

void lyc_matrix_get_fmpz_mat(fmpz_mat_t m, fmpz_t s, const lyc_matrix_t a)
{
    fmpq_mat_t q;

    fmpq_mat_init(q, a->rows, a->columns);
    lyc_matrix_get_fmpq_mat(q, a);
    fmpq_mat_get_fmpz_mat_matwise(m, s, q);
    fmpq_mat_clear(q);
}

void lyc_matrix_get_arb_mat(arb_mat_t m, const lyc_matrix_t a, slong prec)
{
    slong i, j;

    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
            lyc_number_get_arb(arb_mat_entry(m, i, j),
                               lyc_matrix_entry(a, i, j), prec);
}
