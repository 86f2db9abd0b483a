#include "certify/isotropic.h"

/* First n >= start of this parity with weight[n] != 0, or -1. */
static slong first_degree(const lyc_radius_layer *l, slong start)
{
    for (slong n = start; n < l->length; n += 2)
        if (!arb_is_zero(l->weight + n))
            return n;
    return -1;
}

/* q = Gamma(n/2 + s) / Gamma(n/2) */
static void quotient(acb_t q, slong n, const acb_t s, slong prec)
{
    arb_t t;
    acb_t z;
    arb_init(t);
    acb_init(z);
    arb_set_si(t, n);
    arb_mul_2exp_si(t, t, -1);
    acb_add_arb(z, s, t, prec);
    acb_lgamma(q, z, prec);
    arb_lgamma(t, t, prec);
    acb_sub_arb(q, q, t, prec);
    acb_exp(q, q, prec);
    arb_clear(t);
    acb_clear(z);
}

/* sum of weight[n] |Gamma(n/2 + s)| / Gamma(n/2) over n, n + 2, … */
static void add_moduli(acb_t m, const lyc_radius_layer *l, slong n,
                       const acb_t s, slong prec)
{
    acb_t q, z;
    acb_init(q);
    acb_init(z);
    quotient(q, n, s, prec);
    for (; n < l->length; n += 2)
    {
        acb_abs(acb_realref(z), q, prec);
        arb_addmul(acb_realref(m), acb_realref(z), l->weight + n, prec);
        /* (n/2 + s) / (n/2) */
        acb_mul_2exp_si(z, s, 1);
        acb_add_ui(z, z, (ulong)n, prec);
        acb_mul(q, q, z, prec);
        acb_div_si(q, q, n, prec);
    }
    acb_clear(q);
    acb_clear(z);
}

/* The same without modulus, by Horner's rule: quotient[n] + (n/2 + s) times
 * (quotient[n + 2] + …). */
static void add_parity(acb_t m, const lyc_radius_layer *l, slong first,
                       const acb_t s, slong prec)
{
    acb_t q, z;
    acb_init(q);
    acb_init(z);
    slong n = first + (l->length - 1 - first) / 2 * 2;
    for (; n >= first; n -= 2)
    {
        arb_set_si(acb_realref(z), n);
        arb_mul_2exp_si(acb_realref(z), acb_realref(z), -1);
        arb_add(acb_realref(z), acb_realref(z), acb_realref(s), prec);
        arb_set(acb_imagref(z), acb_imagref(s));
        acb_mul(q, q, z, prec);
        arb_add(acb_realref(q), acb_realref(q), l->quotient + n, prec);
    }
    quotient(z, first, s, prec);
    acb_addmul(m, q, z, prec);
    acb_clear(q);
    acb_clear(z);
}

static void layer_power(acb_t m, const lyc_radius_layer *l, const acb_t s,
                        int moduli, slong prec)
{
    acb_zero(m);
    for (slong start = 1; start <= 2; start++)
    {
        const slong n = first_degree(l, start);
        if (n > 0 && moduli)
            add_moduli(m, l, n, s, prec);
        else if (n > 0)
            add_parity(m, l, n, s, prec);
    }
}

static void power(acb_t m, const lyc_radius_t y, const acb_t s, int moduli,
                  slong prec)
{
    acb_t t, e;
    arb_t c;
    acb_init(t);
    acb_init(e);
    arb_init(c);
    acb_set(e, s);
    if (moduli)
        arb_zero(acb_imagref(e));
    acb_one(m);
    arb_const_log2(c, prec);
    acb_mul_arb(t, e, c, prec);
    acb_exp(m, t, prec); /* 2^s */
    for (slong i = 0; i < y->layers; i++)
    {
        layer_power(t, y->layer + i, s, moduli, prec);
        acb_mul(m, m, t, prec);
        arb_mul_2exp_si(c, y->layer[i].scale, 1);
        arb_log(c, c, prec);
        acb_mul_arb(t, e, c, prec);
        acb_exp(t, t, prec);
        acb_mul(m, m, t, prec);
    }
    acb_clear(t);
    acb_clear(e);
    arb_clear(c);
}

/* E (c chi^2_n)^s = (2 c)^s Gamma(n/2 + s) / Gamma(n/2). */
void lyc_radius_power(acb_t m, const lyc_radius_t y, const acb_t s, slong prec)
{
    power(m, y, s, 0, prec);
}

/* |Gamma(x + iu)| falls as |u| grows. */
/* Theorem closed-forms.mellin */
void lyc_radius_power_bound(arb_t m, const lyc_radius_t y, const arb_t x,
                            const arb_t t, slong prec)
{
    acb_t s, z;
    acb_init(s);
    acb_init(z);
    acb_set_arb_arb(s, x, t);
    power(z, y, s, 1, prec);
    arb_set(m, acb_realref(z));
    acb_clear(s);
    acb_clear(z);
}
