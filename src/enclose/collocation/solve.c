/* Factors in double precision, residuals in fixed point. */
#include <math.h>

#include "enclose/collocation/collocation.h"
#include "enclose/gauge/gauge.h"

/* Bits of a correction that are used. */
#define DIGITS 52

static double get_d(const fmpz_t z, slong exponent)
{
    slong e;
    const double m = fmpz_get_d_2exp(&e, z);
    return fmpz_is_zero(z) ? 0 : ldexp(m, (int)FLINT_MAX(e + exponent, -2000));
}

static ulong most_bits(const fmpz *v, slong n)
{
    ulong most = 0;
    for (slong i = 0; i < n; i++)
        most = FLINT_MAX(most, fmpz_bits(v + i));
    return most;
}

/* d[k] 2^*shift is near delta[k] 2^e. */
static void get_integers(slong *d, slong *shift, const double *delta, slong n,
                         slong e)
{
    double most = 0;
    for (slong k = 0; k < n; k++)
        most = fmax(most, fabs(delta[k]));
    int f;
    frexp(most, &f);
    *shift = FLINT_MAX(e + f - DIGITS, 0);
    for (slong k = 0; k < n; k++)
        d[k] = (slong)nearbyint(ldexp(delta[k], (int)(e - *shift)));
}

/* x += d 2^shift, r -= C d 2^shift. */
static void correct(fmpz *x, fmpz *r, const lyc_poisson_t p, const slong *d,
                    slong shift)
{
    const slong n = p->size;
    fmpz_t t;
    fmpz_init(t);
    for (slong k = 0; k < n; k++)
    {
        fmpz_set_si(t, d[k]);
        fmpz_mul_2exp(t, t, (ulong)shift);
        fmpz_add(x + k, x + k, t);
    }
    for (slong i = 0; i < n; i++)
    {
        const fmpz *row = p->entry + i * n;
        fmpz_zero(t);
        for (slong k = 0; k < n; k++)
            fmpz_addmul_si(t, row + k, d[k]);
        if (shift <= p->prec)
            fmpz_tdiv_q_2exp(t, t, (ulong)(p->prec - shift));
        else
            fmpz_mul_2exp(t, t, (ulong)(shift - p->prec));
        fmpz_sub(r + i, r + i, t);
    }
    fmpz_clear(t);
}

static int refine(fmpz *x, fmpz *r, const lyc_poisson_t p, const double *lu,
                  const slong *pivot, const lyc_limits_t limits)
{
    const slong n = p->size;
    const ulong noise = FLINT_BIT_COUNT((ulong)n) + 4;
    double *delta = lyc_malloc((size_t)n * sizeof(double));
    slong *d = lyc_malloc((size_t)n * sizeof(slong));
    ulong bits = most_bits(r, n);
    int ok = 1;
    while (ok && bits > noise)
    {
        slong shift;
        for (slong i = 0; i < n; i++)
            delta[i] = get_d(r + i, -(slong)bits);
        lyc_gauge_lu_solve(delta, lu, pivot, n);
        get_integers(d, &shift, delta, n, (slong)bits);
        correct(x, r, p, d, shift);
        const ulong left = most_bits(r, n);
        ok = left + 2 < bits && !lyc_limits_out_of_time(limits);
        bits = left;
    }
    free(delta);
    free(d);
    return ok || bits <= noise + 8;
}

int lyc_poisson_solve(fmpz *x, const lyc_poisson_t p, const lyc_limits_t limits)
{
    const slong n = p->size;
    double *lu = lyc_malloc((size_t)(n * n) * sizeof(double));
    slong *pivot = lyc_malloc((size_t)n * sizeof(slong));
    fmpz *r = _fmpz_vec_init(n);
    for (slong i = 0; i < n * n; i++)
        lu[i] = get_d(p->entry + i, -p->prec);
    _fmpz_vec_set(r, p->right, n);
    _fmpz_vec_zero(x, n);
    const int ok =
        lyc_gauge_lu(lu, pivot, n) && refine(x, r, p, lu, pivot, limits);
    free(lu);
    free(pivot);
    _fmpz_vec_clear(r, n);
    return ok;
}

int lyc_collocation_solve(lyc_collocation_t c, const lyc_cone_t cone,
                          slong prec, const lyc_limits_t limits)
{
    const slong m = c->degree + 1, extra = cone->prec - prec;
    lyc_poisson_t p;
    int ok = lyc_poisson_init(p, c, cone, cone->prec, limits);
    if (ok)
        ok = lyc_poisson_solve(c->coefficient, p, limits);
    lyc_poisson_clear(p);
    fmpz_zero(c->coefficient);
    for (slong k = 0; k < c->arcs * m; k++)
        fmpz_tdiv_q_2exp(c->coefficient + k, c->coefficient + k, (ulong)extra);
    c->scale = prec;
    return ok;
}
