#include <math.h>
#include <string.h>

#include "enclosing.h"

/* What the evidence with this Q proves above lambda_1; NAN: refused. */
static double bound_with(const char *text, const char *q)
{
    lyc_evidence_t evidence;
    lyc_facts_t f;
    lyc_limits_t limits;
    lyc_law_t law, matrix;
    lyc_diag_t d;
    double bound = NAN;
    law_of(law, text);
    law_of(matrix, q);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_facts_init(f, law->dim);
    lyc_evidence_init(evidence);
    lyc_evidence_set_moment(evidence, 64, matrix->atom);
    if (lyc_evidence_establish(f, evidence, law, limits, d) == LYC_PROVED)
        bound = arf_get_d(f->exponent_upper, ARF_RND_CEIL);
    else
        cr_expect(d->is_set);
    lyc_evidence_clear(evidence);
    lyc_facts_clear(f);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
    lyc_law_clear(matrix);
    return bound;
}

static void expect_bound(const char *law, const char *q, double value)
{
    const double bound = bound_with(law, q);
    cr_expect(bound >= value * (1 - 1e-15) && bound < value + 1e-7,
              "%s: %.17g, not %.17g", law, bound, value);
}

/* E|Ax|^2 by hand. */
Test(moment, bounds_with_the_identity)
{
    expect_bound("gaussian(2)", "[1,0;0,1]", log(2) / 2);
    expect_bound("I + gaussian(3)", "[1,0,0;0,1,0;0,0,1]", log(4) / 2);
    expect_bound("2*[3/5,-4/5;4/5,3/5]", "[1,0;0,1]", log(2));
    expect_bound("[uniform(-1,2),0;0,uniform(-1,2)]", "[1,0;0,1]", 0);
    expect_bound("[gamma(3,2),0;0,gamma(3,2)]", "[1,0;0,1]", log(3) / 2);
    expect_bound("{1/4: [2,0;0,2], 3/4: [0,-1;1,0]}", "[1,0;0,1]",
                 log(7. / 4) / 2);
    /* In a basis where it is a turn: not seen by the identity. */
    expect_bound("[0,-1/2;2,0]", "[4,0;0,1]", 0);
    cr_expect_gt(bound_with("[0,-1/2;2,0]", "[1,0;0,1]"), 0.5);
}

Test(moment, refuses)
{
    cr_expect(isnan(bound_with("gaussian(2)", "[1,1;0,1]")), "not symmetric");
    cr_expect(isnan(bound_with("gaussian(2)", "[1,2;2,1]")), "not positive");
    cr_expect(isnan(bound_with("gaussian(2)", "[1,1;1,1]")), "semidefinite");
    cr_expect(isnan(bound_with("gaussian(2)", "[1,0,0;0,1,0;0,0,1]")),
              "dimension");
    cr_expect(isnan(bound_with("[cauchy(1),1;1,0]", "[1,0;0,1]")), "moments");
    cr_expect(isnan(bound_with("gaussian(2)*gaussian(2)", "[1,0;0,1]")),
              "not affine");
}

/* The spectral radius of sum_m B_m (x) B_m by power iteration in doubles. */
static double kronecker_radius(const double (*b)[4], int n)
{
    double v[4] = {1, 0, 0, 1}, norm = 0;
    for (int step = 0; step < 2000; step++)
    {
        double w[4] = {0};
        norm = 0;
        for (int m = 0; m < n; m++)
            for (int i = 0; i < 4; i++)
                for (int j = 0; j < 4; j++)
                    w[i] += b[m][i / 2 * 2 + j / 2] * b[m][i % 2 * 2 + j % 2] *
                            v[j];
        for (int i = 0; i < 4; i++)
            norm = fmax(norm, fabs(w[i]));
        for (int i = 0; i < 4; i++)
            v[i] = w[i] / norm;
    }
    return norm;
}

/* The upper bound by the method of products. */
static double searched(const char *text)
{
    lyc_enclosure_t e;
    const lyc_request request = {1e-9, 0, NULL, LYC_METHOD_PRODUCT};
    cr_expect_eq(enclose_text(e, text, &request, 5), LYC_UNDECIDED);
    expect_certificate(e);
    const double bound = arf_get_d(e->facts->exponent_upper, ARF_RND_CEIL);
    cr_expect(e->method[0] != NULL && strcmp(e->method[0], "moment") == 0);
    lyc_enclosure_clear(e);
    return bound;
}

/* E A (x) A = M (x) M + sum of the variances' parts, M the mean. */
Test(moment, search_finds_the_spectral_radius)
{
    const double parts[][4] = {
        {2, 1, 2, 0}, {sqrt(1. / 3), 0, 0, 0}, {0, 0, 0, 1}};
    const double value = log(kronecker_radius(parts, 3)) / 2;
    const double bound = searched("[uniform(1,3),1;2,normal()]");
    cr_expect(bound >= value - 1e-12 && bound < value + 1e-6, "%.12g, %.12g",
              bound, value);
    cr_expect_lt(searched("[normal(),1,0;uniform(-1,1),0,1;1,0,normal()]"), 1);
}
