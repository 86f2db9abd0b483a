#include "certify/extreme.h"
#include "certify/isotropic.h"

#include <math.h>

/* Notation of Theorem closed-forms.window; all logarithms are natural, upper
 * bounds unless a name says otherwise. */
#define BOUND_PREC 64

/* log u(l) = (l/2) log omega - log Gamma(l/2 + 1) */
static void log_weight(arb_t v, slong l, const arb_t omega)
{
    arb_t t;
    arb_init(t);
    arb_set_si(t, l + 2);
    arb_mul_2exp_si(t, t, -1);
    arb_lgamma(t, t, BOUND_PREC);
    arb_log(v, omega, BOUND_PREC);
    arb_mul_si(v, v, l, BOUND_PREC);
    arb_mul_2exp_si(v, v, -1);
    arb_sub(v, v, t, BOUND_PREC);
    arb_clear(t);
}

/* Adds log(j! t^-j) + t + omega (e^(2t) - 1), any t > 0; for odd j also
 * log(2 sqrt(omega/pi)): a bound of log(e^-omega m_j). */
static void add_moment(arb_t sum, slong j, const arb_t omega)
{
    const double w = arf_get_d(arb_midref(omega), ARF_RND_NEAR);
    arb_t t, u;
    if (j == 0)
        return;
    arb_init(t);
    arb_init(u);
    arb_set_d(t, ldexp(ceil(ldexp(0.5 * log1p((double)j / w), 60)), -60));
    arb_add(sum, sum, t, BOUND_PREC);
    arb_log(u, t, BOUND_PREC);
    arb_submul_si(sum, u, j, BOUND_PREC);
    arb_mul_2exp_si(t, t, 1);
    arb_expm1(u, t, BOUND_PREC);
    arb_addmul(sum, u, omega, BOUND_PREC);
    arb_set_si(t, j + 1);
    arb_lgamma(u, t, BOUND_PREC);
    arb_add(sum, sum, u, BOUND_PREC);
    if (j % 2 == 1)
    {
        arb_const_pi(u, BOUND_PREC);
        arb_div(u, omega, u, BOUND_PREC);
        arb_mul_2exp_si(u, u, 2);
        arb_log(u, u, BOUND_PREC);
        arb_mul_2exp_si(u, u, -1);
        arb_add(sum, sum, u, BOUND_PREC);
    }
    arb_clear(t);
    arb_clear(u);
}

/* log V(0) = sum of log u(j) over j < k and of log m! over 0 < m < k. */
static void log_least(arb_t v, slong k, const arb_t omega)
{
    arb_t t;
    arb_init(t);
    arb_zero(v);
    for (slong j = 0; j < k; j++)
    {
        log_weight(t, j, omega);
        arb_add(v, v, t, BOUND_PREC);
        arb_set_si(t, j + 1);
        arb_lgamma(t, t, BOUND_PREC);
        arb_add(v, v, t, BOUND_PREC);
    }
    arb_clear(t);
}

/* log of the product of e^-omega m_j over first <= j < last, over V(0). */
static void log_others(arb_t v, slong first, slong last, slong k,
                       const arb_t omega)
{
    arb_t t;
    arb_init(t);
    log_least(t, k, omega);
    arb_neg(v, t);
    for (slong j = first; j < last; j++)
        add_moment(v, j, omega);
    arb_clear(t);
}

/* exp(v), at most 1; 1 where v is not finite. */
static void probability(arb_t p, const arb_t v)
{
    arb_exp(p, v, BOUND_PREC);
    arf_t u;
    arf_init(u);
    arb_get_ubound_arf(u, p, BOUND_PREC);
    if (!arb_is_finite(p) || arf_cmp_si(u, 1) > 0)
        arf_one(u);
    arb_set_arf(p, u);
    arf_clear(u);
}

/* kappa_1 > K: l_1 >= X = 2K + k + 1, of the parity of k - 1; the terms
 * u(l) l^(k-1) fall by the ratio (omega/(X/2 + 1)) (1 + 2/X)^(k-1) at least. */
/* Theorem closed-forms.window */
void lyc_partition_upper_tail(arb_t p, slong k, const arb_t omega, slong K)
{
    const slong X = 2 * K + k + 1;
    arb_t v, t, u;
    arb_init(v);
    arb_init(t);
    arb_init(u);
    arb_set_si(t, X + 2);
    arb_div_si(t, t, X, BOUND_PREC);
    arb_pow_ui(t, t, (ulong)k - 1, BOUND_PREC);
    arb_mul(t, t, omega, BOUND_PREC);
    arb_mul_2exp_si(t, t, 1);
    arb_div_si(t, t, X + 2, BOUND_PREC);
    arb_sub_si(t, t, 1, BOUND_PREC);
    arb_neg(t, t); /* 1 - ratio */
    log_others(v, 0, k - 1, k, omega);
    log_weight(u, X, omega);
    arb_add(v, v, u, BOUND_PREC);
    arb_sub(v, v, omega, BOUND_PREC);
    arb_log_ui(u, (ulong)X, BOUND_PREC);
    arb_addmul_si(v, u, k - 1, BOUND_PREC);
    arb_log(t, t, BOUND_PREC);
    arb_sub(v, v, t, BOUND_PREC);
    probability(p, v);
    arb_clear(v);
    arb_clear(t);
    arb_clear(u);
}

/* kappa_k < J */
/* Theorem closed-forms.window */
void lyc_partition_lower_tail(arb_t p, slong k, const arb_t omega, slong J)
{
    arb_t v, t;
    arb_init(v);
    arb_init(t);
    if (J <= 0)
        arb_zero(p);
    else
    {
        log_others(v, 1, k, k, omega);
        lyc_poisson_lower_tail(t, J - 1, omega);
        arb_log(t, t, BOUND_PREC);
        arb_add(v, v, t, BOUND_PREC);
        probability(p, v);
    }
    arb_clear(v);
    arb_clear(t);
}

int lyc_partition_window_approx(slong *J, slong *K, slong k, double omega,
                                slong bits)
{
    arb_t w, v;
    arb_init(w);
    arb_init(v);
    arb_set_d(w, omega);
    log_others(v, 0, k, k, w);
    const double factor = arf_get_d(arb_midref(v), ARF_RND_NEAR) +
                          (double)k * log(4 * omega + (double)(4 * k) + 4);
    arb_clear(w);
    arb_clear(v);
    if (!(omega < 1e15) || !(factor < 1e6))
        return 0;
    bits += (slong)(lyc_max_up(factor, 0) / 0.6931471805599453) + 16;
    *K = lyc_poisson_upper_approx(omega, bits);
    *J = lyc_poisson_lower_approx(omega, bits);
    *J = FLINT_MAX(*J, 0);
    return *K > 0;
}
