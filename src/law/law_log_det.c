#include "law/matrix.h"
#include "lyapcert/countable.h"

/* log|det a| of a rational matrix; 0 when it is singular. */
static int log_det_rational(arb_t b, const lyc_matrix_t a, slong prec)
{
    fmpq_mat_t m;
    fmpq_t det;
    int regular;

    fmpq_mat_init(m, a->rows, a->columns);
    fmpq_init(det);
    lyc_matrix_get_fmpq_mat(m, a);
    fmpq_mat_det(det, m);
    regular = !fmpq_is_zero(det);
    if (regular)
    {
        fmpq_abs(det, det);
        arb_set_fmpq(b, det, prec);
        arb_log(b, b, prec);
    }
    fmpq_clear(det);
    fmpq_mat_clear(m);
    return regular;
}

/* The same for an exact determinant: |det| > 0 is proved before its ball is
 * used. */
static lyc_truth_t log_det_expanded(arb_t b, const lyc_matrix_t a, slong prec)
{
    lyc_number_t det;
    lyc_truth_t zero;

    lyc_number_init(det);
    lyc_matrix_det(det, a);
    zero = lyc_number_is_zero(det);
    if (zero == LYC_FALSE)
    {
        lyc_number_get_arb(b, det, prec);
        arb_abs(b, b);
        if (arb_is_positive(b))
            arb_log(b, b, prec);
        else
            zero = LYC_UNKNOWN;
    }
    lyc_number_clear(det);
    return zero == LYC_FALSE ? LYC_TRUE
                             : (zero == LYC_TRUE ? LYC_FALSE : LYC_UNKNOWN);
}

/* Work of one elimination, rows^3 bits, that is still tried: some seconds. */
#define MAX_WORK 1e9

/* And for matrices too large to expand: a ball that excludes 0 decides. */
static lyc_truth_t log_det_ball(arb_t b, const lyc_matrix_t a, slong prec)
{
    const double rows = (double)a->rows;
    arb_mat_t m;
    slong work;

    arb_mat_init(m, a->rows, a->columns);
    arb_zero(b);
    for (work = prec + 64; work <= 16 * (prec + 64) &&
                           rows * rows * rows * (double)work <= MAX_WORK;
         work *= 2)
    {
        lyc_matrix_get_arb_mat(m, a, work);
        arb_mat_det(b, m, work);
        arb_abs(b, b);
        if (arb_is_positive(b))
            break;
    }
    arb_mat_clear(m);
    if (!arb_is_positive(b))
        return LYC_UNKNOWN;
    arb_log(b, b, prec);
    return LYC_TRUE;
}

lyc_truth_t lyc_matrix_log_det(arb_t b, const lyc_matrix_t a, slong prec)
{
    if (lyc_matrix_is_rational(a))
        return log_det_rational(b, a, prec) ? LYC_TRUE : LYC_FALSE;
    if (a->rows <= LYC_MATRIX_EXPAND)
        return log_det_expanded(b, a, prec);
    return log_det_ball(b, a, prec);
}

static lyc_truth_t log_det_of_families(arb_t b, const lyc_law_t law, slong prec)
{
    lyc_truth_t known;
    lyc_countable_t x;

    lyc_countable_init(x);
    known = lyc_law_families(x, law);
    if (known == LYC_TRUE)
        known = lyc_countable_log_det(b, x, prec);
    lyc_countable_clear(x);
    if (known == LYC_TRUE)
        return known;
    arb_zero_pm_inf(b);
    return LYC_UNKNOWN;
}

lyc_truth_t lyc_law_log_det(arb_t b, int *minus_inf, const lyc_law_t law,
                            slong prec)
{
    slong work = prec + 16 + (slong)FLINT_BIT_COUNT((ulong)law->length), i;
    lyc_truth_t known = LYC_TRUE;
    arb_t term, weight, sum;

    if (law->length == 0)
    {
        *minus_inf = 0;
        return log_det_of_families(b, law, prec);
    }
    arb_init(term);
    arb_init(weight);
    arb_init(sum);
    *minus_inf = 0;
    for (i = 0; i < law->length && !*minus_inf; i++)
    {
        lyc_truth_t regular = lyc_matrix_log_det(term, law->atom + i, work);

        if (regular == LYC_UNKNOWN)
            known = LYC_UNKNOWN;
        if (regular == LYC_FALSE)
            *minus_inf = 1;
        lyc_number_get_arb(weight, law->weight + i, work);
        arb_addmul(sum, weight, term, work);
    }
    if (*minus_inf)
        arb_neg_inf(b);
    else if (known == LYC_TRUE)
        arb_set_round(b, sum, prec);
    else
        arb_zero_pm_inf(b);
    arb_clear(term);
    arb_clear(weight);
    arb_clear(sum);
    return *minus_inf ? LYC_TRUE : known;
}
