#include "enclose/depth/depth.h"
#include "enclose/enclose.h"

static void add_tails(lyc_depth_t r, const lyc_transit_t walk,
                      const lyc_depth_request *request,
                      const lyc_limits_t limits)
{
    double *s = lyc_calloc((size_t)request->levels + 1, sizeof *s);
    lyc_evidence_t e;
    const slong used =
        lyc_depth_tails(r->probability, s, walk, request, limits);
    if (used > 0)
    {
        lyc_evidence_init(e);
        lyc_evidence_set_tails(e, 64, s, used);
        lyc_certificate_add_evidence(r->certificate, e);
    }
    free(s);
}

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
    add_tails(r, walk, request, limits);
    lyc_depth_conclude(r, request, &m);
    return lyc_certificate_recheck(NULL, c, limits, d) ? LYC_PROVED
                                                       : LYC_FAILURE;
}

/* The name of the method that fills walk and e, or NULL. */
static const char *propose(lyc_transit_t walk, lyc_evidence_t e,
                           const lyc_law_t law,
                           const lyc_depth_request *request,
                           const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_diag_t why;
    if (lyc_depth_zero(walk, e, law, limits))
    {
        return "rank";
    }
    if (law->term != NULL)
    {
        if (lyc_depth_density(walk, e, law, limits))
        {
            return "density";
        }
        return lyc_depth_isotropic(walk, e, law, limits, d) ? "formula" : NULL;
    }
    /* So that there is time left for the length. */
    lyc_limits_t part = {*limits};
    const double now = lyc_limits_elapsed(limits);
    part->max_seconds = now + 0.5 * (limits->max_seconds - now);
    lyc_diag_init(why);
    const char *name = lyc_depth_gauge(walk, e, law, request, part, why)
                           ? "gauge"
                       : lyc_depth_length(walk, e, law, limits, d) ? "length"
                                                                   : NULL;
    lyc_diag_clear(why);
    return name;
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
    r->method = propose(walk, e, law, request, limits, d);
    if (r->method != NULL)
    {
        r->cones = walk->cells > 1 ? walk->cells : 0;
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
