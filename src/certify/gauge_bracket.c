#ifdef _OPENMP
#include <omp.h>
#endif

#include "certify/extreme_arf.h"
#include "certify/gauge_cross.h"

/* Cones crossed at a stretch. A constant, so that the rounding, and with it
 * the bracket, depends on the fan alone. */
#define BLOCK 4096

/* What the blocks have found together; minimum and maximum do not depend on
 * their order. */
typedef struct
{
    const lyc_gauge_struct *g;
    slong cones;
    arf_t lower, upper;
    slong failed; /* first cone of the first block that failed; cones: none */
    int is_late;
} survey;

static void cross_block(survey *s, lyc_crossing_t c, slong begin)
{
    const slong end = s->cones - begin > BLOCK ? begin + BLOCK : s->cones;
    const lyc_verdict_t v = lyc_crossing_run(c, begin, end);
#ifdef _OPENMP
#pragma omp critical(lyc_survey)
#endif
    {
        s->is_late = s->is_late || v == LYC_UNDECIDED;
        if (v == LYC_DISPROVED && begin < s->failed)
            s->failed = begin;
        lyc_arf_min_down(s->lower, s->lower, c->lower);
        lyc_arf_max_up(s->upper, s->upper, c->upper);
    }
}

static void cross_all(survey *s)
{
#ifdef _OPENMP
    const int threads =
        s->g->limits->threads > 0 ? s->g->limits->threads : omp_get_num_procs();
#pragma omp parallel num_threads(threads) if (s->cones > BLOCK)
#endif
    {
        lyc_crossing_t c;
        lyc_crossing_init(c, s->g);
#ifdef _OPENMP
#pragma omp for schedule(dynamic)
#endif
        for (slong begin = 0; begin < s->cones; begin += BLOCK)
            cross_block(s, c, begin);
        lyc_crossing_clear(c);
    }
}

static lyc_verdict_t cross_fan(arf_t lower, arf_t upper,
                               const lyc_gauge_struct *g, lyc_diag_t d)
{
    const slong n = lyc_fan_cones(g->fan);
    survey s = {.g = g, .cones = n, .failed = n, .is_late = 0};
    arf_init(s.lower);
    arf_init(s.upper);
    arf_pos_inf(s.lower);
    arf_neg_inf(s.upper);
    cross_all(&s);
    lyc_verdict_t v = LYC_PROVED;
    if (s.failed < n)
    {
        lyc_diag_fail(d, LYC_DISPROVED,
                      "an image leaves the fan at or after cone %ld",
                      (long)s.failed);
        v = LYC_DISPROVED;
    }
    else if (s.is_late)
    {
        lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
        v = LYC_UNDECIDED;
    }
    else
    {
        arf_t t;
        arf_init(t);
        arb_get_ubound_arf(t, g->log_scale, g->prec);
        arf_sub(lower, s.lower, t, g->prec, ARF_RND_FLOOR);
        arb_get_lbound_arf(t, g->log_scale, g->prec);
        arf_sub(upper, s.upper, t, g->prec, ARF_RND_CEIL);
        arf_clear(t);
    }
    arf_clear(s.lower);
    arf_clear(s.upper);
    return v;
}

/* Theorem bracket.main */
/* lower <= lambda_1 (Theorem bracket.lower) and lambda_1 <= upper (Theorem
 * bracket.upper), from the pieces of all cones. Hypotheses: the cones cover the
 * cone C that the fan is proved to fill, the atoms map C into C, -C or 0
 * (lyc_gauge_init), the gauge is positive on rays; -inf is the lower bound
 * where an image is 0. */
lyc_verdict_t lyc_gauge_bracket(arf_t lower, arf_t upper, const lyc_fan_t fan,
                                const lyc_law_t law, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    arf_neg_inf(lower);
    arf_pos_inf(upper);
    if (law->dim != 2 || !lyc_fan_prove(fan, d))
        return LYC_DISPROVED;
    lyc_gauge_t g;
    lyc_verdict_t v = lyc_gauge_init(g, fan, law, prec, limits, d);
    if (v == LYC_PROVED)
        v = cross_fan(lower, upper, g, d);
    if (arf_is_nan(lower))
        arf_neg_inf(lower);
    if (arf_is_nan(upper))
        arf_pos_inf(upper);
    lyc_gauge_clear(g);
    return v;
}
