#include "claim/value.h"

void lyc_value_init(lyc_value_t v)
{
    lyc_interval_init(v->range);
    v->has_logs = 0;
    fmpq_init(v->rational);
    lyc_logsum_init(v->logs);
    v->has_number = 0;
    lyc_number_init(v->number);
}

void lyc_value_clear(lyc_value_t v)
{
    lyc_interval_clear(v->range);
    fmpq_clear(v->rational);
    lyc_logsum_clear(v->logs);
    lyc_number_clear(v->number);
}

void lyc_value_swap(lyc_value_t v, lyc_value_t w)
{
    lyc_value_struct t = *v;
    *v = *w;
    *w = t;
}

static void forget(lyc_value_t v)
{
    v->has_logs = 0;
    v->has_number = 0;
    v->range->is_defined = 0;
}

void lyc_value_set_number(lyc_value_t v, const lyc_number_t x, slong prec)
{
    forget(v);
    lyc_number_set(v->number, x);
    v->has_number = 1;
    if (lyc_number_is_rational(x))
    {
        lyc_number_get_fmpq(v->rational, x);
        lyc_logsum_clear(v->logs);
        lyc_logsum_init(v->logs);
        v->has_logs = 1;
    }
    arb_t b;
    arb_init(b);
    lyc_number_get_arb(b, x, prec);
    lyc_interval_set_arb(v->range, b, prec);
    arb_clear(b);
}

void lyc_value_set_logs(lyc_value_t v, const lyc_logsum_t s, slong prec)
{
    forget(v);
    fmpq_zero(v->rational);
    lyc_logsum_set(v->logs, s);
    v->has_logs = 1;
    arb_t b;
    arb_init(b);
    lyc_logsum_get_arb(b, s, prec);
    lyc_interval_set_arb(v->range, b, prec);
    arb_clear(b);
}

void lyc_value_set_arf(lyc_value_t v, const arf_t lower, const arf_t upper)
{
    forget(v);
    lyc_interval_set_arf(v->range, lower, upper);
}

void lyc_value_set_arb(lyc_value_t v, const arb_t b, slong prec)
{
    forget(v);
    lyc_interval_set_arb(v->range, b, prec);
}

void lyc_value_set_minus_inf(lyc_value_t v)
{
    forget(v);
    arf_neg_inf(v->range->lower);
    arf_neg_inf(v->range->upper);
    v->range->is_defined = 1;
}

int lyc_value_get_si(slong *n, const lyc_value_t v)
{
    if (!v->has_logs || lyc_logsum_sign(v->logs) != 0 ||
        !fmpz_is_one(fmpq_denref(v->rational)) ||
        !fmpz_fits_si(fmpq_numref(v->rational)))
    {
        return 0;
    }
    *n = fmpz_get_si(fmpq_numref(v->rational));
    return 1;
}
