#include <string.h>

#include "lang/claims_name.h"
#include "lang/expect.h"

#define MAX_NAME 250

static int is_letter(char c, int is_first)
{
    if (c >= 'a' && c <= 'z')
        return 1;
    return !is_first && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         c == '_' || c == '-');
}

/* A name is the bytes from one token to just before another: the scanner
 * takes hyphens for minus signs. */
static int is_name(const char *s, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (!is_letter(s[i], i == 0))
            return 0;
    return n > 0 && n <= MAX_NAME;
}

char *lyc_claim_name(const lyc_tokens_t t, long *i, long to, lyc_diag_t d)
{
    const char *bytes = t->source.bytes;
    long first = *i, colon = *i;
    size_t n;
    char *name;

    while (colon < to && t->token[colon].kind != ':')
        colon++;
    if (first >= to || colon == first)
    {
        lyc_expected(t, first, to, "a name for the claim", d);
        return NULL;
    }
    n = t->token[colon - 1].end - t->token[first].begin;
    if (!is_name(bytes + t->token[first].begin, n))
    {
        lyc_expected(t, first, to,
                     "a name of letters, digits, '-' and '_' that begins "
                     "with a small letter, then ':'",
                     d);
        return NULL;
    }
    if (colon == to)
    {
        lyc_expected(t, to, to, "':' after the name of the claim", d);
        return NULL;
    }
    name = lyc_malloc(n + 1);
    memcpy(name, bytes + t->token[first].begin, n);
    name[n] = 0;
    *i = colon + 1;
    return name;
}
