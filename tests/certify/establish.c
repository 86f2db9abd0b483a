#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "certify/establish.h"
#include "certify/fans.h"

lyc_verdict_t test_establish(lyc_facts_t facts, lyc_evidence_t e,
                             const char *text)
{
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;
    test_law(law, text);
    lyc_limits_init(limits);
    lyc_diag_init(d);
    lyc_facts_init(facts, law->dim);
    const lyc_verdict_t v = lyc_evidence_establish(facts, e, law, limits, d);
    cr_assert_eq(d->is_set, v != LYC_PROVED, "%s: %s", text,
                 d->is_set ? d->text : "failed without a reason");
    if (v == LYC_PROVED)
        lyc_facts_close(facts, 128);
    lyc_evidence_clear(e);
    lyc_law_clear(law);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    return v;
}

void test_matrix(lyc_matrix_t m, const char *text)
{
    const lyc_source source = {"<test>", text, strlen(text), 1};
    lyc_tokens_t tokens;
    lyc_program_t nothing;
    lyc_diag_t d;
    lyc_tokens_init(tokens);
    lyc_program_init(nothing);
    lyc_diag_init(d);
    cr_assert(lyc_tokens_scan(tokens, &source, d));
    lyc_expr *e = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
    cr_assert_not_null(e);
    cr_assert_eq(e->kind, LYC_EXPR_MATRIX);
    lyc_matrix_init(m, e->rows, e->columns);
    for (long i = 0; i < e->rows * e->columns; i++)
        cr_assert(lyc_number_eval(m->entry + i, nothing, e->child[i], d));
    lyc_expr_free(e);
    lyc_tokens_clear(tokens);
    lyc_program_clear(nothing);
    lyc_diag_clear(d);
}

void test_exact(const lyc_facts_t facts, slong k, const char *sum)
{
    lyc_text_t t;
    lyc_text_init(t);
    cr_assert(facts->is_exact[k - 1], "lambda_%ld is not exact", (long)k);
    lyc_logsum_get_text(t, facts->exact + k - 1);
    cr_expect_str_eq(t->bytes, sum);
    lyc_text_clear(t);
}

void test_bounds(const lyc_facts_t facts, slong k, double value, double width)
{
    const slong i = (k < 0 ? -k : k) - 1;
    const arf_struct *low = k > 0 ? facts->exponent_lower : facts->sum_lower;
    const arf_struct *high = k > 0 ? facts->exponent_upper : facts->sum_upper;
    const double a = arf_get_d(low + i, ARF_RND_FLOOR);
    const double b = arf_get_d(high + i, ARF_RND_CEIL);
    /* value itself is only good to a few units in its last place */
    const double slack = 1e-15 * (1 + fabs(value));
    cr_expect(a <= value + slack && value - slack <= b && b - a <= width,
              "%ld: %.17g is not in [%.17g, %.17g], or that is too wide",
              (long)k, value, a, b);
}

void test_minus_inf(const lyc_facts_t facts, slong k)
{
    cr_expect(arf_is_neg_inf(facts->exponent_lower + k - 1) &&
              arf_is_neg_inf(facts->exponent_upper + k - 1));
}
