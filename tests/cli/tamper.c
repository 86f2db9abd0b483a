#include <criterion/criterion.h>

#include "cli/tamper.h"
#include "lyapcert/certificate.h"

static lyc_conclusion *first_interval(const lyc_certificate_t c)
{
    for (slong i = 0; i < c->conclusions; i++)
    {
        if (c->conclusion[i].kind == LYC_CONCLUDE_EXPONENT)
        {
            return c->conclusion + i;
        }
    }
    return NULL;
}

void tamper_upper(const char *from, const char *to)
{
    lyc_text_t bytes, out;
    lyc_certificate_t c;
    lyc_digest_t digest;
    lyc_diag_t d;
    lyc_text_init(bytes);
    lyc_text_init(out);
    lyc_certificate_init(c);
    lyc_diag_init(d);
    cr_assert(lyc_text_read_file(bytes, from, d));
    cr_assert(
        lyc_certificate_read(c, digest, bytes->bytes, bytes->length, from, d),
        "%s", d->text);
    lyc_conclusion *conclusion = first_interval(c);
    cr_assert_not_null(conclusion);
    arf_add(conclusion->upper, conclusion->upper, conclusion->lower, 256,
            ARF_RND_DOWN);
    arf_mul_2exp_si(conclusion->upper, conclusion->upper, -1);
    lyc_certificate_write(out, digest, c);
    cr_assert(lyc_text_write_file(to, out->bytes, out->length, d));
    lyc_text_clear(bytes);
    lyc_text_clear(out);
    lyc_certificate_clear(c);
    lyc_diag_clear(d);
}
