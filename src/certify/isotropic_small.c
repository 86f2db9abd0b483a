#include "certify/isotropic.h"

/* (1/2) log of the sum over j of binomial(k, j) sigma^(2j)
 * (d - k + 1) … (d - k + j). */
static void upper(arb_t u, slong d, slong k, const arb_t sigma, slong prec)
{
    arb_t s2, term;
    arb_init(s2);
    arb_init(term);
    arb_mul(s2, sigma, sigma, prec);
    arb_one(term);
    arb_zero(u); /* of the logarithm's argument less 1 */
    for (slong j = 1; j <= k; j++)
    {
        arb_mul(term, term, s2, prec);
        arb_mul_si(term, term, k - j + 1, prec);
        arb_mul_si(term, term, d - k + j, prec);
        arb_div_si(term, term, j, prec);
        arb_add(u, u, term, prec);
    }
    arb_log1p(u, u, prec);
    arb_mul_2exp_si(u, u, -1);
    arb_clear(s2);
    arb_clear(term);
}

/* Theorem closed-forms.small */
void lyc_residual_gaussian_small(arb_t sum, slong d, slong k, const arb_t sigma,
                                 slong prec)
{
    arb_t s, lower;
    arf_t end;
    arb_init(s);
    arb_init(lower);
    arf_init(end);
    arb_get_abs_ubound_arf(end, sigma, prec);
    arb_set_arf(s, end);
    if (k == d)
    {
        arb_const_log2(lower, prec);
        arb_mul_si(lower, lower, -d, prec);
    }
    upper(sum, d, k, s, prec);
    arb_union(sum, sum, lower, prec);
    arb_clear(s);
    arb_clear(lower);
    arf_clear(end);
}
