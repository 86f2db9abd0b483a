#include <math.h>

#include "enclosing.h"

Test(driver, method_names)
{
    static const char *const names[] = {"auto",       "formula",     "block",
                                        "gauge",      "collocation", "product",
                                        "determinant"};
    lyc_method_t method = LYC_METHOD_AUTO;
    int i;

    for (i = 0; i < 7; i++)
    {
        cr_assert(lyc_method_set_str(&method, names[i]));
        cr_assert((int)method == i);
    }
    cr_assert(!lyc_method_set_str(&method, ""));
    cr_assert(!lyc_method_set_str(&method, "gauges"));
    cr_assert(!lyc_method_set_str(&method, "Auto"));
    cr_assert(method == LYC_METHOD_DETERMINANT);
}

static void set_interval(lyc_facts_t f, slong k, double lower, double upper)
{
    arf_set_d(f->exponent_lower + k - 1, lower);
    arf_set_d(f->exponent_upper + k - 1, upper);
}

Test(driver, request_met_absolute)
{
    lyc_request request = {0.25, 0, NULL, LYC_METHOD_AUTO};
    int second[] = {0, 1};
    lyc_facts_t f;

    lyc_facts_init(f, 2);
    cr_assert(!lyc_request_met(&request, f, 1));
    set_interval(f, 1, 1, 1.25);
    cr_assert(lyc_request_met(&request, f, 1));
    set_interval(f, 1, 1, nextafter(1.25, 2));
    cr_assert(!lyc_request_met(&request, f, 1));
    request.wanted = second;
    cr_assert(lyc_request_met(&request, f, 1));
    cr_assert(!lyc_request_met(&request, f, 2));
    set_interval(f, 2, -INFINITY, -3);
    cr_assert(!lyc_request_met(&request, f, 2));
    set_interval(f, 2, -INFINITY, -INFINITY);
    cr_assert(lyc_request_met(&request, f, 2));
    set_interval(f, 2, -1, -1);
    request.tol = NAN;
    cr_assert(!lyc_request_met(&request, f, 2));
    lyc_facts_clear(f);
}

Test(driver, request_met_digits)
{
    lyc_request request = {0, 2, NULL, LYC_METHOD_AUTO};
    lyc_logsum_t zero;
    lyc_facts_t f;

    lyc_facts_init(f, 1);
    set_interval(f, 1, 100, 101);
    cr_assert(lyc_request_met(&request, f, 1));
    set_interval(f, 1, 99, 100);
    cr_assert(!lyc_request_met(&request, f, 1));
    set_interval(f, 1, -101, -100);
    cr_assert(lyc_request_met(&request, f, 1));
    set_interval(f, 1, -100, -99);
    cr_assert(!lyc_request_met(&request, f, 1));
    set_interval(f, 1, -1e-300, 1e-300);
    cr_assert(!lyc_request_met(&request, f, 1));
    set_interval(f, 1, 0, 1e-300);
    cr_assert(!lyc_request_met(&request, f, 1));
    lyc_logsum_init(zero);
    lyc_facts_exponent_exact(f, 1, zero, 64);
    cr_assert(lyc_request_met(&request, f, 1));
    lyc_logsum_clear(zero);
    lyc_facts_clear(f);
}

static lyc_verdict_t verdict_of(const char *text, double tol, slong digits,
                                slong dim)
{
    lyc_request request = {tol, digits, NULL, LYC_METHOD_FORMULA};
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_verdict_t verdict;
    lyc_law_t law;
    lyc_diag_t d;

    law_of(law, text);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_enclosure_init(e, dim);
    verdict = lyc_enclose(e, law, &request, limits, d);
    cr_assert(d->is_set == (verdict != LYC_PROVED));
    cr_assert(!d->is_set || d->status == verdict);
    lyc_diag_clear(d);
    lyc_enclosure_clear(e);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    return verdict;
}

Test(driver, requests_that_make_no_sense)
{
    cr_assert(verdict_of("{2, 3}", 1e-3, 0, 1) == LYC_PROVED);
    cr_assert(verdict_of("{2, 3}", 0, 0, 1) == LYC_MALFORMED);
    cr_assert(verdict_of("{2, 3}", -1, 0, 1) == LYC_MALFORMED);
    cr_assert(verdict_of("{2, 3}", NAN, 0, 1) == LYC_MALFORMED);
    cr_assert(verdict_of("{2, 3}", 1e-3, -1, 1) == LYC_MALFORMED);
    cr_assert(verdict_of("{2, 3}", 1e-3, 0, 2) == LYC_MALFORMED);
    cr_assert(verdict_of("{2, 3}", INFINITY, 0, 1) == LYC_PROVED);
    cr_assert(verdict_of("{2, 3}", 1e-300, 0, 1) == LYC_PROVED);
}

Test(driver, names_of_methods)
{
    lyc_request request = {1e-10, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, "{2, 3}", &request, 10) == LYC_PROVED);
    cr_assert_str_eq(e->method[0], "formula");
    cr_assert_str_eq(e->certificate->method, "formula");
    lyc_enclosure_clear(e);
    cr_assert(enclose_text(e, "{[1,2;3,2],[3,2;3,4]}", &request, 10) ==
              LYC_PROVED);
    cr_assert_str_eq(e->method[0], "block");
    cr_assert_str_eq(e->method[1], "block");
    lyc_enclosure_clear(e);
}

/* The determinant alone: lambda_2 <= sum / 2 <= lambda_1. */
Test(driver, determinant)
{
    lyc_request request = {1e-10, 0, NULL, LYC_METHOD_DETERMINANT};
    lyc_enclosure_t e;
    arb_t half;

    arb_init(half);
    value_of(half, "log(6)/4");
    cr_assert(enclose_text(e, "{[2,1;0,1],[1,1;-2,1]}", &request, 10) ==
              LYC_UNDECIDED);
    cr_assert(arf_is_pos_inf(e->facts->exponent_upper));
    cr_assert(arf_is_neg_inf(e->facts->exponent_lower + 1));
    cr_assert(arb_contains_arf(half, e->facts->exponent_lower) ||
              arf_cmp(e->facts->exponent_lower, arb_midref(half)) < 0);
    cr_assert_float_eq(arf_get_d(e->facts->exponent_lower, ARF_RND_NEAR),
                       log(6) / 4, 1e-15);
    cr_assert_float_eq(arf_get_d(e->facts->exponent_upper + 1, ARF_RND_NEAR),
                       log(6) / 4, 1e-15);
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(half);
}

/* Laws made by the library have no text of their own. */
Test(driver, law_without_text)
{
    lyc_request request = {1e-15, 0, NULL, LYC_METHOD_AUTO};
    lyc_law_t law, residual;
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_diag_t d;
    arb_t value;

    law_of(law, "{1/4: [1,2;0,sqrt(3)], 3/4: [4,1;0,-1/2]}");
    lyc_law_init(residual);
    lyc_law_residual(residual, law);
    free(residual->text);
    residual->text = NULL;
    lyc_enclosure_init(e, 2);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    cr_assert(lyc_enclose(e, residual, &request, limits, d) == LYC_PROVED);
    arb_init(value);
    value_of(value, "log(2)/4 + 3*log(5)/4");
    cr_assert(facts_contain(e->facts, 1, value));
    value_of(value, "log(1+sqrt(3))/4 - 3*log(2)/4");
    cr_assert(facts_contain(e->facts, 2, value));
    expect_certificate(e);
    arb_clear(value);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_enclosure_clear(e);
    lyc_law_clear(law);
    lyc_law_clear(residual);
}

/* Time that is used up before it began still gives a true enclosure. */
Test(driver, no_time)
{
    lyc_request request = {1e-9, 0, NULL, LYC_METHOD_AUTO};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", &request,
                           0) == LYC_UNDECIDED);
    cr_assert(arf_cmp_d(e->facts->exponent_lower, 0.123975598) < 0);
    cr_assert(arf_cmp_d(e->facts->exponent_upper, 0.1239755995) > 0);
    expect_certificate(e);
    lyc_enclosure_clear(e);
}

/* Evidence that does not hold changes nothing. */
Test(driver, accept_refuses)
{
    static const slong word[] = {0, 1};
    lyc_evidence_t evidence;
    lyc_enclosure_t e;
    lyc_limits_t limits;
    lyc_law_t law;

    law_of(law, "{[2,1;1,1],[3,1;2,1]}");
    lyc_limits_init(limits);
    lyc_enclosure_init(e, 2);
    lyc_evidence_init(evidence);
    lyc_evidence_set_vanishing(evidence, word, 2);
    cr_assert(!lyc_enclosure_accept(e, "formula", evidence, law, limits));
    cr_assert(e->method[0] == NULL && e->certificate->evidences == 0);
    cr_assert(arf_is_pos_inf(e->facts->exponent_upper));
    lyc_evidence_clear(evidence);
    lyc_enclosure_clear(e);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
}
