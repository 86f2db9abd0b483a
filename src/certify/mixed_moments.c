#include "certify/mixed_moments.h"

#define MOMENTS 6

static arb_ptr moment(lyc_moments *m, int i)
{
    return i == 0 ? m->mass : i < 3 ? m->first[i - 1] : m->second[i - 3];
}

void lyc_moments_init(lyc_moments *m)
{
    for (int i = 0; i < MOMENTS; i++)
        arb_init(moment(m, i));
}

void lyc_moments_clear(lyc_moments *m)
{
    for (int i = 0; i < MOMENTS; i++)
        arb_clear(moment(m, i));
}

/* m = b - a */
void lyc_moments_sub(lyc_moments *m, lyc_moments *b, lyc_moments *a, slong prec)
{
    for (int i = 0; i < MOMENTS; i++)
        arb_sub(moment(m, i), moment(b, i), moment(a, i), prec);
}

/* x = max(-1, min(1, x)) */
static void clamp(arb_t x, slong prec)
{
    arb_t one;
    arb_init(one);
    arb_one(one);
    arb_min(x, x, one, prec);
    arb_neg(one, one);
    arb_max(x, x, one, prec);
    arb_clear(one);
}

/* z += factor times the integral from p to q of the polynomial with these
 * coefficients. */
static void add_integral(arb_t z, const arb_t p, const arb_t q,
                         arb_srcptr coefficient, slong length, slong shift,
                         slong prec)
{
    arb_t s, t;
    arb_init(s);
    arb_init(t);
    for (slong i = 0; i < length; i++)
    {
        const ulong k = (ulong)(i + shift + 1);
        arb_pow_ui(s, q, k, prec);
        arb_pow_ui(t, p, k, prec);
        arb_sub(s, s, t, prec);
        arb_div_ui(s, s, k, prec);
        arb_addmul(z, s, coefficient + i, prec);
    }
    arb_clear(s);
    arb_clear(t);
}

/* Theorem continuous-laws.strips */
/* From p to q in e_b, e_a <= y = u - w e_b, both of density 1/2:
 *     P += int (y + 1)/4,  E e_b += int e_b (y + 1)/4,
 *     E e_b^2 += int e_b^2 (y + 1)/4,  E e_a += int (y^2 - 1)/8,
 *     E e_a e_b += int e_b (y^2 - 1)/8,  E e_a^2 += int (y^3 + 1)/12. */
static void add_slope(lyc_moments *m, int a, const arb_t p, const arb_t q,
                      const arb_t u, const arb_t w, slong prec)
{
    arb_ptr power = _arb_vec_init(4); /* y^k, then what is integrated */
    arb_ptr y = _arb_vec_init(2);
    arb_set(y, u);
    arb_neg(y + 1, w);
    _arb_vec_set(power, y, 2);
    arb_add_ui(power, power, 1, prec);
    _arb_vec_scalar_mul_2exp_si(power, power, 2, -2);
    add_integral(m->mass, p, q, power, 2, 0, prec);
    add_integral(m->first[1 - a], p, q, power, 2, 1, prec);
    add_integral(m->second[a == 0 ? 2 : 0], p, q, power, 2, 2, prec);
    _arb_poly_mul(power, y, 2, y, 2, prec);
    arb_sub_ui(power, power, 1, prec);
    _arb_vec_scalar_mul_2exp_si(power, power, 3, -3);
    add_integral(m->first[a], p, q, power, 3, 0, prec);
    add_integral(m->second[1], p, q, power, 3, 1, prec);
    _arb_poly_pow_ui(power, y, 2, 3, prec);
    arb_add_ui(power, power, 1, prec);
    for (slong i = 0; i < 4; i++)
        arb_div_ui(power + i, power + i, 12, prec);
    add_integral(m->second[a == 0 ? 0 : 2], p, q, power, 4, 0, prec);
    _arb_vec_clear(power, 4);
    _arb_vec_clear(y, 2);
}

/* Theorem continuous-laws.strips */
/* e_b from -1 to p, e_a anything. */
static void add_block(lyc_moments *m, int a, const arb_t p, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_add_ui(t, p, 1, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_add(m->mass, m->mass, t, prec);
    arb_div_ui(t, t, 3, prec);
    arb_ptr z = m->second[a == 0 ? 0 : 2];
    arb_add(z, z, t, prec);
    arb_mul(t, p, p, prec);
    arb_sub_ui(t, t, 1, prec);
    arb_mul_2exp_si(t, t, -2);
    z = m->first[1 - a];
    arb_add(z, z, t, prec);
    arb_pow_ui(t, p, 3, prec);
    arb_add_ui(t, t, 1, prec);
    arb_div_ui(t, t, 6, prec);
    z = m->second[a == 0 ? 2 : 0];
    arb_add(z, z, t, prec);
    arb_clear(t);
}

/* alpha[a] > 0 is the larger one. Where e_b < p, e_a may be anything; from p
 * to q it ends at (v - beta e_b)/alpha; beyond q there is nothing. */
void lyc_moments_up_to(lyc_moments *m, arb_srcptr alpha, int a, const arb_t v,
                       slong prec)
{
    const arb_struct *beta = alpha + 1 - a;
    arb_t p, q, u, w;
    arb_init(p);
    arb_init(q);
    arb_init(u);
    arb_init(w);
    for (int i = 0; i < MOMENTS; i++)
        arb_zero(moment(m, i));
    arb_div(u, v, alpha + a, prec);
    arb_div(w, beta, alpha + a, prec);
    if (arb_is_zero(beta))
    {
        clamp(u, prec);
        arb_set_si(p, -1);
        arb_one(q);
    }
    else
    {
        arb_sub(p, v, alpha + a, prec);
        arb_div(p, p, beta, prec);
        clamp(p, prec);
        arb_add(q, v, alpha + a, prec);
        arb_div(q, q, beta, prec);
        clamp(q, prec);
        add_block(m, a, p, prec);
    }
    add_slope(m, a, p, q, u, w, prec);
    arb_clear(p);
    arb_clear(q);
    arb_clear(u);
    arb_clear(w);
}
