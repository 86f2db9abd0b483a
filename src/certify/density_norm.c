#include "certify/density.h"

#include <math.h>

/* Where |Y_r| may have a kink: |m +- alpha +- beta|; exact. */
static void add_breaks(arf_struct *at, slong *n, const lyc_density_row *r)
{
    for (int i = 0; i < 4; i++)
    {
        arf_t t;
        arf_init(t);
        arf_set_d(at + *n, r->m);
        arf_set_d(t, i & 1 ? r->alpha : -r->alpha);
        arf_add(at + *n, at + *n, t, ARF_PREC_EXACT, ARF_RND_DOWN);
        arf_set_d(t, i & 2 ? r->beta : -r->beta);
        arf_add(at + *n, at + *n, t, ARF_PREC_EXACT, ARF_RND_DOWN);
        arf_abs(at + *n, at + *n);
        ++*n;
        arf_clear(t);
    }
}

static void sort(arf_struct *at, slong n)
{
    for (slong i = 1; i < n; i++)
        for (slong j = i; j > 0 && arf_cmp(at + j - 1, at + j) > 0; j--)
            arf_swap(at + j - 1, at + j);
}

/* p += side P(Y <= s r), s = +-1, as a polynomial in r about r = middle: with
 * t = s r - m and far = alpha + beta - |t|, see density_mass.c. */
static void add_distribution(arb_ptr p, const lyc_density_row *r, int s,
                             const arf_t middle, int side, slong prec)
{
    arb_t far, alpha, beta, t;
    arf_t at;
    arb_init(far);
    arb_init(alpha);
    arb_init(beta);
    arb_init(t);
    arf_init(at);
    arb_set_d(alpha, r->alpha);
    arb_set_d(beta, r->beta);
    /* t at the middle, exactly: it says which branch holds. */
    arf_set_d(at, r->m);
    if (s > 0)
        arf_sub(at, middle, at, ARF_PREC_EXACT, ARF_RND_DOWN);
    else
    {
        arf_add(at, middle, at, ARF_PREC_EXACT, ARF_RND_DOWN);
        arf_neg(at, at);
    }
    const int left = arf_sgn(at) < 0;
    /* far = alpha + beta - |t| = c + e r, e = s (left) or -s */
    const int e = left ? s : -s;
    arf_abs(at, at);
    arb_add(far, alpha, beta, ARF_PREC_EXACT);
    arf_sub(at, arb_midref(far), at, ARF_PREC_EXACT, ARF_RND_DOWN);
    arb_mul_2exp_si(t, beta, 1);
    const int is_out = arf_sgn(at) <= 0;
    const int is_flat = arf_cmp(at, arb_midref(t)) >= 0;
    arb_set_d(t, r->m);
    if (left)
        arb_sub(far, far, t, ARF_PREC_EXACT);
    else
        arb_add(far, far, t, ARF_PREC_EXACT);
    arb_struct tail[3];
    for (int i = 0; i < 3; i++)
        arb_init(tail + i);
    if (!is_out && is_flat)
    { /* (far - beta)/(2 alpha) */
        arb_sub(tail, far, beta, ARF_PREC_EXACT);
        arb_set_si(tail + 1, e);
        for (int i = 0; i < 2; i++)
        {
            arb_div(tail + i, tail + i, alpha, prec);
            arb_mul_2exp_si(tail + i, tail + i, -1);
        }
    }
    else if (!is_out)
    { /* far^2/(8 alpha beta) */
        arb_mul(t, alpha, beta, prec);
        arb_mul_2exp_si(t, t, 3);
        arb_mul(tail, far, far, prec);
        arb_mul_si(tail + 1, far, 2 * e, prec);
        arb_one(tail + 2);
        for (int i = 0; i < 3; i++)
            arb_div(tail + i, tail + i, t, prec);
    }
    if (!left)
    {
        for (int i = 0; i < 3; i++)
            arb_neg(tail + i, tail + i);
        arb_add_ui(tail, tail, 1, prec);
    }
    for (int i = 0; i < 3; i++)
    {
        if (side > 0)
            arb_add(p + i, p + i, tail + i, prec);
        else
            arb_sub(p + i, p + i, tail + i, prec);
        arb_clear(tail + i);
    }
    arb_clear(far);
    arb_clear(alpha);
    arb_clear(beta);
    arb_clear(t);
    arf_clear(at);
}

/* value -= the integral of q(r)/r from a to b; q(0) = 0 where a = 0. */
static void subtract_piece(arb_t value, arb_srcptr q, const arf_t a,
                           const arf_t b, slong prec)
{
    arb_t x, y, t;
    arb_init(x);
    arb_init(y);
    arb_init(t);
    if (!arf_is_zero(a))
    {
        arb_set_arf(x, b);
        arb_set_arf(y, a);
        arb_div(t, x, y, prec);
        arb_log(t, t, prec);
        arb_submul(value, t, q, prec);
    }
    for (ulong k = 1; k < 5; k++)
    {
        arb_set_arf(x, b);
        arb_pow_ui(x, x, k, prec);
        arb_set_arf(y, a);
        arb_pow_ui(y, y, k, prec);
        arb_sub(t, x, y, prec);
        arb_div_ui(t, t, k, prec);
        arb_submul(value, t, q + k, prec);
    }
    arb_clear(x);
    arb_clear(y);
    arb_clear(t);
}

/* log M minus the integral of P(|Y_1| <= r) P(|Y_2| <= r)/r from 0 to M, M the
 * greatest value of either. */
/* Theorem continuous-laws.masses */
void lyc_density_norm(arb_t value, const lyc_density_row row[2], slong prec)
{
    arf_struct at[9];
    slong n = 1;
    arf_t middle;
    arb_ptr p = _arb_vec_init(3), q = _arb_vec_init(3), z = _arb_vec_init(5);
    arf_init(middle);
    for (int i = 0; i < 9; i++)
        arf_init(at + i);
    add_breaks(at, &n, row);
    add_breaks(at, &n, row + 1);
    sort(at, n);
    arb_set_arf(value, at + n - 1);
    arb_log(value, value, prec);
    for (slong i = 0; i + 1 < n; i++)
    {
        if (arf_equal(at + i, at + i + 1))
            continue;
        arf_add(middle, at + i, at + i + 1, ARF_PREC_EXACT, ARF_RND_DOWN);
        arf_mul_2exp_si(middle, middle, -1);
        _arb_vec_zero(p, 3);
        _arb_vec_zero(q, 3);
        for (int s = -1; s <= 1; s += 2)
        {
            add_distribution(p, row, s, middle, s, prec);
            add_distribution(q, row + 1, s, middle, s, prec);
        }
        _arb_poly_mul(z, p, 3, q, 3, prec);
        subtract_piece(value, z, at + i, at + i + 1, prec);
    }
    for (int i = 0; i < 9; i++)
        arf_clear(at + i);
    arf_clear(middle);
    _arb_vec_clear(p, 3);
    _arb_vec_clear(q, 3);
    _arb_vec_clear(z, 5);
}
