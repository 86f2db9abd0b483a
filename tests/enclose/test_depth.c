/* Growth at a finite depth against simulation. */
#include <math.h>

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

Test(depth, means_of_random_fibonacci)
{
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 0, 1, 0.2);
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 0, 7, 0.2);
    expect_means("{[0,1;1,1],[0,1;1,-1]}", 1, 30, 0.6);
}
