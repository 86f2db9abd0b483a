#include <math.h>
#include <string.h>

#include "enclose/approx/blocking.h"
#include "enclose/approx/frame.h"

void lyc_simulation_init(lyc_simulation_t s, slong dim)
{
    size_t d = (size_t)dim;

    memset(s, 0, sizeof *s);
    s->dim = dim;
    s->mean = lyc_calloc(d, sizeof(double));
    s->error = lyc_calloc(d, sizeof(double));
    s->block = lyc_calloc(d, sizeof(long));
    s->plateau = lyc_calloc(d, sizeof(int));
}

void lyc_simulation_clear(lyc_simulation_t s)
{
    for (int i = 0; i < s->levels; i++)
    {
        free(s->level[i].error);
    }
    free(s->level);
    free(s->mean);
    free(s->error);
    free(s->block);
    free(s->plateau);
}

/* Base blocks: many enough for the plateau to be seen, too few to show one. */
enum
{
    MAX_BLOCKS = 16384,
    MIN_BLOCKS = 64
};

/* One block into its row; 0 when time ran out on the way. */
static int run_block(double *row, lyc_frame *f, long length,
                     const lyc_limits_t limits)
{
    for (long i = 0; i < length; i++)
    {
        if ((i % 4096 == 0 || f->sampler != NULL) &&
            lyc_limits_out_of_time(limits))
        {
            return 0;
        }
        lyc_frame_step(f, row);
    }
    return 1;
}

/* Blocks until there are `steps` steps; twice as long ones whenever there are
 * MAX_BLOCKS, which is even. */
static long run_blocks(double *growth, long *length, lyc_frame *f, long steps,
                       const lyc_limits_t limits)
{
    long blocks = 0;

    *length = 1;
    while (blocks * *length < steps &&
           run_block(growth + blocks * f->columns, f, *length, limits))
    {
        if (++blocks == MAX_BLOCKS)
        {
            blocks = lyc_blocking_halve(growth, f->columns, blocks);
            *length *= 2;
            memset(growth + blocks * f->columns, 0,
                   sizeof(double) * (size_t)(blocks * f->columns));
        }
    }
    return blocks;
}

static void set_infinite(lyc_simulation_t s, slong rank)
{
    for (slong k = rank; k < s->dim; k++)
    {
        s->mean[k] = -(double)INFINITY;
        s->error[k] = 0;
        s->block[k] = 0;
        s->plateau[k] = 1;
        for (int i = 0; i < s->levels; i++)
        {
            s->level[i].error[k] = 0;
        }
    }
}

static int finish(lyc_simulation_t s, double *growth, long blocks, long length,
                  const lyc_frame *f, lyc_diag_t d)
{
    s->steps = blocks * length;
    if (f->is_lossy)
    {
        return lyc_diag_fail(d, LYC_FAILURE,
                             f->sampler == NULL
                                 ? "an atom has entries too far apart for "
                                   "doubles"
                                 : "a number or a draw is out of range for "
                                   "doubles");
    }
    if (blocks < MIN_BLOCKS)
    {
        return lyc_diag_fail(d, LYC_FAILURE,
                             "time ran out after %ld steps: too few for a "
                             "standard error",
                             s->steps);
    }
    lyc_blocking_estimate(s, growth, blocks, length);
    set_infinite(s, f->rank);
    return 1;
}

static int run(lyc_simulation_t s, lyc_frame *f, long steps,
               const lyc_limits_t limits, lyc_diag_t d)
{
    size_t columns = (size_t)f->columns;
    double *growth = lyc_calloc(MAX_BLOCKS * columns, sizeof(double));
    long length, blocks;
    int ok;

    s->burn_in = (steps < 100000000 ? steps / 100 : 1000000) + 1000;
    run_block(growth, f, s->burn_in, limits);
    memset(growth, 0, sizeof(double) * columns);
    blocks = run_blocks(growth, &length, f, steps, limits);
    ok = finish(s, growth, blocks, length, f, d);
    free(growth);
    return ok;
}

int lyc_simulate_approx(lyc_simulation_t s, const lyc_law_t law, long steps,
                        const lyc_limits_t limits, lyc_diag_t d)
{
    double begin = lyc_limits_elapsed(limits);
    lyc_frame f;
    int ok = lyc_frame_init(&f, law, s->dim, limits->seed);

    if (ok)
    {
        ok = run(s, &f, steps, limits, d);
    }
    else
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "one step of this law takes more than 10^9 operations "
                      "or numbers: ask for fewer exponents (-k 1), or for a "
                      "smaller law");
    }
    lyc_frame_clear(&f);
    s->seconds = lyc_limits_elapsed(limits) - begin;
    return ok;
}
