/* Laws with uniform rows: masses and means by other routes. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "certify/density.h"
#include "certify/fans.h"

/* A multiple of 2^-bits in [-2, 2]. */
static double dyadic(unsigned long *seed, int bits)
{
    const unsigned long n = 1UL << (bits + 2);
    return ldexp((double)(test_random(seed) % n), -bits) - 2;
}

static lyc_density_row random_row(unsigned long *seed, int bits)
{
    const double a = fabs(dyadic(seed, bits)) + 0x1p-12;
    const double b = fabs(dyadic(seed, bits));
    const lyc_density_row r = {
        dyadic(seed, bits), fmax(a, b), fmin(a, b), 0, {a, b}};
    return r;
}

/* ---- the same in rational numbers, by Simpson's rule ---- */

typedef struct
{
    fmpq_t m, alpha, beta;
} exact_row;

static void set_fmpq(fmpq_t q, double x)
{
    arf_t t;
    arf_init(t);
    arf_set_d(t, x);
    arf_get_fmpq(q, t);
    arf_clear(t);
}

static void exact_init(exact_row *e, const lyc_density_row *r)
{
    fmpq_init(e->m);
    fmpq_init(e->alpha);
    fmpq_init(e->beta);
    set_fmpq(e->m, r->m);
    set_fmpq(e->alpha, r->alpha);
    set_fmpq(e->beta, r->beta);
}

static void exact_clear(exact_row *e)
{
    fmpq_clear(e->m);
    fmpq_clear(e->alpha);
    fmpq_clear(e->beta);
}

/* P(Y <= z) = (q(z - m + alpha + beta) -
 * q(z - m + alpha - beta) - q(z - m - alpha + beta) + q(z - m - alpha - beta))/
 * (8 alpha beta), q(x) = max(x, 0)^2; the density is its derivative. */
static void truncated(fmpq_t v, const exact_row *r, const fmpq_t z, int power)
{
    fmpq_t x, t;
    fmpq_init(x);
    fmpq_init(t);
    fmpq_zero(v);
    for (int i = 0; i < 4; i++)
    {
        fmpq_sub(x, z, r->m);
        if (i & 1)
            fmpq_sub(x, x, r->alpha);
        else
            fmpq_add(x, x, r->alpha);
        if (i & 2)
            fmpq_sub(x, x, r->beta);
        else
            fmpq_add(x, x, r->beta);
        if (fmpq_sgn(x) <= 0)
            continue;
        fmpq_pow_si(t, x, power);
        if (i == 0 || i == 3)
            fmpq_add(v, v, t);
        else
            fmpq_sub(v, v, t);
    }
    fmpq_mul(t, r->alpha, r->beta);
    fmpq_mul_ui(t, t, power == 2 ? 8 : 4);
    fmpq_div(v, v, t);
    fmpq_clear(x);
    fmpq_clear(t);
}

static void integrand(fmpq_t v, const exact_row *r, const fmpq_t u,
                      const fmpq_t y, int is_right)
{
    fmpq_t t;
    fmpq_init(t);
    fmpq_mul(t, u, y);
    truncated(v, r + 1, t, 2);
    if (!is_right)
    {
        fmpq_one(t);
        fmpq_sub(v, t, v);
    }
    truncated(t, r, y, 1);
    fmpq_mul(v, v, t);
    fmpq_clear(t);
}

static void add_break(fmpq *at, slong *n, const exact_row *r, int i)
{
    fmpq *x = at + (*n)++;
    fmpq_set(x, r->m);
    if (i & 1)
        fmpq_sub(x, x, r->alpha);
    else
        fmpq_add(x, x, r->alpha);
    if (i & 2)
        fmpq_sub(x, x, r->beta);
    else
        fmpq_add(x, x, r->beta);
}

static double exact_below(const exact_row *r, const fmpq_t u)
{
    fmpq at[9];
    slong n = 1;
    fmpq_t sum, v, middle, t;
    fmpq_init(sum);
    fmpq_init(v);
    fmpq_init(middle);
    fmpq_init(t);
    for (int i = 0; i < 9; i++)
        fmpq_init(at + i);
    for (int i = 0; i < 4; i++)
        add_break(at, &n, r, i);
    for (int i = 0; i < 4 && !fmpq_is_zero(u); i++)
    {
        add_break(at, &n, r + 1, i);
        fmpq_div(at + n - 1, at + n - 1, u);
    }
    for (slong i = 1; i < n; i++)
        for (slong j = i; j > 0 && fmpq_cmp(at + j - 1, at + j) > 0; j--)
            fmpq_swap(at + j - 1, at + j);
    for (slong i = 0; i + 1 < n; i++)
    { /* (g(p) + 4 g((p + q)/2) + g(q)) (q - p)/6 */
        const int is_right = fmpq_sgn(at + i) >= 0;
        fmpq_add(middle, at + i, at + i + 1);
        fmpq_div_2exp(middle, middle, 1);
        integrand(t, r, u, middle, is_right);
        fmpq_mul_2exp(t, t, 2);
        integrand(v, r, u, at + i, is_right);
        fmpq_add(t, t, v);
        integrand(v, r, u, at + i + 1, is_right);
        fmpq_add(t, t, v);
        fmpq_sub(v, at + i + 1, at + i);
        fmpq_mul(t, t, v);
        fmpq_add(sum, sum, t);
    }
    arb_t b;
    arb_init(b);
    fmpz_mul_ui(fmpq_denref(sum), fmpq_denref(sum), 6);
    fmpq_canonicalise(sum);
    arb_set_fmpq(b, sum, 200);
    const double value = arf_get_d(arb_midref(b), ARF_RND_NEAR);
    arb_clear(b);
    for (int i = 0; i < 9; i++)
        fmpq_clear(at + i);
    fmpq_clear(sum);
    fmpq_clear(v);
    fmpq_clear(middle);
    fmpq_clear(t);
    return value;
}

/* Far within the bound of the errors, for short numbers and long ones, for
 * narrow trapezoids and for wide ones. */
Test(density, masses)
{
    unsigned long seed = 21;
    double worst = 0;
    for (int n = 0; n < 3000; n++)
    {
        const int bits = n % 3 == 0 ? 2 : n % 3 == 1 ? 12 : 28;
        lyc_density_row r[2] = {random_row(&seed, bits),
                                random_row(&seed, bits)};
        if (n % 5 == 0)
            r[n % 2].beta = ldexp(r[n % 2].alpha, -(int)(n % 50));
        for (int i = 0; i < 2; i++)
            if (r[i].beta == 0)
                r[i].beta = ldexp(r[i].alpha, -55);
        exact_row e[2];
        exact_init(e, r);
        exact_init(e + 1, r + 1);
        const double u = n % 7 == 0 ? 0 : dyadic(&seed, bits) / 2;
        fmpq_t q;
        fmpq_init(q);
        set_fmpq(q, u);
        const double error =
            fabs(lyc_density_below(r, r + 1, u) - exact_below(e, q)) /
            lyc_density_below_error(r, r + 1);
        worst = fmax(worst, error);
        cr_assert_leq(error, 0.1, "case %d: %g", n, error);
        fmpq_clear(q);
        exact_clear(e);
        exact_clear(e + 1);
    }
    printf("seed 21: worst error %g of its bound\n", worst);
}

/* Two coefficients, one of them 0; the whole plane. */
Test(density, uniform_rows)
{
    const lyc_density_row r[2] = {{0, 1, 0, 0, {1, 0}}, {0, 1, 0, 0, {1, 0}}};
    arb_t v;
    arb_init(v);
    for (int i = -8; i <= 8; i++) /* uniform over the square: 1/2 + u/4 */
        cr_expect_float_eq(lyc_density_below(r, r + 1, i / 8.0), 0.5 + i / 32.0,
                           1e-12);
    cr_expect_float_eq(lyc_density_below(r, r + 1, 1) -
                           lyc_density_below(r, r + 1, -1),
                       0.5, 1e-12);
    cr_expect_float_eq(lyc_density_below(r, r + 1, 0.5) -
                           lyc_density_below(r, r + 1, 0),
                       0.125, 1e-12);
    /* The integral of log r d(r^2). */
    lyc_density_norm(v, r, 128);
    cr_expect(arb_contains_si(v, -1) == 0);
    arb_mul_2exp_si(v, v, 1);
    cr_expect(arb_contains_si(v, -1));
    arb_clear(v);
}

/* E log max(|Y_1|, |Y_2|) by midpoints. */
static double norm_by_points(const lyc_density_row r[2], int n)
{
    double sum = 0, y[2][2500];
    const double all = (double)n * n;
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < n * n; k++)
            y[i][k] = fabs(r[i].m + r[i].alpha * (2 * (k / n + 0.5) / n - 1) +
                           r[i].beta * (2 * (k % n + 0.5) / n - 1));
    for (int k = 0; k < n * n; k++)
        for (int l = 0; l < n * n; l++)
            sum += log(fmax(y[0][k], y[1][l]));
    return sum / (all * all);
}

Test(density, norms)
{
    unsigned long seed = 8;
    for (int n = 0; n < 12; n++)
    {
        const lyc_density_row r[2] = {random_row(&seed, n % 2 ? 2 : 20),
                                      random_row(&seed, n % 2 ? 2 : 20)};
        arb_t v;
        arb_init(v);
        lyc_density_norm(v, r, 96);
        const double value = arf_get_d(arb_midref(v), ARF_RND_NEAR);
        cr_expect(mag_cmp_2exp_si(arb_radref(v), -60) < 0);
        cr_expect_float_eq(value, norm_by_points(r, 40), 0.01, "%g", value);
        arb_clear(v);
    }
    printf("seed 8\n");
}
