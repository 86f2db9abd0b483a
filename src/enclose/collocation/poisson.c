/* lambda + h - P h = E log L at the nodes, in fixed point.
 *
 * The unknowns are the coefficients of all arcs; h is fixed up to a constant,
 * so the place of the first coefficient is taken by lambda. */
#include "enclose/collocation/collocation.h"

void lyc_poisson_fixed(fmpz_t z, const arb_t x, slong prec)
{
    arf_t t;
    arf_init(t);
    arf_mul_2exp_si(t, arb_midref(x), prec);
    arf_get_fmpz(z, t, ARF_RND_NEAR);
    arf_clear(t);
}

/* row[k] += sign * scale * T_k(x), k = 0, …, degree. */
static void add_chebyshev(fmpz *row, const fmpz_t x, const fmpz_t scale,
                          int sign, slong degree, slong prec)
{
    fmpz_t now, next, t;
    fmpz_init_set(now, scale);
    fmpz_init(next);
    fmpz_init(t);
    fmpz_mul(next, scale, x);
    fmpz_tdiv_q_2exp(next, next, (ulong)prec);
    for (slong k = 0; k <= degree; k++)
    {
        if (sign > 0)
            fmpz_add(row + k, row + k, now);
        else
            fmpz_sub(row + k, row + k, now);
        fmpz_mul(t, next, x);
        fmpz_tdiv_q_2exp(t, t, (ulong)prec - 1);
        fmpz_sub(t, t, now);
        fmpz_swap(now, next);
        fmpz_swap(next, t);
    }
    fmpz_clear(now);
    fmpz_clear(next);
    fmpz_clear(t);
}

#define SPARE_BITS 32

static void set_row(fmpz *row, fmpz_t right, const lyc_collocation_t c,
                    const lyc_cone_t cone, slong a, slong j, slong prec)
{
    const slong n = cone->letters->length, m = c->degree + 1;
    arb_t s, log, image, sum;
    fmpz_t x, scale;
    arb_init(s);
    arb_init(log);
    arb_init(image);
    arb_init(sum);
    fmpz_init(x);
    fmpz_init(scale);
    lyc_cheb_node(s, j, m, prec);
    lyc_poisson_fixed(x, s, prec);
    fmpz_one(scale);
    fmpz_mul_2exp(scale, scale, (ulong)prec);
    add_chebyshev(row + a * m, x, scale, 1, c->degree, prec);
    for (slong i = 0; i < n; i++)
    {
        const lyc_cone_chart *chart = cone->chart + a * n + i;
        /* A light letter needs fewer bits. */
        lyc_poisson_fixed(scale, cone->weight + i, prec);
        const slong bits =
            FLINT_MIN(prec, (slong)fmpz_bits(scale) + SPARE_BITS);
        lyc_cone_image(log, image, chart, s, bits + SPARE_BITS);
        arb_addmul(sum, cone->weight + i, log, prec);
        lyc_poisson_fixed(x, image, bits);
        add_chebyshev(row + chart->to * m, x, scale, -1, c->degree, bits);
    }
    lyc_poisson_fixed(right, sum, prec);
    fmpz_one(row);
    fmpz_mul_2exp(row, row, (ulong)prec);
    arb_clear(s);
    arb_clear(log);
    arb_clear(image);
    arb_clear(sum);
    fmpz_clear(x);
    fmpz_clear(scale);
}

int lyc_poisson_init(lyc_poisson_t p, const lyc_collocation_t c,
                     const lyc_cone_t cone, slong prec,
                     const lyc_limits_t limits)
{
    const slong m = c->degree + 1, size = c->arcs * m;
    p->size = size;
    p->prec = prec;
    p->entry = _fmpz_vec_init(size * size);
    p->right = _fmpz_vec_init(size);
    for (slong a = 0; a < c->arcs; a++)
        for (slong j = 0; j < m; j++)
        {
            const slong i = a * m + j;
            set_row(p->entry + i * size, p->right + i, c, cone, a, j, prec);
            if (lyc_limits_out_of_time(limits))
                return 0;
        }
    return 1;
}

void lyc_poisson_clear(lyc_poisson_t p)
{
    _fmpz_vec_clear(p->entry, p->size * p->size);
    _fmpz_vec_clear(p->right, p->size);
}
