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
