/* Collocation on a square against brute force, and tampered evidence. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/collocations.h"
#include "certify/establish.h"
#include "certify/fans.h"
#include "certify/solid.h"

static const char *const octant_laws[] = {
    "{[2,1,1;1,1,1;1,1,3],[3,1,2;2,1,1;1,2,5]}",
    "{1/3: [1,2,1;3,1,1;1,1,1], 2/3: [-1,-1,-2;-1,-3,-1;-1,-1,-1]}",
    "{[1,1/2,1;1,sqrt(2),1;1/2,1,4],[1,1,1;1,1,1;1,2,1]}",
};

/* A diagonal cone and random coefficients: nothing is solved. */
static void random_square(lyc_square_t q, unsigned long *seed)
{
    const slong degree = (slong)(test_random(seed) % 4), n = degree + 1;
    const unsigned long size = 1UL << LYC_ELLIPSE_SCALE;
    lyc_square_init(q, degree);
    q->scale = 30;
    q->nodes = degree + 1 + (slong)(test_random(seed) % 12);
    for (int k = 0; k < 3; k++)
        fmpz_set_ui(q->end + 4 * k, 1 + test_random(seed) % 3);
    for (int i = 0; i < 2; i++)
        q->ellipse[i] = (slong)(size + test_random(seed) % (size / 2));
    for (slong k = 0; k < n * n; k++)
        fmpz_set_si(q->coefficient + k,
                    ((slong)test_random(seed) - (1L << 30)) / (k + 1));
}

static double log_gauge(const lyc_square_t q, const double *x)
{
    double y[3], sum = 0, h = 0;
    for (int k = 0; k < 3; k++)
    {
        y[k] = fabs(x[k]) / fmpz_get_d(q->end + 4 * k);
        sum += y[k];
    }
    const double s = 1 - 2 * y[0] / sum;
    const double t = (y[2] - y[1]) / (y[2] + y[1]);
    const slong n = q->degree + 1;
    for (slong k = 0; k < n; k++)
        for (slong l = 0; l < n; l++)
            h += ldexp(fmpz_get_d(q->coefficient + k * n + l), -30) *
                 cos((double)k * acos(fmax(-1, fmin(1, s)))) *
                 cos((double)l * acos(fmax(-1, fmin(1, t))));
    return log(sum) + h;
}

static double rate(const lyc_square_t q, const lyc_law_t law, const double *x)
{
    double r = -log_gauge(q, x);
    arb_t c;
    arb_init(c);
    for (slong i = 0; i < law->length; i++)
    {
        double y[3] = {0, 0, 0};
        for (int j = 0; j < 9; j++)
        {
            lyc_number_get_arb(c, law->atom[i].entry + j, 53);
            y[j / 3] += arf_get_d(arb_midref(c), ARF_RND_NEAR) * x[j % 3];
        }
        lyc_number_get_arb(c, law->weight + i, 53);
        r += arf_get_d(arb_midref(c), ARF_RND_NEAR) * log_gauge(q, y);
    }
    arb_clear(c);
    return r;
}

Test(square, bracket_holds_the_rates)
{
    unsigned long seed = 21;
    int finite = 0;
    printf("seed 21\n");
    for (int round = 0; round < 60; round++)
    {
        lyc_law_t law;
        lyc_square_t q;
        lyc_limits_t limits;
        lyc_diag_t d;
        arf_t lower, upper;
        arf_init(lower);
        arf_init(upper);
        lyc_limits_init(limits);
        lyc_diag_init(d);
        test_law(law, octant_laws[round % 3]);
        random_square(q, &seed);
        cr_assert_eq(lyc_solid_bracket(lower, upper, q, law, 64, limits, d),
                     LYC_PROVED, "%s", d->is_set ? d->text : "");
        finite += arf_is_finite(upper);
        for (int j = 0; j < 200; j++)
        {
            double x[3];
            for (int i = 0; i < 3; i++)
                x[i] = 0.001 + (double)(test_random(&seed) % 1000);
            const double r = rate(q, law, x);
            cr_assert(arf_cmp_d(lower, r + 1e-11) <= 0 &&
                          arf_cmp_d(upper, r - 1e-11) >= 0,
                      "round %d: %.17g outside [%.17g, %.17g]", round, r,
                      arf_get_d(lower, ARF_RND_FLOOR),
                      arf_get_d(upper, ARF_RND_CEIL));
        }
        arf_clear(lower);
        arf_clear(upper);
        lyc_square_clear(q);
        lyc_law_clear(law);
        lyc_limits_clear(limits);
        lyc_diag_clear(d);
    }
    cr_expect_gt(finite, 30);
}

static void expect_verdict(const char *law, const slong *end,
                           lyc_verdict_t expected)
{
    lyc_square_t q;
    lyc_evidence_t e;
    lyc_facts_t f;
    lyc_square_init(q, 0);
    q->nodes = 4;
    for (int i = 0; i < 9; i++)
        fmpz_set_si(q->end + i, end[i]);
    q->ellipse[0] = q->ellipse[1] = (1L << LYC_ELLIPSE_SCALE) + 1000;
    lyc_evidence_init(e);
    lyc_evidence_set_square(e, 64, q);
    cr_expect_eq(test_establish(f, e, law), expected, "%s", law);
    lyc_facts_clear(f);
    lyc_square_clear(q);
}

Test(square, cone_must_be_invariant)
{
    static const slong octant[] = {1, 0, 0, 0, 1, 0, 0, 0, 1},
                       turned[] = {0, 1, 0, 1, 0, 0, 0, 0, 1},
                       flat[] = {1, 0, 0, 0, 1, 0, 1, 1, 0},
                       other[] = {1, 0, 0, 1, 1, 0, 1, 1, 1};
    expect_verdict(octant_laws[0], octant, LYC_PROVED);
    expect_verdict(octant_laws[1], octant, LYC_PROVED);
    expect_verdict(octant_laws[2], octant, LYC_PROVED);
    expect_verdict(octant_laws[0], turned, LYC_DISPROVED);
    expect_verdict(octant_laws[0], flat, LYC_DISPROVED);
    expect_verdict(octant_laws[0], other, LYC_DISPROVED);
    expect_verdict("{[1,1,0;1,1,1;0,0,-1]}", octant, LYC_DISPROVED);
    expect_verdict("{[0,0,0;0,0,0;0,0,0]}", octant, LYC_DISPROVED);
    expect_verdict("{[1,0,0;0,1,0;0,0,1]}", octant, LYC_PROVED);
    expect_verdict("{[2,1;1,1]}", octant, LYC_DISPROVED);
}

static void tamper(const char *name, test_mutation *mutate, unsigned long seed)
{
    int verdicts[5] = {0};
    lyc_text_t original, t;
    lyc_facts_t truth;
    printf("%s, seed %lu: ", name, seed);
    test_square_certificate(original, truth, octant_laws[0]);
    for (int i = 0; i < 400; i++)
    {
        lyc_facts_t f;
        lyc_text_init(t);
        do
        {
            lyc_text_reset(t);
            mutate(t, original, &seed);
        } while (strcmp(t->bytes, original->bytes) == 0);
        const lyc_verdict_t v = test_collocation_facts(f, t, octant_laws[0]);
        verdicts[v]++;
        cr_assert_neq(v, LYC_FAILURE);
        if (f->dim == 3)
            cr_assert(arf_cmp(f->exponent_lower, truth->exponent_upper) <= 0 &&
                          arf_cmp(f->exponent_upper, truth->exponent_lower) >=
                              0,
                      "mutant %d:\n%s", i, t->bytes);
        lyc_facts_clear(f);
        lyc_text_clear(t);
    }
    printf("proved %d, disproved %d, malformed %d\n", verdicts[LYC_PROVED],
           verdicts[LYC_DISPROVED], verdicts[LYC_MALFORMED]);
    lyc_text_clear(original);
    lyc_facts_clear(truth);
}

Test(square, tampered_coefficient)
{
    tamper("coefficient", test_mutate_square_coefficient, 22);
}

Test(square, tampered_edge)
{
    tamper("edge", test_mutate_square_edge, 23);
}

Test(square, tampered_header)
{
    tamper("header", test_mutate_square_header, 24);
}
