#include <math.h>

#include "enclose/approx/blocking.h"

/* Fewer blocks than this say nothing about their own spread. */
enum
{
    MIN_BLOCKS = 32
};

/* The error of the mean of `blocks` independent terms, for exponent k. */
static double standard_error(const double *growth, slong dim, slong k,
                             long blocks, double mean)
{
    double squares = 0;

    for (long b = 0; b < blocks; b++)
    {
        double t = growth[b * dim + k] - mean;

        squares += t * t;
    }
    return sqrt(squares / ((double)blocks * (double)(blocks - 1)));
}

static double mean_of(const double *growth, slong dim, slong k, long blocks)
{
    double sum = 0;

    for (long b = 0; b < blocks; b++)
    {
        sum += growth[b * dim + k];
    }
    return sum / (double)blocks;
}

static void add_level(lyc_simulation_t s, const double *growth, long blocks,
                      long length)
{
    s->level =
        lyc_realloc(s->level, sizeof(lyc_blocking) * (size_t)(s->levels + 1));
    lyc_blocking *level = s->level + s->levels++;
    level->length = length;
    level->blocks = blocks;
    level->error = lyc_calloc((size_t)s->dim, sizeof(double));
    for (slong k = 0; k < s->dim; k++)
    {
        double mean = mean_of(growth, s->dim, k, blocks);

        level->error[k] =
            standard_error(growth, s->dim, k, blocks, mean) / (double)length;
    }
}

long lyc_blocking_halve(double *growth, slong dim, long blocks)
{
    for (long b = 0; b < blocks / 2; b++)
    {
        for (slong k = 0; k < dim; k++)
        {
            growth[b * dim + k] =
                growth[2 * b * dim + k] + growth[(2 * b + 1) * dim + k];
        }
    }
    return blocks / 2;
}

/* The shortest blocks beyond which no error is larger by more than twice its
 * own uncertainty, 1 / sqrt(2 (n - 1)) of it with n blocks. The longest ones
 * do not count as a plateau: nothing confirms them. */
static void read_plateau(lyc_simulation_t s, slong k)
{
    int i;

    for (i = 0; i + 1 < s->levels; i++)
    {
        int j;

        for (j = i + 1; j < s->levels; j++)
        {
            double n = (double)s->level[j].blocks;

            if (s->level[j].error[k] * (1 - sqrt(2 / (n - 1))) >
                s->level[i].error[k])
            {
                break;
            }
        }
        if (j == s->levels)
        {
            break;
        }
    }
    s->plateau[k] = i + 1 < s->levels;
    s->block[k] = s->level[i].length;
    s->error[k] = s->level[i].error[k];
}

void lyc_blocking_estimate(lyc_simulation_t s, double *growth, long blocks,
                           long length)
{
    for (slong k = 0; k < s->dim; k++)
    {
        s->mean[k] = mean_of(growth, s->dim, k, blocks) / (double)length;
    }
    for (; blocks >= MIN_BLOCKS; length *= 2)
    {
        add_level(s, growth, blocks, length);
        blocks = lyc_blocking_halve(growth, s->dim, blocks);
    }
    for (slong k = 0; k < s->dim; k++)
    {
        read_plateau(s, k);
    }
}
