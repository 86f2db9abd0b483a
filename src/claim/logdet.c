#include "certify/affine_volume.h"
#include "claim/norm.h"

/* s = sum_i w_i log|det A_i|; 0 when some determinant is 0. */
static int rational_logdet(lyc_logsum_t s, const lyc_law_t law)
{
    lyc_number_t det;
    fmpq_t w, q;
    int regular = 1;
    lyc_number_init(det);
    fmpq_init(w);
    fmpq_init(q);
    for (slong i = 0; i < law->length && regular; i++)
    {
        lyc_matrix_det(det, law->atom + i);
        lyc_number_get_fmpq(q, det);
        lyc_number_get_fmpq(w, law->weight + i);
        fmpq_abs(q, q);
        regular = !fmpq_is_zero(q);
        if (regular && !fmpq_is_one(q))
        {
            lyc_logsum_add_log(s, w, q);
        }
    }
    lyc_number_clear(det);
    fmpq_clear(w);
    fmpq_clear(q);
    return regular;
}

/* Of laws in the plane that are affine in their draws. */
static lyc_truth_t affine_logdet(arb_t b, const lyc_law_t law, slong prec)
{
    lyc_affine_law_t f;
    const char *why;
    lyc_truth_t decided = LYC_UNKNOWN;
    lyc_affine_law_init(f);
    if (law->term != NULL && law->dim == 2 && lyc_affine_law_set(f, &why, law))
    {
        decided = lyc_affine_volume(b, f, prec);
    }
    lyc_affine_law_clear(f);
    return decided;
}

void lyc_value_set_logdet(lyc_value_t v, const lyc_law_t law, slong prec)
{
    if (law->is_rational)
    {
        lyc_logsum_t s;
        lyc_logsum_init(s);
        if (rational_logdet(s, law))
        {
            lyc_value_set_logs(v, s, prec);
        }
        else
        {
            lyc_value_set_minus_inf(v);
        }
        lyc_logsum_clear(s);
        return;
    }
    arb_t b;
    arb_init(b);
    int minus_inf = 0;
    lyc_truth_t decided = lyc_law_log_det(b, &minus_inf, law, prec);
    if (decided == LYC_UNKNOWN && !minus_inf)
    {
        decided = affine_logdet(b, law, prec);
        minus_inf = decided == LYC_FALSE;
    }
    if (minus_inf)
    {
        lyc_value_set_minus_inf(v);
    }
    else
    {
        if (decided == LYC_UNKNOWN)
        {
            arb_indeterminate(b);
        }
        lyc_value_set_arb(v, b, prec);
    }
    arb_clear(b);
}
