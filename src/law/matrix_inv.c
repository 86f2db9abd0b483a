#include "law/matrix.h"

static lyc_truth_t inv_rational(lyc_matrix_t c, const lyc_matrix_t a)
{
    fmpq_mat_t m;
    int regular;

    fmpq_mat_init(m, a->rows, a->columns);
    lyc_matrix_get_fmpq_mat(m, a);
    regular = fmpq_mat_inv(m, m);
    if (regular)
    {
        lyc_matrix_t inverse;

        lyc_matrix_shell(inverse, a->rows, a->columns);
        lyc_matrix_set_fmpq_mat(inverse, m);
        lyc_matrix_take(c, inverse);
    }
    fmpq_mat_clear(m);
    return regular ? LYC_TRUE : LYC_FALSE;
}

/* The determinant without row i and column j, with its sign. */
static void cofactor(lyc_number_t z, const lyc_matrix_t a, slong i, slong j)
{
    lyc_matrix_t rest;
    slong k, l, at = 0;

    lyc_matrix_shell(rest, a->rows - 1, a->columns - 1);
    for (k = 0; k < a->rows; k++)
        for (l = 0; l < a->columns; l++)
            if (k != i && l != j)
                lyc_number_set(rest->entry + at++, lyc_matrix_entry(a, k, l));
    lyc_matrix_det(z, rest);
    if ((i + j) % 2 == 1)
        lyc_number_neg(z, z);
    lyc_matrix_clear(rest);
}

lyc_truth_t lyc_matrix_inv(lyc_matrix_t c, const lyc_matrix_t a)
{
    lyc_truth_t done;
    lyc_matrix_t inverse;
    lyc_number_t det, z;
    slong i, j;

    FLINT_ASSERT(a->rows == a->columns);
    if (lyc_matrix_is_rational(a))
        return inv_rational(c, a);
    if (a->rows > LYC_MATRIX_EXPAND)
        return LYC_UNKNOWN;
    lyc_matrix_init(inverse, a->rows, a->columns);
    lyc_number_init(det);
    lyc_number_init(z);
    lyc_matrix_det(det, a);
    done = LYC_TRUE;
    for (i = 0; i < a->rows && done == LYC_TRUE; i++)
        for (j = 0; j < a->columns && done == LYC_TRUE; j++)
        {
            cofactor(z, a, j, i);
            done = lyc_number_div(lyc_matrix_entry(inverse, i, j), z, det);
        }
    if (done == LYC_TRUE)
        lyc_matrix_take(c, inverse);
    else
        lyc_matrix_clear(inverse);
    lyc_number_clear(det);
    lyc_number_clear(z);
    return done;
}
