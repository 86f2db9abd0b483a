#include <stdlib.h>

#include "certify/isotropic_form.h"
#include "certify/kinds.h"
#include "certify/transit.h"
#include "certify/transit_round.h"
#include "lyapcert/text.h"

/* Theorem finite-depth.isotropic */
/* The increments of log|S_k x| are independent and distributed alike, whatever
 * x is: one cell, one piece, both bounds those of lambda_1. */
lyc_verdict_t lyc_transit_set_isotropic(lyc_transit_t w, const lyc_law_t law,
                                        const lyc_evidence_t e,
                                        const lyc_limits_t limits, lyc_diag_t d)
{
    const char *why;
    lyc_facts_t facts;
    arb_t t;
    lyc_facts_init(facts, law->dim);
    lyc_verdict_t v = lyc_evidence_establish(facts, e, law, limits, d);
    if (v == LYC_PROVED && !arf_is_finite(facts->sum_lower))
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "finite depth needs the first exponent");
    if (v == LYC_PROVED)
    {
        arb_init(t);
        lyc_transit_init(w, law->dim, 0, 1);
        lyc_transit_add_piece(w, 0);
        w->share[0] = 1;
        arb_set_arf(t, facts->sum_lower);
        w->lower[0] = lyc_arb_down(t);
        arb_set_arf(t, facts->sum_upper);
        w->upper[0] = lyc_arb_up(t);
        arb_clear(t);
        w->form = lyc_malloc(sizeof *w->form);
        lyc_isotropic_init(w->form);
        if (!lyc_isotropic_set(w->form, law->term, &why))
        {
            v = lyc_evidence_fail(d, LYC_DISPROVED, "no isotropic form: %s",
                                  why);
            lyc_transit_clear(w);
        }
    }
    lyc_facts_clear(facts);
    return v;
}

/* log E chi_d^s = (s/2) log 2 + log Gamma((d + s)/2) - log Gamma(d/2), s > -d.
 */
static void add_chi(arb_t log, slong d, const arb_t s, slong prec)
{
    arb_t t;
    arb_init(t);
    arb_add_si(t, s, d, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_lgamma(t, t, prec);
    arb_add(log, log, t, prec);
    arb_set_si(t, d);
    arb_mul_2exp_si(t, t, -1);
    arb_lgamma(t, t, prec);
    arb_sub(log, log, t, prec);
    arb_const_log2(t, prec);
    arb_mul(t, t, s, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_add(log, log, t, prec);
    arb_clear(t);
}

/* += s log|c|, c a number that is not 0; half: of its root. */
static void add_log(arb_t log, const lyc_number_t c, const arb_t s, int half,
                    slong prec)
{
    arb_t t;
    arb_init(t);
    lyc_number_get_arb(t, c, prec);
    arb_abs(t, t);
    arb_log(t, t, prec);
    arb_mul(t, t, s, prec);
    arb_mul_2exp_si(t, t, half ? -1 : 0);
    arb_add(log, log, t, prec);
    arb_clear(t);
}

/* += log M(-s/2; d/2; -alpha^2/(2 variance)). */
static void add_kummer(arb_t log, const lyc_step *f, const arb_t s, slong prec)
{
    arb_t a, b, z, t;
    arb_init(a);
    arb_init(b);
    arb_init(z);
    arb_init(t);
    arb_mul_2exp_si(a, s, -1);
    arb_neg(a, a);
    arb_set_si(b, f->rows);
    arb_mul_2exp_si(b, b, -1);
    lyc_number_get_arb(z, f->alpha, 2 * prec);
    arb_sqr(z, z, 2 * prec);
    lyc_number_get_arb(t, f->variance, 2 * prec);
    arb_div(z, z, t, 2 * prec);
    arb_mul_2exp_si(z, z, -1);
    arb_neg(z, z);
    arb_hypgeom_m(t, a, b, z, 0, 2 * prec);
    arb_log(t, t, prec);
    arb_add(log, log, t, prec);
    arb_clear(a);
    arb_clear(b);
    arb_clear(z);
    arb_clear(t);
}

/* E Y of the blocks: variance of the entries that they add, over alpha^2. */
static void blocks_mean(arb_t mean, const lyc_step *f, slong prec)
{
    arb_t t, u;
    arb_init(t);
    arb_init(u);
    arb_zero(mean);
    for (slong j = 0; j < f->blocks; j++)
    {
        const lyc_block *b = f->block + j;
        lyc_number_get_arb(t, b->scale2, prec);
        lyc_number_get_arb(u, b->keep, prec);
        arb_mul(t, t, u, prec);
        for (slong l = 0; l < b->layers; l++)
        {
            lyc_number_get_arb(u, b->p + l, prec);
            arb_mul(t, t, u, prec);
            arb_mul_si(t, t, b->width[l], prec);
        }
        arb_add(mean, mean, t, prec);
    }
    lyc_number_get_arb(t, f->variance, prec);
    if (f->has_gaussian)
        arb_add(mean, mean, t, prec);
    lyc_number_get_arb(t, f->alpha, prec);
    arb_sqr(t, t, prec);
    arb_div(mean, mean, t, prec);
    arb_clear(t);
    arb_clear(u);
}

/* s log|alpha| + (s/2) log(1 + d E Y), for 0 < s <= 2 (Jensen). */
static void add_blocks(arb_t log, const lyc_step *f, const arb_t s, slong prec)
{
    arb_t t;
    arb_init(t);
    blocks_mean(t, f, prec);
    arb_mul_si(t, t, f->rows, prec);
    arb_add_ui(t, t, 1, prec);
    arb_log(t, t, prec);
    arb_mul(t, t, s, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_add(log, log, t, prec);
    add_log(log, f->alpha, s, 0, prec);
    arb_clear(t);
}

static int add_step(arb_t log, const lyc_step *f, double order, const arb_t s,
                    slong prec)
{
    if (f->blocks > 0)
    {
        add_blocks(log, f, s, prec);
        return order > 0 && order <= 2;
    }
    if (!f->has_gaussian)
    {
        add_log(log, f->alpha, s, 0, prec);
        return 1;
    }
    if (!(order > -(double)f->rows))
        return 0;
    add_chi(log, f->rows, s, prec);
    add_log(log, f->variance, s, 1, prec);
    if (f->has_identity)
        add_kummer(log, f, s, prec);
    return 1;
}

/* Theorem finite-depth.isotropic */
double lyc_isotropic_log_moment_up(const lyc_isotropic_struct *f, double order)
{
    const slong prec = 128;
    arb_t log, s;
    int ok = f->scalars == 0;
    arb_init(log);
    arb_init(s);
    arb_set_d(s, order);
    for (slong i = 0; i < f->steps && ok; i++)
        ok = add_step(log, f->step + i, order, s, prec);
    add_log(log, f->factor, s, 0, prec);
    const double y = ok ? lyc_arb_up(log) : INFINITY;
    arb_clear(log);
    arb_clear(s);
    return y;
}
