#include <math.h>

#include "certify/box_round.h"

/* log m = 2 artanh s, s = (m - 1) / (m + 1), for sqrt(1/2) <= m < sqrt(2):
 * |s| < 0.1716. The series 2 s (1 + s^2/3 + … + s^20/21) leaves out less than
 * 2 |s|^23 / (23 (1 - s^2)) < 2^-61. */
static double log_mantissa(double m)
{
    const double s = (m - 1) / (m + 1); /* m - 1 exact; 2 roundings */
    const double z = s * s;
    double p = 1.0 / 21;
    for (int n = 19; n >= 1; n -= 2)
        p = p * z + 1.0 / n;
    return 2 * s * p;
}

/* Theorem spectrum.logarithm */
/* x = 2^e m. Errors: log_mantissa 2^-51; e log 2 with log 2 rounded, twice
 * 2^-54 |e|, and the sum, 2^-53 (|e| + 1): together below 2^-50 (|e| + 1).
 * Twice that is allowed for. */
void lyc_log_bounds(double *low, double *high, double x)
{
    if (!(x > 0 && x <= DBL_MAX))
    {
        *low = -INFINITY;
        *high = INFINITY;
        return;
    }
    int e;
    double m = frexp(x, &e);
    if (m < 0.70710678118654752)
    {
        m *= 2;
        e--;
    }
    const double value = e * 0.69314718055994531 + log_mantissa(m);
    const double error = 0x1p-49 * (fabs((double)e) + 1);
    *low = value - error;
    *high = value + error;
}
