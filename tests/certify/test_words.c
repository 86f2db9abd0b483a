#include <criterion/criterion.h>
#include <math.h>

#include "certify/establish.h"
#include "certify/fans.h"

static lyc_verdict_t product(lyc_facts_t f, const char *law, slong n)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_product(e, 64, n);
    return test_establish(f, e, law);
}

static lyc_verdict_t vanishing(lyc_facts_t f, const char *law,
                               const slong *word, slong n)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_vanishing(e, word, n);
    return test_establish(f, e, law);
}

static lyc_verdict_t rank(lyc_facts_t f, const char *law)
{
    lyc_evidence_t e;
    lyc_evidence_init(e);
    lyc_evidence_set_rank(e);
    return test_establish(f, e, law);
}

static double upper(const lyc_facts_t f)
{
    return arf_get_d(f->exponent_upper, ARF_RND_CEIL);
}

Test(product, norms_of_single_matrices)
{
    lyc_facts_t f;
    /* Singular values of [1,2;3,4]: sqrt(15 +- sqrt(221)). */
    cr_assert_eq(product(f, "{[1,2;3,4]}", 1), LYC_PROVED);
    cr_expect_float_eq(upper(f), 0.5 * log(15 + sqrt(221)), 1e-14);
    lyc_facts_clear(f);
    cr_assert_eq(product(f, "{[1,2,2;0,0,0;0,0,4]}", 1), LYC_PROVED);
    cr_expect_float_eq(upper(f), log(5), 1e-14);
    lyc_facts_clear(f);
    cr_assert_eq(product(f, "{[-3]}", 7), LYC_PROVED);
    cr_expect_float_eq(upper(f), log(3), 1e-14);
    lyc_facts_clear(f);
}

/* The second route: words by counting, products in doubles. */
Test(product, against_doubles)
{
    const double a[2][4] = {{0, 1, 1, 1}, {0, 1, 1, -1}};
    const double p[2] = {1.0 / 3, 2.0 / 3};
    for (slong n = 1; n <= 8; n++)
    {
        double total = 0;
        for (int w = 0; w < 1 << n; w++)
        {
            double m[4] = {1, 0, 0, 1}, q = 1;
            for (int i = 0; i < n; i++)
            {
                const double *b = a[w >> i & 1];
                const double t[4] = {
                    b[0] * m[0] + b[1] * m[2], b[0] * m[1] + b[1] * m[3],
                    b[2] * m[0] + b[3] * m[2], b[2] * m[1] + b[3] * m[3]};
                for (int k = 0; k < 4; k++)
                    m[k] = t[k];
                q *= p[w >> i & 1];
            }
            const double s =
                m[0] * m[0] + m[1] * m[1] + m[2] * m[2] + m[3] * m[3];
            total += q * 0.5 * log((s + sqrt(fmax(0, s * s - 4))) / 2);
        }
        lyc_facts_t f;
        cr_assert_eq(product(f, "{1/3: [0,1;1,1], 2/3: [0,1;1,-1]}", n),
                     LYC_PROVED);
        cr_expect_float_eq(upper(f), total / (double)n, 1e-12);
        cr_expect(arf_is_neg_inf(f->exponent_lower));
        lyc_facts_clear(f);
    }
}

Test(product, zero_words)
{
    lyc_facts_t f;
    cr_assert_eq(product(f, "{[0,1;0,0],[1,1;1,1]}", 2), LYC_PROVED);
    test_minus_inf(f, 1);
    lyc_facts_clear(f);
}

Test(product, refused)
{
    lyc_facts_t f;
    static const slong n[] = {0, -1, 23, 1000000000};
    for (int i = 0; i < 4; i++)
    {
        cr_expect_eq(product(f, "{[1,1;0,1],[1,0;1,1]}", n[i]), LYC_DISPROVED);
        lyc_facts_clear(f);
    }
}

Test(vanishing, words)
{
    lyc_facts_t f;
    const slong twice[] = {0, 0};
    cr_assert_eq(vanishing(f, "{[0,1;0,0],[3,1;1,1]}", twice, 2), LYC_PROVED);
    test_minus_inf(f, 1);
    test_minus_inf(f, 2);
    lyc_facts_clear(f);
    /* Irrational: diag(0, sqrt 2) after diag(sqrt 2, 0). */
    const slong both[] = {0, 1};
    cr_assert_eq(vanishing(f, "{diag(0,sqrt(2)),diag(sqrt(2),0)}", both, 2),
                 LYC_PROVED);
    lyc_facts_clear(f);
}

Test(vanishing, refused)
{
    lyc_facts_t f;
    const slong word[] = {0, 1, 0};
    const slong strange[] = {0, 2};
    const slong negative[] = {-1};
    cr_expect_eq(vanishing(f, "{[0,1;0,0],[3,1;1,1]}", word, 3), LYC_DISPROVED);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    lyc_facts_clear(f);
    cr_expect_eq(vanishing(f, "{[0,1;0,0],[3,1;1,1]}", strange, 2),
                 LYC_DISPROVED);
    lyc_facts_clear(f);
    cr_expect_eq(vanishing(f, "{[0,1;0,0]}", negative, 1), LYC_DISPROVED);
    lyc_facts_clear(f);
    cr_expect_eq(vanishing(f, "{[0,1;0,0]}", word, 0), LYC_DISPROVED);
    lyc_facts_clear(f);
}

Test(rank, recomputed)
{
    lyc_facts_t f;
    cr_assert_eq(rank(f, "{[1,2,3;2,4,6;3,6,9],[1,0,0;0,1,0;0,0,1]}"),
                 LYC_PROVED);
    cr_expect(arf_is_pos_inf(f->exponent_upper));
    test_minus_inf(f, 2);
    test_minus_inf(f, 3);
    lyc_facts_clear(f);
    cr_assert_eq(rank(f, "{[sqrt(2),2;1,sqrt(2)],[1,1;0,1]}"), LYC_PROVED);
    test_minus_inf(f, 2);
    lyc_facts_clear(f);
    cr_assert_eq(rank(f, "{[0,0;0,0],[1,1;0,1]}"), LYC_PROVED);
    test_minus_inf(f, 1);
    lyc_facts_clear(f);
    cr_assert_eq(rank(f, "{[1,2;3,4],[1,1;0,1]}"), LYC_DISPROVED);
    lyc_facts_clear(f);
}
