#include "certify/isotropic.h"

/* (x + N)^2 = 2 gamma with gamma ~ Gamma(1/2 + J), J Poisson of mean x^2/2. */
/* Theorem closed-forms.scalar */
void lyc_normal_log_mean(arb_t value, const arb_t x, slong prec)
{
    arb_t t, unused;
    arb_init(t);
    arb_init(unused);
    arb_mul(t, x, x, prec);
    arb_mul_2exp_si(t, t, -1);
    if (arb_is_zero(t))
    {
        arb_set_d(t, 0.5);
        arb_digamma(value, t, prec);
    }
    else
        lyc_poisson_digamma(value, unused, 1, t, prec);
    arb_const_log2(t, prec);
    arb_add(value, value, t, prec);
    arb_mul_2exp_si(value, value, -1);
    arb_clear(t);
    arb_clear(unused);
}
