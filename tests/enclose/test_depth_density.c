/* Growth at a finite depth of laws with four uniform entries. */
#include <math.h>
#include <stdio.h>

#include "depths.h"

#define FULL "[uniform(-1,1), uniform(-1,1); uniform(-1,1), uniform(-1,1)]"
#define RUNS 20000

static double uniform(unsigned long *state)
{
    *state = *state * 6364136223846793005UL + 1442695040888963407UL;
    return (double)(*state >> 11) * 0x1p-52 - 1;
}

/* The mean of log|S_n x| over RUNS products, A or I + A; its standard error. */
static double simulate(double *error, int residual, slong n, double angle,
                       unsigned long seed)
{
    double sum = 0, square = 0;
    for (slong r = 0; r < RUNS; r++)
    {
        double x = cos(angle), y = sin(angle);
        for (slong k = 0; k < n; k++)
        {
            const double a = uniform(&seed) + residual, b = uniform(&seed);
            const double c = uniform(&seed), d = uniform(&seed) + residual;
            const double t = a * x + b * y;
            y = c * x + d * y;
            x = t;
        }
        const double log_length = log(hypot(x, y));
        sum += log_length / RUNS;
        square += log_length * log_length / RUNS;
    }
    *error = sqrt((square - sum * sum) / RUNS);
    return sum;
}

Test(depth_density, means)
{
    for (int residual = 0; residual < 2; residual++)
        for (slong n = 1; n <= 16; n *= 4)
        {
            lyc_depth_t r;
            cr_assert_eq(
                enclose_depth(r, NULL, FULL, residual, n, NULL, NULL, 0),
                LYC_PROVED);
            const double low = arf_get_d(r->lower, ARF_RND_NEAR);
            const double high = arf_get_d(r->upper, ARF_RND_NEAR);
            cr_expect_lt(high - low, 0.3);
            for (int k = 0; k < 5; k++)
            {
                double error;
                const double mean =
                    simulate(&error, residual, n, 0.63 * k, 77 + (ulong)k);
                cr_expect(low - 5 * error < mean && mean < high + 5 * error,
                          "depth %ld: %g +- %g not in [%g, %g]", (long)n, mean,
                          error, low, high);
            }
            lyc_depth_clear(r);
        }
    printf("seed 77\n");
}
