/* The Poisson equation on the square, and what the checker needs with it. */
#include <math.h>

#include "enclose/collocation/collocation.h"

/* t[k] = T_k(x), units of 2^-prec. */
static void chebyshev(fmpz *t, const fmpz_t x, slong n, slong prec)
{
    fmpz_one(t);
    fmpz_mul_2exp(t, t, (ulong)prec);
    for (slong k = 1; k < n; k++)
    {
        fmpz_mul(t + k, x, t + k - 1);
        fmpz_tdiv_q_2exp(t + k, t + k, (ulong)(k > 1 ? prec - 1 : prec));
        if (k > 1)
            fmpz_sub(t + k, t + k, t + k - 2);
    }
}

/* row += sign * weight * T_k(s) T_l(t) for all k, l. */
static void add_products(fmpz *row, const arb_t s, const arb_t t,
                         const arb_t weight, int sign, slong n, slong prec)
{
    fmpz *ts = _fmpz_vec_init(n), *tt = _fmpz_vec_init(n);
    fmpz_t x, w;
    fmpz_init(x);
    fmpz_init(w);
    lyc_poisson_fixed(w, weight, prec);
    lyc_poisson_fixed(x, s, prec);
    chebyshev(ts, x, n, prec);
    lyc_poisson_fixed(x, t, prec);
    chebyshev(tt, x, n, prec);
    for (slong k = 0; k < n; k++)
    {
        fmpz_mul(x, ts + k, w);
        fmpz_tdiv_q_2exp(ts + k, x, (ulong)prec);
        for (slong l = 0; l < n; l++)
        {
            fmpz_mul(x, ts + k, tt + l);
            fmpz_tdiv_q_2exp(x, x, (ulong)prec);
            if (sign > 0)
                fmpz_add(row + k * n + l, row + k * n + l, x);
            else
                fmpz_sub(row + k * n + l, row + k * n + l, x);
        }
    }
    fmpz_clear(x);
    fmpz_clear(w);
    _fmpz_vec_clear(ts, n);
    _fmpz_vec_clear(tt, n);
}

static void set_row(fmpz *row, fmpz_t right, const lyc_solid_t solid,
                    const arb_t s, const arb_t t, slong n)
{
    const slong prec = solid->prec;
    arb_t log, image_s, image_t, sum;
    arb_init(log);
    arb_init(image_s);
    arb_init(image_t);
    arb_init(sum);
    arb_one(log);
    add_products(row, s, t, log, 1, n, prec);
    for (slong i = 0; i < solid->length; i++)
    {
        lyc_solid_image(log, image_s, image_t, solid->letter + i, s, t, prec);
        arb_addmul(sum, solid->weight + i, log, prec);
        add_products(row, image_s, image_t, solid->weight + i, -1, n, prec);
    }
    lyc_poisson_fixed(right, sum, prec);
    fmpz_one(row);
    fmpz_mul_2exp(row, row, (ulong)prec);
    arb_clear(log);
    arb_clear(image_s);
    arb_clear(image_t);
    arb_clear(sum);
}

int lyc_solid_solve(lyc_square_t q, const lyc_solid_t solid, slong prec,
                    const lyc_limits_t limits)
{
    const slong n = q->degree + 1, size = n * n;
    lyc_poisson_t p;
    arb_t s, t;
    int ok = 1;
    arb_init(s);
    arb_init(t);
    p->size = size;
    p->prec = solid->prec;
    p->entry = _fmpz_vec_init(size * size);
    p->right = _fmpz_vec_init(size);
    for (slong i = 0; i < size && ok; i++)
    {
        lyc_cheb_node(s, i / n, n, solid->prec);
        lyc_cheb_node(t, i % n, n, solid->prec);
        set_row(p->entry + i * size, p->right + i, solid, s, t, n);
        ok = !lyc_limits_out_of_time(limits);
    }
    ok = ok && lyc_poisson_solve(q->coefficient, p, limits);
    fmpz_zero(q->coefficient);
    for (slong k = 0; k < size; k++)
        fmpz_tdiv_q_2exp(q->coefficient + k, q->coefficient + k,
                         (ulong)(solid->prec - prec));
    q->scale = prec;
    lyc_poisson_clear(p);
    arb_clear(s);
    arb_clear(t);
    return ok;
}

#define CANDIDATES 20
#define GROWTH 1.22

/* The ellipse of one variable with the least tail. */
static double best_ellipse(lyc_square_t q, const lyc_solid_t solid,
                           int variable)
{
    double best = INFINITY, rho = 1.2;
    slong chosen = (slong)ldexp(rho, LYC_ELLIPSE_SCALE);
    mag_t tail;
    mag_init(tail);
    for (int i = 0; i < CANDIDATES; i++, rho *= GROWTH)
    {
        q->ellipse[variable] = (slong)ldexp(rho, LYC_ELLIPSE_SCALE);
        lyc_solid_tail(tail, solid, variable);
        const double t = lyc_mag_log2(tail);
        if (t < best)
        {
            best = t;
            chosen = q->ellipse[variable];
        }
    }
    q->ellipse[variable] = chosen;
    mag_clear(tail);
    return best;
}

#define ROUNDS 3

void lyc_solid_tails(lyc_square_t q, const lyc_solid_t solid, double bits)
{
    q->nodes = q->degree + 2;
    for (int round = 0; round < ROUNDS; round++)
    {
        slong more = 0;
        for (int variable = 0; variable < 2; variable++)
        {
            const double t = best_ellipse(q, solid, variable) + bits;
            const double rate =
                log2(ldexp((double)q->ellipse[variable], -LYC_ELLIPSE_SCALE));
            if (t > 0 && isfinite(t))
                more = FLINT_MAX(more, (slong)(t / rate) + 1);
        }
        if (more == 0)
            return;
        q->nodes = FLINT_MIN(q->nodes + more, 2 * (q->degree + 16));
    }
}
