/* A law without atoms must not slip through what goes over atoms: no public
 * function says anything of it that an empty list would make true. */
#include <string.h>

#include "claim/norm.h"
#include "enclosing.h"
#include "lyapcert/readings.h"

static const char *const laws[] = {"gaussian(2)",
                                   "I + gaussian(2)/10",
                                   "[uniform(-1,1), 1; 1, 0]",
                                   "gates(30,1/2)",
                                   "{1/2: I, 1/2: gaussian(2)}",
                                   "normal()",
                                   "[normal(), 1; 0, 2]"};
#define LAWS (sizeof laws / sizeof laws[0])

static void expect_nothing(const lyc_facts_t f)
{
    for (slong k = 0; k < f->dim; k++)
    {
        cr_expect(arf_is_neg_inf(f->exponent_lower + k));
        cr_expect(arf_is_pos_inf(f->exponent_upper + k));
        cr_expect(arf_is_neg_inf(f->sum_lower + k));
        cr_expect(arf_is_pos_inf(f->sum_upper + k));
        cr_expect_not(f->is_exact[k]);
    }
}

static void expect_refused(lyc_evidence_t e, const lyc_law_t law)
{
    lyc_limits_t limits;
    lyc_facts_t facts;
    lyc_diag_t d;

    lyc_limits_init(limits);
    lyc_facts_init(facts, law->dim);
    lyc_diag_init(d);
    cr_expect_eq(lyc_evidence_establish(facts, e, law, limits, d),
                 LYC_DISPROVED, "%s", lyc_evidence_name(e));
    cr_expect(d->is_set);
    expect_nothing(facts);
    lyc_diag_clear(d);
    lyc_facts_clear(facts);
    lyc_limits_clear(limits);
    lyc_evidence_clear(e);
}

static void try_every_kind(const lyc_law_t law)
{
    static const slong word[] = {0};
    lyc_matrix_t v, q;
    lyc_evidence_t e;
    lyc_fan_t fan;

    lyc_evidence_init(e);
    lyc_matrix_init(v, 2, 1);
    lyc_matrix_init(q, 2, 2);
    lyc_number_set_si(v->entry, 1);
    lyc_number_set_si(q->entry, 1);
    lyc_number_set_si(q->entry + 3, 1);
    lyc_evidence_set_determinant(e, 128);
    expect_refused(e, law);
    lyc_evidence_set_triangular(e, 128, 1);
    expect_refused(e, law);
    lyc_evidence_set_eigenline(e, 128, v);
    expect_refused(e, law);
    lyc_evidence_set_conformal(e, 128, q);
    expect_refused(e, law);
    lyc_evidence_set_lines(e, 128, q);
    expect_refused(e, law);
    lyc_evidence_set_vanishing(e, word, 1);
    expect_refused(e, law);
    /* Gates can all close: their rank is a fact about terms. */
    if (law->term->kind != LYC_TERM_GATES)
    {
        lyc_evidence_set_rank(e);
        expect_refused(e, law);
    }
    lyc_evidence_set_product(e, 128, 2);
    expect_refused(e, law);
    lyc_fan_init(fan, 4, 1);
    lyc_evidence_set_gauge(e, 128, fan);
    expect_refused(e, law);
    lyc_fan_clear(fan);
    lyc_matrix_clear(v);
    lyc_matrix_clear(q);
}

Test(terms, every_kind_of_evidence)
{
    for (size_t i = 0; i < LAWS; i++)
    {
        lyc_law_t law;
        law_of(law, laws[i]);
        cr_assert_eq(law->length, 0);
        try_every_kind(law);
        lyc_law_clear(law);
    }
}

/* A certificate of a finite law does not serve for a term. */
Test(terms, every_method)
{
    static const lyc_method_t method[] = {LYC_METHOD_BLOCK, LYC_METHOD_PRODUCT,
                                          LYC_METHOD_DETERMINANT};
    for (size_t i = 0; i < LAWS; i++)
    {
        for (size_t m = 0; m < sizeof method / sizeof method[0]; m++)
        {
            lyc_request request = {1e-4, 0, NULL, method[m]};
            lyc_limits_t limits;
            lyc_enclosure_t e;
            lyc_law_t law;
            lyc_diag_t d;
            law_of(law, laws[i]);
            lyc_limits_init(limits);
            lyc_diag_init(d);
            lyc_enclosure_init(e, law->dim);
            cr_expect_eq(lyc_enclose(e, law, &request, limits, d),
                         LYC_UNDECIDED, "%s", laws[i]);
            /* By products there is an upper bound, from second moments. */
            if (method[m] != LYC_METHOD_PRODUCT)
            {
                expect_nothing(e->facts);
                cr_expect_eq(e->certificate->conclusions, 0);
            }
            cr_expect_not(lyc_enclose_block(e, law, &request, limits));
            cr_expect_not(lyc_enclose_gauge(e, law, &request, limits));
            cr_expect_not(lyc_enclose_product(e, law, &request, limits));
            for (slong k = 0; k < law->dim; k++)
                cr_expect(arf_is_neg_inf(e->facts->exponent_lower + k));
            lyc_enclosure_clear(e);
            lyc_diag_clear(d);
            lyc_limits_clear(limits);
            lyc_law_clear(law);
        }
    }
}

Test(terms, determinant)
{
    for (size_t i = 0; i < LAWS; i++)
    {
        int minus_inf = 1;
        lyc_value_t v;
        lyc_law_t law;
        arb_t b;
        arb_init(b);
        lyc_value_init(v);
        law_of(law, laws[i]);
        cr_expect_eq(lyc_law_log_det(b, &minus_inf, law, 64), LYC_UNKNOWN);
        cr_expect_eq(minus_inf, 0);
        cr_expect_not(arb_is_finite(b));
        lyc_value_clear(v);
        lyc_law_clear(law);
        arb_clear(b);
    }
}

/* Supremum of the norm: infinite, exact, bounded, or not known. */
static void expect_norm(const char *expression, double lower, double upper)
{
    lyc_value_t v;
    lyc_law_t law;
    law_of(law, expression);
    lyc_value_init(v);
    lyc_value_set_norm(v, law, 64);
    cr_assert(v->range->is_defined);
    cr_expect_float_eq(arf_get_d(v->range->lower, ARF_RND_NEAR), lower, 1e-12,
                       "%s", expression);
    cr_expect_float_eq(arf_get_d(v->range->upper, ARF_RND_NEAR), upper, 1e-12,
                       "%s", expression);
    lyc_value_clear(v);
    lyc_law_clear(law);
}

static void expect_norm_infinite(const char *expression, int is_known)
{
    lyc_value_t v;
    lyc_law_t law;
    law_of(law, expression);
    lyc_value_init(v);
    lyc_value_set_norm(v, law, 64);
    cr_expect(v->range->is_defined && arf_is_pos_inf(v->range->upper));
    cr_expect_eq(arf_is_pos_inf(v->range->lower), is_known, "%s", expression);
    cr_expect_eq(lyc_law_norm_below_one(law),
                 is_known ? LYC_FALSE : LYC_UNKNOWN);
    lyc_value_clear(v);
    lyc_law_clear(law);
}

Test(terms, norm)
{
    expect_norm("uniform(-3,2)", 3, 3);
    expect_norm("gates(30,1/2)", 1, 1);
    expect_norm("1/2*gates(30,1/2)", 0.5, 0.5);
    expect_norm("uniform(-1/2,1/3)*[0,2;1,0]", 1, 1);
    expect_norm("I/2 + uniform(0,1/4)*[1,0;0,1]", 0.75, 0.75);
    expect_norm("[uniform(0,3), 0; 0, uniform(-4,1)]", 4, 4);
    expect_norm("{1/2: 3*I, 1/2: uniform(0,1)*[0,1;1,0]}", 3, 3);
    expect_norm_infinite("gaussian(2)", 1);
    expect_norm_infinite("I + gaussian(2)", 1);
    expect_norm_infinite("[cauchy(1),1;1,0]", 1);
    expect_norm_infinite("{1/2: I, 1/2: transpose(gaussian(2))}", 1);
    expect_norm_infinite("gaussian(2,3)*gates(3,1/2)*gaussian(3,2)", 1);
    expect_norm_infinite("[0,0;0,1]*[normal(),0;0,1]", 0);
    expect_norm_infinite("gaussian(2)^-1", 0);
}

Test(terms, comparison)
{
    for (size_t i = 0; i < LAWS; i++)
    {
        lyc_effort effort = {1e-4, 5, LYC_METHOD_PRODUCT, NULL};
        lyc_comparison_t c;
        lyc_limits_t limits;
        lyc_law_t law;
        lyc_diag_t d;
        law_of(law, laws[i]);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        lyc_comparison_init(c, law);
        lyc_comparison_decide(c, NULL, &effort, limits, d);
        cr_expect_eq(c->law[1]->dim, law->dim);
        /* R5 follows from the norm alone. */
        for (int r = 0; r < 4; r++)
        {
            cr_expect_eq(c->reading[r].status, LYC_READING_UNDECIDED);
        }
        lyc_comparison_clear(c);
        lyc_diag_clear(d);
        lyc_limits_clear(limits);
        lyc_law_clear(law);
    }
}

/* A proof of facts about a finite law whose text is changed to a term. */
Test(terms, certificate_of_another_law)
{
    lyc_request request = {1e-4, 0, NULL, LYC_METHOD_FORMULA};
    lyc_limits_t limits;
    lyc_facts_t facts;
    lyc_enclosure_t e;
    lyc_law_t law;
    lyc_diag_t d;
    law_of(law, "{[2,0;0,1], [1,0;0,3]}");
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_enclosure_init(e, 2);
    cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_PROVED);
    free(e->certificate->law_text);
    e->certificate->law_text = lyc_strdup("law it = gaussian(2)\n");
    cr_expect_eq(
        lyc_certificate_check(facts, e->certificate, "test", limits, d),
        LYC_DISPROVED);
    lyc_facts_clear(facts);
    lyc_enclosure_clear(e);
    lyc_law_clear(law);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
}
