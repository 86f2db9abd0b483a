#include "certify/close.h"

#include <math.h>

int test_are_close(const arb_t a, const arb_t b, slong digits)
{
    arb_t t;
    mag_t bound, m;
    arb_init(t);
    mag_init(bound);
    mag_init(m);
    mag_set_d(bound, pow(10, -(double)digits));
    arb_sub(t, a, b, 2000);
    mag_set(m, arb_radref(a));
    int close = mag_cmp(m, bound) < 0;
    arb_get_mid_arb(t, t);
    arb_get_mag(m, t);
    close = close && mag_cmp(m, bound) < 0 && arb_is_finite(a);
    arb_clear(t);
    mag_clear(bound);
    mag_clear(m);
    return close;
}

void test_number(arb_t x, const char *text, slong prec)
{
    fmpq_t q;
    fmpq_init(q);
    if (fmpq_set_str(q, text, 10) == 0)
        arb_set_fmpq(x, q, prec);
    else
        cr_assert_eq(arb_set_str(x, text, prec), 0, "%s", text);
    fmpq_clear(q);
}

static unsigned long state = 1;

void test_seed(unsigned long seed)
{
    state = seed * 0x9E3779B97F4A7C15UL + 1;
}

double test_uniform(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return ((double)(state >> 11) + 0.5) / 9007199254740992.0;
}

double test_normal(void)
{
    return sqrt(-2 * log(test_uniform())) *
           cos(6.283185307179586 * test_uniform());
}

/* Marsaglia and Tsang. */
double test_gamma(double p)
{
    if (p < 1)
        return test_gamma(p + 1) * pow(test_uniform(), 1 / p);
    const double d = p - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;)
    {
        const double x = test_normal(), v = pow(1 + c * x, 3);
        if (v > 0 && log(test_uniform()) < x * x / 2 + d - d * v + d * log(v))
            return d * v;
    }
}

void test_mean_add(test_mean *m, double x)
{
    m->sum += x;
    m->square += x * x;
    m->n++;
}

void test_mean_expect(const test_mean *m, const arb_t value, const char *what)
{
    const double mean = m->sum / (double)m->n;
    const double error =
        sqrt((m->square / (double)m->n - mean * mean) / (double)m->n);
    const double v = arf_get_d(arb_midref(value), ARF_RND_NEAR);
    cr_expect(fabs(mean - v) <= 5 * error, "%s: %.6f, simulated %.6f +- %.6f",
              what, v, mean, error);
    cr_expect(error < 5e-3, "%s: %g", what, error);
}
