#include <math.h>

#include "certify/mixed.h"

/* The set is all of the plane without 0: every image lies in it or is 0, the
 * gauge is between two norms, and its rate is bounded on every cone. */
/* Theorem continuous-laws.bracket */
lyc_verdict_t lyc_mixed_bracket(arf_t lower, arf_t upper, const lyc_mesh_t mesh,
                                const lyc_affine_law_t f, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_mixed_t m;
    lyc_mixed_bound b = {.mass = NULL};
    double low = INFINITY, high = -INFINITY;
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    lyc_verdict_t v = lyc_mixed_init(m, f, mesh, prec, d);
    for (slong j = 0; v == LYC_PROVED && j < mesh->fan->length; j++)
    {
        if (lyc_limits_out_of_time(limits))
        {
            lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
            v = LYC_UNDECIDED;
            break;
        }
        lyc_mixed_cone(&b, m, mesh->fan, j);
        low = lyc_min_down(low, lyc_down(b.lower + b.offset_lower));
        high = lyc_max_up(high, lyc_up(b.upper + b.offset_upper));
    }
    if (v == LYC_PROVED)
    {
        arf_set_d(lower, low);
        arf_set_d(upper, high);
    }
    lyc_mixed_clear(m);
    return v;
}
