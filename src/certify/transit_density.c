#include <math.h>

#include "certify/density.h"
#include "certify/kinds.h"
#include "certify/transit.h"

/* log(f(x)/|x|) between two knots, from the heights there and the coordinate v
 * of (1, v) or (v, 1): h - log(1 + v^2)/2. */
static void extend(double *low, double *high, const double h[2],
                   const double v[2])
{
    const double a = fabs(v[0]), b = fabs(v[1]);
    const double far = lyc_max_up(a, b),
                 near = v[0] * v[1] > 0 ? lyc_min_down(a, b) : 0;
    double least, most, ignored;
    lyc_log_bounds(&ignored, &most, lyc_up(1 + lyc_up(far * far)));
    lyc_log_bounds(&least, &ignored, lyc_down(1 + lyc_down(near * near)));
    *low = lyc_min_down(*low, lyc_down(lyc_min_down(h[0], h[1]) - most / 2));
    *high = lyc_max_up(
        *high, lyc_up(lyc_max_up(h[0], h[1]) - lyc_size_down(least) / 2));
}

/* Of the gauge between knots over the Euclidean norm. */
static void set_norms(double *low, double *high, const lyc_knots_struct *k)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (slong i = 0; i < k->length; i++)
    {
        double h[2], v[2];
        for (slong end = 0; end < 2; end++)
        {
            const slong j = (i + end) % k->length;
            const double w =
                j < i ? 4 : ldexp((double)k->at[j], (int)-k->scale);
            const double from = ldexp((double)k->at[i], (int)-k->scale);
            v[end] = from < 2 ? w - 1 : 3 - w;
            h[end] = ldexp((double)k->height[j], (int)-k->height_scale);
        }
        extend(low, high, h, v);
    }
}

/* Theorem finite-depth.one-cell */
/* The rate of the gauge is bounded in every direction: one cell, one piece. */
lyc_verdict_t lyc_transit_set_density(lyc_transit_t w, const lyc_law_t law,
                                      const lyc_evidence_t e,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_knots_struct *k = lyc_evidence_knots(e);
    lyc_affine_law_t f;
    arf_t lower, upper;
    const char *why;
    lyc_verdict_t v = LYC_DISPROVED;
    arf_init(lower);
    arf_init(upper);
    lyc_affine_law_init(f);
    if (k->acts != LYC_ACTS_LAW)
        lyc_evidence_fail(d, v, "finite depth needs a gauge of the law itself");
    else if (!lyc_affine_law_set(f, &why, law))
        lyc_evidence_fail(d, v, "densities are not for this law: %s", why);
    else
        v = lyc_density_bracket(lower, upper, k, f, e->prec, limits, d);
    if (v == LYC_PROVED)
    {
        lyc_transit_init(w, law->dim, 0, 1);
        lyc_transit_add_piece(w, 0);
        w->share[0] = 1;
        w->lower[0] = arf_get_d(lower, ARF_RND_FLOOR);
        w->upper[0] = arf_get_d(upper, ARF_RND_CEIL);
        set_norms(w->norm_low, w->norm_high, k);
    }
    lyc_affine_law_clear(f);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}
