#include <string.h>

#include "certify/conclusion.h"
#include "certify/depth.h"

/* What is known of one depth, so that it is worked out once. */
typedef struct
{
    const lyc_transit_struct *walk;
    slong depth; /* 0: none yet */
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
    if (!(arf_cmp_d(q->lower, lower) <= 0))
        return refuse(q, "lower bound", lower, d);
    if (!(arf_cmp_d(q->upper, upper) >= 0))
        return refuse(q, "upper bound", upper, d);
    return LYC_PROVED;
}

/* The evidence of the walk: the only one. */
static const lyc_evidence_struct *find_walk(const lyc_certificate_t c,
                                            slong box)
{
    const lyc_evidence_struct *found = NULL;
    for (slong i = 0; i < c->evidences; i++)
    {
        if (c->evidence[i].box != box)
            continue;
        if (found != NULL)
            return NULL;
        found = c->evidence + i;
    }
    return found;
}

static lyc_verdict_t check_all(const lyc_certificate_t c, slong box,
                               const lyc_transit_struct *w,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    known k = {.walk = w, .depth = 0};
    for (slong i = 0; i < c->conclusions && v == LYC_PROVED; i++)
    {
        const lyc_conclusion *q = c->conclusion + i;
        if (q->box != box)
            continue;
        if (q->kind != LYC_CONCLUDE_DEPTH)
            return lyc_evidence_fail(d, LYC_MALFORMED,
                                     "conclusions about a depth and others do "
                                     "not mix");
        v = check_means(q, &k, limits, d);
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
    const lyc_evidence_struct *e = find_walk(c, box);
    if (e == NULL)
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
            v = check_all(c, box, w, limits, d);
            lyc_transit_clear(w);
        }
    }
    lyc_law_clear(law);
    return v;
}
