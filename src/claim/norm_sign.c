/* ||A|| <= c, exactly: for c >= 0 this says that c^2 I - A^T A is positive
 * semidefinite, and ||A|| < c that it is positive definite. For dimension 2
 * that is tr(A^T A) <= 2 c^2 and c^4 - c^2 tr(A^T A) + det(A)^2 >= 0. */
#include "claim/norm.h"

/* Symmetric elimination without pivoting: a pivot < 0, or a pivot 0 in a row
 * that is not 0, shows that m is not semidefinite. 1: definite, 0:
 * semidefinite and singular, -1: neither. m is changed. */
static int definiteness(fmpq_mat_t m)
{
    slong n = fmpq_mat_nrows(m);
    int result = 1;
    fmpq_t t;
    fmpq_init(t);
    for (slong k = 0; k < n && result >= 0; k++)
    {
        int sign = fmpq_sgn(fmpq_mat_entry(m, k, k));
        result = sign < 0 ? -1 : sign == 0 ? 0 : result;
        for (slong i = k + 1; i < n && result >= 0; i++)
        {
            if (fmpq_is_zero(fmpq_mat_entry(m, i, k)))
            {
                continue;
            }
            if (sign == 0)
            {
                result = -1;
                break;
            }
            fmpq_div(t, fmpq_mat_entry(m, i, k), fmpq_mat_entry(m, k, k));
            for (slong j = k + 1; j < n; j++)
            {
                fmpq_submul(fmpq_mat_entry(m, i, j), t,
                            fmpq_mat_entry(m, k, j));
            }
        }
    }
    fmpq_clear(t);
    return result;
}

int lyc_fmpq_mat_norm_sign(const fmpq_mat_t a, const fmpq_t c)
{
    slong n = fmpq_mat_ncols(a);
    fmpq_mat_t t, m;
    fmpq_t square;
    if (fmpq_sgn(c) < 0)
    {
        return 1;
    }
    fmpq_mat_init(t, n, fmpq_mat_nrows(a));
    fmpq_mat_init(m, n, n);
    fmpq_init(square);
    fmpq_mat_transpose(t, a);
    fmpq_mat_mul(m, t, a);
    fmpq_mat_neg(m, m);
    fmpq_mul(square, c, c);
    for (slong i = 0; i < n; i++)
    {
        fmpq *entry = fmpq_mat_entry(m, i, i);
        fmpq_add(entry, entry, square);
    }
    int sign = -definiteness(m);
    fmpq_clear(square);
    fmpq_mat_clear(t);
    fmpq_mat_clear(m);
    return sign;
}

int lyc_matrix_norm_sign(const lyc_matrix_t a, const fmpq_t c)
{
    fmpq_mat_t m;
    fmpq_mat_init(m, a->rows, a->columns);
    for (slong i = 0; i < a->rows; i++)
    {
        for (slong j = 0; j < a->columns; j++)
        {
            lyc_number_get_fmpq(fmpq_mat_entry(m, i, j),
                                lyc_matrix_entry(a, i, j));
        }
    }
    int sign = lyc_fmpq_mat_norm_sign(m, c);
    fmpq_mat_clear(m);
    return sign;
}

int lyc_law_norm_sign(const lyc_law_t law, const fmpq_t c)
{
    int sign = -1;
    for (slong i = 0; i < law->length && sign < 1; i++)
    {
        int one = lyc_matrix_norm_sign(law->atom + i, c);
        sign = one > sign ? one : sign;
    }
    return sign;
}
