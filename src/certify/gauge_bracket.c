#include "certify/gauge_cross.h"

/* Cones crossed at a stretch. A constant, so that the rounding, and with it
 * the bracket, depends on the fan alone. */
#define BLOCK 4096

static lyc_verdict_t cross_all(lyc_crossing_t c, const lyc_limits_t limits,
                               lyc_diag_t d)
{
    const slong n = lyc_fan_cones(c->g->fan);
    for (slong j = 0; j < n; j += BLOCK)
    {
        const slong end = j + BLOCK < n ? j + BLOCK : n;
        if (!lyc_crossing_run(c, j, end))
        {
            lyc_diag_fail(d, LYC_DISPROVED,
                          "an image leaves the fan near cone %ld", (long)j);
            return LYC_DISPROVED;
        }
        if (lyc_limits_out_of_time(limits))
        {
            lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
            return LYC_UNDECIDED;
        }
    }
    return LYC_PROVED;
}

/* Theorem bracket.main */
/* lower <= lambda_1 (Theorem 1a) and lambda_1 <= upper (Theorem 1b), from the
 * pieces of all cones. Hypotheses: the cones cover the cone C that the fan is
 * proved to fill, the atoms map C into C, -C or 0 (lyc_gauge_init), the gauge
 * is positive on rays; -inf is the lower bound where an image is 0. */
lyc_verdict_t lyc_gauge_bracket(arf_t lower, arf_t upper, const lyc_fan_t fan,
                                const lyc_law_t law, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    if (law->dim != 2 || !lyc_fan_prove(fan, d))
        return LYC_DISPROVED;
    lyc_gauge_t g;
    lyc_verdict_t v = lyc_gauge_init(g, fan, law, prec, d);
    if (v == LYC_PROVED)
    {
        lyc_crossing_t c;
        lyc_crossing_init(c, g);
        v = cross_all(c, limits, d);
        if (v == LYC_PROVED)
        {
            arf_t t;
            arf_init(t);
            arb_get_ubound_arf(t, g->log_scale, prec);
            arf_sub(t, c->lower, t, prec, ARF_RND_FLOOR);
            if (!arf_is_nan(t))
                arf_set(lower, t);
            arb_get_lbound_arf(t, g->log_scale, prec);
            arf_sub(t, c->upper, t, prec, ARF_RND_CEIL);
            if (!arf_is_nan(t))
                arf_set(upper, t);
            arf_clear(t);
        }
        lyc_crossing_clear(c);
    }
    lyc_gauge_clear(g);
    return v;
}
