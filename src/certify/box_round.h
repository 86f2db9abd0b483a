/* Bounds on what one rounded operation on doubles was meant to be.
 *
 * u = 2^-53. Operations round to nearest, in double precision, fused or not;
 * -ffast-math would make all of this wrong. NaN stays NaN in lyc_down and
 * lyc_up, and so does an infinity of the wrong sign, +inf rounded down or -inf
 * rounded up; NaN fails every comparison and is kept by certify/extreme.h. */
#ifndef LYC_CERTIFY_BOX_ROUND_H
#define LYC_CERTIFY_BOX_ROUND_H

#include <float.h>
#include <math.h>

#include "certify/extreme.h"

#ifdef __FAST_MATH__
#error "bounds of rounding errors need IEEE arithmetic"
#endif
#if FLT_EVAL_METHOD != 0
#error "doubles must be rounded to double precision"
#endif

/* At most, at least, the exact value of the operation that gave x: half a unit
 * in the last place is at most u|x|, and 2^-1075 below the normal range. */
static inline double lyc_down(double x)
{
    return x - (fabs(x) * 0x1p-52 + DBL_MIN);
}

static inline double lyc_up(double x)
{
    return x + (fabs(x) * 0x1p-52 + DBL_MIN);
}

/* *low <= log x <= *high for finite x > 0; -inf, +inf for anything else. */
void lyc_log_bounds(double *low, double *high, double x);

#endif
