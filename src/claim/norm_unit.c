#include "claim/norm.h"
#include "lyapcert/readings.h"

/* m = the leading r x r block of I - A^T A. */
static void leading_block(lyc_matrix_t m, const lyc_matrix_t a, slong r)
{
    lyc_number_t t;
    lyc_number_init(t);
    for (slong i = 0; i < r; i++)
    {
        for (slong j = 0; j < r; j++)
        {
            lyc_number_struct *x = lyc_matrix_entry(m, i, j);
            lyc_number_set_si(x, i == j);
            for (slong k = 0; k < a->rows; k++)
            {
                lyc_number_mul(t, lyc_matrix_entry(a, k, i),
                               lyc_matrix_entry(a, k, j));
                lyc_number_sub(x, x, t);
            }
        }
    }
    lyc_number_clear(t);
}

/* ||A|| < 1 iff I - A^T A is positive definite iff its leading minors are
 * positive (Sylvester's criterion). */
static lyc_truth_t minors_positive(const lyc_matrix_t a)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t det;
    lyc_number_init(det);
    for (slong r = 1; r <= a->columns && truth == LYC_TRUE; r++)
    {
        int sign = 0;
        lyc_matrix_t m;
        lyc_matrix_init(m, r, r);
        leading_block(m, a, r);
        lyc_matrix_det(det, m);
        truth = lyc_number_sign(&sign, det);
        if (truth == LYC_TRUE && sign <= 0)
        {
            truth = LYC_FALSE;
        }
        lyc_matrix_clear(m);
    }
    lyc_number_clear(det);
    return truth;
}

static lyc_truth_t below_one(const lyc_matrix_t a)
{
    arb_t norm, one;
    lyc_truth_t truth = LYC_UNKNOWN;
    arb_init(norm);
    arb_init(one);
    arb_one(one);
    lyc_matrix_norm_arb(norm, a, 64);
    if (arb_lt(norm, one))
    {
        truth = LYC_TRUE;
    }
    else if (arb_gt(norm, one))
    {
        truth = LYC_FALSE;
    }
    else if (lyc_matrix_is_rational(a) || a->rows <= 8)
    {
        truth = minors_positive(a);
    }
    arb_clear(norm);
    arb_clear(one);
    return truth;
}

static lyc_truth_t all_below_one(const lyc_matrix_struct *a, slong n)
{
    lyc_truth_t all = LYC_TRUE;
    for (slong i = 0; i < n; i++)
    {
        lyc_truth_t truth = below_one(a + i);
        if (truth == LYC_FALSE)
        {
            return LYC_FALSE;
        }
        all = truth == LYC_UNKNOWN ? LYC_UNKNOWN : all;
    }
    return all;
}

lyc_truth_t lyc_law_norm_below_one(const lyc_law_t law)
{
    lyc_matrix_struct *corner;
    if (law->length > 0)
    {
        return all_below_one(law->atom, law->length);
    }
    const slong n = lyc_law_corners(&corner, law);
    lyc_truth_t truth =
        n > 0 ? all_below_one(corner, n) : lyc_term_norm_below_one(law->term);
    lyc_law_corners_clear(corner, n);
    return truth;
}
