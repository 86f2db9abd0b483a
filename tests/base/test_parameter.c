/* Numbers with a parameter: what is decided holds for every value. */
#include <criterion/criterion.h>

#include "lyapcert/dual.h"

typedef void (*make)(lyc_number_t z, const lyc_number_t s);

static void range(lyc_number_t s, slong a, slong b, ulong q)
{
    fmpq_t lower, upper;
    fmpq_init(lower);
    fmpq_init(upper);
    fmpq_set_si(lower, a, q);
    fmpq_set_si(upper, b, q);
    lyc_number_set_parameter(s, "s", lower, upper);
    fmpq_clear(lower);
    fmpq_clear(upper);
}

static void square_minus_square(lyc_number_t z, const lyc_number_t s)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(z, s, s);
    lyc_number_mul(t, s, s);
    lyc_number_sub(z, z, t);
    lyc_number_clear(t);
}

/* (s + 1)(s - 1) - s s + 1 */
static void binomial(lyc_number_t z, const lyc_number_t s)
{
    lyc_number_t one, t;
    lyc_number_init(one);
    lyc_number_init(t);
    lyc_number_set_si(one, 1);
    lyc_number_add(z, s, one);
    lyc_number_sub(t, s, one);
    lyc_number_mul(z, z, t);
    lyc_number_mul(t, s, s);
    lyc_number_sub(z, z, t);
    lyc_number_add(z, z, one);
    lyc_number_clear(one);
    lyc_number_clear(t);
}

/* s + (1 - s) - 1/2: never 0, of no sign that balls see when s is wide */
static void half(lyc_number_t z, const lyc_number_t s)
{
    fmpq_t q;
    lyc_number_t t;
    fmpq_init(q);
    lyc_number_init(t);
    lyc_number_set_si(t, 1);
    lyc_number_sub(t, t, s);
    lyc_number_add(z, s, t);
    fmpq_set_si(q, 1, 2);
    lyc_number_set_fmpq(t, q);
    lyc_number_sub(z, z, t);
    fmpq_clear(q);
    lyc_number_clear(t);
}

static void minus_one(lyc_number_t z, const lyc_number_t s)
{
    lyc_number_t one;
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    lyc_number_sub(z, s, one);
    lyc_number_clear(one);
}

static lyc_truth_t zero(make f, slong a, slong b, ulong q)
{
    lyc_number_t s, z;
    lyc_truth_t t;
    lyc_number_init(s);
    lyc_number_init(z);
    range(s, a, b, q);
    f(z, s);
    t = lyc_number_is_zero(z);
    cr_expect_eq(lyc_number_is_zero(z), t); /* also when it is cached */
    lyc_number_clear(s);
    lyc_number_clear(z);
    return t;
}

Test(parameter, zero_for_all_values)
{
    cr_expect_eq(zero(square_minus_square, -3, 5, 1), LYC_TRUE);
    cr_expect_eq(zero(binomial, -3, 5, 1), LYC_TRUE);
    cr_expect_eq(zero(half, -30, 50, 1), LYC_FALSE);
    /* 0 at one value of the range only */
    cr_expect_eq(zero(minus_one, 0, 5, 1), LYC_UNKNOWN);
    cr_expect_eq(zero(minus_one, 1, 5, 1), LYC_UNKNOWN);
    cr_expect_eq(zero(minus_one, 2, 5, 1), LYC_FALSE);
    /* one value: the rational itself */
    cr_expect_eq(zero(minus_one, 1, 1, 1), LYC_TRUE);
}

Test(parameter, signs_and_domains)
{
    lyc_number_t s, z;
    int sign;
    lyc_number_init(s);
    lyc_number_init(z);
    range(s, 1, 3, 2);
    cr_expect(lyc_number_is_parametric(s));
    cr_expect_not(lyc_number_is_rational(s));
    cr_expect_eq(lyc_number_sign(&sign, s), LYC_TRUE);
    cr_expect_eq(sign, 1);
    minus_one(z, s);
    cr_expect_eq(lyc_number_sign(&sign, z), LYC_UNKNOWN);
    cr_expect_eq(lyc_number_log(z, z), LYC_UNKNOWN);
    minus_one(z, s);
    cr_expect_eq(lyc_number_sqrt(z, z), LYC_UNKNOWN);
    cr_expect_eq(lyc_number_div(z, s, z), LYC_UNKNOWN);
    range(s, -1, 0, 1);
    cr_expect_eq(lyc_number_sqrt(z, s), LYC_UNKNOWN);
    range(s, -2, -1, 1);
    cr_expect_eq(lyc_number_sqrt(z, s), LYC_FALSE);
    lyc_number_clear(s);
    lyc_number_clear(z);
}

Test(parameter, order_is_by_name_and_range)
{
    lyc_number_t s, t, u;
    fmpq_t a, b;
    lyc_number_init(s);
    lyc_number_init(t);
    lyc_number_init(u);
    fmpq_init(a);
    fmpq_init(b);
    fmpq_set_si(b, 2, 1);
    range(s, 0, 2, 1);
    range(t, 0, 2, 1);
    cr_expect_eq(lyc_number_order(s, t), 0);
    cr_expect_eq(lyc_number_equal(s, t), LYC_TRUE);
    lyc_number_set_parameter(u, "t", a, b);
    cr_expect_neq(lyc_number_order(s, u), 0);
    cr_expect_eq(lyc_number_order(s, u), -lyc_number_order(u, s));
    cr_expect_eq(lyc_number_equal(s, u), LYC_UNKNOWN);
    range(u, 0, 3, 1);
    cr_expect_neq(lyc_number_order(s, u), 0);
    lyc_number_clear(s);
    lyc_number_clear(t);
    lyc_number_clear(u);
    fmpq_clear(a);
    fmpq_clear(b);
}

/* sqrt(s) exp(-s) / (1 + s^2) + |s - 2| + max(s, 1/s) log s */
static void function(lyc_number_t z, const lyc_number_t s)
{
    lyc_number_t t, u, v;
    lyc_number_init(t);
    lyc_number_init(u);
    lyc_number_init(v);
    lyc_number_set_si(u, 1);
    lyc_number_mul(t, s, s);
    lyc_number_add(t, t, u);
    lyc_number_neg(z, s);
    lyc_number_exp(z, z);
    cr_assert_eq(lyc_number_sqrt(v, s), LYC_TRUE);
    lyc_number_mul(z, z, v);
    cr_assert_eq(lyc_number_div(z, z, t), LYC_TRUE);
    lyc_number_set_si(t, 2);
    lyc_number_sub(t, s, t);
    lyc_number_abs(t, t);
    lyc_number_add(z, z, t);
    cr_assert_eq(lyc_number_div(u, u, s), LYC_TRUE);
    lyc_number_max(u, u, s);
    cr_assert_eq(lyc_number_log(t, s), LYC_TRUE);
    lyc_number_mul(t, t, u);
    lyc_number_add(z, z, t);
    lyc_number_clear(t);
    lyc_number_clear(u);
    lyc_number_clear(v);
}

static void value_at(arb_t v, slong i, ulong q)
{
    lyc_number_t s, z;
    lyc_number_init(s);
    lyc_number_init(z);
    range(s, i, i, q);
    function(z, s);
    lyc_number_get_arb(v, z, 128);
    lyc_number_clear(s);
    lyc_number_clear(z);
}

/* Values and difference quotients at points lie in the value and the slope
 * over the range that holds them. */
Test(parameter, slopes_hold_all_difference_quotients)
{
    lyc_number_t s, z;
    lyc_dual_t f;
    arb_t v, w, q;
    lyc_number_init(s);
    lyc_number_init(z);
    lyc_dual_init(f);
    arb_init(v);
    arb_init(w);
    arb_init(q);
    for (slong a = 8; a < 40; a += 2)
        for (slong b = a + 1; b < a + 9; b++)
        {
            range(s, a, b, 16);
            function(z, s);
            lyc_number_get_dual(f, z, "s", 128);
            cr_assert(lyc_dual_is_finite(f));
            value_at(v, a, 16);
            cr_expect(arb_contains(f->value, v));
            for (slong i = a + 1; i <= b; i++)
            {
                value_at(w, i, 16);
                cr_expect(arb_contains(f->value, w));
                arb_sub(q, w, v, 128);
                arb_mul_si(q, q, 16, 128);
                arb_div_si(q, q, i - a, 128);
                cr_expect(arb_overlaps(f->slope, q), "%ld %ld %ld", (long)a,
                          (long)b, (long)i);
            }
            lyc_number_get_dual(f, z, "t", 128);
            cr_expect(arb_is_zero(f->slope), "another parameter");
        }
    lyc_number_clear(s);
    lyc_number_clear(z);
    lyc_dual_clear(f);
    arb_clear(v);
    arb_clear(w);
    arb_clear(q);
}
