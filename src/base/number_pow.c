#include "base/number_node.h"

#define EXPONENT_LIMIT 1000000L
/* Bits of a folded power; beyond this the power is refused. */
#define BITS_LIMIT 100000000.0

static int is_unit_or_zero(const fmpq_t q)
{
    return fmpz_is_one(fmpq_denref(q)) && fmpz_cmp_si(fmpq_numref(q), 1) <= 0 &&
           fmpz_cmp_si(fmpq_numref(q), -1) >= 0;
}

static lyc_truth_t rational_power(lyc_number_t z, const fmpq_t q, slong n)
{
    double bits = (double)fmpq_height_bits(q);
    fmpq_t power;

    if (n < 0 && fmpq_is_zero(q))
        return LYC_FALSE;
    if (!is_unit_or_zero(q) && bits * (double)(n < 0 ? -n : n) > BITS_LIMIT)
        return LYC_UNKNOWN;
    fmpq_init(power);
    fmpq_pow_si(power, q, n);
    lyc_number_set_fmpq(z, power);
    fmpq_clear(power);
    return LYC_TRUE;
}

/* z = x^n, n >= 1, by repeated squaring. */
static void positive_power(lyc_number_t z, const lyc_number_t x, slong n)
{
    lyc_number_t base, power;

    lyc_number_init(base);
    lyc_number_init(power);
    lyc_number_set(base, x);
    lyc_number_set_si(power, 1);
    for (;;)
    {
        if (n & 1)
            lyc_number_mul(power, power, base);
        n >>= 1;
        if (n == 0)
            break;
        lyc_number_mul(base, base, base);
    }
    lyc_number_set(z, power);
    lyc_number_clear(base);
    lyc_number_clear(power);
}

lyc_truth_t lyc_number_pow_si(lyc_number_t z, const lyc_number_t x, slong n)
{
    lyc_number_t power, one;
    lyc_truth_t done;

    if (n > EXPONENT_LIMIT || n < -EXPONENT_LIMIT)
        return LYC_UNKNOWN;
    if (x->node->op == LYC_OP_RATIONAL)
        return rational_power(z, x->node->value, n);
    if (n == 0)
    {
        lyc_number_set_si(z, 1);
        return LYC_TRUE;
    }
    if (n > 0)
    {
        positive_power(z, x, n);
        return LYC_TRUE;
    }
    /* The domain is that of 1/x. */
    lyc_number_init(power);
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    done = lyc_number_div(power, one, x);
    if (done == LYC_TRUE)
        positive_power(z, power, -n);
    lyc_number_clear(power);
    lyc_number_clear(one);
    return done;
}
