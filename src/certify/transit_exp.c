#include "certify/transit_round.h"

/* Theorem finite-depth.exponential */
/* x = k log 2 + r. Errors, relative: r, 2^-43; the polynomial of degree 14 in
 * r, 2^-46 and what it leaves out, 2^-60; together below 2^-42. */
double lyc_exp_up(double x)
{
    if (!(x <= 700))
        return INFINITY;
    if (x < -700)
        return 1e-304;
    const double k = rint(x * 1.4426950408889634);
    const double r = x - k * 0.69314718055994531;
    double p = 1;
    for (int n = 14; n >= 1; n--)
        p = 1 + r * p / n;
    return lyc_up(ldexp(p * (1 + 0x1p-40), (int)k));
}
