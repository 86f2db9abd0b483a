/* Chebyshev sums in fixed point. */
#include "certify/cone.h"

void lyc_cheb_fixed(fmpz *fixed, const fmpz *row, slong n, slong scale,
                    slong prec)
{
    for (slong k = 0; k < n; k++)
        if (prec >= scale)
            fmpz_mul_2exp(fixed + k, row + k, (ulong)(prec - scale));
        else
            fmpz_fdiv_q_2exp(fixed + k, row + k, (ulong)(scale - prec));
}

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
    lyc_cheb_fixed(h->fixed, row, n, c->scale, prec);
    mag_init(h->noise);
    mag_init(h->slope);
    mag_set_ui_2exp_si(h->noise, 2 * (ulong)n, -prec);
    for (slong k = 0; k < n; k++)
    {
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
void lyc_cheb_sum(fmpz_t y, const fmpz *fixed, slong degree, const fmpz_t x,
                  slong prec)
{
    fmpz_t b, next, t;
    fmpz_init(b);
    fmpz_init(next);
    fmpz_init(t);
    for (slong k = degree; k >= 0; k--)
    {
        fmpz_mul(t, x, b);
        fmpz_fdiv_q_2exp(t, t, (ulong)(k > 0 ? prec - 1 : prec));
        fmpz_sub(t, t, next);
        fmpz_add(t, t, fixed + k);
        fmpz_swap(next, b);
        fmpz_swap(b, t);
    }
    fmpz_swap(y, b);
    fmpz_clear(b);
    fmpz_clear(next);
    fmpz_clear(t);
}

void lyc_cheb_point(fmpz_t m, mag_t error, const arb_t x, slong prec)
{
    arf_t mid;
    mag_t radius;
    arf_init(mid);
    mag_init(radius);
    arf_mul_2exp_si(mid, arb_midref(x), prec);
    if (arf_cmpabs_2exp_si(mid, prec) < 0)
        arf_get_fmpz(m, mid, ARF_RND_NEAR);
    else
    {
        fmpz_set_si(m, arf_sgn(mid));
        fmpz_mul_2exp(m, m, (ulong)prec);
    }
    /* For points in [-1, 1]: the radius and half a unit. */
    mag_set(radius, arb_radref(x));
    mag_set_ui_2exp_si(error, 1, -prec);
    mag_add(error, error, radius);
    arf_clear(mid);
    mag_clear(radius);
}

/* Theorem collocation.clenshaw */
void lyc_cheb_eval(arb_t y, const lyc_cheb_t h, const arb_t x)
{
    fmpz_t m;
    mag_t error;
    if (!arb_is_finite(x))
    {
        arb_indeterminate(y);
        return;
    }
    fmpz_init(m);
    mag_init(error);
    lyc_cheb_point(m, error, x, h->prec);
    mag_mul(error, error, h->slope);
    mag_add(error, error, h->noise);
    lyc_cheb_sum(m, h->fixed, h->degree, m, h->prec);
    arb_set_fmpz(y, m);
    arb_mul_2exp_si(y, y, -h->prec);
    arb_add_error_mag(y, error);
    fmpz_clear(m);
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

/* (2/pi) log n + 1. */
void lyc_cheb_norm(mag_t norm, slong n)
{
    arb_t t, pi;
    arb_init(t);
    arb_init(pi);
    arb_set_si(t, n);
    arb_log(t, t, 64);
    arb_const_pi(pi, 64);
    arb_div(t, t, pi, 64);
    arb_mul_2exp_si(t, t, 1);
    arb_add_ui(t, t, 1, 64);
    arb_get_mag(norm, t);
    arb_clear(t);
    arb_clear(pi);
}
