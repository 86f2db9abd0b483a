#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "certify/box.h"
#include "certify/box_round.h"
#include "certify/boxes.h"
#include "certify/establish.h"
#include "certify/fans.h"

static lyc_verdict_t establish(lyc_facts_t f, const lyc_boxes_t b,
                               const lyc_law_t law)
{
    lyc_boxes_t copy;
    lyc_evidence_t e;
    lyc_limits_t l;
    lyc_diag_t d;
    copy_boxes(copy, b);
    lyc_evidence_init(e);
    lyc_evidence_set_boxes(e, 64, copy);
    lyc_boxes_clear(copy);
    lyc_facts_init(f, law->dim);
    lyc_limits_init(l);
    lyc_diag_init(d);
    const lyc_verdict_t v = lyc_evidence_establish(f, e, law, l, d);
    cr_assert(v == LYC_PROVED || d->is_set);
    lyc_evidence_clear(e);
    lyc_limits_clear(l);
    lyc_diag_clear(d);
    return v;
}

/* No sample of R is outside the bracket. */
static void compare(const lyc_boxes_t b, const lyc_law_t law, slong points,
                    unsigned long *seed, const char *what)
{
    lyc_facts_t f;
    double x[6];
    cr_assert_eq(establish(f, b, law), LYC_PROVED, "%s", what);
    lyc_facts_close(f, 64);
    const double low = arf_get_d(f->sum_lower + b->power - 1, ARF_RND_NEAR);
    const double high = arf_get_d(f->sum_upper + b->power - 1, ARF_RND_NEAR);
    cr_assert_lt(high, INFINITY, "%s", what);
    for (slong n = 0; n < points; n++)
    {
        random_point(x, b, seed);
        const double r = reference_rate(b, law, x, 0);
        const double s = reference_rate(b, law, x, 1);
        cr_assert(r >= low - 1e-11, "%s: R = %.15g < %.15g", what, r, low);
        cr_assert(s <= high + 1e-11, "%s: R = %.15g > %.15g", what, s, high);
    }
    lyc_facts_clear(f);
}

static void compare_random(slong dim, slong seeds, int is_projective)
{
    for (unsigned long seed = 1; seed <= (unsigned long)seeds; seed++)
    {
        unsigned long s = 100 * seed + (unsigned long)dim;
        char what[80];
        lyc_law_t law;
        lyc_boxes_t b;
        random_matrices(law, dim == 6 ? 4 : dim, 1 + (slong)(seed % 4),
                        is_projective ? -20 : 0, seed % 2 == 0, &s);
        random_boxes(b, dim, 2 + (slong)(seed % 60), is_projective, &s);
        /* Goals out of reach: every cell is cut as far as it can be. */
        b->lower_goal = seed % 3 == 0 ? -((int64_t)5 << 40) : INT64_C(1) << 40;
        b->upper_goal = seed % 3 == 0 ? (int64_t)5 << 40 : -(INT64_C(1) << 40);
        snprintf(what, sizeof what, "d = %ld, seed %lu, %ld cells", (long)dim,
                 seed, (long)b->cells);
        compare(b, law, 300, &s, what);
        lyc_boxes_clear(b);
        lyc_law_clear(law);
    }
}

Test(boxes, samples_of_the_plane)
{
    compare_random(2, 60, 1);
}

Test(boxes, samples_in_space)
{
    compare_random(3, 40, 1);
}

Test(boxes, samples_in_four_dimensions)
{
    compare_random(4, 12, 1);
}

Test(boxes, samples_of_planes)
{
    compare_random(6, 12, 1);
}

Test(boxes, samples_of_orthants)
{
    compare_random(2, 30, 0);
    compare_random(3, 30, 0);
    compare_random(4, 8, 0);
}

/* R is constant; only cells beside others cost width. */
Test(boxes, one_matrix)
{
    lyc_law_t law;
    lyc_boxes_t b;
    lyc_facts_t f;
    test_law(law, "[2,0,0;0,2,0;0,0,2]");
    lyc_boxes_init(b, 3, 3);
    memcpy(b->tree, "...", 4);
    for (slong l = 0; l < 3; l++)
        b->form[3 * l + l] = 7;
    b->lower_goal = INT64_C(1) << 40;
    cr_assert_eq(establish(f, b, law), LYC_PROVED);
    test_bounds(f, 1, log(2), 0.05);
    lyc_facts_clear(f);
    lyc_boxes_clear(b);
    lyc_law_clear(law);
}

static void expect_verdict(const lyc_boxes_t b, const char *text,
                           lyc_verdict_t expected)
{
    lyc_law_t law;
    lyc_facts_t f;
    test_law(law, text);
    cr_expect_eq(establish(f, b, law), expected, "%s", text);
    lyc_facts_clear(f);
    lyc_law_clear(law);
}

Test(boxes, what_is_refused)
{
    static const char *const trees[] = {"",     ".",   "..",    "....", "0...",
                                        "..0.", "..3", "..2..", "x.."};
    const char *law = "[2,0,0;0,1,0;0,0,3]";
    lyc_boxes_t b;
    lyc_boxes_init(b, 3, 3);
    for (slong l = 0; l < 3; l++)
        b->form[3 * l + l] = 1;
    memcpy(b->tree, "...", 4);
    expect_verdict(b, law, LYC_PROVED);
    for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++)
    {
        memcpy(b->tree, trees[i], strlen(trees[i]) + 1);
        expect_verdict(b, law, LYC_DISPROVED);
    }
    memcpy(b->tree, "...", 4);
    expect_verdict(b, "[2,0;0,1]", LYC_DISPROVED);
    b->power = 3;
    expect_verdict(b, law, LYC_DISPROVED);
    b->power = 1;
    b->is_projective = 0;
    expect_verdict(b, law, LYC_PROVED);
    expect_verdict(b, "[2,0,0;0,1,-1/1000000;0,0,3]", LYC_DISPROVED);
    b->is_projective = 1;
    b->form[4] = 0;
    expect_verdict(b, law, LYC_DISPROVED);
    b->form[4] = 1;
    b->form[3] = 1; /* 0 at a corner */
    expect_verdict(b, law, LYC_DISPROVED);
    b->form[3] = 0;
    b->lower[1] = LYC_BOXES_MAX_OFFSET + 1;
    expect_verdict(b, law, LYC_DISPROVED);
    b->lower[1] = 0;
    /* An axis halved too often. */
    lyc_boxes_clear(b);
    lyc_boxes_init(b, 3, 103);
    for (int i = 0; i < 100; i++)
        b->tree[i] = '0';
    for (int i = 100; i < 203; i++)
        b->tree[i] = '.';
    expect_verdict(b, law, LYC_DISPROVED);
    lyc_boxes_clear(b);
}

/* A kernel through the cells leaves no lower bound, and a true upper one. */
Test(boxes, singular_atoms)
{
    lyc_boxes_t b;
    lyc_law_t law;
    lyc_facts_t f;
    unsigned long seed = 5;
    random_boxes(b, 3, 60, 1, &seed);
    test_law(law, "{[1,0,0;0,0,0;0,0,2], [0,0,0;0,0,0;0,0,0], [3,1,0;0,1,0;"
                  "0,0,1]}");
    cr_assert_eq(establish(f, b, law), LYC_PROVED);
    cr_expect(arf_is_neg_inf(f->exponent_lower));
    lyc_facts_clear(f);
    lyc_law_clear(law);
    lyc_boxes_clear(b);
}

/* Cofactors: the sum of the first two exponents of a diagonal matrix. */
Test(boxes, power)
{
    lyc_boxes_t b;
    lyc_law_t law;
    lyc_facts_t f;
    unsigned long seed = 9;
    random_boxes(b, 3, 60, 1, &seed);
    b->power = 2;
    test_law(law, "[5,0,0;0,-3,0;0,0,2]");
    cr_assert_eq(establish(f, b, law), LYC_PROVED);
    cr_expect_leq(arf_get_d(f->sum_lower + 1, ARF_RND_NEAR), log(15));
    cr_expect_geq(arf_get_d(f->sum_upper + 1, ARF_RND_NEAR), log(15));
    cr_expect(arf_is_neg_inf(f->exponent_lower));
    lyc_facts_clear(f);
    lyc_law_clear(law);
    lyc_boxes_clear(b);
}

Test(boxes, cofactors)
{
    lyc_matrix_t a, c, t;
    lyc_number_t det;
    lyc_number_init(det);
    test_matrix(a, "[1,2,-3;4,1/5,6;sqrt(2),8,9]");
    lyc_matrix_init(c, 3, 3);
    lyc_matrix_init(t, 3, 3);
    cr_assert_eq(lyc_matrix_cofactors(c, a), LYC_TRUE);
    lyc_matrix_det(det, a);
    lyc_matrix_transpose(t, c);
    lyc_matrix_mul(t, t, a);
    for (slong i = 0; i < 3; i++)
        for (slong j = 0; j < 3; j++)
            if (i == j)
                cr_expect_eq(lyc_number_equal(lyc_matrix_entry(t, i, j), det),
                             LYC_TRUE);
            else
                cr_expect_eq(lyc_number_is_zero(lyc_matrix_entry(t, i, j)),
                             LYC_TRUE);
    lyc_number_clear(det);
    lyc_matrix_clear(a);
    lyc_matrix_clear(c);
    lyc_matrix_clear(t);
}

static void check_log(double x, arb_t t, arf_t b)
{
    double low, high;
    lyc_log_bounds(&low, &high, x);
    arb_set_d(t, x);
    arb_log(t, t, 128);
    arf_set_d(b, low);
    cr_assert(arf_cmp(b, arb_midref(t)) < 0, "log %a", x);
    arf_set_d(b, high);
    cr_assert(arf_cmp(b, arb_midref(t)) > 0, "log %a", x);
    cr_assert_lt(high - low, 1e-14 * (2 + fabs(low)));
}

Test(boxes, logarithm)
{
    unsigned long seed = 1;
    double low, high;
    arb_t t;
    arf_t b;
    arb_init(t);
    arf_init(b);
    for (int n = 0; n < 100000; n++)
    {
        const double m = 1 + (double)test_random(&seed) * 0x1p-31;
        const int e = (int)(test_random(&seed) % 2100) - 1074;
        if (n % 2 == 0)
            check_log(m, t, b);
        else if (ldexp(m, e) > 0 && ldexp(m, e) < INFINITY)
            check_log(ldexp(m, e), t, b);
    }
    check_log(0x1p-1074, t, b);
    check_log(DBL_MAX, t, b);
    check_log(0.70710678118654752, t, b);
    lyc_log_bounds(&low, &high, 0);
    cr_expect(isinf(low) && isinf(high) && low < 0 && high > 0);
    lyc_log_bounds(&low, &high, NAN);
    cr_expect(isinf(low) && isinf(high) && low < 0 && high > 0);
    lyc_log_bounds(&low, &high, INFINITY);
    cr_expect(isinf(low) && isinf(high) && low < 0 && high > 0);
    arb_clear(t);
    arf_clear(b);
}
