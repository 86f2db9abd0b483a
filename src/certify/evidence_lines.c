#include "certify/evidence_matrix.h"
#include "certify/mean_determinant.h"
#include "certify/monomial.h"

static int read_lines(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_matrix_evidence_read_square(e, &lyc_evidence_lines, r, d);
}

/* Whether A sends line 0 to line `to` and line 1 to the other one. */
static lyc_truth_t sends(const lyc_matrix_struct *a,
                         const lyc_matrix_struct *lines, slong to)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_matrix_t w;
    lyc_number_t z;
    lyc_matrix_init(w, 2, 2);
    lyc_number_init(z);
    lyc_matrix_mul(w, a, lines);
    for (slong i = 0; i < 2 && truth == LYC_TRUE; i++)
    {
        lyc_matrix_columns_det(z, w, i, lines, to == 0 ? i : 1 - i);
        truth = lyc_number_is_zero(z);
    }
    lyc_matrix_clear(w);
    lyc_number_clear(z);
    return truth;
}

static lyc_truth_t negate(lyc_truth_t t)
{
    return t == LYC_UNKNOWN ? t : t == LYC_TRUE ? LYC_FALSE : LYC_TRUE;
}

/* d = 2, lines that are exchanged. */
static lyc_verdict_t establish_pair(lyc_facts_t facts, const lyc_evidence_t e,
                                    const lyc_law_t law,
                                    const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_matrix_struct *lines = e->data;
    lyc_verdict_t s;
    lyc_number_t z;
    lyc_number_init(z);
    lyc_matrix_columns_det(z, lines, 0, lines, 1);
    s = lyc_evidence_require(negate(lyc_number_is_zero(z)),
                             "the two lines are different", -1, d);
    lyc_number_clear(z);
    if (s != LYC_PROVED)
        return s;
    int swaps = 0;
    lyc_number_struct *det = lyc_law_determinants(law);
    for (slong n = 0; n < law->length && s == LYC_PROVED; n++)
    {
        s = lyc_evidence_require(negate(lyc_number_is_zero(det + n)),
                                 "invertible", n, d);
        if (s == LYC_PROVED)
            s = lyc_evidence_in_time(limits, d);
        if (s != LYC_PROVED)
            break;
        const lyc_truth_t keeps = sends(law->atom + n, lines, 0);
        if (keeps == LYC_TRUE)
            continue;
        s = lyc_evidence_require(
            keeps == LYC_UNKNOWN ? keeps : sends(law->atom + n, lines, 1),
            "the pair of lines is invariant", n, d);
        swaps = 1;
    }
    if (s == LYC_PROVED)
        s = lyc_evidence_require(swaps ? LYC_TRUE : LYC_FALSE,
                                 "some atom swaps the lines", -1, d);
    if (s == LYC_PROVED)
        s = lyc_facts_mean_determinant(facts, law, det, e->prec, limits, d);
    lyc_law_determinants_clear(det, law);
    return s;
}

/* Theorem setting.monomial */
static lyc_verdict_t establish_lines(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_verdict_t v = lyc_matrix_evidence_fits_square(e, law, d);
    if (v != LYC_PROVED)
        return v;
    return law->dim == 2
               ? establish_pair(facts, e, law, limits, d)
               : lyc_facts_monomial(facts, law, e->data, e->prec, limits, d);
}

const lyc_evidence_type lyc_evidence_lines = {"lines",
                                              read_lines,
                                              lyc_matrix_evidence_write,
                                              establish_lines,
                                              lyc_matrix_evidence_clear,
                                              0,
                                              LYC_BOXES_FINITE};

void lyc_evidence_set_lines(lyc_evidence_t e, slong prec,
                            const lyc_matrix_t lines)
{
    lyc_matrix_evidence_set(e, &lyc_evidence_lines, prec, lines);
}
