#include <math.h>
#include <string.h>

#include "certify/conclusion.h"
#include "certify/depth.h"
#include "certify/extreme.h"
#include "certify/tails.h"

/* What is known of one depth, so that it is worked out once. */
typedef struct
{
    const lyc_transit_struct *walk;
    const lyc_tails *tails; /* or NULL */
    slong depth;            /* 0: none yet */
    lyc_transit_means means;
} known;

static lyc_verdict_t refuse(const lyc_conclusion *q, const char *side,
                            double proved, lyc_diag_t d)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_conclusion_get_text(t, q);
    lyc_diag_fail(d, LYC_DISPROVED, "%s: the %s proved is %.17g", t->bytes,
                  side, proved);
    lyc_text_clear(t);
    return LYC_DISPROVED;
}

static lyc_verdict_t check_means(const lyc_conclusion *q, known *k,
                                 const lyc_limits_t limits, lyc_diag_t d)
{
    if (k->depth != q->depth &&
        !lyc_transit_mean(&k->means, k->walk, q->depth, limits))
        return lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    k->depth = q->depth;
    const int is_norm = q->what == LYC_DEPTH_NORM;
    const double lower = is_norm ? k->means.norm_lower : k->means.lower;
    const double upper = is_norm ? k->means.norm_upper : k->means.upper;
    if (isnan(lower) || arf_is_nan(q->lower) || arf_cmp_d(q->lower, lower) > 0)
        return refuse(q, "lower bound", lower, d);
    if (isnan(upper) || arf_is_nan(q->upper) || arf_cmp_d(q->upper, upper) < 0)
        return refuse(q, "upper bound", upper, d);
    return LYC_PROVED;
}

/* Whichever bound is small enough does. */
static lyc_verdict_t check_probability(const lyc_conclusion *q, const known *k,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    const int side = q->what == LYC_DEPTH_ABOVE ? 1 : -1;
    const double level =
        arf_get_d(q->lower, side > 0 ? ARF_RND_FLOOR : ARF_RND_CEIL);
    double best = 1;
    for (slong i = 0; k->tails != NULL && i < k->tails->length; i++)
    {
        const double s = k->tails->s[i];
        const double p =
            s == 0
                ? lyc_transit_range(k->walk, q->depth, level, side)
                : lyc_transit_moment(k->walk, q->depth, level, side, s, limits);
        best = lyc_min_up(best, p);
        if (!arf_is_nan(q->upper) && arf_cmp_d(q->upper, best) >= 0)
            return LYC_PROVED;
        if (lyc_limits_out_of_time(limits))
            return lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
    }
    if (!arf_is_nan(q->upper) && arf_cmp_d(q->upper, best) >= 0)
        return LYC_PROVED;
    return refuse(q, "probability", best, d);
}

/* One gauge, and at most one list of tails. */
static int find_evidence(const lyc_evidence_struct **gauge,
                         const lyc_tails **tails, const lyc_certificate_t c,
                         slong box)
{
    *gauge = NULL;
    *tails = NULL;
    for (slong i = 0; i < c->evidences; i++)
    {
        const lyc_evidence_struct *e = c->evidence + i;
        const lyc_tails *t = lyc_evidence_tails_of(e);
        if (e->box != box)
            continue;
        if (t != NULL ? *tails != NULL : *gauge != NULL)
            return 0;
        if (t != NULL)
            *tails = t;
        else
            *gauge = e;
    }
    return *gauge != NULL;
}

static lyc_verdict_t check_all(const lyc_certificate_t c, slong box,
                               const lyc_transit_struct *w,
                               const lyc_tails *tails,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    known k = {.walk = w, .tails = tails, .depth = 0};
    for (slong i = 0; i < c->conclusions && v == LYC_PROVED; i++)
    {
        const lyc_conclusion *q = c->conclusion + i;
        if (q->box != box)
            continue;
        if (q->kind != LYC_CONCLUDE_DEPTH)
            return lyc_evidence_fail(d, LYC_MALFORMED,
                                     "conclusions about a depth and others do "
                                     "not mix");
        v = q->what == LYC_DEPTH_VECTOR || q->what == LYC_DEPTH_NORM
                ? check_means(q, &k, limits, d)
                : check_probability(q, &k, limits, d);
    }
    return v;
}

lyc_verdict_t lyc_certificate_check_depth(lyc_facts_t facts,
                                          const lyc_certificate_t c, slong box,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    lyc_law_t law;
    lyc_transit_t w;
    lyc_verdict_t v;
    const lyc_evidence_struct *e;
    const lyc_tails *tails;
    if (!find_evidence(&e, &tails, c, box))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "a depth is proved by one gauge");
    lyc_law_init(law);
    if (!lyc_certificate_parse_law(law, c, box, file, d))
        v = d->is_set ? d->status : LYC_MALFORMED;
    else
    {
        lyc_facts_clear(facts);
        lyc_facts_init(facts, law->dim);
        v = lyc_transit_set(w, law, e, limits, d);
        if (v == LYC_PROVED)
        {
            v = check_all(c, box, w, tails, limits, d);
            lyc_transit_clear(w);
        }
    }
    lyc_law_clear(law);
    return v;
}
