#include "certify/isotropic.h"

#include <math.h>

#define TAIL_PREC 64

static void upper_end(arb_t p)
{
    arf_t u;
    arf_init(u);
    arb_get_ubound_arf(u, p, TAIL_PREC);
    arb_set_arf(p, u);
    arf_clear(u);
}

/* e^-lambda lambda^n / n! */
static void poisson_weight(arb_t p, slong n, const arb_t lambda)
{
    arb_t t;
    arb_init(t);
    arb_set_si(t, n + 1);
    arb_lgamma(t, t, TAIL_PREC);
    arb_log(p, lambda, TAIL_PREC);
    arb_mul_si(p, p, n, TAIL_PREC);
    arb_sub(p, p, lambda, TAIL_PREC);
    arb_sub(p, p, t, TAIL_PREC);
    arb_exp(p, p, TAIL_PREC);
    arb_clear(t);
}

/* Divides the largest term of a tail by 1 - its largest ratio; 1 where that
 * bounds nothing. */
static void geometric_tail(arb_t p, arb_t ratio)
{
    arb_sub_si(ratio, ratio, 1, TAIL_PREC);
    arb_neg(ratio, ratio);
    if (arb_is_positive(ratio))
    {
        arb_div(p, p, ratio, TAIL_PREC);
        upper_end(p);
    }
    else
        arb_one(p);
    if (!arb_is_finite(p))
        arb_one(p);
}

/* Theorem closed-forms.poisson-tail */
void lyc_poisson_upper_tail(arb_t p, slong n, const arb_t lambda)
{
    if (n <= 0)
    {
        arb_one(p);
        return;
    }
    arb_t ratio;
    arb_init(ratio);
    poisson_weight(p, n, lambda);
    arb_div_si(ratio, lambda, n + 1, TAIL_PREC);
    geometric_tail(p, ratio);
    arb_clear(ratio);
}

/* Theorem closed-forms.poisson-tail */
void lyc_poisson_lower_tail(arb_t p, slong n, const arb_t lambda)
{
    if (n < 0)
    {
        arb_zero(p);
        return;
    }
    arb_t ratio;
    arb_init(ratio);
    poisson_weight(p, n, lambda);
    arb_set_si(ratio, n);
    arb_div(ratio, ratio, lambda, TAIL_PREC);
    geometric_tail(p, ratio);
    arb_clear(ratio);
}

/* log of the Chernoff bound of the tail at n: n - lambda - n log(n/lambda). */
static double chernoff(double n, double lambda)
{
    return n > 0 ? n - lambda - n * log(n / lambda) : -lambda;
}

slong lyc_poisson_upper_approx(double lambda, slong bits)
{
    const double goal = -0.6931471805599453 * (double)bits;
    double low = lambda, high = 2 * lambda + 16;
    while (chernoff(high, lambda) > goal && high < 1e15)
        high *= 2;
    while (high - low > 1)
    {
        const double n = (low + high) / 2;
        *(chernoff(n, lambda) > goal ? &low : &high) = n;
    }
    return high < 1e15 ? (slong)high + 2 : -1;
}

slong lyc_poisson_lower_approx(double lambda, slong bits)
{
    const double goal = -0.6931471805599453 * (double)bits;
    double low = 0, high = lambda;
    if (chernoff(0, lambda) > goal)
        return -1;
    while (high - low > 1)
    {
        const double n = (low + high) / 2;
        *(chernoff(n, lambda) > goal ? &high : &low) = n;
    }
    return (slong)low;
}
