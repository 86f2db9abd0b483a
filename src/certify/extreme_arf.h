/* The same as certify/extreme.h for arf_t: arf_cmp takes NaN for equal to
 * anything, and arf_min and arf_max leave it out in one of two orders. */
#ifndef LYC_CERTIFY_EXTREME_ARF_H
#define LYC_CERTIFY_EXTREME_ARF_H

#include "lyapcert/arith.h"

/* min(x, y) as a lower bound: -inf where either is NaN. */
static inline void lyc_arf_min_down(arf_t z, const arf_t x, const arf_t y)
{
    if (arf_is_nan(x) || arf_is_nan(y))
        arf_neg_inf(z);
    else
        arf_set(z, arf_cmp(x, y) < 0 ? x : y);
}

static inline void lyc_arf_max_down(arf_t z, const arf_t x, const arf_t y)
{
    if (arf_is_nan(x) || arf_is_nan(y))
        arf_neg_inf(z);
    else
        arf_set(z, arf_cmp(x, y) > 0 ? x : y);
}

/* min(x, y), max(x, y) as upper bounds: +inf where either is NaN. */
static inline void lyc_arf_min_up(arf_t z, const arf_t x, const arf_t y)
{
    if (arf_is_nan(x) || arf_is_nan(y))
        arf_pos_inf(z);
    else
        arf_set(z, arf_cmp(x, y) < 0 ? x : y);
}

static inline void lyc_arf_max_up(arf_t z, const arf_t x, const arf_t y)
{
    if (arf_is_nan(x) || arf_is_nan(y))
        arf_pos_inf(z);
    else
        arf_set(z, arf_cmp(x, y) > 0 ? x : y);
}

/* x <= y, both known. */
static inline int lyc_arf_is_le(const arf_t x, const arf_t y)
{
    return !arf_is_nan(x) && !arf_is_nan(y) && arf_cmp(x, y) <= 0;
}

#endif
