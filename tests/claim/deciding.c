#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

#include "claim/deciding.h"

void decide(lyc_decision_t r, const char *definitions, const char *claim,
            double tol)
{
    lyc_chapter_t c;
    lyc_library_t lib;
    lyc_statement_t s;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_text_t text;
    lyc_effort effort = {tol, 60.0, LYC_METHOD_AUTO, NULL};
    lyc_text_init(text);
    lyc_chapter_init(c);
    lyc_library_init(lib);
    lyc_statement_init(s);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_decision_init(r);
    lyc_text_printf(text, "```lyap\n%s\n%s\n```\n", definitions, claim);
    cr_assert(lyc_chapter_parse(c, "01-test.md", text->bytes, text->length, d),
              "%s", d->text);
    cr_assert_eq(c->script->length, 1);
    cr_assert(lyc_statement_prepare(s, lib, c, 0, d), "%s", d->text);
    cr_assert(lyc_statement_decide(r, s, lib, &effort, limits, d), "%s",
              d->text);
    cr_expect_eq(limits->max_seconds, (double)INFINITY);
    lyc_statement_clear(s);
    lyc_library_clear(lib);
    lyc_chapter_clear(c);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_text_clear(text);
}

void expect_truth(const char *statement, lyc_truth_t truth)
{
    lyc_decision_t r;
    lyc_text_t claim;
    lyc_text_init(claim);
    lyc_text_printf(claim, "prove x: %s", statement);
    decide(r, "", claim->bytes, 1e-3);
    cr_expect_eq(r->truth, truth, "%s: %d, expected %d (%s)", statement,
                 r->truth, truth, r->reason->bytes);
    cr_expect_eq(r->reason->length == 0, truth != LYC_UNKNOWN);
    lyc_decision_clear(r);
    lyc_text_clear(claim);
}

void expect_verdict(const char *claim, lyc_verdict_t verdict)
{
    lyc_decision_t r;
    decide(r, "", claim, 1e-3);
    cr_expect_eq(r->verdict, verdict, "%s", claim);
    lyc_decision_clear(r);
}
