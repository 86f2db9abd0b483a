#include <stdlib.h>
#include <string.h>

#include "certify/reader.h"

#define DECIMAL "0123456789"
#define HEXADECIMAL DECIMAL "abcdef"

/* "0", or an optional minus and digits without a leading zero. */
static int is_canonical(const char *w, const char *among)
{
    const char *digits = w + (*w == '-');
    const size_t n = strspn(digits, among);
    if (n == 0 || digits[n] != '\0')
        return 0;
    return digits[0] != '0' || (n == 1 && digits == w);
}

static const char *number_word(lyc_reader_t r, const char *digits, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL || is_canonical(w, digits))
        return w;
    lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                 "expected an integer in canonical form");
    return NULL;
}

int lyc_reader_fmpz(fmpz_t n, lyc_reader_t r, lyc_diag_t d)
{
    const char *w = number_word(r, DECIMAL, d);
    if (w == NULL)
        return 0;
    if (strlen(w) <= 18)
        fmpz_set_si(n, strtol(w, NULL, 10));
    else if (fmpz_set_str(n, w, 10) != 0)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "expected an integer");
    return 1;
}

int lyc_reader_hex(fmpz_t n, lyc_reader_t r, lyc_diag_t d)
{
    const char *w = number_word(r, HEXADECIMAL, d);
    if (w == NULL)
        return 0;
    if (fmpz_set_str(n, w, 16) != 0)
        return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                            "expected a hexadecimal integer");
    return 1;
}

int lyc_reader_slong(slong *n, lyc_reader_t r, slong low, slong high,
                     lyc_diag_t d)
{
    const char *w = number_word(r, DECIMAL, d);
    if (w == NULL)
        return 0;
    *n = strlen(w) <= 18 ? strtol(w, NULL, 10) : 0;
    if (strlen(w) <= 18 && low <= *n && *n <= high)
        return 1;
    return lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                        "the number is not in the range from %ld to %ld",
                        (long)low, (long)high);
}

int lyc_reader_int64(int64_t *n, lyc_reader_t r, lyc_diag_t d)
{
    int ok;
    fmpz_t z;
    fmpz_init(z);
    ok = lyc_reader_fmpz(z, r, d);
    if (ok && fmpz_bits(z) > 63)
        ok = lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                          "the number needs more than 64 bits");
    if (ok)
    {
        /* fmpz_get_si is exact below 2^63 in modulus. */
        *n = (int64_t)fmpz_get_si(z);
    }
    fmpz_clear(z);
    return ok;
}

int lyc_reader_fmpq(fmpq_t q, lyc_reader_t r, char end, lyc_diag_t d)
{
    const char *w = lyc_reader_word(r, d);
    if (w == NULL)
        return 0;
    const size_t n = strlen(w);
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_add_n(t, w, n - (end != 0));
    const char *slash = strchr(t->bytes, '/');
    /* fmpq_set_str stops the program on a denominator of 0. */
    int ok = (end == 0 || w[n - 1] == end) && t->length > 0 &&
             t->bytes[strspn(t->bytes, "-0123456789/")] == '\0' &&
             (slash == NULL || slash[1 + strspn(slash + 1, "0")] != '\0') &&
             fmpq_set_str(q, t->bytes, 10) == 0;
    if (ok)
    {
        fmpq_canonicalise(q);
        char *s = fmpq_get_str(NULL, 10, q);
        ok = strcmp(s, t->bytes) == 0;
        flint_free(s);
    }
    lyc_text_clear(t);
    return ok || lyc_diag_set(d, LYC_MALFORMED, lyc_reader_place(r),
                              "expected a rational number in lowest terms");
}
