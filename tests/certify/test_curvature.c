#include <criterion/criterion.h>
#include <math.h>

#include "certify/fans.h"
#include "certify/gauge.h"

/* sup over the piece of sum p_i log((1 - s) h_i0 + s h_i1), which is what the
 * lemma bounds, sampled; and the constant: at most max(g_0, g_1) + r^2 / 32. */
static void one(const double *p, const double *l0, const double *l1, int n)
{
    double g0 = 0, g1 = 0, low = INFINITY, high = -INFINITY, best = -INFINITY;
    for (int i = 0; i < n; i++)
    {
        g0 += p[i] * l0[i];
        g1 += p[i] * l1[i];
        low = fmin(low, l0[i] - l1[i]);
        high = fmax(high, l0[i] - l1[i]);
    }
    for (int k = 0; k <= 100; k++)
    {
        double r = 0;
        for (int i = 0; i < n; i++)
            r += p[i] *
                 log((1 - k / 100.0) * exp(l0[i]) + k / 100.0 * exp(l1[i]));
        best = fmax(best, r);
    }
    arf_t upper, a, b, spread;
    arf_init(upper), arf_init(a), arf_init(b), arf_init(spread);
    arf_set_d(a, g0);
    arf_set_d(b, g1);
    arf_set_d(spread, high - low);
    lyc_curvature_upper(upper, a, b, spread);
    const double u = arf_get_d(upper, ARF_RND_NEAR);
    const double r = high - low;
    cr_expect(u >= best - 1e-14, "%.17g < %.17g", u, best);
    cr_expect(u >= fmax(g0, g1));
    cr_expect(u <= fmax(g0, g1) + r * r / 32 + 1e-14);
    if (fabs(g0 - g1) > r * r / 8 + 1e-12)
        cr_expect_eq(u, fmax(g0, g1));
    arf_clear(upper), arf_clear(a), arf_clear(b), arf_clear(spread);
}

Test(curvature, random_pieces)
{
    unsigned long seed = 3;
    for (int trial = 0; trial < 3000; trial++)
    {
        const int n = 1 + trial % 4;
        const double size = pow(10, -(trial % 7) / 2.0);
        double p[4], l0[4], l1[4], total = 0;
        for (int i = 0; i < n; i++)
        {
            total += p[i] = 1 + (double)(test_random(&seed) % 1000);
            l0[i] = size * (double)(test_random(&seed) % 2001) / 1000;
            l1[i] = size * (double)(test_random(&seed) % 2001) / 1000;
        }
        for (int i = 0; i < n; i++)
            p[i] /= total;
        one(p, l0, l1, n);
    }
}

/* Two atoms of weight 1/2 that tilt against each other: R is
 * log cosh(r / 4) above the ends in the middle, r^2 / 32 to second order. */
Test(curvature, the_constant_is_sharp)
{
    const double r = 1e-3, p[2] = {0.5, 0.5};
    const double l0[2] = {0, r / 2}, l1[2] = {r / 2, 0};
    one(p, l0, l1, 2);
    arf_t upper, g, spread;
    arf_init(upper), arf_init(g), arf_init(spread);
    arf_set_d(g, r / 4);
    arf_set_d(spread, r);
    lyc_curvature_upper(upper, g, g, spread);
    const double above = arf_get_d(upper, ARF_RND_NEAR) - r / 4;
    const double middle = log((1 + exp(r / 2)) / 2) - r / 4;
    cr_expect(above >= middle && above <= middle * 1.0001, "%g %g", above,
              middle);
    arf_clear(upper), arf_clear(g), arf_clear(spread);
}
