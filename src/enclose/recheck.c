#include <stdlib.h>

#include "enclose/enclose.h"

char *lyc_law_self_text(const lyc_law_t law)
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
    lyc_facts_t proved;
    int ok;

    free(e->certificate->law_text);
    e->certificate->law_text = lyc_law_self_text(law);
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
    if (!lyc_certificate_recheck(proved, e->certificate, limits, d))
    {
        return 0;
    }
    ok = proved->dim == e->facts->dim;
    if (ok)
    {
        set_concluded(proved, e->certificate);
        lyc_facts_set(e->facts, proved);
    }
    else
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "internal error: the certificate is about another "
                      "dimension");
    }
    lyc_facts_clear(proved);
    return ok;
}
