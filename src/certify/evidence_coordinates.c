#include <stdlib.h>

#include "certify/coordinates.h"
#include "certify/kinds.h"
#include "certify/log_mean.h"
#include "certify/scalar_term.h"

/* E log|entry e| of an outcome. */
static lyc_truth_t entry_mean(arb_t value, const lyc_affine_law_t f, slong o,
                              slong e, slong prec)
{
    lyc_number_struct c[LYC_AFFINE_LAW_MOST_DRAWS + 1];
    for (slong j = 0; j <= f->draws; j++)
    {
        lyc_number_init(c + j);
        lyc_number_set(c + j, f->outcome[o].part[j].entry + e);
    }
    lyc_term *t = lyc_affine_law_combine(f, c);
    const lyc_truth_t truth = lyc_scalar_log_mean(value, t, prec);
    lyc_term_release(t);
    for (slong j = 0; j <= f->draws; j++)
        lyc_number_clear(c + j);
    return truth;
}

/* m: the mean over the class g of E log|stretch|, over all outcomes. */
static lyc_truth_t class_mean(lyc_log_mean_t m, const lyc_affine_law_t f,
                              const lyc_coordinates_t c, slong g, slong prec)
{
    const slong d = f->dim;
    lyc_truth_t all = LYC_TRUE;
    arb_t sum, value, p;
    arb_init(sum);
    arb_init(value);
    arb_init(p);
    for (slong n = 0; n < f->outcomes * d * d && all != LYC_FALSE; n++)
    {
        const slong o = n / (d * d), e = n % (d * d);
        if (!lyc_coordinates_stretch(c, o, g, e / d, e % d))
            continue;
        const lyc_truth_t one = entry_mean(value, f, o, e, prec);
        lyc_number_get_arb(p, f->outcome[o].weight, prec);
        arb_addmul(sum, p, value, prec);
        all = one == LYC_TRUE ? all : one == LYC_FALSE ? one : LYC_UNKNOWN;
    }
    arb_div_si(sum, sum, c->size[g], prec);
    arb_get_lbound_arf(m->lower, sum, prec);
    arb_get_ubound_arf(m->upper, sum, prec);
    if (all == LYC_FALSE)
    {
        arf_neg_inf(m->lower);
        arf_neg_inf(m->upper);
    }
    arb_clear(sum);
    arb_clear(value);
    arb_clear(p);
    return all;
}

/* Theorem continuous-laws.coordinates */
static lyc_verdict_t sorted_means(lyc_facts_t facts, const lyc_affine_law_t f,
                                  slong prec, const lyc_limits_t limits,
                                  lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    lyc_coordinates_t c;
    lyc_coordinates_init(c, f);
    if (!lyc_coordinates_are_permuted(c))
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "a class of coordinates is not permuted");
    lyc_log_mean_struct *m =
        lyc_malloc((size_t)f->dim * sizeof(lyc_log_mean_struct));
    for (slong i = 0; i < f->dim; i++)
        lyc_log_mean_init(m + i);
    for (slong i = 0; i < f->dim && v == LYC_PROVED; i++)
    {
        const slong g = c->group[i];
        if (g < i)
        {
            arf_set(m[i].lower, m[g].lower);
            arf_set(m[i].upper, m[g].upper);
        }
        else if (class_mean(m + i, f, c, g, prec) == LYC_UNKNOWN)
            v = lyc_evidence_fail(d, LYC_UNDECIDED,
                                  "the mean of the logarithm of an entry has "
                                  "no formula here");
        else
            v = lyc_evidence_in_time(limits, d);
    }
    if (v == LYC_PROVED)
        lyc_facts_exponents_sorted(facts, m, prec);
    for (slong i = 0; i < f->dim; i++)
        lyc_log_mean_clear(m + i);
    free(m);
    lyc_coordinates_clear(c);
    return v;
}

static lyc_verdict_t establish_coordinates(lyc_facts_t facts,
                                           const lyc_evidence_t e,
                                           const lyc_law_t law,
                                           const lyc_limits_t limits,
                                           lyc_diag_t d)
{
    const char *why;
    lyc_affine_law_t f;
    lyc_verdict_t v;
    lyc_affine_law_init(f);
    if (law->dim > LYC_COORDINATES_MAX_DIM)
        v = lyc_evidence_fail(d, LYC_DISPROVED, "the dimension is too large");
    else if (!lyc_affine_law_set_long(f, &why, law))
        v = lyc_evidence_fail(d, LYC_DISPROVED, "%s", why);
    else
        v = sorted_means(facts, f, e->prec, limits, d);
    lyc_affine_law_clear(f);
    return v;
}

const lyc_evidence_type lyc_evidence_coordinates = {
    "coordinates",         lyc_evidence_read_none,  lyc_evidence_write_none,
    establish_coordinates, lyc_evidence_clear_none, 1,
    LYC_BOXES_NONE};

void lyc_evidence_set_coordinates(lyc_evidence_t e, slong prec)
{
    lyc_evidence_set_type(e, &lyc_evidence_coordinates, prec, NULL);
}
