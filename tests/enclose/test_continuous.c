/* Laws with continuous draws, end to end. */
#include <math.h>
#include <stdio.h>

#include "enclosing.h"
#include "lyapcert/simulate.h"

/* Of the exponents wanted. */
static void expect_agreement(const char *text, double tol, int both,
                             unsigned long seed)
{
    int wanted[2] = {1, both};
    lyc_request request = {tol, 0, wanted, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    lyc_simulation_t s;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    cr_assert_eq(enclose_text(e, text, &request, INFINITY), LYC_PROVED, "%s",
                 text);
    expect_certificate(e);
    law_of(law, text);
    lyc_limits_init(limits);
    limits->seed = seed;
    lyc_diag_init(d);
    lyc_simulation_init(s, 2);
    cr_assert(lyc_simulate_approx(s, law, 200000, limits, d));
    for (slong k = 0; k < 1 + both; k++)
    {
        const double low =
            arf_get_d(e->facts->exponent_lower + k, ARF_RND_DOWN);
        const double high = arf_get_d(e->facts->exponent_upper + k, ARF_RND_UP);
        const double slack = 5 * s->error[k];
        cr_expect(low - slack <= s->mean[k] && s->mean[k] <= high + slack,
                  "%s: %g not in [%g, %g]", text, s->mean[k], low, high);
        cr_expect_leq(high - low, tol * 1.0001);
    }
    printf("seed %lu: %s\n", seed, text);
    lyc_simulation_clear(s);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_enclosure_clear(e);
}

Test(continuous, simulated)
{
    expect_agreement("[uniform(-1,1), 1; 1, 0]", 1e-2, 1, 1);
    expect_agreement("[normal(), 1; 1, 0]", 2e-2, 1, 2);
    expect_agreement("[uniform(-1,2), 1; 1, 1]", 5e-2, 1, 3);
    expect_agreement("[gamma(3,1), -1; 1, 1/2]", 5e-2, 1, 4);
    expect_agreement("{1/2: [uniform(0,1), 2; 1, 0], 1/2: [1, 1; 0, 2]}", 2e-2,
                     1, 5);
    expect_agreement("I + 1/2*[uniform(-1,1), uniform(0,1); -1, 1]", 5e-2, 0,
                     6);
    expect_agreement("[uniform(-1,1), uniform(-1,1); "
                     "uniform(-1,1), uniform(-1,1)]",
                     0.2, 0, 7);
    expect_agreement("[uniform(-1,1), 2; 1, uniform(0,1)]", 0.1, 0, 8);
}

/* Closed forms that the gauge does not know of. */
Test(continuous, closed_forms)
{
    static const char *const laws[] = {"[gamma(2,1), 1; 1, 0]",
                                       "uniform(1,2)*[0,-1;1,0]"};
    const double value[2] = {0.775587202658871, 2 * log(2) - 1};
    for (int i = 0; i < 2; i++)
    {
        int wanted[2] = {1, 0};
        lyc_request request = {5e-2, 0, wanted, LYC_METHOD_GAUGE};
        lyc_enclosure_t e;
        cr_assert_eq(enclose_text(e, laws[i], &request, INFINITY), LYC_PROVED,
                     "%s", laws[i]);
        cr_expect_leq(arf_cmp_d(e->facts->exponent_lower, value[i]), 0);
        cr_expect_geq(arf_cmp_d(e->facts->exponent_upper, value[i]), 0);
        lyc_enclosure_clear(e);
    }
}

/* Nothing is said where the form is another one. */
Test(continuous, not_affine)
{
    expect_not("[uniform(-1,1)*normal(), 1; 1, 0]", LYC_METHOD_GAUGE);
    expect_not("[cauchy(1), 1; 1, 1]", LYC_METHOD_GAUGE);
    expect_not("[normal(), 1; 1, 0]^2*[normal(), 1; 1, 0]", LYC_METHOD_GAUGE);
}

/* Four uniform entries: both exponents, and what simulation says. */
Test(continuous, uniform_rows)
{
    expect_agreement("[uniform(-1,1), uniform(-1,1); "
                     "uniform(-1,1), uniform(-1,1)]",
                     1e-3, 1, 9);
    expect_agreement("I + [uniform(-1,1), uniform(-1,1); "
                     "uniform(-1,1), uniform(-1,1)]",
                     1e-3, 1, 10);
    expect_agreement("[2,1;1,1]*[uniform(-1,1), uniform(0,1); "
                     "uniform(-2,1), uniform(1,3)]",
                     1e-3, 1, 11);
    expect_agreement("{1/3: [1,0;0,1], 2/3: [2,1;0,-1]} + "
                     "[uniform(-1,1), uniform(-1,1); "
                     "uniform(-1,1), uniform(-1,1)]",
                     1e-3, 1, 12);
}
