#include "enclosing.h"

void law_of(lyc_law_t law, const char *expression)
{
    lyc_source source = {"<law>", NULL, 0, 1};
    lyc_text_t text;
    lyc_diag_t d;

    lyc_text_init(text);
    lyc_diag_init(d);
    lyc_law_init(law);
    lyc_text_printf(text, "law it = %s\n", expression);
    source.bytes = text->bytes;
    source.length = text->length;
    cr_assert(lyc_law_parse(law, &source, d), "%s: %s", expression,
              d->is_set ? d->text : "");
    lyc_diag_clear(d);
    lyc_text_clear(text);
}

void value_of(arb_t b, const char *text)
{
    lyc_source source = {"<value>", text, strlen(text), 1};
    lyc_tokens_t tokens;
    lyc_program_t program;
    lyc_expr *expr;
    lyc_number_t x;
    lyc_diag_t d;

    lyc_diag_init(d);
    lyc_tokens_init(tokens);
    lyc_program_init(program);
    lyc_number_init(x);
    cr_assert(lyc_tokens_scan(tokens, &source, d), "%s", text);
    expr = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
    cr_assert(expr != NULL && lyc_number_eval(x, program, expr, d), "%s: %s",
              text, d->is_set ? d->text : "");
    lyc_number_get_arb(b, x, 2000);
    lyc_expr_free(expr);
    lyc_number_clear(x);
    lyc_program_clear(program);
    lyc_tokens_clear(tokens);
    lyc_diag_clear(d);
}

lyc_verdict_t enclose_text(lyc_enclosure_t e, const char *expression,
                           const lyc_request *request, double seconds)
{
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_diag_t d;
    lyc_verdict_t verdict;

    law_of(law, expression);
    lyc_limits_init(limits);
    limits->max_seconds = seconds;
    lyc_diag_init(d);
    lyc_enclosure_init(e, law->dim);
    verdict = lyc_enclose(e, law, request, limits, d);
    cr_assert(verdict == LYC_PROVED || verdict == LYC_UNDECIDED, "%s: %s",
              expression, d->is_set ? d->text : "");
    cr_assert((verdict == LYC_PROVED) == !d->is_set, "%s", expression);
    lyc_diag_clear(d);
    lyc_limits_clear(limits);
    lyc_law_clear(law);
    return verdict;
}

int facts_contain(const lyc_facts_t facts, slong k, const arb_t value)
{
    arb_t end;
    int inside;

    arb_init(end);
    arb_set_arf(end, facts->exponent_lower + k - 1);
    inside = !arb_gt(end, value);
    arb_set_arf(end, facts->exponent_upper + k - 1);
    inside = inside && !arb_lt(end, value);
    arb_clear(end);
    return inside;
}

/* Each exponent that has bounds is concluded once, with these very bounds. */
static void expect_conclusions(const lyc_facts_t facts,
                               const lyc_certificate_t c)
{
    slong concluded = 0, i;

    for (i = 0; i < c->conclusions; i++)
    {
        const lyc_conclusion *q = c->conclusion + i;

        if (q->kind == LYC_CONCLUDE_SUM || q->kind == LYC_CONCLUDE_BLOCKS)
        {
            continue;
        }
        concluded++;
        if (q->kind == LYC_CONCLUDE_EXPONENT)
        {
            cr_assert(arf_equal(facts->exponent_lower + q->k - 1, q->lower));
            cr_assert(arf_equal(facts->exponent_upper + q->k - 1, q->upper));
        }
        else if (q->kind == LYC_CONCLUDE_EXACT)
        {
            cr_assert(facts->is_exact[q->k - 1]);
        }
        else
        {
            cr_assert(arf_is_neg_inf(facts->exponent_upper + q->k - 1));
        }
    }
    for (i = 0; i < facts->dim; i++)
    {
        concluded -= arf_is_finite(facts->exponent_lower + i) ||
                     !arf_is_pos_inf(facts->exponent_upper + i);
    }
    cr_assert(concluded == 0);
}

void expect_certificate(const lyc_enclosure_t e)
{
    lyc_certificate_t read;
    lyc_digest_t digest, again;
    lyc_facts_t facts;
    lyc_limits_t limits;
    lyc_text_t text;
    lyc_diag_t d;
    slong k;

    lyc_text_init(text);
    lyc_diag_init(d);
    lyc_limits_init(limits);
    lyc_certificate_init(read);
    lyc_certificate_write(text, digest, e->certificate);
    cr_assert(lyc_certificate_read(read, again, text->bytes, text->length,
                                   "<text>", d),
              "%s", d->is_set ? d->text : "");
    cr_assert(strcmp(digest, again) == 0);
    cr_assert(lyc_certificate_check(facts, read, "<text>", limits, d) ==
                  LYC_PROVED,
              "%s\n%s", d->is_set ? d->text : "", text->bytes);
    for (k = 0; k < e->facts->dim; k++)
    {
        cr_assert(arf_cmp(facts->exponent_lower + k,
                          e->facts->exponent_lower + k) >= 0);
        cr_assert(arf_cmp(facts->exponent_upper + k,
                          e->facts->exponent_upper + k) <= 0);
    }
    expect_conclusions(e->facts, read);
    lyc_facts_clear(facts);
    lyc_certificate_clear(read);
    lyc_limits_clear(limits);
    lyc_diag_clear(d);
    lyc_text_clear(text);
}

void expect_spectrum(const char *law, lyc_method_t method,
                     const char *const *values, slong count)
{
    lyc_request request = {1e-20, 0, NULL, method};
    lyc_enclosure_t e;
    arb_t value;
    slong k;

    arb_init(value);
    cr_assert(enclose_text(e, law, &request, 60) == LYC_PROVED, "%s", law);
    cr_assert(e->facts->dim == count);
    for (k = 1; k <= count; k++)
    {
        cr_assert(lyc_request_met(&request, e->facts, k));
        if (values[k - 1] == NULL)
        {
            cr_assert(arf_is_neg_inf(e->facts->exponent_upper + k - 1),
                      "%s: lambda_%ld", law, (long)k);
        }
        else if (*values[k - 1] != '\0')
        {
            value_of(value, values[k - 1]);
            cr_assert(facts_contain(e->facts, k, value),
                      "%s: lambda_%ld is not %s", law, (long)k, values[k - 1]);
        }
    }
    expect_certificate(e);
    lyc_enclosure_clear(e);
    arb_clear(value);
}

void expect_not(const char *law, lyc_method_t method)
{
    lyc_request request = {1e-3, 0, NULL, method};
    lyc_enclosure_t e;

    cr_assert(enclose_text(e, law, &request, 60) == LYC_UNDECIDED, "%s", law);
    lyc_enclosure_clear(e);
}
