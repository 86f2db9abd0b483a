/* Laws with draws in three dimensions, end to end. */
#include <math.h>
#include <stdio.h>

#include "enclosing.h"
#include "lyapcert/simulate.h"

/* lambda_1, or all exponents, to tol by the gauge. */
static void enclose(lyc_enclosure_t e, const char *text, double tol, int all)
{
    int wanted[3] = {1, all, all};
    const lyc_request request = {tol, 0, wanted, LYC_METHOD_GAUGE};
    cr_assert_eq(enclose_text(e, text, &request, INFINITY), LYC_PROVED, "%s",
                 text);
    cr_assert_str_eq(e->method[0], "gauge");
    expect_certificate(e);
}

static void expect_agreement(const char *text, double tol, int all,
                             unsigned long seed)
{
    lyc_enclosure_t e;
    lyc_simulation_t s;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    enclose(e, text, tol, all);
    law_of(law, text);
    lyc_limits_init(limits);
    limits->seed = seed;
    lyc_diag_init(d);
    lyc_simulation_init(s, 3);
    cr_assert(lyc_simulate_approx(s, law, 200000, limits, d));
    for (slong k = 0; k < (all ? 3 : 1); k++)
    {
        const double low =
            arf_get_d(e->facts->exponent_lower + k, ARF_RND_DOWN);
        const double high = arf_get_d(e->facts->exponent_upper + k, ARF_RND_UP);
        const double slack = 5 * s->error[k];
        cr_expect(low - slack <= s->mean[k] && s->mean[k] <= high + slack,
                  "%s: %g not in [%g, %g]", text, s->mean[k], low, high);
        cr_expect_leq(high - low, tol * 1.0001);
    }
    printf("seed %lu: %s, %ld cones\n", seed, text, (long)e->cones);
    lyc_simulation_clear(s);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_enclosure_clear(e);
}

Test(cubes, simulated)
{
    expect_agreement("[uniform(-1,1),1,0;0,1,1;1,0,1/2]", 2e-2, 1, 1);
    expect_agreement("[uniform(0,1),{0,1},0;0,1,1;1,0,1/2]", 2e-2, 0, 2);
    /* Singular for a value of the draw, a kernel in the way. */
    expect_agreement("[uniform(-1,2),1,0;0,1,1;1,0,-1]", 5e-2, 0, 3);
    expect_agreement("[uniform(-1,1)/2,uniform(-1,1)/2,1;1,0,0;0,1,0]", 5e-2, 0,
                     4);
    /* Tails. */
    expect_agreement("[normal(),1,0;0,1,1;1,0,1/2]", 5e-2, 0, 5);
    expect_agreement("[gamma(2,1),1,0;0,-1,1;1,0,1/2]", 5e-2, 0, 6);
}

static void expect_value(const char *text, double tol, slong k, double value)
{
    lyc_enclosure_t e;
    enclose(e, text, tol, k > 1);
    cr_expect_leq(arf_cmp_d(e->facts->exponent_lower + k - 1, value + 1e-12), 0,
                  "%s", text);
    cr_expect_geq(arf_cmp_d(e->facts->exponent_upper + k - 1, value - 1e-12), 0,
                  "%s", text);
    lyc_enclosure_clear(e);
}

/* Blocks [3, *; 0, B], hidden by a rotation, and a scalar factor. */
Test(cubes, closed_forms)
{
    expect_value("[3/5,4/5,0;-4/5,3/5,0;0,0,1]*[3,uniform(-1,1),0;0,1,1;0,-1,1]"
                 "*[3/5,-4/5,0;4/5,3/5,0;0,0,1]",
                 2e-2, 1, log(3));
    expect_value("[3,normal(),0;0,1,1;0,-1,1]", 2e-2, 1, log(3));
    expect_value("uniform(1,2)*{[0,-1,0;1,0,0;0,0,1], [1,0,0;0,3/5,-4/5;0,4/5,"
                 "3/5]}",
                 2e-2, 1, 2 * log(2) - 1);
}

/* In blocks [A, *; 0, c] with a small c the first exponent is that of A, which
 * the method for the plane knows. */
Test(cubes, blocks_of_the_plane)
{
    int wanted[2] = {1, 0};
    const lyc_request request = {1e-2, 0, wanted, LYC_METHOD_GAUGE};
    lyc_enclosure_t plane, solid;
    cr_assert_eq(
        enclose_text(plane, "[uniform(-1,1),2;1,1]", &request, INFINITY),
        LYC_PROVED);
    enclose(solid, "[uniform(-1,1),2,1;1,1,0;0,0,1/4]", 1e-2, 0);
    cr_expect_leq(
        arf_cmp(plane->facts->exponent_lower, solid->facts->exponent_upper), 0);
    cr_expect_geq(
        arf_cmp(plane->facts->exponent_upper, solid->facts->exponent_lower), 0);
    lyc_enclosure_clear(plane);
    lyc_enclosure_clear(solid);
}

/* Nothing is claimed about laws that the method does not know. */
Test(cubes, left_out)
{
    static const char *const laws[] = {
        "[cauchy(1),1,0;0,1,1;1,0,1]",
        "[uniform(0,1),uniform(0,1),uniform(0,1);0,1,1;1,0,1]",
        "[uniform(0,1),1,0;0,1,1;1,0,1]^2"};
    for (int i = 0; i < 3; i++)
    {
        const lyc_request request = {1e-2, 0, NULL, LYC_METHOD_GAUGE};
        lyc_enclosure_t e;
        cr_assert_eq(enclose_text(e, laws[i], &request, 20), LYC_UNDECIDED);
        cr_assert(arf_is_pos_inf(e->facts->exponent_upper), "%s", laws[i]);
        lyc_enclosure_clear(e);
    }
}
