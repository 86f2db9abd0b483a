#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/laws.h"

static int parse(lyc_law_t law, const char *text, lyc_diag_t d)
{
    lyc_source source = {"test", text, strlen(text), 1};

    lyc_law_init(law);
    lyc_diag_init(d);
    return lyc_law_parse(law, &source, d);
}

void law_of(lyc_law_t law, const char *text)
{
    lyc_diag_t d;
    int ok = parse(law, text, d);

    cr_assert(ok, "%s\n%s", text, ok ? "" : d->text);
    lyc_diag_clear(d);
}

lyc_verdict_t status_of(char *message, const char *text)
{
    lyc_verdict_t status = LYC_PROVED;
    lyc_law_t law;
    lyc_diag_t d;

    message[0] = 0;
    if (!parse(law, text, d))
    {
        status = d->status;
        snprintf(message, 256, "%s", d->text);
    }
    lyc_diag_clear(d);
    lyc_law_clear(law);
    return status;
}

char *canonical(const char *text)
{
    lyc_law_t law;
    lyc_text_t t;
    char *s;

    law_of(law, text);
    lyc_text_init(t);
    lyc_law_get_text(t, law);
    s = lyc_strdup(t->bytes);
    lyc_text_clear(t);
    lyc_law_clear(law);
    return s;
}

void same_law(const char *a, const char *b)
{
    char *x = canonical(a), *y = canonical(b);

    cr_assert_str_eq(x, y, "%s\nis %s\n%s\nis %s", a, x, b, y);
    free(x);
    free(y);
}
