#include <stdlib.h>

#include "law/matrix.h"

static void det_rational(lyc_number_t det, const lyc_matrix_t a)
{
    fmpq_mat_t m;
    fmpq_t q;

    fmpq_mat_init(m, a->rows, a->columns);
    fmpq_init(q);
    lyc_matrix_get_fmpq_mat(m, a);
    fmpq_mat_det(q, m);
    lyc_number_set_fmpq(det, q);
    fmpq_clear(q);
    fmpq_mat_clear(m);
}

static slong count_bits(ulong set)
{
    slong n = 0;

    for (; set != 0; set &= set - 1)
        n++;
    return n;
}

/* Laplace expansion along the first row of the minor with columns `set` and
 * the last |set| rows; minors of fewer rows are in the table already. */
static void expand(lyc_number_struct *minor, ulong set, const lyc_matrix_t a)
{
    slong row = a->rows - count_bits(set), j, sign = 1;
    lyc_number_struct *sum = minor + set;
    lyc_number_t term;

    lyc_number_init(term);
    for (j = 0; j < a->columns; j++)
    {
        if (!(set >> j & 1))
            continue;
        lyc_number_mul(term, lyc_matrix_entry(a, row, j),
                       minor + (set & ~(UWORD(1) << j)));
        if (sign > 0)
            lyc_number_add(sum, sum, term);
        else
            lyc_number_sub(sum, sum, term);
        sign = -sign;
    }
    lyc_number_clear(term);
}

lyc_truth_t lyc_matrix_det(lyc_number_t det, const lyc_matrix_t a)
{
    lyc_number_struct *minor;
    ulong sets, s;

    FLINT_ASSERT(a->rows == a->columns);
    if (lyc_matrix_is_rational(a))
    {
        det_rational(det, a);
        return LYC_TRUE;
    }
    if (a->rows > LYC_MATRIX_EXPAND)
        return LYC_UNKNOWN;
    sets = UWORD(1) << a->rows;
    minor = lyc_malloc(sets * sizeof(lyc_number_struct));
    for (s = 0; s < sets; s++)
        lyc_number_init(minor + s);
    lyc_number_set_si(minor, 1);
    for (s = 1; s < sets; s++)
        expand(minor, s, a);
    lyc_number_set(det, minor + (sets - 1));
    for (s = 0; s < sets; s++)
        lyc_number_clear(minor + s);
    free(minor);
    return LYC_TRUE;
}
