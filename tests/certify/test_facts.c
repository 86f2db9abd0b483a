#include <criterion/criterion.h>
#include <math.h>

#include "lyapcert/facts.h"

static void exponent(lyc_facts_t f, slong k, double lower, double upper)
{
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    arf_set_d(a, lower);
    arf_set_d(b, upper);
    lyc_facts_exponent_arf(f, k, a, b);
    arf_clear(a);
    arf_clear(b);
}

static void sum(lyc_facts_t f, slong k, double lower, double upper)
{
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    arf_set_d(a, lower);
    arf_set_d(b, upper);
    lyc_facts_sum_arf(f, k, a, b);
    arf_clear(a);
    arf_clear(b);
}

/* Bounds of lambda_k, or of the sum for negative k. */
static void expect(const lyc_facts_t f, slong k, double lower, double upper)
{
    const slong i = (k < 0 ? -k : k) - 1;
    const arf_struct *low = k > 0 ? f->exponent_lower : f->sum_lower;
    const arf_struct *high = k > 0 ? f->exponent_upper : f->sum_upper;
    cr_expect_eq(arf_get_d(low + i, ARF_RND_NEAR), lower,
                 "%ld: lower bound %g, not %g", (long)k,
                 arf_get_d(low + i, ARF_RND_NEAR), lower);
    cr_expect_eq(arf_get_d(high + i, ARF_RND_NEAR), upper,
                 "%ld: upper bound %g, not %g", (long)k,
                 arf_get_d(high + i, ARF_RND_NEAR), upper);
}

Test(facts, nothing_is_known_at_first)
{
    lyc_facts_t f;
    lyc_facts_init(f, 3);
    lyc_facts_close(f, 64);
    for (slong k = 1; k <= 3; k++)
    {
        expect(f, k, -INFINITY, INFINITY);
        expect(f, -k, -INFINITY, INFINITY);
    }
    lyc_facts_clear(f);
}

Test(facts, intersections_and_nan)
{
    arb_t b;
    lyc_facts_t f;
    arb_init(b);
    lyc_facts_init(f, 2);
    exponent(f, 1, -1, 4);
    exponent(f, 1, -2, 3);
    exponent(f, 1, NAN, NAN);
    arb_indeterminate(b);
    lyc_facts_exponent_arb(f, 1, b);
    lyc_facts_sum_arb(f, 2, b);
    expect(f, 1, -1, 3);
    expect(f, -2, -INFINITY, INFINITY);
    arb_set_si(b, 2);
    arb_add_error_2exp_si(b, -1);
    lyc_facts_exponent_arb(f, 1, b);
    expect(f, 1, 1.5, 2.5);
    lyc_facts_clear(f);
    arb_clear(b);
}

Test(facts, second_exponent_from_the_determinant)
{
    lyc_facts_t f;
    lyc_facts_init(f, 2);
    exponent(f, 1, 1, 2);
    sum(f, 2, 0.5, 0.75);
    lyc_facts_close(f, 64);
    expect(f, 2, -1.5, -0.25);
    expect(f, -1, 1, 2);
    lyc_facts_clear(f);
}

Test(facts, a_half_of_the_determinant_separates)
{
    lyc_facts_t f;
    lyc_facts_init(f, 2);
    sum(f, 2, 1, 1.5);
    lyc_facts_close(f, 64);
    expect(f, 1, 0.5, INFINITY);
    expect(f, 2, -INFINITY, 0.75);
    lyc_facts_clear(f);
}

/* Sums are concave: the second lies above the mean of its neighbours. */
Test(facts, a_sum_between_sums)
{
    lyc_facts_t f;
    lyc_facts_init(f, 4);
    sum(f, 1, 1, 2);
    sum(f, 3, 0, 1);
    lyc_facts_close(f, 64);
    expect(f, -2, 0.5, 4);
    lyc_facts_clear(f);
    lyc_facts_init(f, 4);
    sum(f, 1, 1, 2);
    sum(f, 2, 1, 1.5);
    lyc_facts_close(f, 64);
    expect(f, -3, -INFINITY, 2);
    lyc_facts_clear(f);
}

Test(facts, minus_infinity_goes_down_only)
{
    lyc_facts_t f;
    lyc_facts_init(f, 4);
    exponent(f, 1, 1, 2);
    sum(f, 3, -INFINITY, -INFINITY);
    lyc_facts_close(f, 64);
    expect(f, 1, 1, 2);
    expect(f, 2, -INFINITY, 2);
    expect(f, -2, -INFINITY, 4);
    expect(f, 3, -INFINITY, -INFINITY);
    expect(f, 4, -INFINITY, -INFINITY);
    expect(f, -4, -INFINITY, -INFINITY);
    lyc_facts_clear(f);
}

Test(facts, no_infinity_minus_infinity)
{
    lyc_facts_t f;
    lyc_facts_init(f, 3);
    sum(f, 2, -INFINITY, 1);
    sum(f, 3, -2, INFINITY);
    exponent(f, 3, -INFINITY, INFINITY);
    lyc_facts_close(f, 64);
    for (slong k = 1; k <= 3; k++)
    {
        cr_expect_not(arf_is_nan(f->exponent_lower + k - 1));
        cr_expect_not(arf_is_nan(f->exponent_upper + k - 1));
        cr_expect_not(arf_is_nan(f->sum_lower + k - 1));
        cr_expect_not(arf_is_nan(f->sum_upper + k - 1));
    }
    /* S_3 >= -2 and S_2 <= 1 */
    expect(f, 3, -3, 0.5);
    lyc_facts_clear(f);
}

Test(facts, closing_is_true_for_random_spectra)
{
    /* Spectra in falling order, intervals around some of their data. */
    unsigned long seed = 5;
    for (int trial = 0; trial < 300; trial++)
    {
        const slong dim = 1 + trial % 5;
        double lambda[5], s = 0, v = 3;
        lyc_facts_t f;
        lyc_facts_init(f, dim);
        for (slong k = 1; k <= dim; k++)
        {
            seed = seed * 6364136223846793005UL + 1442695040888963407UL;
            const unsigned long r = seed >> 40;
            v -= (double)(r % 64) / 32;
            lambda[k - 1] = v;
            s += v;
            if (r & 1024)
                exponent(f, k, v - (double)(r % 7) / 8,
                         v + (double)(r % 5) / 8);
            if (r & 2048)
                sum(f, k, s - (double)(r % 3) / 8, s + (double)(r % 4) / 8);
        }
        lyc_facts_close(f, 53);
        s = 0;
        for (slong k = 1; k <= dim; k++)
        {
            const double e = lambda[k - 1];
            s += e;
            cr_assert(arf_cmp_d(f->exponent_lower + k - 1, e) <= 0);
            cr_assert(arf_cmp_d(f->exponent_upper + k - 1, e) >= 0);
            cr_assert(arf_cmp_d(f->sum_lower + k - 1, s) <= 0);
            cr_assert(arf_cmp_d(f->sum_upper + k - 1, s) >= 0);
        }
        lyc_facts_clear(f);
    }
}

Test(facts, rounding_is_outward)
{
    /* 1/3 + 1/3 + 1/3 at 30 bits. */
    arf_t a, third;
    lyc_facts_t f;
    arf_init(a);
    arf_init(third);
    lyc_facts_init(f, 3);
    arf_set_si(third, 1);
    arf_div_si(a, third, 3, 200, ARF_RND_FLOOR);
    arf_div_si(third, third, 3, 200, ARF_RND_CEIL);
    for (slong k = 1; k <= 3; k++)
        lyc_facts_exponent_arf(f, k, a, third);
    lyc_facts_close(f, 30);
    cr_assert(arf_cmp_si(f->sum_lower + 2, 1) < 0);
    cr_assert(arf_cmp_si(f->sum_upper + 2, 1) > 0);
    lyc_facts_width(a, f, 1);
    cr_assert(arf_sgn(a) > 0 && arf_cmpabs_2exp_si(a, -190) < 0);
    lyc_facts_clear(f);
    arf_clear(a);
    arf_clear(third);
}
