#include "certify/affine_volume.h"
#include "certify/kinds.h"

/* Theorem continuous-laws.volume */
/* The sum of all exponents is E log|det A|. */
static lyc_verdict_t establish_volume(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    (void)limits;
    const char *why;
    lyc_affine_law_t f;
    arb_t value;
    lyc_verdict_t v = LYC_PROVED;
    if (law->dim != 2 && law->dim != 3)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the volume is for dimension 2 and 3");
    arb_init(value);
    lyc_affine_law_init(f);
    if (!lyc_affine_law_set(f, &why, law))
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the volume is not for this law: %s", why);
    else
    {
        const lyc_truth_t truth = lyc_affine_volume(value, f, e->prec);
        if (truth == LYC_TRUE)
            lyc_facts_sum_arb(facts, law->dim, value);
        else if (truth == LYC_FALSE)
            lyc_facts_exponent_minus_inf(facts, law->dim);
        else
            v = lyc_evidence_fail(d, LYC_UNDECIDED,
                                  "E log|det A| has no formula here");
    }
    lyc_affine_law_clear(f);
    arb_clear(value);
    return v;
}

const lyc_evidence_type lyc_evidence_volume = {"volume",
                                               lyc_evidence_read_none,
                                               lyc_evidence_write_none,
                                               establish_volume,
                                               lyc_evidence_clear_none,
                                               1,
                                               0};

void lyc_evidence_set_volume(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_volume, prec, NULL);
}
