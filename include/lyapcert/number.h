/* Exact real numbers: rationals, and expressions in sqrt, exp, log, pi.
 *
 * A number is an immutable, shared expression. Rational arithmetic is folded
 * at once; everything else is kept as it was written and evaluated to a ball
 * at whatever precision is asked. Zero tests first separate by balls and then
 * ask Calcium; where neither decides, the answer is "unknown" and callers
 * must treat it so. */
#ifndef LYAPCERT_NUMBER_H
#define LYAPCERT_NUMBER_H

#include "lyapcert/arith.h"
#include "lyapcert/text.h"

typedef struct
{
    struct lyc_number_node *node;
} lyc_number_struct;
typedef lyc_number_struct lyc_number_t[1];

typedef enum
{
    LYC_FALSE = 0,
    LYC_TRUE = 1,
    LYC_UNKNOWN = 2
} lyc_truth_t;

/* ---- memory ---- */
void lyc_number_init(lyc_number_t x); /* 0 */
void lyc_number_clear(lyc_number_t x);
void lyc_number_set(lyc_number_t x, const lyc_number_t y); /* shares */
void lyc_number_set_si(lyc_number_t x, slong n);
void lyc_number_set_fmpq(lyc_number_t x, const fmpq_t q);
void lyc_number_set_pi(lyc_number_t x);
/* A parameter: one real number of [lower, upper], lower <= upper, of which
 * nothing else is known; the same number wherever a parameter of this name and
 * range stands. What is found about numbers made of it holds for every value
 * of it. With lower = upper the rational itself. */
void lyc_number_set_parameter(lyc_number_t x, const char *name,
                              const fmpq_t lower, const fmpq_t upper);

/* "12", "0.25", "-1.5e-3": an exact rational. 1 on success, 0 when s is not
 * such a numeral or its exponent exceeds 10^5 in modulus. */
int lyc_number_set_str(lyc_number_t x, const char *s);

/* ---- arithmetic; z may be an argument ---- */
void lyc_number_add(lyc_number_t z, const lyc_number_t x, const lyc_number_t y);
void lyc_number_sub(lyc_number_t z, const lyc_number_t x, const lyc_number_t y);
void lyc_number_mul(lyc_number_t z, const lyc_number_t x, const lyc_number_t y);
void lyc_number_neg(lyc_number_t z, const lyc_number_t x);
void lyc_number_abs(lyc_number_t z, const lyc_number_t x);
void lyc_number_min(lyc_number_t z, const lyc_number_t x, const lyc_number_t y);
void lyc_number_max(lyc_number_t z, const lyc_number_t x, const lyc_number_t y);
void lyc_number_exp(lyc_number_t z, const lyc_number_t x);

/* LYC_TRUE: done. LYC_FALSE: outside the domain (division by 0, root of a
 * negative number, log of a number <= 0). LYC_UNKNOWN: the domain could not
 * be decided. z is set only when LYC_TRUE. */
lyc_truth_t lyc_number_div(lyc_number_t z, const lyc_number_t x,
                           const lyc_number_t y);
lyc_truth_t lyc_number_sqrt(lyc_number_t z, const lyc_number_t x);
lyc_truth_t lyc_number_log(lyc_number_t z, const lyc_number_t x);
/* x^n; 0^0 = 1. LYC_UNKNOWN also where |n| > 10^6 or where a rational result
 * would have more than about 10^8 bits. */
lyc_truth_t lyc_number_pow_si(lyc_number_t z, const lyc_number_t x, slong n);

/* ---- what it is ---- */
int lyc_number_is_rational(const lyc_number_t x);   /* as represented */
int lyc_number_is_parametric(const lyc_number_t x); /* a parameter is in it */
/* The rational value; x must be represented as a rational. */
void lyc_number_get_fmpq(fmpq_t q, const lyc_number_t x);
/* A ball that contains x, relative accuracy about prec bits where x != 0 can
 * be separated; always a true enclosure. With parameters: a ball that contains
 * x for every value of them. */
void lyc_number_get_arb(arb_t b, const lyc_number_t x, slong prec);

/* ---- decisions; with parameters: for every value of them, or unknown ---- */
lyc_truth_t lyc_number_is_zero(const lyc_number_t x);
lyc_truth_t lyc_number_equal(const lyc_number_t x, const lyc_number_t y);
/* *sign = -1, 0 or 1 and LYC_TRUE when decided; else LYC_UNKNOWN. */
lyc_truth_t lyc_number_sign(int *sign, const lyc_number_t x);
/* Total order of representations for sorting and merging; 0 means equal as
 * represented (hence equal). No claim about values otherwise. */
int lyc_number_order(const lyc_number_t x, const lyc_number_t y);

/* How long the expression is when written out, shared parts each time they
 * occur: operations plus 64-bit words of rationals. At most 1e300. For callers
 * that bound what a text may ask for. */
double lyc_number_size(const lyc_number_t x);

/* Text in the project's language that parses back to the same number. */
void lyc_number_get_text(lyc_text_t t, const lyc_number_t x);

/* Frees the caches of FLINT, arb and MPFR of this thread; for exits that a
 * leak checker watches. */
void lyc_number_cleanup(void);

#endif
