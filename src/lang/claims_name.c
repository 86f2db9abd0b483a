#include <stdio.h>
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
    return lyc_name_before(t, i, to, ':', "claim", d);
}

char *lyc_name_before(const lyc_tokens_t t, long *i, long to, int mark,
                      const char *what, lyc_diag_t d)
{
    const char *bytes = t->source.bytes;
    long first = *i, colon = *i;
    char words[120];
    size_t n;
    char *name;

    while (colon < to && t->token[colon].kind != mark)
        colon++;
    if (first >= to || colon == first)
    {
        snprintf(words, sizeof words, "a name for the %s", what);
        lyc_expected(t, first, to, words, d);
        return NULL;
    }
    n = t->token[colon - 1].end - t->token[first].begin;
    if (!is_name(bytes + t->token[first].begin, n))
    {
        snprintf(words, sizeof words,
                 "a name of letters, digits, '-' and '_' that begins with a "
                 "small letter, then '%c'",
                 mark);
        lyc_expected(t, first, to, words, d);
        return NULL;
    }
    if (colon == to)
    {
        snprintf(words, sizeof words, "'%c' after the name of the %s", mark,
                 what);
        lyc_expected(t, to, to, words, d);
        return NULL;
    }
    name = lyc_malloc(n + 1);
    memcpy(name, bytes + t->token[first].begin, n);
    name[n] = 0;
    *i = colon + 1;
    return name;
}
