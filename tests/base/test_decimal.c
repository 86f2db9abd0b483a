#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "lyapcert/dyadic.h"

#define SEED 20240612

/* q = the decimal s, by a way of its own: digit by digit. */
static void read_decimal(fmpq_t q, const char *s)
{
    fmpz_t n, scale;
    int negative = *s == '-', after = 0;

    fmpz_init(n);
    fmpz_init_set_ui(scale, 1);
    for (s += negative; *s != '\0'; s++)
    {
        if (*s == '.')
        {
            cr_assert_eq(after, 0);
            after = 1;
            continue;
        }
        cr_assert(*s >= '0' && *s <= '9');
        fmpz_mul_ui(n, n, 10);
        fmpz_add_ui(n, n, (ulong)(*s - '0'));
        if (after)
            fmpz_mul_ui(scale, scale, 10);
    }
    if (negative)
        fmpz_neg(n, n);
    fmpq_set_fmpz_frac(q, n, scale);
    fmpz_clear(n);
    fmpz_clear(scale);
}

/* lower <= x < lower + 10^-digits and upper - 10^-digits < x <= upper. */
static void check(const arf_t x, slong digits)
{
    lyc_text_t lower, upper;
    fmpq_t exact, p, ulp;
    fmpz_t ten;

    lyc_text_init(lower);
    lyc_text_init(upper);
    fmpq_init(exact);
    fmpq_init(p);
    fmpq_init(ulp);
    fmpz_init_set_ui(ten, 10);
    fmpz_pow_ui(fmpq_denref(ulp), ten, (ulong)digits);
    fmpz_one(fmpq_numref(ulp));
    arf_get_fmpq(exact, x);

    lyc_decimal_lower(lower, x, digits);
    lyc_decimal_upper(upper, x, digits);
    read_decimal(p, lower->bytes);
    cr_assert(fmpq_cmp(p, exact) <= 0, "%s", lower->bytes);
    fmpq_add(p, p, ulp);
    cr_assert(fmpq_cmp(p, exact) > 0, "%s", lower->bytes);
    read_decimal(p, upper->bytes);
    cr_assert(fmpq_cmp(p, exact) >= 0, "%s", upper->bytes);
    fmpq_sub(p, p, ulp);
    cr_assert(fmpq_cmp(p, exact) < 0, "%s", upper->bytes);

    lyc_text_clear(lower);
    lyc_text_clear(upper);
    fmpq_clear(exact);
    fmpq_clear(p);
    fmpq_clear(ulp);
    fmpz_clear(ten);
}

Test(decimal, outward_and_tight)
{
    flint_rand_t state;
    arf_t x;
    int i;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    arf_init(x);
    for (i = 0; i < 3000; i++)
    {
        do
            arf_randtest(x, state, 1 + (slong)n_randint(state, 200), 8);
        while (!arf_is_finite(x));
        check(x, (slong)n_randint(state, 60));
        arf_neg(x, x);
        check(x, (slong)n_randint(state, 60));
    }
    arf_clear(x);
    flint_randclear(state);
}

static void assert_pair(const arf_t x, slong digits, const char *lower,
                        const char *upper)
{
    lyc_text_t t;

    lyc_text_init(t);
    lyc_decimal_lower(t, x, digits);
    cr_assert_str_eq(t->bytes, lower);
    lyc_text_reset(t);
    lyc_decimal_upper(t, x, digits);
    cr_assert_str_eq(t->bytes, upper);
    lyc_text_clear(t);
}

Test(decimal, examples)
{
    arf_t x;

    arf_init(x);
    assert_pair(x, 3, "0.000", "0.000");
    arf_set_d(x, 0.125);
    assert_pair(x, 2, "0.12", "0.13");
    assert_pair(x, 3, "0.125", "0.125");
    assert_pair(x, 0, "0", "1");
    arf_neg(x, x);
    assert_pair(x, 2, "-0.13", "-0.12");
    assert_pair(x, 0, "-1", "0");
    arf_set_si_2exp_si(x, -1, -1000000000);
    assert_pair(x, 2, "-0.01", "0.00");
    arf_set_si_2exp_si(x, 1, -1000000000);
    assert_pair(x, 2, "0.00", "0.01");
    arf_set_si(x, -12345);
    assert_pair(x, 1, "-12345.0", "-12345.0");
    arf_pos_inf(x);
    assert_pair(x, 3, "inf", "inf");
    arf_neg_inf(x);
    assert_pair(x, 3, "-inf", "-inf");
    arf_nan(x);
    assert_pair(x, 3, "-inf", "inf");
    arf_clear(x);
}

/* Beyond 2^(10^6) bounds are weakened, never wrong. */
Test(decimal, huge)
{
    lyc_text_t t;
    arf_t x;

    lyc_text_init(t);
    arf_init(x);
    arf_set_si_2exp_si(x, 1, 1000000000);
    lyc_decimal_upper(t, x, 2);
    cr_assert_str_eq(t->bytes, "inf");
    lyc_text_reset(t);
    lyc_decimal_lower(t, x, 2);
    cr_assert(t->length > 300000 && t->length < 301100);
    arf_neg(x, x);
    lyc_text_reset(t);
    lyc_decimal_lower(t, x, 2);
    cr_assert_str_eq(t->bytes, "-inf");
    lyc_text_reset(t);
    lyc_decimal_upper(t, x, 2);
    cr_assert_eq(t->bytes[0], '-');
    cr_assert(t->length > 300000 && t->length < 301100);
    arf_clear(x);
    lyc_text_clear(t);
}

Test(decimal, digits_show_the_width)
{
    arf_t lower, upper;
    slong k;

    arf_init(lower);
    arf_init(upper);
    arf_one(lower);
    cr_assert_eq(lyc_decimal_digits(lower, lower, 40), 40);
    for (k = 1; k <= 300; k++)
    {
        slong digits;

        /* width 2^-k: about two digits of it, at least one. */
        arf_set_si_2exp_si(upper, 1, -k);
        arf_add(upper, upper, lower, ARF_PREC_EXACT, ARF_RND_DOWN);
        digits = lyc_decimal_digits(lower, upper, 1000);
        cr_assert(digits >= (slong)(0.3 * (double)k), "%ld", (long)k);
        cr_assert(digits <= (slong)(0.302 * (double)k) + 2, "%ld", (long)k);
        cr_assert_eq(lyc_decimal_digits(lower, upper, 1), 1);
    }
    arf_set_si_2exp_si(upper, 1, 100);
    cr_assert_eq(lyc_decimal_digits(lower, upper, 40), 1);
    arf_neg_inf(lower);
    k = lyc_decimal_digits(lower, upper, 40);
    cr_assert(k >= 1 && k <= 40);
    cr_assert_eq(lyc_decimal_digits(lower, upper, 0), 1);
    arf_clear(lower);
    arf_clear(upper);
}
