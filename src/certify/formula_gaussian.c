#include "lyapcert/formula.h"

/* Theorem closed-forms.gaussian */
void lyc_gaussian_sum(arb_t sum, slong d, slong k, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_const_log2(sum, prec);
    arb_mul_si(sum, sum, k, prec);
    for (slong i = 1; i <= k; i++)
    {
        arb_set_si(t, d - i + 1);
        arb_mul_2exp_si(t, t, -1);
        arb_digamma(t, t, prec);
        arb_add(sum, sum, t, prec);
    }
    arb_mul_2exp_si(sum, sum, -1);
    arb_clear(t);
}
