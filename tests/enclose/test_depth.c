/* Growth at a finite depth against simulation. */
#include <math.h>
#include <stdlib.h>

#include "depths.h"

#define RUNS 100000
#define SEED 20260

/* The two-atom law of the documentation: contracting, with inverses that
 * expand different directions. */
#define PAIR "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}"

static void mean_of(double *mean, double *error, const double *value, slong n)
{
    double sum = 0, square = 0;
    for (slong i = 0; i < n; i++)
    {
        sum += value[i];
    }
    *mean = sum / (double)n;
    for (slong i = 0; i < n; i++)
    {
        square += (value[i] - *mean) * (value[i] - *mean);
    }
    *error = sqrt(square / (double)n / (double)n);
}

static double at(const arf_t x)
{
    return arf_get_d(x, ARF_RND_NEAR);
}

/* The least and the largest simulated mean over directions leave at most
 * `slack` of the interval unused on either side. */
static void expect_means(const char *text, int residual, slong n, double slack)
{
    static double value[RUNS / 10];
    const slong runs = RUNS / 10;
    double low = INFINITY, high = -INFINITY;
    lyc_law_t law;
    lyc_depth_t r;
    cr_assert_eq(enclose_depth(r, law, text, residual, n, NULL, NULL, 0),
                 LYC_PROVED, "%s", text);
    for (int k = 0; k < 24; k++)
    {
        const double angle = 3.14159265358979 * k / 24;
        const double x[2] = {cos(angle), sin(angle)};
        double mean, error;
        simulate_depth(value, law, x, n, runs, SEED + (unsigned long)k);
        mean_of(&mean, &error, value, runs);
        cr_expect(mean > at(r->lower) - 5 * error &&
                      mean < at(r->upper) + 5 * error,
                  "%s, direction %d: %g +- %g not in [%g, %g]", text, k, mean,
                  error, at(r->lower), at(r->upper));
        low = fmin(low, mean);
        high = fmax(high, mean);
    }
    cr_expect(low < at(r->lower) + slack, "%s: %g, %g", text, low,
              at(r->lower));
    cr_expect(high > at(r->upper) - slack, "%s: %g, %g", text, high,
              at(r->upper));
    lyc_depth_clear(r);
    lyc_law_clear(law);
}

Test(depth, means_of_a_pair_at_depth_50)
{
    expect_means(PAIR, 0, 50, 0.6);
    expect_means(PAIR, 1, 50, 0.6);
}

/* Increments add up: the mean is n times that of one layer. */
Test(depth, means_of_gaussian_layers)
{
    expect_means("gaussian(2)", 0, 20, 0.6);
    expect_means("(1/3)*gaussian(2)", 1, 10, 0.6);
    expect_means("(1/4)*gaussian(2,6)*gates(6,1/2)*gaussian(6,2)", 1, 5, 0.6);
}

Test(depth, means_of_random_fibonacci)
{
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 0, 1, 0.2);
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 0, 7, 0.2);
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 1, 30, 0.6);
}

/* ---- probabilities ---- */

static double share_of(const double *value, slong n, double level, int side)
{
    slong hits = 0;
    for (slong i = 0; i < n; i++)
    {
        hits += side > 0 ? value[i] >= level : value[i] <= level;
    }
    return (double)hits / (double)n;
}

/* No direction beats a bound, up to 4 standard errors of the share that the
 * bound itself would give; and the bounds say something: at least `useful` of
 * them are below 1/2. */
static void expect_tails(const char *text, int residual, slong n,
                         const char *const *level, const int *side,
                         slong levels, slong useful, slong runs)
{
    static double value[RUNS];
    slong small = 0;
    lyc_law_t law;
    lyc_depth_t r;
    cr_assert_eq(enclose_depth(r, law, text, residual, n, level, side, levels),
                 LYC_PROVED, "%s", text);
    for (slong i = 0; i < levels; i++)
    {
        const lyc_depth_probability *p = r->probability + i;
        cr_expect(p->best > 0 && p->best <= 1);
        cr_expect(p->best <= p->moment * (1 + 1e-6) &&
                  p->best <= p->range * (1 + 1e-6));
        small += p->best < 0.5;
    }
    cr_expect_geq(small, useful, "%s: %ld", text, (long)small);
    for (int k = 0; k < 3; k++)
    {
        const double x[3] = {cos(k + 0.3), sin(k + 0.3), 0.2 * k};
        simulate_depth(value, law, x, n, runs, SEED + 100 + (unsigned long)k);
        for (slong i = 0; i < levels; i++)
        {
            const double p = r->probability[i].best;
            const double share =
                share_of(value, runs, strtod(level[i], NULL), side[i]);
            cr_expect(share <= p + 4 * sqrt(p / (double)runs),
                      "%s, level %s: %g of %ld runs, bound %g", text, level[i],
                      share, (long)runs, p);
        }
    }
    lyc_depth_clear(r);
    lyc_law_clear(law);
}

Test(depth, tails_of_the_pair_at_depth_50)
{
    static const char *const plain[] = {"-78", "-75", "-91", "-95"};
    static const char *const residual[] = {"5.5", "5.9", "-2", "-5"};
    static const int side[] = {1, 1, -1, -1};
    expect_tails(PAIR, 0, 50, plain, side, 4, 2, RUNS);
    expect_tails(PAIR, 1, 50, residual, side, 4, 2, RUNS);
}

Test(depth, tails_of_gaussian_layers)
{
    static const char *const level[] = {"3", "6", "-1", "-4"};
    static const int side[] = {1, 1, -1, -1};
    expect_tails("gaussian(3)", 0, 5, level, side, 4, 3, RUNS / 5);
    expect_tails("(1/3)*gaussian(2)", 1, 10, level, side, 4, 3, RUNS / 5);
}

/* E|A e_1|^s and its use for laws with blocks: s <= 2 only. */
Test(depth, tails_of_residual_blocks)
{
    static const char *const level[] = {"3", "7", "-3"};
    static const int side[] = {1, 1, -1};
    expect_tails("(1/4)*gaussian(3,6)*gates(6,1/2)*gaussian(6,3)", 1, 5, level,
                 side, 3, 1, RUNS / 20);
}

/* Independent steps in dimension 1: the moments are exact, so that the bound
 * is Chernoff's. P(S >= 2^10) = 2^-10 for factors 2 and 1/2. */
Test(depth, dimension_1_is_exact)
{
    static const char *const level[] = {"6.93", "6.94", "-6.93"};
    static const int side[] = {1, 1, -1};
    lyc_depth_t r;
    cr_assert_eq(enclose_depth(r, NULL, "{[2],[-1/2]}", 0, 10, level, side, 3),
                 LYC_PROVED);
    cr_expect(fabs(at(r->lower)) < 1e-9 && fabs(at(r->upper)) < 1e-9);
    cr_expect(fabs(at(r->norm_lower)) < 1e-9);
    cr_expect(fabs(at(r->norm_upper)) < 1e-9);
    cr_expect(r->probability[0].best >= 0x1p-10 &&
              r->probability[0].best < 0x1.1p-10);
    cr_expect(r->probability[1].best < 0x1p-10);
    cr_expect(r->probability[2].best >= 0x1p-10 &&
              r->probability[2].best < 0x1.1p-10);
    lyc_depth_clear(r);
}

/* Laws that end in 0, kernels, and laws that are out of reach. */
Test(depth, minus_infinity_and_unknown)
{
    lyc_depth_t r;
    cr_assert_eq(
        enclose_depth(r, NULL, "{[0,0;0,0],[1,1;0,1]}", 0, 3, NULL, NULL, 0),
        LYC_PROVED);
    cr_expect(arf_is_neg_inf(r->upper) && arf_is_neg_inf(r->norm_upper));
    lyc_depth_clear(r);
    cr_assert_eq(
        enclose_depth(r, NULL, "{[1,2;2,4],[0,1;1,0]}", 0, 10, NULL, NULL, 0),
        LYC_PROVED);
    cr_expect(arf_is_neg_inf(r->lower) && arf_is_finite(r->norm_lower));
    cr_expect(arf_cmp(r->upper, r->norm_upper) <= 0);
    lyc_depth_clear(r);
    cr_assert_eq(
        enclose_depth(r, NULL, "[uniform(-1,1),1;1,0]", 0, 10, NULL, NULL, 0),
        LYC_UNDECIDED);
    cr_expect(!r->is_known && r->certificate->conclusions == 0);
    lyc_depth_clear(r);
}

/* A million layers: increments are repeated, and the rate is the exponent. */
Test(depth, far_beyond_the_sweeps)
{
    static const char *const level[] = {"110000", "140000"};
    static const int side[] = {-1, 1};
    lyc_depth_t r;
    cr_assert_eq(enclose_depth(r, NULL, "{[0,1;1,1],[0,1;1,-1]}", 0, 1000000,
                               level, side, 2),
                 LYC_PROVED);
    cr_expect(at(r->lower) > 0.1235e6 && at(r->upper) < 0.1245e6, "%g, %g",
              at(r->lower), at(r->upper));
    cr_expect(r->probability[0].best < 1e-100 &&
              r->probability[1].best < 1e-100);
    lyc_depth_clear(r);
}
