#include "enclosing.h"

/* Upper bound of lambda_1 that words of length n give. */
static void product_bound(arf_t upper, const char *text, slong n)
{
    lyc_evidence_t evidence;
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_law_t law;

    law_of(law, text);
    lyc_limits_init(limits);
    lyc_enclosure_init(e, law->dim);
    lyc_evidence_init(evidence);
    lyc_evidence_set_product(evidence, 128, n);
    cr_assert(lyc_enclosure_accept(e, "product", evidence, law, limits), "%s",
              text);
    cr_assert_str_eq(e->method[0], "product");
    arf_set(upper, e->facts->exponent_upper);
    lyc_evidence_clear(evidence);
    lyc_enclosure_clear(e);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}

/* Submultiplicative: words of length 2n give no more than words of length n,
 * and every bound is above the exponent. */
Test(product, decreases_along_doubling_to_the_value)
{
    static const char *const laws[][2] = {
        {"{[2,7;0,1/3],[1/5,-1;0,3]}", "0"},
        {"{[2,0;0,1/3],[0,1;1,0]}", "log(2/3)/4"},
        {"[1,2;3,5]^-1 * {[1,-3;3,1],[2,1;1,-2]} * [1,2;3,5]", "log(50)/4"},
        {"{[2,1,5;0,3,1;0,0,1/7],[1,0,1;0,1/5,2;0,0,4]}", "log(2)/2"}};
    size_t i;
    slong n;
    arf_t upper, next;
    arb_t value, bound;

    arf_init(upper);
    arf_init(next);
    arb_init(value);
    arb_init(bound);
    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        value_of(value, laws[i][1]);
        product_bound(upper, laws[i][0], 1);
        for (n = 2; n <= 8; n *= 2)
        {
            product_bound(next, laws[i][0], n);
            cr_assert(arf_cmp(next, upper) <= 0, "%s", laws[i][0]);
            arb_set_arf(bound, next);
            cr_assert(!arb_lt(bound, value), "%s", laws[i][0]);
            arf_swap(upper, next);
        }
    }
    arf_clear(upper);
    arf_clear(next);
    arb_clear(value);
    arb_clear(bound);
}

/* Norms of similarities are their factors. */
Test(product, similarities_are_exact)
{
    arf_t upper;
    arb_t value, bound;

    arf_init(upper);
    arb_init(value);
    arb_init(bound);
    product_bound(upper, "{[3,-4;4,3],[0,2;2,0]}", 3);
    value_of(value, "log(10)/2");
    arb_set_arf(bound, upper);
    arb_sub(bound, bound, value, 128);
    cr_assert(!arb_is_negative(bound));
    cr_assert_float_eq(arf_get_d(arb_midref(bound), ARF_RND_NEAR), 0, 1e-25);
    arf_clear(upper);
    arb_clear(value);
    arb_clear(bound);
}

/* Every invertible law gets finite bounds on both sides of every exponent,
 * whatever its dimension. */
Test(product, always_an_enclosure)
{
    static const char *const laws[] = {
        "{[1,2,0;0,1,3;1,0,1],[0,1,1;1,-1,2;2,0,1]}",
        "{[1,1/2,0,0;0,1,-1,0;0,0,1,2;1,0,0,3],[1,0,0,1;0,2,0,1;0,1,1,0;1,1,0,"
        "-1]}",
        "I + 1/10*{[1,2,0;0,1,3;1,0,1],[0,1,1;1,-1,2;2,0,1],[1,0,0;0,0,1;0,1,"
        "1]}"};
    lyc_request request = {1e-6, 0, NULL, LYC_METHOD_AUTO};
    size_t i;
    slong k;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_enclosure_t e;

        cr_assert(enclose_text(e, laws[i], &request, 2) == LYC_UNDECIDED);
        for (k = 0; k < e->facts->dim; k++)
        {
            cr_assert(arf_is_finite(e->facts->exponent_lower + k), "%s",
                      laws[i]);
            cr_assert(arf_is_finite(e->facts->exponent_upper + k), "%s",
                      laws[i]);
        }
        expect_certificate(e);
        lyc_enclosure_clear(e);
    }
}
