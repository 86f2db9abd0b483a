#include "lang/expect.h"

int lyc_program_parse(lyc_program_t p, const lyc_source *source, lyc_diag_t d)
{
    lyc_tokens_t t;
    long from = 0;
    int ok;

    lyc_tokens_init(t);
    ok = lyc_tokens_scan(t, source, d);
    if (ok && t->length == 0)
        ok = lyc_diag_set(d, LYC_MALFORMED, t->token[0].place,
                          "expected 'law name = ...', found the end of the "
                          "text");
    while (ok && from < t->length)
    {
        long to = lyc_tokens_statement_end(t, from);

        ok = lyc_program_add(p, t, from, to, d);
        from = to;
    }
    lyc_tokens_clear(t);
    return ok;
}
