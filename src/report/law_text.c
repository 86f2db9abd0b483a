#include <string.h>

#include "lyapcert/evidence.h"
#include "lyapcert/report.h"

/* Needed definitions stand before the law, so a text that begins with `it`
 * has no other. */
void lyc_report_law(lyc_text_t out, const char *text)
{
    static const char first[] = "law it = ";
    const char *s = text;
    if (strncmp(s, first, sizeof first - 1) == 0)
        s += sizeof first - 1;
    size_t n = strlen(s);
    while (n > 0 && s[n - 1] == '\n')
        n--;
    lyc_text_add_n(out, s, n);
}

void lyc_report_size(lyc_text_t out, const lyc_law_t law)
{
    lyc_text_printf(out, "dimension %ld, ", (long)law->dim);
    if (law->length == 0)
        lyc_text_add(out, "no list of atoms\n");
    else
        lyc_text_printf(out, "%ld atom%s\n", (long)law->length,
                        law->length == 1 ? "" : "s");
}

void lyc_report_structure(lyc_text_t out, const lyc_law_t law, int indent)
{
    lyc_text_t reason;
    lyc_text_init(reason);
    if (lyc_law_isotropic_reason(reason, law))
        lyc_text_printf(out, "%*sisotropic: %s\n", indent, "", reason->bytes);
    lyc_text_clear(reason);
}
