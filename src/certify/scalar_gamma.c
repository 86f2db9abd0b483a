#include <math.h>

#include "lyapcert/formula.h"
#include "lyapcert/limits.h"

#define MAX_SIZE 100000

/* int_0^oo e^-x / (y + x) dx, principal value for y < 0: -e^y Ei(-y). */
static void exponential_integral(arb_t v, const arb_t y, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_neg(t, y);
    arb_hypgeom_ei(v, t, prec);
    arb_exp(t, y, prec);
    arb_mul(v, v, t, prec);
    arb_neg(v, v);
    arb_clear(t);
}

/* log|y| + i_1 + … + i_p, i_{q+1} = (1 - y i_q)/q. */
static void whole(arb_t v, slong p, const arb_t y, slong prec)
{
    arb_t i;
    arb_init(i);
    exponential_integral(i, y, prec);
    arb_abs(v, y);
    arb_log(v, v, prec);
    arb_add(v, v, i, prec);
    for (slong q = 1; q < p; q++)
    {
        arb_mul(i, i, y, prec);
        arb_sub_si(i, i, 1, prec);
        arb_neg(i, i);
        arb_div_si(i, i, q, prec);
        arb_add(v, v, i, prec);
    }
    arb_clear(i);
}

/* Gamma(-p) Re(y^p) M(p, p + 1, y) */
static void branch(arb_t v, const arb_t p, const arb_t y, slong prec)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_add_si(t, p, 1, prec);
    arb_hypgeom_1f1(v, p, t, y, 0, prec);
    arb_abs(t, y);
    arb_pow(t, t, p, prec);
    arb_mul(v, v, t, prec);
    if (arb_is_negative(y))
    {
        arb_cos_pi(t, p, prec);
        arb_mul(v, v, t, prec);
    }
    arb_neg(u, p);
    arb_gamma(t, u, prec);
    arb_mul(v, v, t, prec);
    arb_clear(t);
    arb_clear(u);
}

/* y/(1 - p) 2F2(1, 1; 2, 2 - p; y) */
static void regular(arb_t v, const arb_t p, const arb_t y, slong prec)
{
    arb_ptr a = _arb_vec_init(2), b = _arb_vec_init(2);
    arb_t t;
    arb_init(t);
    arb_one(a);
    arb_one(a + 1);
    arb_set_si(b, 2);
    arb_sub_si(b + 1, p, 2, prec);
    arb_neg(b + 1, b + 1);
    arb_hypgeom_pfq(v, a, 2, b, 2, y, 0, prec);
    arb_mul(v, v, y, prec);
    arb_sub_si(t, p, 1, prec);
    arb_neg(t, t);
    arb_div(v, v, t, prec);
    arb_clear(t);
    _arb_vec_clear(a, 2);
    _arb_vec_clear(b, 2);
}

static void fractional(arb_t v, const arb_t p, const arb_t y, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_digamma(v, p, prec);
    branch(t, p, y, prec);
    arb_sub(v, v, t, prec);
    regular(t, p, y, prec);
    arb_sub(v, v, t, prec);
    arb_clear(t);
}

/* Theorem closed-forms.scalar */
void lyc_gamma_log_mean(arb_t value, const arb_t p, const arb_t y, slong prec)
{
    const double size = arf_get_d(arb_midref(p), ARF_RND_NEAR) +
                        fabs(arf_get_d(arb_midref(y), ARF_RND_NEAR));
    if (arb_is_zero(y))
    {
        arb_digamma(value, p, prec);
        return;
    }
    arb_indeterminate(value);
    if (!(size < MAX_SIZE) || arb_contains_zero(y) || !arb_is_positive(p))
        return;
    for (slong bits = prec + 32; bits < 4 * prec + 8 * (slong)size + 1024;
         bits *= 2)
    {
        if (arb_is_int(p))
            whole(value, (slong)arf_get_d(arb_midref(p), ARF_RND_NEAR), y,
                  bits);
        else
            fractional(value, p, y, bits);
        if (lyc_limits_expired() ||
            (arb_is_finite(value) &&
             mag_cmp_2exp_si(arb_radref(value), -prec) < 0))
            break;
    }
}
