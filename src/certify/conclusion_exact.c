#include "certify/conclusion.h"

#include <string.h>

/* A rational in lowest terms up to the character `end`; the text after it. */
static const char *take_rational(fmpq_t q, const char *s, const char *stop)
{
    const size_t n = strspn(s, "0123456789/");
    if (n == 0 || strncmp(s + n, stop, strlen(stop)) != 0)
        return NULL;
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_add_n(t, s, n);
    const char *slash = strchr(t->bytes, '/');
    /* fmpq_set_str stops the program on a denominator of 0. */
    const int has_zero =
        slash != NULL && strspn(slash + 1, "0") == strlen(slash + 1);
    const int ok = !has_zero && fmpq_set_str(q, t->bytes, 10) == 0;
    /* What is written again is in lowest terms, whatever was read. */
    fmpq_canonicalise(q);
    lyc_text_clear(t);
    return ok && fmpq_sgn(q) > 0 ? s + n + strlen(stop) : NULL;
}

/* "[q*]log(r)"; the text after it. */
static const char *take_term(fmpq_t q, fmpq_t r, const char *s)
{
    fmpq_one(q);
    if (*s != 'l')
        s = take_rational(q, s, "*");
    if (s == NULL || strncmp(s, "log(", 4) != 0)
        return NULL;
    return take_rational(r, s + 4, ")");
}

static int take_terms(lyc_logsum_t sum, const char *s)
{
    fmpq_t q, r;
    fmpq_init(q);
    fmpq_init(r);
    int negative = *s == '-';
    s += negative;
    while (s != NULL)
    {
        s = take_term(q, r, s);
        if (s == NULL)
            break;
        if (negative)
            fmpq_neg(q, q);
        lyc_logsum_add_log(sum, q, r);
        if (*s == '\0')
            break;
        negative = s[1] == '-';
        s = s[0] == ' ' && (negative || s[1] == '+') && s[2] == ' ' ? s + 3
                                                                    : NULL;
    }
    fmpq_clear(q);
    fmpq_clear(r);
    return s != NULL;
}

/* Whatever is not written exactly like this is refused. */
int lyc_logsum_set_str(lyc_logsum_t sum, const char *text)
{
    lyc_logsum_clear(sum);
    lyc_logsum_init(sum);
    if (strcmp(text, "0") == 0)
        return 1;
    if (!take_terms(sum, text))
        return 0;
    lyc_text_t again;
    lyc_text_init(again);
    lyc_logsum_get_text(again, sum);
    const int ok = strcmp(again->bytes, text) == 0;
    lyc_text_clear(again);
    return ok;
}
