/* Chebyshev sums in fixed point. */
#include "certify/cone.h"

/* A unit for each coefficient that is rounded and one for each step. */
void lyc_cheb_init(lyc_cheb_t h, const lyc_collocation_t c, slong a, slong prec)
{
    const fmpz *row = lyc_collocation_row(c, a);
    const slong n = c->degree + 1;
    mag_t t;
    mag_init(t);
    h->degree = c->degree;
    h->prec = prec;
    h->fixed = _fmpz_vec_init(n);
    mag_init(h->noise);
    mag_init(h->slope);
    mag_set_ui_2exp_si(h->noise, 2 * (ulong)n, -prec);
    for (slong k = 0; k < n; k++)
    {
        if (prec >= c->scale)
            fmpz_mul_2exp(h->fixed + k, row + k, (ulong)(prec - c->scale));
        else
            fmpz_fdiv_q_2exp(h->fixed + k, row + k, (ulong)(c->scale - prec));
        mag_set_fmpz(t, row + k);
        mag_mul_ui(t, t, (ulong)k);
        mag_mul_ui(t, t, (ulong)k);
        mag_add(h->slope, h->slope, t);
    }
    mag_mul_2exp_si(h->slope, h->slope, -c->scale);
    mag_clear(t);
}

void lyc_cheb_clear(lyc_cheb_t h)
{
    _fmpz_vec_clear(h->fixed, h->degree + 1);
    mag_clear(h->noise);
    mag_clear(h->slope);
}

/* b_k = c_k + 2 x b_(k+1) - b_(k+2), each step rounded down by less than a
 * unit; the value is c_0 + x b_1 - b_2. */
static void clenshaw(fmpz_t y, const lyc_cheb_t h, const fmpz_t x)
{
    fmpz_t b, next, t;
    fmpz_init(b);
    fmpz_init(next);
    fmpz_init(t);
    for (slong k = h->degree; k >= 0; k--)
    {
        fmpz_mul(t, x, b);
        fmpz_fdiv_q_2exp(t, t, (ulong)(k > 0 ? h->prec - 1 : h->prec));
        fmpz_sub(t, t, next);
        fmpz_add(t, t, h->fixed + k);
        fmpz_swap(next, b);
        fmpz_swap(b, t);
    }
    fmpz_swap(y, b);
    fmpz_clear(b);
    fmpz_clear(next);
    fmpz_clear(t);
}

/* Theorem collocation.clenshaw */
void lyc_cheb_eval(arb_t y, const lyc_cheb_t h, const arb_t x)
{
    fmpz_t m, one;
    arf_t mid;
    mag_t error;
    if (!arb_is_finite(x))
    {
        arb_indeterminate(y);
        return;
    }
    fmpz_init(m);
    fmpz_init(one);
    arf_init(mid);
    mag_init(error);
    fmpz_one(one);
    fmpz_mul_2exp(one, one, (ulong)h->prec);
    arf_mul_2exp_si(mid, arb_midref(x), h->prec);
    if (arf_cmpabs_2exp_si(mid, h->prec) < 0)
        arf_get_fmpz(m, mid, ARF_RND_NEAR);
    else if (arf_sgn(mid) > 0)
        fmpz_set(m, one);
    else
        fmpz_neg(m, one);
    /* |x - m| for x in [-1, 1]: the radius and half a unit. */
    mag_set_ui_2exp_si(error, 1, -h->prec);
    mag_add(error, error, arb_radref(x));
    mag_mul(error, error, h->slope);
    mag_add(error, error, h->noise);
    clenshaw(m, h, m);
    arb_set_fmpz(y, m);
    arb_mul_2exp_si(y, y, -h->prec);
    arb_add_error_mag(y, error);
    fmpz_clear(m);
    fmpz_clear(one);
    arf_clear(mid);
    mag_clear(error);
}

void lyc_cheb_node(arb_t s, slong j, slong n, slong prec)
{
    fmpq_t q;
    fmpq_init(q);
    fmpq_set_si(q, 2 * j + 1, (ulong)(2 * n));
    arb_cos_pi_fmpq(s, q, prec);
    fmpq_clear(q);
}
