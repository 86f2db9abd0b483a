/* Estimates against closed forms, and their standard errors against the spread
 * of independent runs. */
#include <math.h>

#include "enclosing.h"
#include "lyapcert/simulate.h"

static void simulate(lyc_simulation_t s, const char *expression, long steps,
                     unsigned long seed)
{
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;

    law_of(law, expression);
    lyc_limits_init(limits);
    limits->seed = seed;
    lyc_diag_init(d);
    lyc_simulation_init(s, law->dim);
    cr_assert(lyc_simulate_approx(s, law, steps, limits, d), "%s", expression);
    cr_expect_geq(s->steps, steps);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}

static void expect_mean(const char *law, slong k, double value)
{
    lyc_simulation_t s;

    simulate(s, law, 100000, 1);
    if (isinf(value))
    {
        cr_expect_eq(s->mean[k - 1], value, "%s: %g", law, s->mean[k - 1]);
        cr_expect_eq(s->error[k - 1], 0.0);
    }
    else
    {
        cr_expect_leq(fabs(s->mean[k - 1] - value), 5 * s->error[k - 1] + 1e-9,
                      "%s: %g +- %g, not %g", law, s->mean[k - 1],
                      s->error[k - 1], value);
    }
    lyc_simulation_clear(s);
}

Test(simulate, closed_forms)
{
    /* A constant matrix: logarithms of the moduli of its eigenvalues. The
     * first coordinate line is kept and is not the fastest. */
    expect_mean("[1,1;0,2]", 1, log(2));
    expect_mean("[1,1;0,2]", 2, 0);
    /* Independent signs of log 2: mean 0 on the diagonal. */
    expect_mean("{[2,1;0,1/3], [1/2,0;0,3]}", 1, 0);
    /* Viana's swap: both exponents are (1/2) E log|det A|. */
    expect_mean("{1/3: [2,0;0,1/3], 2/3: [0,1;1,0]}", 1, log(2.0 / 3) / 6);
    expect_mean("{1/3: [2,0;0,1/3], 2/3: [0,1;1,0]}", 2, log(2.0 / 3) / 6);
    expect_mean("{[1,5,0;0,2,1;0,0,3]}", 2, log(2));
    /* Entries that no double holds. */
    expect_mean("1e400*[1,0;0,1/4]", 1, 400 * log(10));
    expect_mean("1e-400*[1,0;0,1/4]", 2, -400 * log(10) - log(4));
}

Test(simulate, lost_rank)
{
    double inf = (double)INFINITY;

    expect_mean("[0,0;0,0]", 1, -inf);
    expect_mean("[0,1;0,0]", 1, -inf);
    expect_mean("[1,2;2,4]", 1, log(5));
    expect_mean("[1,2;2,4]", 2, -inf);
    expect_mean("gates(2,1/2)*[1,2;3,4]", 1, -inf);
    /* (2, 0) and (0, 0) along the first line, 1 along the second. */
    expect_mean("{[2,0;0,1], [0,0;0,1]}", 1, 0);
    expect_mean("{[2,0;0,1], [0,0;0,1]}", 2, -inf);
    /* Small is not 0. */
    expect_mean("[1,0;0,1e-30]", 2, -30 * log(10));
}

/* The errors say what they are: over 200 seeds the deviations from the exact
 * value in units of the error have a mean square near 1. The signs of the
 * second law follow a slow chain: neighbours are correlated, over about 100
 * steps, and an error without blocks would be several times too small. */
static void expect_calibrated(const char *law, double value)
{
    double squares = 0;
    int runs = 200, within = 0;

    for (int seed = 1; seed <= runs; seed++)
    {
        lyc_simulation_t s;
        double t;

        simulate(s, law, 20000, (unsigned long)seed);
        t = (s->mean[0] - value) / s->error[0];
        squares += t * t;
        within += fabs(t) < 2;
        lyc_simulation_clear(s);
    }
    cr_expect(0.6 < squares / runs && squares / runs < 1.6,
              "seeds 1 to %d: mean square %g", runs, squares / runs);
    cr_expect_geq(within, runs * 88 / 100);
}

Test(simulate, errors_are_honest)
{
    expect_calibrated("{[2,1;0,1/3], [1/2,0;0,1/5]}", 0);
    expect_calibrated("{99/100: [2,0;0,1/2], 1/100: [0,1;1,0]}", 0);
}

Test(simulate, blocks)
{
    lyc_simulation_t s;

    simulate(s, "{99/100: [2,0;0,1/2], 1/100: [0,1;1,0]}", 1000000, 7);
    cr_assert_geq(s->levels, 2);
    for (int i = 1; i < s->levels; i++)
    {
        cr_expect_eq(s->level[i].length, 2 * s->level[i - 1].length);
        cr_expect_eq(s->level[i].blocks, s->level[i - 1].blocks / 2);
    }
    cr_expect(s->plateau[0]);
    cr_expect_geq(s->block[0], 200);
    cr_expect_gt(s->error[0], 1.3 * s->level[0].error[0]);
    lyc_simulation_clear(s);

    /* Too short for blocks that see nothing of each other: it says so. */
    simulate(s, "{999/1000: [2,0;0,1/2], 1/1000: [0,1;1,0]}", 3000, 7);
    cr_expect_not(s->plateau[0]);
    lyc_simulation_clear(s);
}

Test(simulate, seeds)
{
    lyc_simulation_t a, b, c;

    simulate(a, "{[0,1;1,1], [0,1;1,-1]}", 5000, 3);
    simulate(b, "{[0,1;1,1], [0,1;1,-1]}", 5000, 3);
    simulate(c, "{[0,1;1,1], [0,1;1,-1]}", 5000, 4);
    cr_expect_eq(a->mean[0], b->mean[0]);
    cr_expect_eq(a->error[1], b->error[1]);
    cr_expect_neq(a->mean[0], c->mean[0]);
    lyc_simulation_clear(a);
    lyc_simulation_clear(b);
    lyc_simulation_clear(c);
}

/* No estimate at all, and d says why. */
static void expect_failure(const char *expression, double seconds)
{
    lyc_limits_t limits;
    lyc_simulation_t s;
    lyc_law_t law;
    lyc_diag_t d;

    law_of(law, expression);
    lyc_limits_init(limits);
    limits->max_seconds = seconds;
    lyc_diag_init(d);
    lyc_simulation_init(s, law->dim);
    cr_expect_not(lyc_simulate_approx(s, law, 1000000, limits, d));
    cr_expect(d->is_set && d->status == LYC_FAILURE);
    lyc_diag_clear(d);
    lyc_simulation_clear(s);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}

Test(simulate, failures)
{
    expect_failure("{[0,1;1,1], [0,1;1,-1]}", 1e-9);
    /* Invertible, but not in doubles. */
    expect_failure("[1e400,0;0,1e-400]", 10);
}
