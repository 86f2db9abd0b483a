/* Monte Carlo estimates of the exponents: doubles, not certified. A baseline
 * for tests and measurements; nothing that is proved depends on it. */
#ifndef LYAPCERT_SIMULATE_H
#define LYAPCERT_SIMULATE_H

#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* At this many steps to a block, error[k-1] is the standard error of the mean
 * of lambda_k as if the blocks were independent. */
typedef struct
{
    long length, blocks;
    double *error; /* dim */
} lyc_blocking;

typedef struct
{
    slong dim; /* lambda_1 … lambda_dim; at most the dimension of the law */
    long steps, burn_in;
    double *mean;  /* dim, natural logarithms a step; -INFINITY where a
                      product lost rank */
    double *error; /* dim, standard errors; 0 where the mean is infinite */
    long *block;   /* dim: the block length that error was read at */
    int *plateau;  /* dim: longer blocks give no larger error */
    lyc_blocking *level;
    int levels;
    double seconds;
} lyc_simulation_struct;
typedef lyc_simulation_struct lyc_simulation_t[1];

void lyc_simulation_init(lyc_simulation_t s, slong dim);
void lyc_simulation_clear(lyc_simulation_t s);

/* The fewest steps that give a standard error. */
#define LYC_SIMULATION_MIN_STEPS 1000

/* At least `steps` steps (LYC_SIMULATION_MIN_STEPS or more) of Q R = A Q with
 * independent draws A, by the Mersenne Twister of GMP seeded with
 * limits->seed, after min(steps / 100, 10^6) + 1000 steps that are not counted.
 * Fewer steps where limits run out of time. s is as init left it. 1; or 0 and
 * d: FAILURE where time ran out before there were 64 blocks, where the entries
 * of an atom are too far apart for doubles or a draw is too large for them, or
 * where one step would take too many operations. A law without atoms is sampled
 * draw by draw; where it is not known to be invertible, a column 16 dim 2^-52
 * times as long as the longest one counts as 0. */
int lyc_simulate_approx(lyc_simulation_t s, const lyc_law_t law, long steps,
                        const lyc_limits_t limits, lyc_diag_t d);

#endif
