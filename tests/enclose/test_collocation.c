/* Collocation against published values, closed forms and the determinant
 * method. */
#include <math.h>
#include <stdio.h>

#include "enclosing.h"
#include "lyapcert/traces.h"

#define PAIR "{[2,1;1,1],[3,1;2,1]}"

static void enclose_digits(lyc_enclosure_t e, const char *law, slong digits,
                           lyc_method_t method)
{
    lyc_request request = {0, digits, NULL, method};

    cr_assert(enclose_text(e, law, &request, 100) == LYC_PROVED, "%s", law);
    cr_assert_str_eq(e->method[0], "collocation");
    cr_assert(e->degree > 0);
}

/* The centre of lambda_1's enclosure. */
static void centre(arb_t c, const lyc_enclosure_t e)
{
    arb_set_interval_arf(c, e->facts->exponent_lower, e->facts->exponent_upper,
                         1000);
}

/* |lambda_1 - value| <= 10^-digits for all points of the enclosure. */
static void expect_near(const lyc_enclosure_t e, const arb_t value,
                        slong digits)
{
    arb_t c, tol;

    arb_init(c);
    arb_init(tol);
    centre(c, e);
    arb_sub(c, c, value, 1000);
    arb_abs(c, c);
    arb_set_ui(tol, 10);
    arb_inv(tol, tol, 1000);
    arb_pow_ui(tol, tol, (ulong)digits, 1000);
    cr_assert(arb_le(c, tol));
    arb_clear(c);
    arb_clear(tol);
}

Test(collocation, published_digits)
{
    lyc_enclosure_t e;
    arb_t value;

    arb_init(value);
    value_of(value, "1.1433110351029492458432518536555882994025");
    enclose_digits(e, PAIR, 100, LYC_METHOD_AUTO);
    expect_near(e, value, 39);
    cr_assert(e->seconds < 20);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

/* Words to some length: good to 10^-digits, as far as the change says. */
static void traces_of(arb_t value, const char *text, double tol)
{
    lyc_law_t law;
    lyc_traces_t t;
    lyc_limits_t limits;
    lyc_diag_t d;

    law_of(law, text);
    lyc_traces_init(t);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_assert(lyc_traces_approx(t, law, tol, 400, limits, d), "%s", d->text);
    cr_assert(arf_cmp_d(t->change, tol) < 0, "%s", text);
    arb_set_arf(value, t->value);
    lyc_traces_clear(t);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

Test(collocation, agrees_with_determinants)
{
    static const char *const laws[] = {
        PAIR,
        "{[0,1;1/10,1],[0,1;-1/10,1]}",
        "{[0,1;1/5,1],[0,1;-1/5,1]}",
        "{1/3: [10,-99/10;0,1/10], 2/3: [-1/10,0;-99/10,-10]}",
        "{1/4: [-2,-1;-1,-1], 3/4: [3,1;2,sqrt(2)]}",
        "{1/7: [1,1;1,1], 6/7: [2,1;1,1]}",
        "[3,1;1,4]^-1*{[2,1;1,1],[1,3;1,1]}*[3,1;1,4]",
    };
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_enclosure_t e;
        arb_t value;

        arb_init(value);
        traces_of(value, laws[i], 1e-21);
        enclose_digits(e, laws[i], 50, LYC_METHOD_COLLOCATION);
        expect_near(e, value, 20);
        lyc_enclosure_clear(e);
        arb_clear(value);
    }
}

Test(collocation, positive_pair_in_space)
{
    static const char *const law = "{[2,1,1;1,1,1;1,1,3],[3,1,2;2,1,1;1,2,5]}";
    int first[] = {1, 0, 0};
    lyc_request request = {0, 12, first, LYC_METHOD_AUTO};
    lyc_enclosure_t e;
    arb_t value;

    arb_init(value);
    traces_of(value, law, 1e-16);
    cr_assert(enclose_text(e, law, &request, 60) == LYC_PROVED);
    cr_assert_str_eq(e->method[0], "collocation");
    expect_near(e, value, 12);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

/* One atom, and laws whose images all lie on one line. */
Test(collocation, closed_forms)
{
    static const char *const laws[][2] = {
        {"[2,1;1,1]", "2*log((1+sqrt(5))/2)"},
        {"[1,1;1,0]", "log((1+sqrt(5))/2)"},
        {"[-3,1;1,-2]", "log((5+sqrt(5))/2)"},
        {"{[1,1;1,1],[1,2;1,2]}", "log(6)/2"},
        {"{[2,1;1,2],[5,3;3,5]}", "log(24)/2"}};
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_enclosure_t e;
        arb_t value;

        arb_init(value);
        value_of(value, laws[i][1]);
        enclose_digits(e, laws[i][0], 60, LYC_METHOD_COLLOCATION);
        cr_assert(facts_contain(e->facts, 1, value), "%s", laws[i][0]);
        lyc_enclosure_clear(e);
        arb_clear(value);
    }
}

/* lambda(c A) = lambda(A) + log c; the transposed law has the same exponents.
 */
Test(collocation, symmetries)
{
    static const char *const others[] = {"3*" PAIR, "transpose(" PAIR ")",
                                         "[1,2;-1,1]*" PAIR "*[1,2;-1,1]^-1"};
    lyc_enclosure_t e, f;
    arb_t value, log3;
    size_t i;

    arb_init(value);
    arb_init(log3);
    value_of(log3, "log(3)");
    enclose_digits(e, PAIR, 60, LYC_METHOD_COLLOCATION);
    for (i = 0; i < 3; i++)
    {
        centre(value, e);
        if (i == 0)
        {
            arb_add(value, value, log3, 1000);
        }
        enclose_digits(f, others[i], 60, LYC_METHOD_COLLOCATION);
        expect_near(f, value, 59);
        lyc_enclosure_clear(f);
    }
    lyc_enclosure_clear(e);
    arb_clear(value);
    arb_clear(log3);
}

/* Laws that map no arcs into themselves: said at once. */
Test(collocation, does_not_contract)
{
    static const char *const laws[] = {
        "{1/3: [0,1;1,1], 2/3: [0,1;1,-1]}",
        "{[1,1;0,1],[1,0;1,1],[0,1;1,0]}",
        "{[3/5,-4/5;4/5,3/5],[2,0;0,1]}",
        "{[0,1;13/50,1],[0,1;-13/50,1]}",
        "{[1,0;0,1],[2,1;1,1]}",
        "{[0,1;0,0],[1,0;0,2]}",
        "{[2,1,0;1,1,1;0,1,-1],[1,1,1;1,2,1;1,1,5]}"};
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        lyc_request request = {0, 50, NULL, LYC_METHOD_COLLOCATION};
        lyc_enclosure_t e;

        cr_assert(enclose_text(e, laws[i], &request, 60) == LYC_UNDECIDED, "%s",
                  laws[i]);
        cr_assert(arf_is_pos_inf(e->facts->exponent_upper), "%s", laws[i]);
        cr_assert(e->seconds < 2, "%s: %g s", laws[i], e->seconds);
        lyc_enclosure_clear(e);
    }
}

static void expect_method(const char *law, double tol, const char *method)
{
    lyc_request request = {tol, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, law, &request, 60) == LYC_PROVED, "%s", law);
    cr_assert_str_eq(e->method[0], method);
    lyc_enclosure_clear(e);
}

Test(collocation, automatic_choice)
{
    expect_method(PAIR, 1e-3, "gauge");
    expect_method(PAIR, 1e-9, "collocation");
    expect_method(PAIR, 1e-200, "collocation");
    expect_method("{[1/4,3/10;-1/5,-1/10],[-7/20,-3/20;2/5,1/5]}", 1e-3,
                  "gauge");
}

/* Memory that is not enough is not asked for. */
Test(collocation, limits)
{
    lyc_request request = {0, 300, NULL, LYC_METHOD_COLLOCATION};
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_enclosure_t e;
    lyc_diag_t d;

    law_of(law, PAIR);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_enclosure_init(e, 2);
    limits->max_memory = 500000;
    cr_assert(lyc_enclose(e, law, &request, limits, d) == LYC_UNDECIDED);
    cr_assert(arf_is_finite(e->facts->exponent_upper));
    expect_certificate(e);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_enclosure_clear(e);
    lyc_law_clear(law);
}

Test(traces, closed_forms)
{
    static const char *const laws[][2] = {
        {"[2,1;1,1]", "2*log((1+sqrt(5))/2)"},
        {"{[2,1;1,2],[5,3;3,5]}", "log(24)/2"},
        {"{[1,1;1,1],[1,2;1,2]}", "log(6)/2"},
        {"{2, 5}", "log(10)/2"},
        {"[2,0,0;0,1,0;0,0,1/2]", "log(2)"},
        {"{[1,1,1;1,1,1;1,1,1],[2,2,2;1,1,1;1,1,1]}", "log(12)/2"}};
    size_t i;

    for (i = 0; i < sizeof laws / sizeof laws[0]; i++)
    {
        arb_t value, expected;
        arf_t distance;

        arb_init(value);
        arb_init(expected);
        arf_init(distance);
        traces_of(value, laws[i][0], 1e-30);
        value_of(expected, laws[i][1]);
        arb_sub(value, value, expected, 1000);
        arb_get_abs_ubound_arf(distance, value, 64);
        cr_expect(arf_cmp_d(distance, 1e-29) < 0, "%s", laws[i][0]);
        arb_clear(value);
        arb_clear(expected);
        arf_clear(distance);
    }
}

Test(traces, says_why_not)
{
    lyc_law_t law;
    lyc_traces_t t;
    lyc_limits_t limits;
    lyc_diag_t d;

    law_of(law, "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}");
    lyc_traces_init(t);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_assert(!lyc_traces_approx(t, law, 1e-9, 128, limits, d));
    cr_assert(d->is_set);
    lyc_traces_clear(t);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_law_clear(law);
}

/* What a certificate weakens its bounds by must not cost the last digit. */
Test(collocation, every_number_of_digits)
{
    for (slong digits = 7; digits <= 60; digits++)
    {
        lyc_request request = {0, digits, NULL, LYC_METHOD_AUTO};
        lyc_enclosure_t e;

        cr_assert(enclose_text(e, "{[2,1;1,1],[3,1;2,1]}", &request, 60) ==
                      LYC_PROVED,
                  "%ld digits", (long)digits);
        lyc_enclosure_clear(e);
    }
}
