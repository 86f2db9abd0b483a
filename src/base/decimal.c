#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/dyadic.h"
#include "lyapcert/limits.h"

/* Beyond 2^(10^6) a decimal is not worth its digits: the bound is weakened to
 * that power of two or to infinity. */
#define LARGEST_EXPONENT 1000000L

/* n = floor(x 10^digits) (lower) or ceil(x 10^digits) (upper), for finite x
 * with |x| < 2^LARGEST_EXPONENT. */
static void scale(fmpz_t n, const arf_t x, slong digits, int upper)
{
    fmpz_t m, e, ten;

    fmpz_init(m);
    fmpz_init(e);
    fmpz_init_set_ui(ten, 10);
    fmpz_pow_ui(ten, ten, (ulong)digits);
    arf_get_fmpz_2exp(m, e, x);
    fmpz_mul(n, m, ten);
    if (fmpz_sgn(e) >= 0)
        fmpz_mul_2exp(n, n, fmpz_get_ui(e));
    else
    {
        /* |n| < 2^bits(n): a longer shift gives the same 0, 1 or -1. */
        ulong bits = (ulong)fmpz_bits(n) + 1, shift = bits;

        fmpz_neg(e, e);
        if (fmpz_cmp_ui(e, bits) < 0)
            shift = fmpz_get_ui(e);
        if (upper)
            fmpz_cdiv_q_2exp(n, n, shift);
        else
            fmpz_fdiv_q_2exp(n, n, shift);
    }
    fmpz_clear(m);
    fmpz_clear(e);
    fmpz_clear(ten);
}

/* Sign of p - x for the printed decimal p: its digits are read back, and
 * 10^digits p is compared with 10^digits x, both exact. */
static int compare_printed(const char *printed, const arf_t x, slong digits)
{
    lyc_text_t integer;
    fmpz_t n, ten;
    arf_t scaled, exact;
    int order;

    lyc_text_init(integer);
    for (; *printed != '\0'; printed++)
        if (*printed != '.')
            lyc_text_add_n(integer, printed, 1);
    fmpz_init(n);
    fmpz_init_set_ui(ten, 10);
    fmpz_pow_ui(ten, ten, (ulong)digits);
    arf_init(scaled);
    arf_init(exact);
    if (fmpz_set_str(n, integer->bytes, 10) != 0)
        lyc_limits_fail("a decimal did not read back");
    arf_mul_fmpz(scaled, x, ten, ARF_PREC_EXACT, ARF_RND_DOWN);
    arf_set_fmpz(exact, n);
    order = arf_cmp(exact, scaled);
    fmpz_clear(n);
    fmpz_clear(ten);
    arf_clear(scaled);
    arf_clear(exact);
    lyc_text_clear(integer);
    return order;
}

/* n / 10^digits. */
static void print_scaled(lyc_text_t t, const fmpz_t n, slong digits)
{
    fmpz_t a;
    char *s;
    size_t length, after = (size_t)digits;

    fmpz_init(a);
    fmpz_abs(a, n);
    s = fmpz_get_str(NULL, 10, a);
    length = strlen(s);
    if (fmpz_sgn(n) < 0)
        lyc_text_add(t, "-");
    if (length > after)
        lyc_text_add_n(t, s, length - after);
    else
        lyc_text_add(t, "0");
    if (after > 0)
        lyc_text_add(t, ".");
    for (; after > length; after--)
        lyc_text_add(t, "0");
    lyc_text_add_n(t, s + (length - after), after);
    flint_free(s);
    fmpz_clear(a);
}

static void print_outward(lyc_text_t t, const arf_t x, slong digits, int upper)
{
    size_t begin = t->length;
    fmpz_t n;
    int order;

    fmpz_init(n);
    scale(n, x, digits, upper);
    print_scaled(t, n, digits);
    fmpz_clear(n);
    order = compare_printed(t->bytes + begin, x, digits);
    if (upper ? order < 0 : order > 0)
        lyc_limits_fail("a decimal was not rounded outward");
}

/* upper: prints a bound that is >= x; else one that is <= x. */
static void print_bound(lyc_text_t t, const arf_t x, slong digits, int upper)
{
    int large, sign = arf_sgn(x);

    digits = digits < 0 ? 0 : digits;
    large = arf_is_inf(x) || arf_cmpabs_2exp_si(x, LARGEST_EXPONENT) >= 0;
    if (arf_is_nan(x) || (large && (upper ? sign > 0 : sign < 0)))
        lyc_text_add(t, upper ? "inf" : "-inf");
    else if (arf_is_inf(x))
        lyc_text_add(t, upper ? "-inf" : "inf");
    else if (large)
    {
        arf_t closer;

        arf_init(closer);
        arf_set_si_2exp_si(closer, upper ? -1 : 1, LARGEST_EXPONENT - 1);
        print_outward(t, closer, digits, upper);
        arf_clear(closer);
    }
    else
        print_outward(t, x, digits, upper);
}

void lyc_decimal_lower(lyc_text_t t, const arf_t x, slong digits)
{
    print_bound(t, x, digits, 0);
}

void lyc_decimal_upper(lyc_text_t t, const arf_t x, slong digits)
{
    print_bound(t, x, digits, 1);
}

slong lyc_decimal_digits(const arf_t lower, const arf_t upper, slong max_digits)
{
    slong digits = max_digits;
    arf_t width, part;
    fmpz_t exponent;

    arf_init(width);
    arf_init(part);
    fmpz_init(exponent);
    arf_sub(width, upper, lower, 53, ARF_RND_UP);
    if (!arf_is_finite(width))
        digits = 6;
    else if (arf_sgn(width) > 0)
    {
        /* width = part 2^exponent, 1/2 <= part < 1; a choice of layout only,
         * so doubles may make it. */
        arf_frexp(part, exponent, width);
        digits = 1 + (slong)ceil(-log10(arf_get_d(part, ARF_RND_DOWN)) -
                                 fmpz_get_d(exponent) * 0.30102999566398120);
    }
    arf_clear(width);
    arf_clear(part);
    fmpz_clear(exponent);
    digits = digits > max_digits ? max_digits : digits;
    return digits < 1 ? 1 : digits;
}
