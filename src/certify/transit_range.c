#include "certify/transit.h"
#include "certify/transit_round.h"

/* Theorem finite-depth.concentration */
double lyc_transit_range(const lyc_transit_t w, slong n, double level, int side)
{
    if (w->atoms == 0)
        return 1;
    double rate = -INFINITY, length = 0, norm_low = INFINITY,
           norm_high = -INFINITY;
    for (slong q = 0; q < w->pieces; q++)
    {
        const double r = side > 0 ? w->upper[q] : -w->lower[q];
        double low = INFINITY, high = -INFINITY;
        rate = lyc_max_up(rate, r);
        for (slong i = 0; i < w->atoms; i++)
        {
            const slong a = q * w->atoms + i;
            low = lyc_min_down(low, w->low[a]);
            high = lyc_max_up(high, w->high[a]);
        }
        const double t = lyc_up(high - low);
        length = lyc_max_up(length, t);
    }
    for (slong j = 0; j < w->cells; j++)
    {
        norm_low = lyc_min_down(norm_low, w->norm_low[j]);
        norm_high = lyc_max_up(norm_high, w->norm_high[j]);
    }
    /* log f(S x)/f(x) exceeds its largest mean by t. */
    double t = lyc_down((side > 0 ? level : -level) - lyc_up((double)n * rate));
    t = lyc_down(t - lyc_up(norm_high - norm_low));
    if (!(t > 0))
        return 1;
    const double ratio = lyc_down(t / length);
    const double p =
        lyc_exp_up(lyc_up(-2 * lyc_down(lyc_down(ratio * ratio) / (double)n)));
    return length < INFINITY ? lyc_share_up(p) : 1;
}
