/* The lesser and the greater of two bounds in doubles, NaN being no bound.
 *
 * fmin and fmax leave a NaN out, and so does "x < y ? x : y" in one of two
 * orders: what was to be a bound of everything would then bound the rest. Here
 * NaN in either place gives the end that says nothing: -inf for a bound from
 * below (_down), +inf for one from above (_up). That holds for sharpening as
 * well, the greater of two lower bounds or the lesser of two upper ones. */
#ifndef LYC_CERTIFY_EXTREME_H
#define LYC_CERTIFY_EXTREME_H

#include <math.h>

/* min(x, y) and max(x, y) as lower bounds. */
static inline double lyc_min_down(double x, double y)
{
    return isunordered(x, y) ? -INFINITY : x < y ? x : y;
}

static inline double lyc_max_down(double x, double y)
{
    return isunordered(x, y) ? -INFINITY : x > y ? x : y;
}

/* min(x, y) and max(x, y) as upper bounds. */
static inline double lyc_min_up(double x, double y)
{
    return isunordered(x, y) ? INFINITY : x < y ? x : y;
}

static inline double lyc_max_up(double x, double y)
{
    return isunordered(x, y) ? INFINITY : x > y ? x : y;
}

/* max(x, y) where neither is NaN, for innermost loops. */
static inline double lyc_max_number(double x, double y)
{
    return x > y ? x : y;
}

/* A lower bound x of a number that is not negative: at least 0, whatever x
 * is. */
static inline double lyc_size_down(double x)
{
    return x > 0 ? x : 0;
}

/* Bounds of a probability: cut off at 0 and 1, which hold whatever x is. */
static inline double lyc_share_down(double x)
{
    return x > 0 ? x : 0;
}

static inline double lyc_share_up(double x)
{
    return x < 1 ? x : 1;
}

#endif
