/* Gauges in three and four dimensions. */
#include <math.h>
#include <stdio.h>

#include "enclosing.h"
#include "lyapcert/simulate.h"

static double lower(const lyc_enclosure_t e, slong k)
{
    return arf_get_d(e->facts->exponent_lower + k - 1, ARF_RND_DOWN);
}

static double upper(const lyc_enclosure_t e, slong k)
{
    return arf_get_d(e->facts->exponent_upper + k - 1, ARF_RND_UP);
}

/* All exponents to this width, and a simulation agrees. */
static void expect_agreement(const char *text, slong dim, double tol,
                             unsigned long seed)
{
    lyc_request request = {tol, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    lyc_simulation_t s;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    cr_assert_eq(enclose_text(e, text, &request, INFINITY), LYC_PROVED, "%s",
                 text);
    expect_certificate(e);
    law_of(law, text);
    lyc_limits_init(limits);
    limits->seed = seed;
    lyc_diag_init(d);
    lyc_simulation_init(s, dim);
    cr_assert(lyc_simulate_approx(s, law, 200000, limits, d));
    for (slong k = 1; k <= dim; k++)
    {
        const double slack = 5 * s->error[k - 1];
        cr_expect_leq(lower(e, k), s->mean[k - 1] + slack, "%s: %ld", text,
                      (long)k);
        cr_expect_geq(upper(e, k), s->mean[k - 1] - slack, "%s: %ld", text,
                      (long)k);
        cr_expect_leq(upper(e, k) - lower(e, k), tol * 1.0001);
    }
    lyc_simulation_clear(s);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    lyc_enclosure_clear(e);
}

Test(boxes, simulated)
{
    printf("seeds 1 to 4\n");
    expect_agreement("{[-2/5,0,1/10;-1/10,1/2,2/5;-1/2,1/10,-1/2],"
                     "[1/10,0,4/5;2/5,-1/2,1/2;0,4/5,3/5],"
                     "[7/10,-1/2,-1/2;2/5,4/5,-7/10;-1/10,2/5,-1/5]}",
                     3, 0.05, 1);
    expect_agreement("I + 1/2*{1/3: [-2/5,0,1/10;-1/10,1/2,2/5;-1/2,1/10,-1/2],"
                     "2/3: [1/10,0,4/5;2/5,-1/2,1/2;0,4/5,3/5]}",
                     3, 0.02, 2);
    expect_agreement("{[1,1,0;1,0,1;0,1,1],[2,1,1;1,1,0;1,1,1]}", 3, 0.01, 3);
    expect_agreement("{[1,sqrt(2),0;1,0,1;0,1,-1],[2,1,-1;1,1,0;1,1,1]}", 3,
                     0.1, 4);
}

/* The whole spectrum of dimension 4: gauges on vectors, planes and cofactors.
 */
Test(boxes, planes)
{
    const char *text = "{2*[3/5,-4/5,0,0;4/5,3/5,0,0;0,0,0,-1;0,0,1,0], "
                       "3*[0,0,0,1;1,0,0,0;0,1,0,0;0,0,1,0]}";
    lyc_request request = {0.8, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    arb_t value;
    arb_init(value);
    value_of(value, "log(6)/2");
    cr_assert_eq(enclose_text(e, text, &request, INFINITY), LYC_PROVED);
    for (slong k = 1; k <= 4; k++)
    {
        cr_expect(facts_contain(e->facts, k, value));
        cr_expect_lt(upper(e, k) - lower(e, k), 0.8001);
    }
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

/* One atom is nearly singular, and in general position. */
Test(boxes, nearly_singular)
{
    printf("seed 5\n");
    expect_agreement("{[1,2,3;2,1,1;3,3,401/100],[1,0,-1;2,1,0;0,1,1]}", 3,
                     0.05, 5);
}

/* Scaled rotations: everything is known. */
Test(boxes, known)
{
    const char *text = "{2*[0,-1,0;1,0,0;0,0,1], "
                       "3*[1,0,0;0,3/5,-4/5;0,4/5,3/5]}";
    lyc_request request = {0.01, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    arb_t value;
    arb_init(value);
    value_of(value, "log(6)/2");
    cr_assert_eq(enclose_text(e, text, &request, INFINITY), LYC_PROVED);
    for (slong k = 1; k <= 3; k++)
        cr_expect(facts_contain(e->facts, k, value));
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

/* lambda_1 alone takes one gauge; the first four-dimensional one here has an
 * invariant orthant. */
Test(boxes, four_dimensions)
{
    int wanted[4] = {1, 0, 0, 0};
    lyc_request request = {0.02, 0, wanted, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    cr_expect_eq(enclose_text(e,
                              "{[1,1,0,0;1,0,1,0;0,1,1,1;1,0,0,1],"
                              "[2,1,1,1;1,1,0,0;0,1,1,0;1,0,1,2]}",
                              &request, INFINITY),
                 LYC_PROVED);
    cr_expect(lower(e, 1) > 1.0 && upper(e, 1) < 1.03);
    lyc_enclosure_clear(e);
    request.tol = 0.5;
    cr_expect_eq(enclose_text(e,
                              "{2*[0,-1,0,0;1,0,0,0;0,0,0,-1;0,0,1,0],"
                              "[1,0,0,0;0,3/5,-4/5,0;0,4/5,3/5,0;0,0,0,1],"
                              "3*[0,0,0,1;1,0,0,0;0,1,0,0;0,0,1,0]}",
                              &request, INFINITY),
                 LYC_PROVED);
    cr_expect(lower(e, 1) < log(6) / 3 && log(6) / 3 < upper(e, 1));
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

/* A kernel leaves the upper bound. */
Test(boxes, singular)
{
    lyc_request request = {0.1, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    cr_expect_eq(enclose_text(e, "{[1,1,0;0,1,1;1,0,-1],[1,0,1;-1,1,0;0,1,1]}",
                              &request, INFINITY),
                 LYC_UNDECIDED);
    cr_expect(upper(e, 1) < 1 && isinf(lower(e, 1)));
    lyc_enclosure_clear(e);
}

/* Limits end in a true enclosure, in time. */
Test(boxes, limits)
{
    lyc_request request = {1e-9, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    cr_expect_eq(enclose_text(e, "{[1,2,0;0,1,1;1,0,1],[1,0,-1;2,1,0;0,1,1]}",
                              &request, 2),
                 LYC_UNDECIDED);
    cr_expect(isfinite(lower(e, 1)) && isfinite(upper(e, 3)));
    cr_expect_lt(e->seconds, 8);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

/* However many threads share the work, what comes out is the same. */
Test(boxes, threads)
{
    const char *text = "{[1,2,0;0,1,1;1,0,1],[1,0,-1;2,1,0;0,1,1]}";
    lyc_request request = {0.05, 0, NULL, LYC_METHOD_GAUGE};
    lyc_digest_t digest[2];
    for (int n = 0; n < 2; n++)
    {
        lyc_enclosure_t e;
        lyc_limits_t limits;
        lyc_law_t law;
        lyc_diag_t d;
        lyc_text_t written;
        law_of(law, text);
        lyc_limits_init(limits);
        limits->threads = n == 0 ? 1 : 3;
        lyc_diag_init(d);
        lyc_text_init(written);
        lyc_enclosure_init(e, 3);
        cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_PROVED);
        lyc_certificate_write(written, digest[n], e->certificate);
        lyc_text_clear(written);
        lyc_enclosure_clear(e);
        lyc_limits_clear(limits);
        lyc_diag_clear(d);
        lyc_law_clear(law);
    }
    cr_expect_str_eq(digest[0], digest[1]);
}

/* Limits on cones are kept. */
Test(boxes, cones)
{
    const char *text = "{[1,2,0,1;0,1,1,0;1,0,1,0;0,0,1,-1],"
                       "[1,0,-1,0;2,1,0,0;0,1,1,1;1,0,0,1]}";
    lyc_request request = {1e-9, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    law_of(law, text);
    lyc_limits_init(limits);
    limits->max_cones = 3000;
    limits->max_seconds = 100;
    lyc_diag_init(d);
    lyc_enclosure_init(e, 4);
    cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_UNDECIDED);
    cr_expect_leq(e->cones, 3000);
    for (slong k = 1; k <= 4; k++)
        cr_expect(isfinite(lower(e, k)) && isfinite(upper(e, k)), "%ld",
                  (long)k);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

/* Width of lambda_1 with this many cones; *is_projective: of its gauge. */
static double width_with(const char *text, slong dim, long cones,
                         int *is_projective)
{
    int wanted[4] = {1, 0, 0, 0};
    const lyc_request request = {1e-9, 0, wanted, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_law_t law;
    lyc_diag_t d;
    law_of(law, text);
    lyc_limits_init(limits);
    limits->max_cones = cones;
    lyc_diag_init(d);
    lyc_enclosure_init(e, dim);
    cr_assert_eq(lyc_enclose(e, law, &request, limits, d), LYC_UNDECIDED, "%s",
                 text);
    *is_projective = -1;
    for (slong i = 0; i < e->certificate->evidences; i++)
    {
        const lyc_boxes_struct *b =
            lyc_evidence_boxes_of(e->certificate->evidence + i);
        if (b != NULL && b->power == 1)
            *is_projective = b->is_projective;
    }
    const double width = upper(e, 1) - lower(e, 1);
    cr_assert(isfinite(width), "%s", text);
    lyc_enclosure_clear(e);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    return width;
}

/* Nonnegative laws are bounded on the orthant, and their certificates say so.
 * The same laws with a coordinate reversed, of mixed signs, take the whole
 * space: never narrower with as many cones. */
Test(boxes, orthants)
{
    static const struct
    {
        const char *law, *sign;
        slong dim;
    } cases[] = {
        {"{[1,1,0;1,0,1;0,1,1],[2,1,1;1,1,0;1,1,1]}", "diag(1,-1,1)", 3},
        {"{[1,2,0;0,1,3;1,0,1],[1,0,0;1,1,0;0,1,2]}", "diag(-1,1,1)", 3},
        {"{1/5: [3,1,2;1,1,1;0,1,1], 4/5: [1,0,1;2,1,0;0,1,1/3]}",
         "diag(1,1,-1)", 3},
        {"{[1,1,0,0;1,0,1,0;0,1,1,1;1,0,0,1],[2,1,1,1;1,1,0,0;0,1,1,0;1,0,1,2]"
         "}",
         "diag(1,-1,1,1)", 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    {
        char mixed[300];
        int orthant, projective;
        snprintf(mixed, sizeof mixed, "%s*%s*%s", cases[i].sign, cases[i].law,
                 cases[i].sign);
        const double narrow =
            width_with(cases[i].law, cases[i].dim, 1500, &orthant);
        const double wide = width_with(mixed, cases[i].dim, 1500, &projective);
        cr_expect_eq(orthant, 0, "%s", cases[i].law);
        cr_expect_eq(projective, 1, "%s", mixed);
        cr_expect_leq(narrow, wide, "%s", cases[i].law);
        cr_log_info("%s: %.3g %.3g", cases[i].law, narrow, wide);
    }
}
