#include <string.h>

#include "certify/conclusion.h"
#include "certify/format.h"
#include "certify/kinds.h"

/* Lines of the law behind "| "; the last one is ended if it is not. */
static void write_law(lyc_text_t out, const char *text)
{
    lyc_text_t normal;
    lyc_digest_t digest;
    lyc_text_init(normal);
    lyc_law_text_normal(normal, text);
    lyc_text_add(out, "law\n");
    for (const char *line = normal->bytes; *line != '\0';)
    {
        const size_t n = strcspn(line, "\n") + 1;
        lyc_text_add(out, "| ");
        lyc_text_add_n(out, line, n);
        line += n;
    }
    lyc_digest(digest, normal->bytes, normal->length);
    lyc_text_printf(out, "digest %s\n", digest);
    lyc_text_clear(normal);
}

void lyc_law_text_normal(lyc_text_t out, const char *text)
{
    lyc_text_add(out, text);
    if (out->length == 0 || out->bytes[out->length - 1] != '\n')
        lyc_text_add(out, "\n");
}

/* "BOX s 1/100 4/5: " */
static void write_box(lyc_text_t out, const lyc_certificate_t c, slong box)
{
    if (box < 0)
        return;
    lyc_text_add(out, "BOX ");
    lyc_box_get_text(out, c->box + box);
    lyc_text_add(out, ": ");
}

static void write_provenance(lyc_text_t out, const lyc_certificate_t c)
{
    slong prec = 0;
    for (slong i = 0; i < c->evidences; i++)
        prec = FLINT_MAX(prec, c->evidence[i].prec);
    lyc_text_add(out, "provenance\n");
    lyc_text_printf(out, "program lyapcert %s\n", LYC_VERSION);
    lyc_text_printf(out, "flint %s\n", FLINT_VERSION);
    lyc_text_printf(out, "mpfr %s\n", mpfr_get_version());
    lyc_text_printf(out, "gmp %s\n", gmp_version);
    lyc_text_printf(out, "precision %ld\n", (long)prec);
    lyc_text_add(out, "end provenance\n");
}

void lyc_certificate_write(lyc_text_t out, lyc_digest_t digest,
                           const lyc_certificate_t c)
{
    const size_t begin = out->length;
    lyc_text_add(out, LYC_CERTIFICATE_FIRST_LINE "\n");
    if (c->statement != NULL)
        lyc_text_printf(out, "statement %s\n", c->statement);
    write_law(out, c->law_text == NULL ? "" : c->law_text);
    lyc_text_printf(out, "method %s\n", c->method == NULL ? "none" : c->method);
    for (slong i = 0; i < c->conclusions; i++)
    {
        lyc_text_add(out, "conclude ");
        write_box(out, c, c->conclusion[i].box);
        lyc_conclusion_get_text(out, c->conclusion + i);
        lyc_text_add(out, "\n");
    }
    for (slong i = 0; i < c->evidences; i++)
    {
        const lyc_evidence_struct *e = c->evidence + i;
        lyc_text_add(out, "evidence ");
        write_box(out, c, e->box);
        lyc_evidence_write(out, e);
    }
    lyc_text_add(out, "end\n");
    lyc_digest(digest, out->bytes + begin, out->length - begin);
    write_provenance(out, c);
}
