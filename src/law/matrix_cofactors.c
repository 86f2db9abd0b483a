#include "law/matrix.h"

/* m = a without row i and column j. */
static void set_minor(lyc_matrix_t m, const lyc_matrix_t a, slong i, slong j)
{
    slong r, c;

    for (r = 0; r < m->rows; r++)
        for (c = 0; c < m->columns; c++)
            lyc_number_set(
                lyc_matrix_entry(m, r, c),
                lyc_matrix_entry(a, r < i ? r : r + 1, c < j ? c : c + 1));
}

lyc_truth_t lyc_matrix_cofactors(lyc_matrix_t c, const lyc_matrix_t a)
{
    lyc_truth_t done = LYC_TRUE;
    lyc_matrix_t m, result;
    lyc_number_t det;
    slong i, j;

    FLINT_ASSERT(a->rows == a->columns && a->rows >= 2);
    lyc_matrix_init(result, a->rows, a->columns);
    lyc_matrix_init(m, a->rows - 1, a->columns - 1);
    lyc_number_init(det);
    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns && done == LYC_TRUE; j++)
        {
            set_minor(m, a, i, j);
            done = lyc_matrix_det(det, m);
            if ((i + j) % 2 != 0)
                lyc_number_neg(det, det);
            lyc_number_set(lyc_matrix_entry(result, i, j), det);
        }
    lyc_number_clear(det);
    lyc_matrix_clear(m);
    if (done == LYC_TRUE)
        lyc_matrix_take(c, result);
    else
        lyc_matrix_clear(result);
    return done;
}
