#include "certify/kinds.h"
#include "certify/transit.h"
#include "certify/transit_round.h"

/* Theorem finite-depth.zero */
/* The evidence proves lambda_1 = -inf by a draw that is 0 with positive
 * probability (rank < 1). */
lyc_verdict_t lyc_transit_set_zero(lyc_transit_t w, const lyc_law_t law,
                                   const lyc_evidence_t e,
                                   const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_facts_t facts;
    lyc_facts_init(facts, law->dim);
    lyc_verdict_t v = lyc_evidence_establish(facts, e, law, limits, d);
    if (v == LYC_PROVED && !arf_is_neg_inf(facts->exponent_upper))
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "no draw is proved to be 0 with positive "
                              "probability");
    if (v == LYC_PROVED)
    {
        lyc_transit_init(w, law->dim, 0, 1);
        lyc_transit_add_piece(w, 0);
        w->share[0] = 1;
        w->lower[0] = w->upper[0] = -INFINITY;
    }
    lyc_facts_clear(facts);
    return v;
}
