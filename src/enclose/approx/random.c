#include "enclose/approx/random.h"

#include <math.h>

void lyc_random_init(lyc_random *r, unsigned long seed)
{
    gmp_randinit_mt(r->state);
    gmp_randseed_ui(r->state, seed);
    r->has_spare = 0;
}

void lyc_random_clear(lyc_random *r)
{
    gmp_randclear(r->state);
}

double lyc_random_uniform(lyc_random *r)
{
    double high = (double)gmp_urandomb_ui(r->state, 27);
    double low = (double)gmp_urandomb_ui(r->state, 26);

    return (high * 67108864.0 + low) / 9007199254740992.0;
}

double lyc_random_normal(lyc_random *r)
{
    double x, y, square, factor;

    if (r->has_spare)
    {
        r->has_spare = 0;
        return r->spare;
    }
    do
    {
        x = 2 * lyc_random_uniform(r) - 1;
        y = 2 * lyc_random_uniform(r) - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    factor = sqrt(-2 * log(square) / square);
    r->spare = y * factor;
    r->has_spare = 1;
    return x * factor;
}

double lyc_random_gamma(lyc_random *r, double p)
{
    double d, c, x, v, u;

    if (p < 1)
    {
        u = 1 - lyc_random_uniform(r);
        return lyc_random_gamma(r, p + 1) * pow(u, 1 / p);
    }
    d = p - 1.0 / 3;
    c = 1 / sqrt(9 * d);
    for (;;)
    {
        do
        {
            x = lyc_random_normal(r);
            v = 1 + c * x;
        } while (v <= 0);
        v = v * v * v;
        u = 1 - lyc_random_uniform(r);
        if (log(u) < x * x / 2 + d - d * v + d * log(v))
        {
            return d * v;
        }
    }
}

double lyc_random_cauchy(lyc_random *r)
{
    return tan(3.14159265358979323846 * (lyc_random_uniform(r) - 0.5));
}

long lyc_random_index(lyc_random *r, const double *cumulative, long n)
{
    double u = lyc_random_uniform(r);
    long low = 0, high = n - 1;

    while (low < high)
    {
        long middle = (low + high) / 2;

        if (u < cumulative[middle])
        {
            high = middle;
        }
        else
        {
            low = middle + 1;
        }
    }
    return low;
}
