#include <stdio.h>

#include <criterion/criterion.h>

#include "lyapcert/logsum.h"

#define SEED 20240613

static void add(lyc_logsum_t s, slong p, ulong q, slong a, ulong b)
{
    fmpq_t c, r;

    fmpq_init(c);
    fmpq_init(r);
    fmpq_set_si(c, p, q);
    fmpq_set_si(r, a, b);
    lyc_logsum_add_log(s, c, r);
    fmpq_clear(c);
    fmpq_clear(r);
}

static void assert_text(const lyc_logsum_t s, const char *expected)
{
    lyc_text_t t;

    lyc_text_init(t);
    lyc_logsum_get_text(t, s);
    cr_assert_str_eq(t->bytes, expected);
    lyc_text_clear(t);
}

Test(logsum, text_and_merging)
{
    lyc_logsum_t s;

    lyc_logsum_init(s);
    assert_text(s, "0");
    add(s, 1, 2, 2, 1);
    add(s, -1, 3, 5, 7);
    assert_text(s, "1/2*log(2) - 1/3*log(5/7)");
    add(s, 7, 1, 1, 1);
    add(s, 0, 1, 3, 1);
    add(s, -1, 2, 2, 1);
    assert_text(s, "-1/3*log(5/7)");
    add(s, 4, 3, 5, 7);
    assert_text(s, "log(5/7)");
    add(s, -2, 1, 5, 7);
    add(s, 1, 1, 3, 1);
    assert_text(s, "-log(5/7) + log(3)");
    lyc_logsum_clear(s);
}

Test(logsum, ties)
{
    lyc_logsum_t s;

    lyc_logsum_init(s);
    cr_assert_eq(lyc_logsum_sign(s), 0);
    add(s, 2, 1, 3, 1);
    add(s, -1, 1, 9, 1);
    cr_assert_eq(s->length, 2);
    cr_assert_eq(lyc_logsum_sign(s), 0);
    /* 1/2 log 4/9 = log 2 - log 3 */
    add(s, 1, 2, 4, 9);
    add(s, -1, 1, 2, 1);
    add(s, 1, 1, 3, 1);
    cr_assert_eq(lyc_logsum_sign(s), 0);
    /* log 6 log 10 log 15 in terms of 2, 3, 5 */
    add(s, 1, 1, 6, 35);
    add(s, 1, 1, 35, 6);
    add(s, 1, 7, 6, 1);
    add(s, 1, 7, 10, 1);
    add(s, 1, 7, 15, 1);
    add(s, -2, 7, 30, 1);
    cr_assert_eq(lyc_logsum_sign(s), 0);
    add(s, 1, 1, 2, 1);
    cr_assert_eq(lyc_logsum_sign(s), 1);
    lyc_logsum_clear(s);
}

/* log((N+1)/N) - log((N+2)/(N+1)) > 0 is about N^-2: the sign survives far
 * below double precision and beyond the precision of the exact test. */
Test(logsum, near_ties)
{
    slong bits;

    for (bits = 10; bits <= 2000; bits = 3 * bits / 2)
    {
        lyc_logsum_t s;
        fmpq_t one, r;

        lyc_logsum_init(s);
        fmpq_init(one);
        fmpq_init(r);
        fmpq_one(one);
        fmpz_one(fmpq_denref(r));
        fmpz_mul_2exp(fmpq_denref(r), fmpq_denref(r), (ulong)bits);
        fmpz_add_ui(fmpq_numref(r), fmpq_denref(r), 1);
        fmpq_canonicalise(r);
        lyc_logsum_add_log(s, one, r);
        fmpz_one(fmpq_denref(r));
        fmpz_mul_2exp(fmpq_denref(r), fmpq_denref(r), (ulong)bits);
        fmpz_add_ui(fmpq_numref(r), fmpq_denref(r), 2);
        fmpz_add_ui(fmpq_denref(r), fmpq_denref(r), 1);
        fmpq_canonicalise(r);
        fmpq_neg(one, one);
        lyc_logsum_add_log(s, one, r);
        cr_assert_eq(lyc_logsum_sign(s), 1, "%ld bits", (long)bits);
        lyc_logsum_addmul(s, one, s);
        cr_assert_eq(s->length, 0);
        fmpq_clear(one);
        fmpq_clear(r);
        lyc_logsum_clear(s);
    }
}

/* Random relations: q_i log r_i with r_i products of small primes; the sign
 * against the exponents of the primes, known by construction. */
Test(logsum, signs_of_random_relations)
{
    static const ulong primes[4] = {2, 3, 5, 7};
    flint_rand_t state;
    int round, zeros = 0;

    printf("seed %d\n", SEED);
    flint_randinit(state);
    flint_randseed(state, SEED, SEED);
    for (round = 0; round < 400; round++)
    {
        lyc_logsum_t s, t;
        slong exponent[4] = {0, 0, 0, 0}, j;
        fmpq_t q, r, minus;
        int i, all_zero = 1;
        arb_t b, c;

        lyc_logsum_init(s);
        lyc_logsum_init(t);
        fmpq_init(q);
        fmpq_init(r);
        fmpq_init(minus);
        fmpq_set_si(minus, -1, 1);
        for (i = 0; i < 6; i++)
        {
            slong c6 = (slong)n_randint(state, 13) - 6;

            fmpq_one(r);
            for (j = 0; j < 4; j++)
            {
                slong e = (slong)n_randint(state, 3) - 1;
                fmpq_t power;

                fmpq_init(power);
                fmpq_set_si(power, (slong)primes[j], 1);
                fmpq_pow_si(power, power, e);
                fmpq_mul(r, r, power);
                fmpq_clear(power);
                exponent[j] += c6 * e;
            }
            fmpq_set_si(q, c6, 6);
            lyc_logsum_add_log(s, q, r);
        }
        /* Half of them are completed to 0. */
        for (j = 0; j < 4; j++)
        {
            if (round % 2 == 0)
                add(s, -exponent[j], 6, (slong)primes[j], 1);
            else
                all_zero = all_zero && exponent[j] == 0;
        }
        zeros += all_zero;
        cr_assert_eq(lyc_logsum_sign(s) == 0, all_zero);
        arb_init(b);
        arb_init(c);
        lyc_logsum_get_arb(b, s, 200);
        cr_assert_eq(arb_is_zero(b) != 0, all_zero);
        cr_assert_eq(arf_sgn(arb_midref(b)), lyc_logsum_sign(s));
        lyc_logsum_get_arb(c, s, 30);
        cr_assert(arb_overlaps(b, c));
        cr_assert(all_zero || arb_rel_accuracy_bits(b) >= 200);
        lyc_logsum_addmul(t, minus, s);
        cr_assert_eq(lyc_logsum_sign(t), -lyc_logsum_sign(s));
        arb_clear(b);
        arb_clear(c);
        fmpq_clear(q);
        fmpq_clear(r);
        fmpq_clear(minus);
        lyc_logsum_clear(s);
        lyc_logsum_clear(t);
    }
    cr_assert(zeros >= 200);
    flint_randclear(state);
}

/* Terms come and go in any order: the table must keep up with the array. */
Test(logsum, many_terms)
{
    lyc_logsum_t s;
    slong i, n = 5000;

    lyc_logsum_init(s);
    for (i = 2; i < n; i++)
        add(s, i, 1, i, 1);
    cr_assert_eq(s->length, n - 2);
    for (i = 2; i < n; i++)
    {
        slong k = 2 + (i * 1237) % (n - 2);

        add(s, -k, 1, k, 1);
        cr_assert_eq(s->length, n - 1 - i);
    }
    cr_assert_eq(lyc_logsum_sign(s), 0);
    assert_text(s, "0");
    lyc_logsum_clear(s);
}

/* Relations among numbers too long to be factored: log(a b) = log a + log b,
 * and the same with one factor changed. */
Test(logsum, long_arguments)
{
    flint_rand_t state;
    int round;

    flint_randinit(state);
    flint_randseed(state, SEED, SEED + 1);
    for (round = 0; round < 50; round++)
    {
        lyc_logsum_t s;
        fmpq_t one, a, b, ab;

        lyc_logsum_init(s);
        fmpq_init(one);
        fmpq_init(a);
        fmpq_init(b);
        fmpq_init(ab);
        fmpz_randbits(fmpq_numref(a), state, 200);
        fmpz_randbits(fmpq_numref(b), state, 300);
        fmpz_abs(fmpq_numref(a), fmpq_numref(a));
        fmpz_abs(fmpq_numref(b), fmpq_numref(b));
        fmpz_set_ui(fmpq_denref(b), 1 + n_randint(state, 1000000));
        fmpq_canonicalise(b);
        fmpq_mul(ab, a, b);
        fmpq_one(one);
        lyc_logsum_add_log(s, one, a);
        lyc_logsum_add_log(s, one, b);
        fmpq_neg(one, one);
        lyc_logsum_add_log(s, one, ab);
        cr_assert_eq(lyc_logsum_sign(s), 0);
        fmpz_add_ui(fmpq_numref(a), fmpq_numref(a), 1);
        fmpq_neg(one, one);
        lyc_logsum_add_log(s, one, a);
        fmpz_sub_ui(fmpq_numref(a), fmpq_numref(a), 1);
        fmpq_neg(one, one);
        lyc_logsum_add_log(s, one, a);
        cr_assert_eq(lyc_logsum_sign(s), 1);
        fmpq_clear(one);
        fmpq_clear(a);
        fmpq_clear(b);
        fmpq_clear(ab);
        lyc_logsum_clear(s);
    }
    flint_randclear(state);
}
