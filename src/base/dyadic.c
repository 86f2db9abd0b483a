#include <string.h>

#include "lyapcert/dyadic.h"

#define EXPONENT_LIMIT 1000000000L

void lyc_dyadic_get_text(lyc_text_t t, const arf_t x)
{
    fmpz_t m, e;
    char *digits;

    if (arf_is_zero(x) || arf_is_inf(x))
    {
        lyc_text_add(t, arf_is_zero(x)      ? "0"
                        : arf_is_pos_inf(x) ? "inf"
                                            : "-inf");
        return;
    }
    fmpz_init(m);
    fmpz_init(e);
    arf_get_fmpz_2exp(m, e, x); /* m odd */
    digits = fmpz_get_str(NULL, 10, m);
    lyc_text_add(t, digits);
    flint_free(digits);
    lyc_text_add(t, "*2^");
    digits = fmpz_get_str(NULL, 10, e);
    lyc_text_add(t, digits);
    flint_free(digits);
    fmpz_clear(m);
    fmpz_clear(e);
}

/* The end of a canonical integer at s ("0", "7", "-12"; no "-0", no leading
 * zero), or NULL. */
static const char *integer_end(const char *s)
{
    int negative = *s == '-';

    s += negative;
    if (*s == '0')
        return negative ? NULL : s + 1;
    if (*s < '1' || *s > '9')
        return NULL;
    while (*s >= '0' && *s <= '9')
        s++;
    return s;
}

/* s = "m*2^e", all of it. */
static int parse_finite(arf_t x, const char *s)
{
    const char *end = integer_end(s), *exponent;
    lyc_text_t digits;
    fmpz_t m, e;
    int ok;

    if (end == NULL || strncmp(end, "*2^", 3) != 0)
        return 0;
    exponent = end + 3;
    end = integer_end(exponent);
    /* 11 characters hold every exponent within the limit. */
    if (end == NULL || *end != '\0' || end - exponent > 11)
        return 0;

    lyc_text_init(digits);
    lyc_text_add_n(digits, s, (size_t)(exponent - 3 - s));
    fmpz_init(m);
    fmpz_init(e);
    ok = fmpz_set_str(m, digits->bytes, 10) == 0 && fmpz_is_odd(m) &&
         fmpz_set_str(e, exponent, 10) == 0 &&
         fmpz_cmp_si(e, EXPONENT_LIMIT) <= 0 &&
         fmpz_cmp_si(e, -EXPONENT_LIMIT) >= 0;
    if (ok)
        arf_set_fmpz_2exp(x, m, e);
    fmpz_clear(m);
    fmpz_clear(e);
    lyc_text_clear(digits);
    return ok;
}

int lyc_dyadic_set_str(arf_t x, const char *s)
{
    if (strcmp(s, "0") == 0)
        arf_zero(x);
    else if (strcmp(s, "inf") == 0)
        arf_pos_inf(x);
    else if (strcmp(s, "-inf") == 0)
        arf_neg_inf(x);
    else
        return parse_finite(x, s);
    return 1;
}
