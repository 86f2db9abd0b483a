#include "enclose/root/root.h"

int lyc_certificate_recheck(const lyc_certificate_t c,
                            const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_certificate_t copy;
    lyc_digest_t written, read;
    lyc_facts_t facts;
    lyc_limits_t unlimited;
    lyc_diag_t why;
    lyc_text_t text;
    lyc_verdict_t v = LYC_FAILURE;
    lyc_text_init(text);
    lyc_diag_init(why);
    lyc_certificate_init(copy);
    lyc_limits_init(unlimited);
    unlimited->threads = limits->threads;
    lyc_certificate_write(text, written, c);
    if (lyc_certificate_read(copy, read, text->bytes, text->length,
                             "<certificate>", why))
    {
        v = lyc_certificate_check(facts, copy, "<certificate>", unlimited, why);
        lyc_facts_clear(facts);
    }
    if (v != LYC_PROVED)
    {
        lyc_diag_fail(d, LYC_FAILURE,
                      "internal error: the certificate does not check: %s",
                      why->is_set ? why->text : lyc_verdict_word(v));
    }
    lyc_limits_clear(unlimited);
    lyc_certificate_clear(copy);
    lyc_diag_clear(why);
    lyc_text_clear(text);
    return v == LYC_PROVED;
}
