#include "certify/half_determinant.h"
#include "certify/kinds.h"
#include "certify/log_mean.h"

static int read_determinant(lyc_evidence_t e, lyc_reader_t r, lyc_diag_t d)
{
    (void)e;
    return lyc_reader_end(r, d);
}

static void write_determinant(lyc_text_t out, const lyc_evidence_t e)
{
    (void)e;
    lyc_text_add(out, "\n");
}

/* Theorem setting.determinant */
static lyc_verdict_t establish_determinant(lyc_facts_t facts,
                                           const lyc_evidence_t e,
                                           const lyc_law_t law,
                                           const lyc_limits_t limits,
                                           lyc_diag_t d)
{
    (void)limits;
    (void)d;
    lyc_number_struct *det = lyc_law_determinants(law);
    lyc_log_mean_t m;
    lyc_log_mean_init(m);
    lyc_log_mean_set(m, law, det, e->prec);
    lyc_facts_sum_arf(facts, law->dim, m->lower, m->upper);
    if (law->dim == 1)
        lyc_facts_exponent_mean(facts, 1, m, e->prec);
    lyc_log_mean_clear(m);
    lyc_law_determinants_clear(det, law);
    return LYC_PROVED;
}

static void clear_determinant(void *data)
{
    (void)data;
}

const lyc_evidence_type lyc_evidence_determinant = {
    "determinant", read_determinant, write_determinant, establish_determinant,
    clear_determinant};

void lyc_evidence_set_determinant(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_determinant, prec, NULL);
}
