#include "certify/evidence_matrix.h"
#include "certify/half_determinant.h"

static int read_conformal(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_matrix_evidence_read(e, &lyc_evidence_conformal, 2, 2, r, d);
}

static lyc_truth_t is_positive(const lyc_number_t x)
{
    int sign;
    if (lyc_number_sign(&sign, x) != LYC_TRUE)
        return LYC_UNKNOWN;
    return sign > 0 ? LYC_TRUE : LYC_FALSE;
}

/* Q symmetric and positive definite. */
static lyc_verdict_t require_positive(const lyc_matrix_struct *q, lyc_diag_t d)
{
    lyc_number_t z;
    lyc_number_init(z);
    lyc_verdict_t s = lyc_evidence_require(
        lyc_number_equal(lyc_matrix_entry(q, 0, 1), lyc_matrix_entry(q, 1, 0)),
        "Q is symmetric", -1, d);
    if (s == LYC_PROVED)
        s = lyc_evidence_require(is_positive(lyc_matrix_entry(q, 0, 0)),
                                 "Q is positive definite", -1, d);
    lyc_matrix_det(z, q);
    if (s == LYC_PROVED)
        s = lyc_evidence_require(is_positive(z), "Q is positive definite", -1,
                                 d);
    lyc_number_clear(z);
    return s;
}

/* A^T Q A = |det A| Q. */
static lyc_verdict_t require_similarity(const lyc_law_t law, slong n,
                                        const lyc_matrix_struct *q,
                                        const lyc_number_struct *det,
                                        lyc_diag_t d)
{
    const lyc_matrix_struct *a = law->atom + n;
    lyc_verdict_t s = LYC_PROVED;
    lyc_matrix_t at, m;
    lyc_number_t c, z;
    lyc_matrix_init(at, 2, 2);
    lyc_matrix_init(m, 2, 2);
    lyc_number_init(c);
    lyc_number_init(z);
    lyc_matrix_transpose(at, a);
    lyc_matrix_mul(m, at, q);
    lyc_matrix_mul(at, m, a);
    lyc_number_abs(c, det);
    for (slong i = 0; i < 4 && s == LYC_PROVED; i++)
    {
        lyc_number_mul(z, c, q->entry + i);
        s = lyc_evidence_require(lyc_number_equal(at->entry + i, z),
                                 "A^T Q A = |det A| Q", n, d);
    }
    lyc_matrix_clear(at);
    lyc_matrix_clear(m);
    lyc_number_clear(c);
    lyc_number_clear(z);
    return s;
}

/* Theorem setting.conformal */
static lyc_verdict_t establish_conformal(lyc_facts_t facts,
                                         const lyc_evidence_t e,
                                         const lyc_law_t law,
                                         const lyc_limits_t limits,
                                         lyc_diag_t d)
{
    const lyc_matrix_struct *q = e->data;
    lyc_verdict_t s = lyc_matrix_evidence_fits(e, law, 2, d);
    if (s == LYC_PROVED)
        s = require_positive(q, d);
    if (s != LYC_PROVED)
        return s;
    lyc_number_struct *det = lyc_law_determinants(law);
    for (slong n = 0; n < law->length && s == LYC_PROVED; n++)
    {
        s = require_similarity(law, n, q, det + n, d);
        if (s == LYC_PROVED)
            s = lyc_evidence_in_time(limits, d);
    }
    if (s == LYC_PROVED)
        s = lyc_facts_half_determinant(facts, law, det, e->prec, limits, d);
    lyc_law_determinants_clear(det, law);
    return s;
}

const lyc_evidence_type lyc_evidence_conformal = {"conformal",
                                                  read_conformal,
                                                  lyc_matrix_evidence_write,
                                                  establish_conformal,
                                                  lyc_matrix_evidence_clear,
                                                  0,
                                                  LYC_BOXES_FINITE};

void lyc_evidence_set_conformal(lyc_evidence_t e, slong prec,
                                const lyc_matrix_t q)
{
    lyc_matrix_evidence_set(e, &lyc_evidence_conformal, prec, q);
}
