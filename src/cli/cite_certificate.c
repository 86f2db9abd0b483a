#include <string.h>

#include "cli/check.h"
#include "cli/cite.h"

/* Columns of a law in a title. */
enum
{
    TITLE = 160
};

int lyc_citation_read_certificate(lyc_citation *c, const char *path,
                                  lyc_diag_t d)
{
    lyc_certificate_t certificate;
    lyc_digest_t digest;
    lyc_certificate_init(certificate);
    const int ok = lyc_certificate_load(certificate, digest, path, d);
    if (ok)
    {
        lyc_text_t law;
        lyc_text_init(law);
        lyc_report_law(law, certificate->law_text);
        lyc_text_add(c->law, certificate->law_text);
        lyc_text_add(c->title, "Lyapunov exponents of ");
        lyc_report_shorten(c->title, law->bytes, TITLE);
        lyc_text_clear(law);
        if (certificate->statement != NULL)
        {
            lyc_text_add(c->claim, certificate->statement);
        }
        for (slong i = 0; i < certificate->conclusions; i++)
        {
            const lyc_conclusion *q = certificate->conclusion + i;
            if (q->box >= 0)
            {
                lyc_text_add(c->facts, "for ");
                lyc_box_get_phrase(c->facts, certificate->box + q->box);
                lyc_text_add(c->facts, ": ");
            }
            lyc_check_add_conclusion(c->facts, q);
            lyc_text_add(c->facts, "\n");
        }
        lyc_text_printf(c->digests, "%s\n", digest);
        lyc_text_printf(c->files, "%s\n", path);
    }
    lyc_certificate_clear(certificate);
    return ok;
}
