#include <stdlib.h>

#include "lyapcert/countable.h"

/* det = the coefficients of the determinant of a family of 2x2 matrices:
 * 2 f->length - 1 of them, initialised. */
static void set_det(lyc_number_struct *det, const lyc_family *f)
{
    lyc_number_t t;
    slong i, k;

    lyc_number_init(t);
    for (i = 0; i < f->length; i++)
        for (k = 0; k < f->length; k++)
        {
            const lyc_matrix_struct *a = f->coefficient + i;
            const lyc_matrix_struct *b = f->coefficient + k;

            lyc_number_mul(t, lyc_matrix_entry(a, 0, 0),
                           lyc_matrix_entry(b, 1, 1));
            lyc_number_add(det + i + k, det + i + k, t);
            lyc_number_mul(t, lyc_matrix_entry(a, 0, 1),
                           lyc_matrix_entry(b, 1, 0));
            lyc_number_sub(det + i + k, det + i + k, t);
        }
    lyc_number_clear(t);
}

/* b += w/(1 - q) log|det| where det does not depend on m. */
static lyc_truth_t add_log_det(arb_t b, const lyc_family *f, slong prec)
{
    const slong n = 2 * f->length - 1;
    lyc_number_struct *det = lyc_malloc((size_t)n * sizeof *det);
    lyc_truth_t truth = LYC_TRUE;
    arb_t s, t;
    slong k;

    arb_init(s);
    arb_init(t);
    for (k = 0; k < n; k++)
        lyc_number_init(det + k);
    set_det(det, f);
    for (k = 1; k < n && truth == LYC_TRUE; k++)
        truth = lyc_number_is_zero(det + k);
    lyc_number_get_arb(t, det, prec);
    arb_abs(t, t);
    if (truth == LYC_TRUE && arb_is_positive(t))
    {
        arb_log(t, t, prec);
        lyc_number_get_arb(s, f->ratio, prec);
        arb_sub_ui(s, s, 1, prec);
        arb_neg(s, s);
        arb_div(t, t, s, prec);
        lyc_number_get_arb(s, f->weight, prec);
        arb_addmul(b, s, t, prec);
    }
    else
        truth = LYC_UNKNOWN;
    for (k = 0; k < n; k++)
        lyc_number_clear(det + k);
    free(det);
    arb_clear(s);
    arb_clear(t);
    return truth;
}

lyc_truth_t lyc_countable_log_det(arb_t b, const lyc_countable_t x, slong prec)
{
    lyc_truth_t truth = x->dim == 2 ? LYC_TRUE : LYC_UNKNOWN;
    slong i;

    arb_zero(b);
    for (i = 0; i < x->length && truth == LYC_TRUE; i++)
        truth = add_log_det(b, x->family + i, prec);
    if (truth != LYC_TRUE)
        arb_zero_pm_inf(b);
    return truth;
}
