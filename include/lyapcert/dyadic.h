/* Exact dyadics as text, and decimals rounded outward. */
#ifndef LYAPCERT_DYADIC_H
#define LYAPCERT_DYADIC_H

#include "lyapcert/arith.h"
#include "lyapcert/text.h"

/* "m*2^e" with m odd (or "0"), "-inf", "inf". x must not be NaN. */
void lyc_dyadic_get_text(lyc_text_t t, const arf_t x);
/* Strict inverse: exactly what get_text writes, |e| <= 10^9. 1 on success. */
int lyc_dyadic_set_str(arf_t x, const char *s);

/* Decimal with `digits` digits after the point, at most x (lower) or at least
 * x (upper); "-inf" or "inf" where it is so. The printed decimal is compared
 * with x exactly before it is returned. */
void lyc_decimal_lower(lyc_text_t t, const arf_t x, slong digits);
void lyc_decimal_upper(lyc_text_t t, const arf_t x, slong digits);

/* Digits after the point that show [lower, upper] with about two digits of
 * its width left; between 1 and max_digits. */
slong lyc_decimal_digits(const arf_t lower, const arf_t upper,
                         slong max_digits);

#endif
