
#include "base/number_node.h"

#define EXPONENT_LIMIT 100000L

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The exponent at s ("e-3"; 0 when s is empty). 0 when it is malformed or
 * beyond the limit. */
static int parse_exponent(slong *e, const char *s)
{
    int negative;

    *e = 0;
    if (*s == '\0')
        return 1;
    if (*s != 'e' && *s != 'E')
        return 0;
    s++;
    negative = *s == '-';
    if (*s == '-' || *s == '+')
        s++;
    if (!is_digit(*s))
        return 0;
    for (; is_digit(*s); s++)
    {
        *e = 10 * *e + (*s - '0');
        if (*e > EXPONENT_LIMIT)
            return 0;
    }
    if (negative)
        *e = -*e;
    return *s == '\0';
}

/* x = digits 10^e, negated where asked. */
static void set_scaled(lyc_number_t x, const char *digits, slong e,
                       int negative)
{
    fmpz_t scale;
    fmpq_t q;

    fmpq_init(q);
    fmpz_init_set_ui(scale, 10);
    fmpz_pow_ui(scale, scale, (ulong)(e < 0 ? -e : e));
    /* Only digits stand there, so this cannot fail. */
    (void)fmpz_set_str(fmpq_numref(q), digits, 10);
    if (negative)
        fmpz_neg(fmpq_numref(q), fmpq_numref(q));
    if (e < 0)
        fmpq_div_fmpz(q, q, scale);
    else
        fmpq_mul_fmpz(q, q, scale);
    lyc_number_set_fmpq(x, q);
    fmpz_clear(scale);
    fmpq_clear(q);
}

int lyc_number_set_str(lyc_number_t x, const char *s)
{
    lyc_text_t digits;
    slong e, after = 0;
    int negative = *s == '-', ok;

    lyc_text_init(digits);
    s += negative;
    for (; is_digit(*s); s++)
        lyc_text_add_n(digits, s, 1);
    if (*s == '.')
    {
        for (s++; is_digit(*s); s++, after++)
            lyc_text_add_n(digits, s, 1);
    }
    ok = digits->length > 0 && parse_exponent(&e, s);
    if (ok)
        set_scaled(x, digits->bytes, e - after, negative);
    lyc_text_clear(digits);
    return ok;
}
