#include "enclose/depth/depth.h"
#include "enclose/enclose.h"

static lyc_verdict_t conclude(lyc_depth_t r, const lyc_transit_t walk,
                              lyc_evidence_t e, const lyc_law_t law,
                              const lyc_depth_request *request,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_transit_means m;
    if (!lyc_transit_mean(&m, walk, request->depth, limits))
    {
        lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
        return LYC_UNDECIDED;
    }
    lyc_certificate_struct *c = r->certificate;
    c->law_text = lyc_law_self_text(law);
    if (c->law_text == NULL)
    {
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "the law has no text of its own to be certified");
        return LYC_UNDECIDED;
    }
    c->method = lyc_strdup(r->method);
    lyc_certificate_add_evidence(c, e);
    lyc_depth_conclude(r, request->depth, &m);
    return lyc_certificate_recheck(NULL, c, limits, d) ? LYC_PROVED
                                                       : LYC_FAILURE;
}

lyc_verdict_t lyc_depth_enclose(lyc_depth_t r, const lyc_law_t law,
                                const lyc_depth_request *request,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    const double begin = lyc_limits_elapsed(limits);
    lyc_verdict_t v = LYC_UNDECIDED;
    lyc_transit_t walk;
    lyc_evidence_t e;
    lyc_evidence_init(e);
    if (lyc_depth_gauge(walk, e, law, request, limits, d))
    {
        r->method = "gauge";
        r->cones = walk->cells;
        v = conclude(r, walk, e, law, request, limits, d);
        lyc_transit_clear(walk);
    }
    else if (!d->is_set)
    {
        lyc_diag_fail(d, v, "no method bounds the depth of this law");
    }
    lyc_evidence_clear(e);
    r->seconds = lyc_limits_elapsed(limits) - begin;
    return v;
}
