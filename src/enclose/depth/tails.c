/* Orders of moments for probabilities: found by trial, on floating point. */
#include <math.h>

#include "enclose/depth/depth.h"
#include "certify/transit_round.h"

#define TRIALS 12
#define SMALLEST 1e-3
#define LARGEST 64.0

/* Golden section in log |s|: log E|S x|^s - s X is convex in s, and the bound
 * nearly is. The order is rounded to 10 bits. */
static double best_order(const lyc_transit_t w, slong n, double level, int side,
                         const lyc_limits_t limits)
{
    static const double golden = 0.6180339887498949;
    double low = log(SMALLEST), high = log(LARGEST);
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double at_a =
        lyc_transit_log_tail(w, n, level, side, side * exp(a), limits);
    double at_b =
        lyc_transit_log_tail(w, n, level, side, side * exp(b), limits);
    for (int k = 0; k < TRIALS && !lyc_limits_out_of_time(limits); k++)
    {
        if (at_a <= at_b || !(at_b < INFINITY))
        {
            high = b;
            b = a;
            at_b = at_a;
            a = high - golden * (high - low);
            at_a =
                lyc_transit_log_tail(w, n, level, side, side * exp(a), limits);
        }
        else
        {
            low = a;
            a = b;
            at_a = at_b;
            b = low + golden * (high - low);
            at_b =
                lyc_transit_log_tail(w, n, level, side, side * exp(b), limits);
        }
    }
    int e;
    const double m = frexp(exp(at_a <= at_b ? a : b), &e);
    return side * ldexp(rint(ldexp(m, 10)), e - 10);
}

double lyc_depth_level_double(const lyc_depth_level *level)
{
    arb_t x;
    arb_init(x);
    lyc_number_get_arb(x, &level->value, 128);
    const double y = level->side > 0 ? lyc_arb_down(x) : lyc_arb_up(x);
    arb_clear(x);
    return y;
}

slong lyc_depth_tails(lyc_depth_probability *p, double *s,
                      const lyc_transit_t w, const lyc_depth_request *request,
                      const lyc_limits_t limits)
{
    slong used = 0;
    for (slong i = 0; i < request->levels; i++)
    {
        const int side = request->level[i].side;
        const double x = lyc_depth_level_double(request->level + i);
        const double order = best_order(w, request->depth, x, side, limits);
        p[i].range = lyc_transit_range(w, request->depth, x, side);
        p[i].moment =
            lyc_transit_moment(w, request->depth, x, side, order, limits);
        p[i].best = fmin(p[i].range, p[i].moment);
        if (p[i].best < 1)
        {
            s[used++] = p[i].moment <= p[i].range ? order : 0;
        }
    }
    return used;
}
