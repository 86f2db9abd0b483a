#include "claim/value.h"

void lyc_value_abs(lyc_value_t z, const lyc_value_t x, slong prec)
{
    int sign = 0;
    lyc_value_t t;
    lyc_value_init(t);
    if ((x->has_logs || x->has_number) && lyc_value_sign(&sign, x) == LYC_TRUE)
    {
        lyc_number_t one;
        lyc_value_t c;
        lyc_number_init(one);
        lyc_value_init(c);
        lyc_number_set_si(one, sign < 0 ? -1 : 1);
        lyc_value_set_number(c, one, prec);
        lyc_value_binary(t, '*', c, x, prec);
        lyc_value_clear(c);
        lyc_number_clear(one);
    }
    else
    {
        lyc_interval_abs(t->range, x->range);
        if (x->has_number)
        {
            lyc_number_abs(t->number, x->number);
            t->has_number = 1;
        }
    }
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}

static void copy(lyc_value_t z, const lyc_value_t x)
{
    lyc_interval_set(z->range, x->range);
    z->has_logs = x->has_logs;
    fmpq_set(z->rational, x->rational);
    lyc_logsum_set(z->logs, x->logs);
    z->has_number = x->has_number;
    lyc_number_set(z->number, x->number);
}

void lyc_value_extreme(lyc_value_t z, int larger, const lyc_value_t x,
                       const lyc_value_t y, slong prec)
{
    int is_exact = 0;
    lyc_truth_t le = lyc_value_compare(&is_exact, 'l', x, y, prec);
    lyc_value_t t;
    lyc_value_init(t);
    if (le != LYC_UNKNOWN)
    {
        copy(t, (le == LYC_TRUE) == !larger ? x : y);
    }
    else if (larger)
    {
        lyc_interval_max(t->range, x->range, y->range);
    }
    else
    {
        lyc_interval_min(t->range, x->range, y->range);
    }
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}

void lyc_value_log(lyc_value_t z, const lyc_value_t x, slong prec)
{
    lyc_value_t t;
    lyc_value_init(t);
    lyc_interval_log(t->range, x->range, prec);
    if (x->has_number)
    {
        t->has_number = lyc_number_log(t->number, x->number) == LYC_TRUE;
    }
    if (x->has_logs && x->logs->length == 0 && fmpq_sgn(x->rational) > 0)
    {
        fmpq_t one, r;
        fmpq_init(one);
        fmpq_init(r);
        fmpq_one(one);
        fmpq_set(r, x->rational);
        if (!fmpq_equal(r, one))
        {
            lyc_logsum_add_log(t->logs, one, r);
        }
        t->has_logs = 1;
        fmpq_clear(r);
        fmpq_clear(one);
    }
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}

void lyc_value_exp(lyc_value_t z, const lyc_value_t x, slong prec)
{
    lyc_value_t t;
    lyc_value_init(t);
    lyc_interval_exp(t->range, x->range, prec);
    if (x->has_number)
    {
        lyc_number_exp(t->number, x->number);
        t->has_number = 1;
    }
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}

void lyc_value_sqrt(lyc_value_t z, const lyc_value_t x, slong prec)
{
    lyc_value_t t;
    lyc_value_init(t);
    lyc_interval_sqrt(t->range, x->range, prec);
    if (x->has_number)
    {
        lyc_number_t root;
        lyc_number_init(root);
        if (lyc_number_sqrt(root, x->number) == LYC_TRUE)
        {
            lyc_value_set_number(t, root, prec);
        }
        lyc_number_clear(root);
    }
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}
