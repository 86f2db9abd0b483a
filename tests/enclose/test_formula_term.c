#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "enclose/enclosing.h"

static void expect_values(const char *law, const char *first,
                          const char *second)
{
    const char *const values[] = {first, second};
    expect_spectrum(law, LYC_METHOD_FORMULA, values, second == NULL ? 1 : 2);
    expect_spectrum(law, LYC_METHOD_AUTO, values, second == NULL ? 1 : 2);
}

Test(term, scalars)
{
    expect_values("uniform(-1,1)", "-1", NULL);
    expect_values("3*uniform(0,1)", "log(3) - 1", NULL);
    expect_values("1 + cauchy(2)", "log(5)/2", NULL);
    expect_values("cauchy(1) - 2*cauchy(1/2)", "log(2)", NULL);
    expect_values("{1/3: 2, 2/3: 5}*uniform(0,1)", "log(2)/3 + 2*log(5)/3 - 1",
                  NULL);
    expect_values("{1/2: uniform(0,1), 1/2: cauchy(2)}", "log(2)/2 - 1/2",
                  NULL);
}

Test(term, continued_fractions)
{
    expect_values("[cauchy(1),1;1,0]", "log((1+sqrt(5))/2)",
                  "-log((1+sqrt(5))/2)");
    /* Moved by a diagonal change of basis, and turned. */
    expect_values("[cauchy(1),3;1/3,0]", "log((1+sqrt(5))/2)",
                  "-log((1+sqrt(5))/2)");
    expect_values("[0,1;1,-cauchy(1)]", "log((1+sqrt(5))/2)",
                  "-log((1+sqrt(5))/2)");
    expect_values("[2*cauchy(1),4;1,0]", "log(2) + log((1+sqrt(5))/2)",
                  "log(2) - log((1+sqrt(5))/2)");
    expect_not("[cauchy(1),1;1,1]", LYC_METHOD_FORMULA);
    expect_not("[normal(),1;1,0]", LYC_METHOD_FORMULA);
    expect_not("[gamma(1,1),-1;1,0]", LYC_METHOD_FORMULA);
    expect_not("[1+gamma(1,1),1;1,0]", LYC_METHOD_FORMULA);
}

/* lambda_k, k = 1, to 15 digits; 0 when it is not proved. */
static double first_exponent(const char *law)
{
    lyc_law_t l;
    lyc_enclosure_t e;
    double v = 0;
    int *wanted;
    law_of(l, law);
    wanted = calloc((size_t)l->dim, sizeof(int));
    wanted[0] = 1;
    const lyc_request request = {1e-15, 0, wanted, LYC_METHOD_FORMULA};
    if (enclose_text(e, law, &request, 60) == LYC_PROVED)
    {
        expect_certificate(e);
        v = arf_get_d(e->facts->exponent_lower, ARF_RND_NEAR);
    }
    lyc_enclosure_clear(e);
    lyc_law_clear(l);
    free(wanted);
    return v;
}

static void expect_first(const char *law, double value)
{
    const double v = first_exponent(law);
    cr_expect_float_eq(v, value, 2e-14, "%s: %.17g", law, v);
}

Test(term, isotropic_laws)
{
    const double plane = first_exponent("I + gaussian(2)");
    cr_expect_float_eq(plane, 0.27988679738808041, 1e-15);
    /* Scaling, transposing, independent copies; products of independent
     * factors add. */
    expect_first("transpose(I + gaussian(2))", plane);
    expect_first("5*I + 3*gaussian(2) + 4*gaussian(2)", log(5) + plane);
    expect_first("1/3*(I + gaussian(2))", plane - log(3));
    expect_first("uniform(0,1)*(I + gaussian(2))", plane - 1);
    expect_first("(I + gaussian(2))*(I - gaussian(2))", 2 * plane);
    expect_first("(I + gaussian(2))*gaussian(2)",
                 plane + first_exponent("gaussian(2)"));
    expect_first("gaussian(3,5)*gaussian(5,3)",
                 first_exponent("gaussian(3)") + first_exponent("gaussian(5)"));
}

Test(term, gaussian_matrices_by_entries)
{
    const double plane = first_exponent("I + 1/2*gaussian(2)");
    expect_first("[1 + normal()/2, normal()/2; normal()/2, 1 - normal()/2]",
                 plane);
    expect_first("I + [normal()/2, -normal()/2; normal()/2, normal()/2]",
                 plane);
    expect_first("I + [3/10*normal() + 2/5*normal(), normal()/2;"
                 "normal()/2, normal()/2]",
                 plane);
    expect_first("[normal(),normal();normal(),normal()]",
                 first_exponent("gaussian(2)"));
    expect_first("[normal(),normal(),normal();normal(),normal(),normal()]*"
                 "gaussian(3,2)",
                 first_exponent("gaussian(2,3)*gaussian(3,2)"));
    /* A variance, a mean, a draw in two places. */
    expect_not("[normal(),normal();normal(),2*normal()]", LYC_METHOD_FORMULA);
    expect_not("[1 + normal(),normal();normal(),normal()]", LYC_METHOD_FORMULA);
    expect_not("[1 + normal(),1 + normal();normal(),1 + normal()]",
               LYC_METHOD_FORMULA);
}

Test(term, blocks)
{
    const double one =
        first_exponent("I + 1/2*gaussian(3,4)*gates(4,1/2)*gaussian(4,3)");
    cr_expect_gt(one, 0.1);
    expect_first("I + gaussian(3,2)*gates(2,1/2)*1/2*gaussian(2,3) + "
                 "1/2*gaussian(3,2)*gates(2,1/2)*gaussian(2,3)",
                 one);
    expect_first("I + 1/2*transpose(gaussian(4,3))*gates(4,1/2)*gaussian(4,3)",
                 one);
    /* A gate on a block of width 1 is a coin before it. */
    expect_first(
        "I + {1/2: 0, 1/2: 1}*gaussian(2,1)*gaussian(1,2)",
        first_exponent("I + gaussian(2,1)*gates(1,1/2)*gaussian(1,2)"));
}

/* One draw in several places, and shapes without a formula. */
Test(term, not_recognised)
{
    expect_not("I + inv(gaussian(2))", LYC_METHOD_FORMULA);
    expect_not("[1,0;0,2] + gaussian(2)", LYC_METHOD_FORMULA);
    expect_not("I + gaussian(2) + gaussian(2)*gates(2,1/2)*gaussian(2)",
               LYC_METHOD_FORMULA);
    expect_not("I + gates(2,1/2)*gaussian(2)", LYC_METHOD_FORMULA);
}

Test(term, gates_that_can_close)
{
    const char *const values[] = {NULL, NULL, NULL};
    expect_spectrum("gaussian(3,4)*gates(4,9/10)*gaussian(4,3)",
                    LYC_METHOD_FORMULA, values, 3);
    expect_spectrum("gates(3,1/2)*gaussian(3)", LYC_METHOD_FORMULA, values, 3);
}

static lyc_verdict_t check_evidence(const char *law, lyc_evidence_t e)
{
    lyc_law_t l;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_diag_t d;
    law_of(l, law);
    lyc_facts_init(f, l->dim);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, l, limits, d);
    cr_expect(v == LYC_PROVED || d->is_set);
    lyc_evidence_clear(e);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(l);
    return v;
}

static lyc_verdict_t isotropic(const char *law, slong first, slong last)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_isotropic(e, 100, first, last);
    return check_evidence(law, e);
}

/* A draw that stands in several entries is one number. */
Test(term, entries_that_are_one_draw)
{
    const char *const laws[] = {"law x = normal()\nlaw a = [x,x;x,x]\n",
                                "law x = normal()\n"
                                "law a = [x,normal();normal(),x]\n"};
    for (int i = 0; i < 2; i++)
    {
        lyc_law_t law;
        lyc_evidence_t e;
        lyc_facts_t f;
        lyc_limits_t limits;
        lyc_diag_t d;
        lyc_source source = {"<law>", laws[i], strlen(laws[i]), 1};
        lyc_law_init(law);
        lyc_diag_init(d);
        lyc_limits_init(limits);
        lyc_evidence_init(e);
        cr_assert(lyc_law_parse(law, &source, d));
        lyc_facts_init(f, 2);
        lyc_evidence_set_isotropic(e, 100, 1, 2);
        cr_expect_eq(lyc_evidence_establish(f, e, law, limits, d),
                     LYC_DISPROVED, "%s", laws[i]);
        lyc_evidence_clear(e);
        lyc_facts_clear(f);
        lyc_limits_clear(limits);
        lyc_diag_clear(d);
        lyc_law_clear(law);
    }
}

/* Evidence that claims a structure the law does not have. */
Test(term, false_evidence)
{
    lyc_evidence_t e;
    cr_expect_eq(isotropic("I + gaussian(2)", 1, 2), LYC_PROVED);
    cr_expect_eq(isotropic("I + gaussian(2)", 1, 3), LYC_DISPROVED);
    cr_expect_eq(isotropic("gaussian(3,2)*gaussian(2,3)", 1, 3), LYC_DISPROVED);
    cr_expect_eq(isotropic("[1,2;3,4]", 1, 1), LYC_DISPROVED);
    cr_expect_eq(isotropic("[1,0;0,2] + gaussian(2)", 1, 1), LYC_DISPROVED);
    cr_expect_eq(isotropic("[normal(),1;1,0]", 1, 1), LYC_DISPROVED);
    cr_expect_eq(isotropic("I + gaussian(2)*gates(2,1/2)*gaussian(2)", 1, 2),
                 LYC_UNDECIDED);
    lyc_evidence_init(e);
    lyc_evidence_set_scalar(e, 100);
    cr_expect_eq(check_evidence("gaussian(2)", e), LYC_DISPROVED);
    lyc_evidence_init(e);
    lyc_evidence_set_scalar(e, 100);
    cr_expect_eq(check_evidence("3", e), LYC_DISPROVED);
    lyc_evidence_init(e);
    lyc_evidence_set_line(e, 100);
    cr_expect_eq(check_evidence("[cauchy(1),1;1,1]", e), LYC_DISPROVED);
    lyc_evidence_init(e);
    lyc_evidence_set_rank(e);
    cr_expect_eq(check_evidence("I + gaussian(2)", e), LYC_DISPROVED);
}

Test(term, coordinates)
{
    const char *const three[] = {"log(2)", "2*log(2) - 1", "-1"};
    const char *const equal[] = {
        "(log(2) + log(3))/3 - 1/3", "(log(2) + log(3))/3 - 1/3",
        "(log(2) + log(3))/3 - 1/3", "-1 - log(2) - log(5)"};
    const char *const singular[] = {"log(2) - 1/2", NULL};
    expect_values("[uniform(1,2),0;0,uniform(1,3)]", "3/2*log(3) - 1",
                  "2*log(2) - 1");
    expect_values("[uniform(1,2),normal();0,uniform(1,3)]", "3/2*log(3) - 1",
                  "2*log(2) - 1");
    expect_values("[0,uniform(1,2);3,0]", "(2*log(2) - 1 + log(3))/2",
                  "(2*log(2) - 1 + log(3))/2");
    expect_values("{1/3: [0,uniform(0,1);1,0], 2/3: [uniform(0,1),0;0,2]}",
                  "log(2)/3 - 1/2", "log(2)/3 - 1/2");
    /* A stretch that is 0 in one outcome. */
    expect_spectrum("{1/2: [uniform(1,2),1;0,0], 1/2: [1,0;0,3]}",
                    LYC_METHOD_FORMULA, singular, 2);
    expect_spectrum("[2,0,1;normal(),uniform(0,1),cauchy(1);0,0,uniform(0,4)]",
                    LYC_METHOD_AUTO, three, 3);
    expect_spectrum("[0,2,0,normal();0,0,3,0;uniform(0,1),0,0,0;"
                    "0,0,0,1/10*uniform(0,1)]",
                    LYC_METHOD_AUTO, equal, 4);
    /* Not permuted; entries without a formula. */
    expect_not("[0,uniform(1,2);3,normal()]", LYC_METHOD_FORMULA);
    expect_not("[uniform(1,2)+uniform(1,2),0;0,1]", LYC_METHOD_FORMULA);
    expect_not("{1/2: [uniform(1,2),1;0,1], 1/2: [1,0;1,1]}",
               LYC_METHOD_FORMULA);
}

Test(term, false_coordinates)
{
    const char *const not_permuted[] = {
        "[0,uniform(1,2);3,normal()]", "gaussian(2)", "[1,2;3,4]",
        "{1/2: [0,uniform(1,2);3,0], 1/2: [1,uniform(0,1);0,1]}"};
    lyc_evidence_t e;
    for (size_t i = 0; i < sizeof not_permuted / sizeof *not_permuted; i++)
    {
        lyc_evidence_init(e);
        lyc_evidence_set_coordinates(e, 100);
        cr_expect_eq(check_evidence(not_permuted[i], e), LYC_DISPROVED, "%s",
                     not_permuted[i]);
    }
    lyc_evidence_init(e);
    lyc_evidence_set_coordinates(e, 100);
    cr_expect_eq(check_evidence("[uniform(0,1)+uniform(0,1),1;0,1]", e),
                 LYC_UNDECIDED);
}
