#include "certify/evidence_matrix.h"
#include "certify/log_mean.h"

static int read_eigenline(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    return lyc_matrix_evidence_read(e, &lyc_evidence_eigenline, 2, 1, r, d);
}

/* A row in which v is not 0; -1 and *truth when there is none to be found. */
static slong pivot(lyc_truth_t *truth, const lyc_matrix_struct *v)
{
    *truth = LYC_FALSE;
    for (slong i = 0; i < 2; i++)
    {
        const lyc_truth_t t = lyc_number_is_zero(v->entry + i);
        if (t == LYC_FALSE)
        {
            *truth = LYC_TRUE;
            return i;
        }
        if (t == LYC_UNKNOWN)
            *truth = LYC_UNKNOWN;
    }
    return -1;
}

/* mu = (A v)_i / v_i and nu = tr A - mu, once A v is parallel to v. */
static lyc_verdict_t eigenvalues(lyc_number_t mu, lyc_number_t nu,
                                 const lyc_law_t law, slong n,
                                 const lyc_matrix_struct *v, slong i,
                                 lyc_diag_t d)
{
    const lyc_matrix_struct *a = law->atom + n;
    lyc_matrix_t w;
    lyc_number_t z;
    lyc_matrix_init(w, 2, 1);
    lyc_number_init(z);
    lyc_matrix_mul(w, a, v);
    lyc_matrix_columns_det(z, w, 0, v, 0);
    lyc_verdict_t s = lyc_evidence_require(lyc_number_is_zero(z),
                                           "v is an eigenvector", n, d);
    if (s == LYC_PROVED)
        s = lyc_evidence_require(lyc_number_div(mu, w->entry + i, v->entry + i),
                                 "v is not 0", n, d);
    if (s == LYC_PROVED)
    {
        lyc_number_add(z, lyc_matrix_entry(a, 0, 0), lyc_matrix_entry(a, 1, 1));
        lyc_number_sub(nu, z, mu);
    }
    lyc_matrix_clear(w);
    lyc_number_clear(z);
    return s;
}

/* Theorem setting.blocks */
/* In a basis that begins with v the atoms are triangular with diagonal mu_i,
 * tr A_i - mu_i; singular atoms are allowed. */
static lyc_verdict_t establish_eigenline(lyc_facts_t facts,
                                         const lyc_evidence_t e,
                                         const lyc_law_t law,
                                         const lyc_limits_t limits,
                                         lyc_diag_t d)
{
    const lyc_matrix_struct *v = e->data;
    lyc_verdict_t s = lyc_matrix_evidence_fits(e, law, 1, d);
    if (s != LYC_PROVED)
        return s;
    lyc_truth_t truth;
    const slong row = pivot(&truth, v);
    if (row < 0)
        return lyc_evidence_require(truth, "v is not 0", -1, d);
    lyc_matrix_t x; /* row 0: mu, row 1: nu */
    lyc_matrix_init(x, 2, law->length);
    for (slong n = 0; n < law->length && s == LYC_PROVED; n++)
    {
        s = eigenvalues(lyc_matrix_entry(x, 0, n), lyc_matrix_entry(x, 1, n),
                        law, n, v, row, d);
        if (s == LYC_PROVED)
            s = lyc_evidence_in_time(limits, d);
    }
    if (s == LYC_PROVED)
    {
        lyc_log_mean_struct m[2];
        for (slong i = 0; i < 2; i++)
        {
            lyc_log_mean_init(m + i);
            if (s == LYC_PROVED)
                s = lyc_log_mean_set(m + i, law, lyc_matrix_entry(x, i, 0),
                                     e->prec, limits, d);
        }
        if (s == LYC_PROVED)
            lyc_facts_exponents_sorted(facts, m, e->prec);
        lyc_log_mean_clear(m + 0);
        lyc_log_mean_clear(m + 1);
    }
    lyc_matrix_clear(x);
    return s;
}

const lyc_evidence_type lyc_evidence_eigenline = {"eigenline",
                                                  read_eigenline,
                                                  lyc_matrix_evidence_write,
                                                  establish_eigenline,
                                                  lyc_matrix_evidence_clear,
                                                  0,
                                                  LYC_BOXES_FINITE};

void lyc_evidence_set_eigenline(lyc_evidence_t e, slong prec,
                                const lyc_matrix_t v)
{
    lyc_matrix_evidence_set(e, &lyc_evidence_eigenline, prec, v);
}
