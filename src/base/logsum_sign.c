#include "base/coprime.h"
#include "lyapcert/logsum.h"

/* b contains s, working at prec bits. */
static void enclose(arb_t b, const lyc_logsum_t s, slong prec)
{
    arb_t term;
    slong i;

    arb_init(term);
    arb_zero(b);
    for (i = 0; i < s->length; i++)
    {
        arb_set_fmpq(term, s->argument + i, prec);
        arb_log(term, term, prec);
        arb_mul_fmpz(term, term, fmpq_numref(s->coefficient + i), prec);
        arb_div_fmpz(term, term, fmpq_denref(s->coefficient + i), prec);
        arb_add(b, b, term, prec);
    }
    arb_clear(term);
}

/* e = the exponent of p in prod r_i^(q_i), p an element of a coprime base of
 * all numerators and denominators. */
static void exponent(fmpq_t e, const lyc_logsum_t s, const fmpz_t p)
{
    fmpz_t rest, v;
    slong i;

    fmpz_init(rest);
    fmpz_init(v);
    fmpq_zero(e);
    for (i = 0; i < s->length; i++)
    {
        const fmpq *r = s->argument + i;
        slong up = fmpz_remove(rest, fmpq_numref(r), p);
        slong down = fmpz_remove(rest, fmpq_denref(r), p);

        fmpz_set_si(v, up - down);
        if (!fmpz_is_zero(v))
        {
            fmpq_t term;

            fmpq_init(term);
            fmpq_mul_fmpz(term, s->coefficient + i, v);
            fmpq_add(e, e, term);
            fmpq_clear(term);
        }
    }
    fmpz_clear(rest);
    fmpz_clear(v);
}

/* t += q log n, over the primes of n where n fits a word. *split = 0 where it
 * does not. */
static void add_factored(lyc_logsum_t t, const fmpq_t q, const fmpz_t n,
                         int *split)
{
    n_factor_t factors;
    fmpq_t c, r;
    int i;

    fmpq_init(c);
    fmpq_init(r);
    if (fmpz_abs_fits_ui(n))
    {
        n_factor_init(&factors);
        n_factor(&factors, fmpz_get_ui(n), 1);
        for (i = 0; i < factors.num; i++)
        {
            fmpq_set(c, q);
            fmpz_mul_si(fmpq_numref(c), fmpq_numref(c), factors.exp[i]);
            fmpq_canonicalise(c);
            fmpz_set_ui(fmpq_numref(r), factors.p[i]);
            lyc_logsum_add_log(t, c, r);
        }
    }
    else
    {
        *split = 0;
        fmpz_set(fmpq_numref(r), n);
        lyc_logsum_add_log(t, q, r);
    }
    fmpq_clear(c);
    fmpq_clear(r);
}

/* s = 0 iff prod r_i^(q_i) = 1 iff every element of a coprime base has exponent
 * 0: coprime integers >= 2 are multiplicatively independent. */
static int is_zero_coprime(const lyc_logsum_t s)
{
    lyc_coprime_t base;
    fmpq_t e;
    slong i;
    int zero = 1;

    lyc_coprime_init(base);
    fmpq_init(e);
    for (i = 0; i < s->length; i++)
    {
        lyc_coprime_add(base, fmpq_numref(s->argument + i));
        lyc_coprime_add(base, fmpq_denref(s->argument + i));
    }
    for (i = 0; i < base->length && zero; i++)
    {
        exponent(e, s, base->element + i);
        zero = fmpq_is_zero(e);
    }
    fmpq_clear(e);
    lyc_coprime_clear(base);
    return zero;
}

/* Words are factored first, since many terms of small numbers are common; then
 * logarithms of distinct primes are independent. */
static int is_zero(const lyc_logsum_t s)
{
    lyc_logsum_t t;
    fmpq_t minus;
    slong i;
    int split = 1, zero;

    lyc_logsum_init(t);
    fmpq_init(minus);
    for (i = 0; i < s->length; i++)
    {
        fmpq_neg(minus, s->coefficient + i);
        add_factored(t, s->coefficient + i, fmpq_numref(s->argument + i),
                     &split);
        add_factored(t, minus, fmpq_denref(s->argument + i), &split);
    }
    zero = t->length == 0 || (!split && is_zero_coprime(t));
    fmpq_clear(minus);
    lyc_logsum_clear(t);
    return zero;
}

/* Above this precision a sum still not separated from 0 is tested exactly. */
#define TEST_PREC 512

int lyc_logsum_sign(const lyc_logsum_t s)
{
    arb_t b;
    slong prec;
    int sign = 0;

    if (s->length == 0)
        return 0;
    arb_init(b);
    for (prec = 64; sign == 0; prec *= 2)
    {
        if (prec == TEST_PREC && is_zero(s))
            break;
        enclose(b, s, prec);
        sign = arb_is_positive(b) ? 1 : arb_is_negative(b) ? -1 : 0;
    }
    arb_clear(b);
    return sign;
}

void lyc_logsum_get_arb(arb_t b, const lyc_logsum_t s, slong prec)
{
    slong working = prec + 16;
    int tested = 0;

    if (s->length == 0)
    {
        arb_zero(b);
        return;
    }
    for (;; working *= 2)
    {
        enclose(b, s, working);
        if (arb_rel_accuracy_bits(b) >= prec)
            break;
        if (!tested && working >= TEST_PREC && arb_contains_zero(b))
        {
            if (is_zero(s))
            {
                arb_zero(b);
                break;
            }
            tested = 1;
        }
    }
}
