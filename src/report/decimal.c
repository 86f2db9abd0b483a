/* Decimals for people, rounded outward. */
#include <string.h>

#include "lyapcert/dyadic.h"
#include "lyapcert/report.h"

void lyc_report_width(lyc_text_t out, const arf_t x)
{
    if (arf_is_zero(x))
    {
        lyc_text_add(out, "0");
        return;
    }
    if (!arf_is_finite(x))
    {
        lyc_text_add(out, "inf");
        return;
    }
    mpfr_t y;
    mpfr_init2(y, 64);
    arf_get_mpfr(y, x, MPFR_RNDU);
    mpfr_exp_t e = 0;
    char *s = mpfr_get_str(NULL, &e, 10, 2, y, MPFR_RNDU);
    /* s = "96", x <= 0.96 * 10^e */
    if (s[0] == '@' || s[1] == '\0')
    {
        lyc_text_add(out, "inf");
    }
    else if (e >= 0 && e <= 2)
    {
        lyc_text_printf(out,
                        e == 0   ? "0.%s"
                        : e == 1 ? "%.1s.%s"
                                 : "%s",
                        s, s + 1);
    }
    else
    {
        lyc_text_printf(out, "%c.%ce%ld", s[0], s[1], (long)e - 1);
    }
    mpfr_free_str(s);
    mpfr_clear(y);
}

slong lyc_report_digits(const arf_t lower, const arf_t upper, slong max_digits)
{
    enum
    {
        MAX_POINT_DIGITS = 60
    };
    if (!arf_is_finite(lower) || !arf_equal(lower, upper))
    {
        return lyc_decimal_digits(lower, upper, max_digits);
    }
    /* m 2^-e with odd m has e digits after the point. */
    slong digits = 1;
    fmpz_t m, e;
    fmpz_init(m);
    fmpz_init(e);
    arf_get_fmpz_2exp(m, e, lower);
    if (fmpz_sgn(e) < 0)
    {
        digits = fmpz_cmp_si(e, -MAX_POINT_DIGITS) < 0 ? MAX_POINT_DIGITS
                                                       : -fmpz_get_si(e);
    }
    fmpz_clear(m);
    fmpz_clear(e);
    return digits < max_digits ? digits : max_digits;
}

/* The outward decimal of one end, and whether it equals the end. */
static int lower_end(lyc_text_t t, const arf_t x, slong digits)
{
    lyc_text_t other;
    lyc_text_init(other);
    lyc_decimal_lower(t, x, digits);
    lyc_decimal_upper(other, x, digits);
    int equal = strcmp(t->bytes, other->bytes) == 0;
    lyc_text_clear(other);
    return equal;
}

static int upper_end(lyc_text_t t, const arf_t x, slong digits)
{
    lyc_text_t other;
    lyc_text_init(other);
    lyc_decimal_upper(t, x, digits);
    lyc_decimal_lower(other, x, digits);
    int equal = strcmp(t->bytes, other->bytes) == 0;
    lyc_text_clear(other);
    return equal;
}

void lyc_report_between(lyc_text_t out, const char *name, const arf_t lower,
                        const arf_t upper, slong max_digits)
{
    if (arf_is_inf(lower) && arf_equal(lower, upper))
    {
        lyc_text_printf(out, "%s = %s", name,
                        arf_sgn(lower) < 0 ? "-inf" : "inf");
        return;
    }
    if (arf_is_inf(lower) && arf_is_inf(upper))
    {
        lyc_text_printf(out, "%s unknown", name);
        return;
    }
    slong digits = lyc_report_digits(lower, upper, max_digits);
    lyc_text_t a, b;
    lyc_text_init(a);
    lyc_text_init(b);
    int a_equal = lower_end(a, lower, digits);
    int b_equal = upper_end(b, upper, digits);
    if (a_equal && b_equal && strcmp(a->bytes, b->bytes) == 0)
    {
        lyc_text_printf(out, "%s = %s", name, a->bytes);
    }
    else
    {
        lyc_text_printf(out, "%s %s %s %s %s", a->bytes, a_equal ? "<=" : "<",
                        name, b_equal ? "<=" : "<", b->bytes);
    }
    lyc_text_clear(a);
    lyc_text_clear(b);
}

void lyc_report_interval(lyc_text_t out, const arf_t lower, const arf_t upper,
                         slong max_digits)
{
    if (arf_is_inf(lower) && arf_equal(lower, upper))
    {
        lyc_text_add(out, arf_sgn(lower) < 0 ? "-inf" : "inf");
        return;
    }
    slong digits = lyc_report_digits(lower, upper, max_digits);
    lyc_text_t a, b;
    lyc_text_init(a);
    lyc_text_init(b);
    lyc_decimal_lower(a, lower, digits);
    lyc_decimal_upper(b, upper, digits);
    lyc_text_printf(out, strcmp(a->bytes, b->bytes) == 0 ? "%s" : "[%s, %s]",
                    a->bytes, b->bytes);
    lyc_text_clear(a);
    lyc_text_clear(b);
}

/* |s| cut after n digits, when both ends of the ball agree on them. */
static int cut(lyc_text_t out, const arb_t abs_value, slong n)
{
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    arb_get_lbound_arf(lower, abs_value, 64 + 4 * n);
    arb_get_ubound_arf(upper, abs_value, 64 + 4 * n);
    lyc_text_t a, b;
    lyc_text_init(a);
    lyc_text_init(b);
    lyc_decimal_lower(a, lower, n);
    lyc_decimal_lower(b, upper, n);
    int agree = strcmp(a->bytes, b->bytes) == 0;
    if (agree)
    {
        lyc_text_add(out, a->bytes);
    }
    lyc_text_clear(a);
    lyc_text_clear(b);
    arf_clear(lower);
    arf_clear(upper);
    return agree;
}

void lyc_report_exact(lyc_text_t out, const lyc_logsum_t s, slong digits)
{
    int sign = lyc_logsum_sign(s);
    if (sign == 0)
    {
        lyc_text_add(out, "0");
        return;
    }
    lyc_logsum_get_text(out, s);
    lyc_text_add(out, sign < 0 ? " = -" : " = ");
    arb_t b;
    arb_init(b);
    slong prec = 128 + 4 * digits;
    lyc_logsum_get_arb(b, s, prec);
    arb_abs(b, b);
    /* A value that is not 0 is irrational: its ends agree in the end. */
    while (!cut(out, b, digits))
    {
        prec *= 2;
        lyc_logsum_get_arb(b, s, prec);
        arb_abs(b, b);
    }
    lyc_text_add(out, "…");
    arb_clear(b);
}

void lyc_report_seconds(lyc_text_t out, double seconds)
{
    if (seconds < 10.0)
    {
        lyc_text_printf(out, "%.2f s", seconds);
    }
    else if (seconds < 120.0)
    {
        lyc_text_printf(out, "%.1f s", seconds);
    }
    else
    {
        long whole = (long)(seconds + 0.5);
        lyc_text_printf(out, "%ld min %ld s", whole / 60, whole % 60);
    }
}
