#include <stdlib.h>

#include "certify/evidence_matrix.h"
#include "certify/second_moment.h"

#define MAX_DIM 64

static int read_moment(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    slong dim;
    return lyc_reader_slong(&dim, r, 1, MAX_DIM, d) &&
           lyc_matrix_evidence_read(e, &lyc_evidence_moment, dim, dim, r, d);
}

static void write_moment(lyc_text_t out, const lyc_evidence_t e)
{
    const lyc_matrix_struct *q = e->data;
    lyc_text_printf(out, " %ld", (long)q->rows);
    lyc_matrix_evidence_write(out, e);
}

/* *norm >= the largest eigenvalue of L^-1 M L^-T, Q = L L^T: its largest sum
 * of moduli in a row. 0: Q is not proved to be positive definite. */
static int relative_norm(arb_t norm, const arb_mat_t m, const arb_mat_t q,
                         slong prec)
{
    const slong n = arb_mat_nrows(q);
    arb_mat_t l, x;
    mag_t b;
    mag_init(b);
    arb_mat_init(l, n, n);
    arb_mat_init(x, n, n);
    const int held = arb_mat_cho(l, q, prec);
    if (held)
    {
        arb_mat_solve_tril(x, l, m, 0, prec);
        arb_mat_transpose(x, x);
        arb_mat_solve_tril(x, l, x, 0, prec);
        arb_mat_bound_inf_norm(b, x);
        arf_set_mag(arb_midref(norm), b);
        mag_zero(arb_radref(norm));
    }
    mag_clear(b);
    arb_mat_clear(l);
    arb_mat_clear(x);
    return held;
}

/* Theorem bracket.square */
static lyc_verdict_t establish_moment(lyc_facts_t facts, const lyc_evidence_t e,
                                      const lyc_law_t law,
                                      const lyc_limits_t limits, lyc_diag_t d)
{
    const lyc_matrix_struct *exact = e->data;
    const slong n = exact->rows;
    const char *why = "Q is not positive definite";
    if (law->dim != n)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the matrix has another dimension");
    (void)limits;
    arb_mat_t q, m;
    arb_t c;
    arf_t lower, upper;
    arb_mat_init(q, n, n);
    arb_mat_init(m, n, n);
    arb_init(c);
    arf_init(lower);
    arf_init(upper);
    lyc_matrix_get_arb_mat(q, exact, e->prec);
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < n * n && v == LYC_PROVED; i++)
        v = lyc_evidence_require(
            lyc_number_equal(exact->entry + i,
                             lyc_matrix_entry(exact, i % n, i / n)),
            "Q is symmetric", -1, d);
    if (v == LYC_PROVED && (!lyc_second_moment(m, &why, law, q, e->prec) ||
                            !relative_norm(c, m, q, e->prec)))
        v = lyc_evidence_fail(d, LYC_DISPROVED, "%s", why);
    if (v == LYC_PROVED)
    {
        arb_log(c, c, e->prec);
        arb_mul_2exp_si(c, c, -1);
        arf_neg_inf(lower);
        arb_get_ubound_arf(upper, c, e->prec);
        lyc_facts_exponent_arf(facts, 1, lower, upper);
    }
    arb_mat_clear(q);
    arb_mat_clear(m);
    arb_clear(c);
    arf_clear(lower);
    arf_clear(upper);
    return v;
}

const lyc_evidence_type lyc_evidence_moment = {"moment",
                                               read_moment,
                                               write_moment,
                                               establish_moment,
                                               lyc_matrix_evidence_clear,
                                               1,
                                               LYC_BOXES_FINITE};

void lyc_evidence_set_moment(lyc_evidence_t e, slong prec, const lyc_matrix_t q)
{
    lyc_matrix_evidence_set(e, &lyc_evidence_moment, prec, q);
}
