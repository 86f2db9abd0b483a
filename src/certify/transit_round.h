/* Balls to doubles, outward. */
#ifndef LYC_CERTIFY_TRANSIT_ROUND_H
#define LYC_CERTIFY_TRANSIT_ROUND_H

#include "certify/box_round.h"
#include "lyapcert/arith.h"

/* At most, at least, every number in x; -inf, inf where x is indeterminate. */
static inline double lyc_arb_down(const arb_t x)
{
    arf_t t;
    arf_init(t);
    arb_get_lbound_arf(t, x, 64);
    const double y = arf_get_d(t, ARF_RND_FLOOR);
    arf_clear(t);
    return y > DBL_MAX ? DBL_MAX : y >= -DBL_MAX ? y : -INFINITY;
}

static inline double lyc_arb_up(const arb_t x)
{
    arf_t t;
    arf_init(t);
    arb_get_ubound_arf(t, x, 64);
    const double y = arf_get_d(t, ARF_RND_CEIL);
    arf_clear(t);
    return y < -DBL_MAX ? -DBL_MAX : y <= DBL_MAX ? y : INFINITY;
}

/* The product with a weight in [low, high], 0 <= low. */
static inline double lyc_times_down(double low, double high, double x)
{
    const double y = lyc_down((x >= 0 ? low : high) * x);
    return y >= -DBL_MAX ? y : -INFINITY;
}

static inline double lyc_times_up(double low, double high, double x)
{
    const double y = lyc_up((x >= 0 ? high : low) * x);
    return y <= DBL_MAX ? y : INFINITY;
}

/* exp x from above, > 0; inf for NaN and where x > 700. */
double lyc_exp_up(double x);

#endif
