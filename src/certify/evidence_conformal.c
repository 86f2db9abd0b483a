#include "certify/evidence_matrix.h"
#include "certify/mean_determinant.h"

static int read_conformal(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_matrix_evidence_read_square(e, &lyc_evidence_conformal, r, d);
}

/* The determinant of the first n rows and columns of q is positive. */
static lyc_truth_t is_minor_positive(const lyc_matrix_struct *q, slong n)
{
    int sign;
    lyc_number_t z;
    lyc_matrix_t m;
    lyc_number_init(z);
    lyc_matrix_init(m, n, n);
    for (slong i = 0; i < n * n; i++)
        lyc_number_set(m->entry + i, lyc_matrix_entry(q, i / n, i % n));
    lyc_truth_t t = lyc_matrix_det(z, m);
    if (t == LYC_TRUE)
        t = lyc_number_sign(&sign, z);
    if (t == LYC_TRUE && sign <= 0)
        t = LYC_FALSE;
    lyc_number_clear(z);
    lyc_matrix_clear(m);
    return t;
}

/* Q symmetric and positive definite. */
static lyc_verdict_t require_positive(const lyc_matrix_struct *q, lyc_diag_t d)
{
    lyc_verdict_t s = LYC_PROVED;
    for (slong i = 0; i < q->rows; i++)
        for (slong j = 0; j < i && s == LYC_PROVED; j++)
            s = lyc_evidence_require(
                lyc_number_equal(lyc_matrix_entry(q, i, j),
                                 lyc_matrix_entry(q, j, i)),
                "Q is symmetric", -1, d);
    for (slong n = 1; n <= q->rows && s == LYC_PROVED; n++)
        s = lyc_evidence_require(is_minor_positive(q, n),
                                 "Q is positive definite", -1, d);
    return s;
}

/* A^T Q A is a multiple of Q, hence |det A|^(2/d) Q. */
static lyc_verdict_t require_similarity(const lyc_law_t law, slong n,
                                        const lyc_matrix_struct *q,
                                        lyc_diag_t d)
{
    const lyc_matrix_struct *a = law->atom + n;
    const slong dim = law->dim;
    lyc_verdict_t s = LYC_PROVED;
    lyc_matrix_t at, m;
    lyc_number_t y, z;
    lyc_matrix_init(at, dim, dim);
    lyc_matrix_init(m, dim, dim);
    lyc_number_init(y);
    lyc_number_init(z);
    lyc_matrix_transpose(at, a);
    lyc_matrix_mul(m, at, q);
    lyc_matrix_mul(at, m, a);
    for (slong i = 1; i < dim * dim && s == LYC_PROVED; i++)
    {
        lyc_number_mul(y, at->entry, q->entry + i);
        lyc_number_mul(z, q->entry, at->entry + i);
        s = lyc_evidence_require(lyc_number_equal(y, z),
                                 "A^T Q A is a multiple of Q", n, d);
    }
    lyc_matrix_clear(at);
    lyc_matrix_clear(m);
    lyc_number_clear(y);
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
    lyc_verdict_t s = lyc_matrix_evidence_fits_square(e, law, d);
    if (s == LYC_PROVED)
        s = require_positive(q, d);
    if (s != LYC_PROVED)
        return s;
    lyc_number_struct *det = lyc_law_determinants(law);
    for (slong n = 0; n < law->length && s == LYC_PROVED; n++)
    {
        s = require_similarity(law, n, q, d);
        if (s == LYC_PROVED)
            s = lyc_evidence_in_time(limits, d);
    }
    if (s == LYC_PROVED)
        s = lyc_facts_mean_determinant(facts, law, det, e->prec, limits, d);
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
