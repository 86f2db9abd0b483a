#include <math.h>

#include "lyapcert/report.h"

/* Beyond this many zeros a number is shown as the 0 that it is for readers. */
#define MAX_ZEROS 1000

/* Zeros between the point and the first digit of x. */
static slong leading_zeros(const arf_t x)
{
    arb_t t;
    double zeros = 0;
    arb_init(t);
    if (arf_is_finite(x) && !arf_is_zero(x) && arf_cmpabs_2exp_si(x, 0) < 0)
    {
        arb_set_arf(t, x);
        arb_abs(t, t);
        arb_log(t, t, 53);
        zeros = floor(-arf_get_d(arb_midref(t), ARF_RND_NEAR) / log(10));
    }
    arb_clear(t);
    return zeros < MAX_ZEROS ? (slong)zeros : 0;
}

slong lyc_report_shown(slong digits, double tol, const arf_t x)
{
    if (digits == 0)
    {
        digits = (slong)ceil(-log10(tol));
    }
    else
    {
        digits += leading_zeros(x);
    }
    return digits < 12 ? 15 : digits + 3;
}
