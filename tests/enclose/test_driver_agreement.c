/* Methods that have nothing in common enclose the same exponents. */
#include "enclosing.h"

/* Irreducible laws whose exponents have a closed form. */
static const char *const laws[][2] = {
    {"{2*[0,-1;1,0], [1,-1;1,1], [3,0;0,3]}", "log(72)/6"},
    {"[2,1;1,1]^-1*{[2,1;-1,2],[3,1;1,-3]}*[2,1;1,1]", "log(50)/4"},
    {"{1/3: [2,0;0,1/3], 2/3: [0,1;1,0]}", "log(2/3)/6"},
    {"{[3,1;1,4],[2,1;1,-2]}", "log(55)/4"}};

static void check(const char *law, const char *expected, lyc_method_t method)
{
    lyc_request request = {1e-3, 0, NULL, method};
    lyc_enclosure_t e;
    arb_t value;

    arb_init(value);
    value_of(value, expected);
    (void)enclose_text(e, law, &request, 10);
    cr_assert(facts_contain(e->facts, 1, value), "%s", law);
    cr_assert(facts_contain(e->facts, 2, value), "%s", law);
    cr_assert(arf_is_finite(e->facts->exponent_upper));
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

Test(driver, methods_agree_with_closed_forms)
{
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        check(laws[i][0], laws[i][1], LYC_METHOD_FORMULA);
        check(laws[i][0], laws[i][1], LYC_METHOD_GAUGE);
        check(laws[i][0], laws[i][1], LYC_METHOD_PRODUCT);
    }
}

/* The top exponent of a law that keeps a line: the gauge bounds it above. */
Test(driver, gauge_agrees_with_block)
{
    lyc_request request = {1e-3, 0, NULL, LYC_METHOD_GAUGE};
    lyc_enclosure_t e;
    arb_t value;

    arb_init(value);
    value_of(value, "log(15)/2");
    (void)enclose_text(e, "{[1,2;2,1],[2,3;3/2,7/2]}", &request, 10);
    cr_assert(facts_contain(e->facts, 1, value));
    cr_assert_float_eq(arf_get_d(e->facts->exponent_upper, ARF_RND_UP), 1.35403,
                       0.01);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

/* Enclosures by different methods of one law overlap. */
Test(driver, gauge_and_product_overlap)
{
    static const char *const irreducible[] = {
        "{[2,1;1,1],[3,1;2,1]}", "{[1,2;2,3],[1,2;2,-1]}",
        "{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}"};
    size_t i;

    for (i = 0; i < sizeof irreducible / sizeof irreducible[0]; i++)
    {
        lyc_request gauge = {1e-2, 0, NULL, LYC_METHOD_GAUGE};
        lyc_request product = {1e-2, 0, NULL, LYC_METHOD_PRODUCT};
        lyc_enclosure_t e, f;
        slong k;

        cr_assert(enclose_text(e, irreducible[i], &gauge, 20) == LYC_PROVED);
        (void)enclose_text(f, irreducible[i], &product, 2);
        for (k = 0; k < 2; k++)
        {
            cr_assert(arf_cmp(e->facts->exponent_lower + k,
                              f->facts->exponent_upper + k) <= 0);
            cr_assert(arf_cmp(f->facts->exponent_lower + k,
                              e->facts->exponent_upper + k) <= 0);
        }
        lyc_enclosure_clear(e);
        lyc_enclosure_clear(f);
    }
}
