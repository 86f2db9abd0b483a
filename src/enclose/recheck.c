#include <stdlib.h>

#include "enclose/enclose.h"

/* The budget of the run has bounded the evidence; checking it is not cut. */
static void limits_without_clock(lyc_limits_t out, const lyc_limits_t limits)
{
    lyc_limits_init(out);
    out->threads = limits->threads;
    out->seed = limits->seed;
}

/* The text of a law, its own or one made for it; NULL where there is none. */
static char *law_text(const lyc_law_t law)
{
    lyc_text_t text;
    char *copy;

    lyc_text_init(text);
    if (law->text == NULL)
    {
        lyc_box_get_definitions(text, law->box);
    }
    copy = lyc_law_get_program(text, law) ? lyc_strdup(text->bytes) : NULL;
    lyc_text_clear(text);
    return copy;
}

/* What is reported is what the certificate concludes: its bounds are a little
 * weaker than those proved, so that every machine proves them again. */
static void set_concluded(lyc_facts_t f, const lyc_certificate_t c)
{
    slong i;

    for (i = 0; i < c->conclusions; i++)
    {
        const lyc_conclusion *q = c->conclusion + i;
        const int is_sum = q->kind == LYC_CONCLUDE_SUM;

        if (is_sum || q->kind == LYC_CONCLUDE_EXPONENT)
        {
            arf_set((is_sum ? f->sum_lower : f->exponent_lower) + q->k - 1,
                    q->lower);
            arf_set((is_sum ? f->sum_upper : f->exponent_upper) + q->k - 1,
                    q->upper);
        }
    }
    arf_set(f->sum_lower, f->exponent_lower);
    arf_set(f->sum_upper, f->exponent_upper);
}

int lyc_enclosure_recheck(lyc_enclosure_t e, const lyc_law_t law,
                          const lyc_limits_t limits, lyc_diag_t d)
{
    static const char *const name = "<certificate>";
    lyc_certificate_t copy;
    lyc_digest_t written, read;
    lyc_facts_t facts;
    lyc_limits_t unlimited;
    lyc_diag_t why;
    lyc_text_t text;
    lyc_verdict_t verdict = LYC_FAILURE;

    free(e->certificate->law_text);
    e->certificate->law_text = law_text(law);
    if (e->certificate->law_text == NULL)
    {
        return lyc_diag_fail(d, LYC_FAILURE,
                             "this law has no text in the language");
    }
    free(e->certificate->method);
    e->certificate->method =
        lyc_strdup(e->method[0] == NULL ? "logdet" : e->method[0]);
    lyc_certificate_conclude(e->certificate, e->facts);
    lyc_certificate_set_box(e->certificate, law->box);
    if (e->certificate->conclusions == 0)
    {
        return 1;
    }

    lyc_text_init(text);
    lyc_diag_init(why);
    lyc_certificate_init(copy);
    limits_without_clock(unlimited, limits);
    lyc_certificate_write(text, written, e->certificate);
    if (lyc_certificate_read(copy, read, text->bytes, text->length, name, why))
    {
        verdict = lyc_certificate_check(facts, copy, name, unlimited, why);
        if (verdict == LYC_PROVED && facts->dim == e->facts->dim)
        {
            set_concluded(facts, copy);
            lyc_facts_set(e->facts, facts);
        }
        else if (verdict == LYC_PROVED)
        {
            verdict = LYC_FAILURE;
        }
        lyc_facts_clear(facts);
    }
    if (verdict != LYC_PROVED)
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "internal error: the certificate does not check: %s",
                      why->is_set ? why->text : lyc_verdict_word(verdict));
    }
    lyc_limits_clear(unlimited);
    lyc_certificate_clear(copy);
    lyc_diag_clear(why);
    lyc_text_clear(text);
    return verdict == LYC_PROVED;
}
