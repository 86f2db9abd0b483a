#include "certify/kinds.h"
#include "certify/term_rank.h"

/* An upper bound of the rank; *unknown when a test was not decided. Of
 * irrational matrices only 0 and singular ones are recognised. */
static slong rank_upper(int *unknown, const lyc_matrix_t a)
{
    if (lyc_matrix_is_rational(a))
        return lyc_rational_rank(a);
    slong zeros = 0;
    for (slong i = 0; i < a->rows * a->columns; i++)
        zeros += lyc_number_is_zero(a->entry + i) == LYC_TRUE;
    if (zeros == a->rows * a->columns)
        return 0;
    lyc_number_t det;
    lyc_number_init(det);
    const lyc_truth_t singular = lyc_matrix_det(det, a) == LYC_TRUE
                                     ? lyc_number_is_zero(det)
                                     : LYC_UNKNOWN;
    lyc_number_clear(det);
    *unknown = *unknown || singular == LYC_UNKNOWN;
    return singular == LYC_TRUE ? a->rows - 1 : a->rows;
}

/* Theorem closed-forms.rank */
static lyc_verdict_t establish_term(lyc_facts_t facts, const lyc_law_t law,
                                    lyc_diag_t d)
{
    const slong rank = lyc_term_rank(law->term);
    if (rank >= law->dim)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "no draw of small rank was found");
    lyc_facts_exponent_minus_inf(facts, rank + 1);
    return LYC_PROVED;
}

/* Theorem setting.rank */
static lyc_verdict_t establish_rank(lyc_facts_t facts, const lyc_evidence_t e,
                                    const lyc_law_t law,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    (void)e;
    if (law->term != NULL)
        return establish_term(facts, law, d);
    int unknown = 0;
    slong rank = law->dim;
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < law->length && v == LYC_PROVED; i++)
    {
        const slong r = rank_upper(&unknown, law->atom + i);
        rank = FLINT_MIN(r, rank);
        v = lyc_evidence_in_time(limits, d);
    }
    for (slong k = rank + 1; k <= law->dim; k++)
        lyc_facts_exponent_minus_inf(facts, k);
    if (v != LYC_PROVED || rank < law->dim)
        return v;
    return lyc_evidence_require(unknown ? LYC_UNKNOWN : LYC_FALSE,
                                "some atom is singular", -1, d);
}

const lyc_evidence_type lyc_evidence_rank = {
    "rank",          lyc_evidence_read_none,  lyc_evidence_write_none,
    establish_rank,  lyc_evidence_clear_none, 1,
    LYC_BOXES_FINITE};

void lyc_evidence_set_rank(lyc_evidence_t e)
{
    lyc_evidence_set_type(e, &lyc_evidence_rank, 64, NULL);
}
