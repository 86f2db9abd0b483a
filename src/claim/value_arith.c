#include "claim/value.h"

/* A number of the language is the narrowest source of an interval. */
static void finish(lyc_value_t z, slong prec)
{
    arb_t b, q;
    arb_init(b);
    arb_init(q);
    lyc_interval_t t;
    lyc_interval_init(t);
    if (z->has_number)
    {
        lyc_number_get_arb(b, z->number, prec);
        lyc_interval_set_arb(t, b, prec);
        lyc_interval_intersect(z->range, t);
    }
    if (z->has_logs)
    {
        lyc_logsum_get_arb(b, z->logs, prec);
        arb_set_fmpq(q, z->rational, prec);
        arb_add(b, b, q, prec);
        lyc_interval_set_arb(t, b, prec);
        lyc_interval_intersect(z->range, t);
    }
    lyc_interval_clear(t);
    arb_clear(b);
    arb_clear(q);
}

static int is_rational(const lyc_value_t x)
{
    return x->has_logs && x->logs->length == 0;
}

/* z = c x, exact forms only. */
static void logs_scale(lyc_value_t z, const fmpq_t c, const lyc_value_t x)
{
    fmpq_mul(z->rational, c, x->rational);
    if (!fmpq_is_zero(c))
    {
        lyc_logsum_addmul(z->logs, c, x->logs);
    }
    z->has_logs = 1;
}

static void logs_sum(lyc_value_t z, int is_difference, const lyc_value_t x,
                     const lyc_value_t y)
{
    fmpq_t c;
    fmpq_init(c);
    fmpq_set_si(c, is_difference ? -1 : 1, 1);
    fmpq_mul(z->rational, c, y->rational);
    fmpq_add(z->rational, z->rational, x->rational);
    lyc_logsum_set(z->logs, x->logs);
    lyc_logsum_addmul(z->logs, c, y->logs);
    z->has_logs = 1;
    fmpq_clear(c);
}

static void logs_binary(lyc_value_t z, int op, const lyc_value_t x,
                        const lyc_value_t y)
{
    if (!x->has_logs || !y->has_logs)
    {
        return;
    }
    if (op == '+' || op == '-')
    {
        logs_sum(z, op == '-', x, y);
    }
    else if (op == '*' && is_rational(x))
    {
        logs_scale(z, x->rational, y);
    }
    else if (op == '*' && is_rational(y))
    {
        logs_scale(z, y->rational, x);
    }
    else if (op == '/' && is_rational(y) && !fmpq_is_zero(y->rational))
    {
        fmpq_t c;
        fmpq_init(c);
        fmpq_inv(c, y->rational);
        logs_scale(z, c, x);
        fmpq_clear(c);
    }
}

static void number_binary(lyc_value_t z, int op, const lyc_value_t x,
                          const lyc_value_t y)
{
    slong n = 0;
    if (!x->has_number || !y->has_number)
    {
        return;
    }
    z->has_number = 1;
    switch (op)
    {
    case '+':
        lyc_number_add(z->number, x->number, y->number);
        break;
    case '-':
        lyc_number_sub(z->number, x->number, y->number);
        break;
    case '*':
        lyc_number_mul(z->number, x->number, y->number);
        break;
    case '/':
        z->has_number =
            lyc_number_div(z->number, x->number, y->number) == LYC_TRUE;
        break;
    default:
        z->has_number = lyc_value_get_si(&n, y) && n >= -1000000 &&
                        n <= 1000000 &&
                        lyc_number_pow_si(z->number, x->number, n) == LYC_TRUE;
        break;
    }
}

/* x^y = exp(y log x) for x > 0. */
static void range_power(lyc_interval_t z, const lyc_interval_t x,
                        const lyc_value_t y, slong prec)
{
    slong n = 0;
    if (lyc_value_get_si(&n, y))
    {
        lyc_interval_pow_si(z, x, n, prec);
        return;
    }
    lyc_interval_log(z, x, prec);
    lyc_interval_mul(z, z, y->range, prec);
    lyc_interval_exp(z, z, prec);
}

static void range_binary(lyc_interval_t z, int op, const lyc_value_t x,
                         const lyc_value_t y, slong prec)
{
    switch (op)
    {
    case '+':
        lyc_interval_add(z, x->range, y->range, prec);
        break;
    case '-':
        lyc_interval_sub(z, x->range, y->range, prec);
        break;
    case '*':
        lyc_interval_mul(z, x->range, y->range, prec);
        break;
    case '/':
        lyc_interval_div(z, x->range, y->range, prec);
        break;
    default:
        range_power(z, x->range, y, prec);
        break;
    }
}

void lyc_value_binary(lyc_value_t z, int op, const lyc_value_t x,
                      const lyc_value_t y, slong prec)
{
    lyc_value_t t;
    lyc_value_init(t);
    range_binary(t->range, op, x, y, prec);
    logs_binary(t, op, x, y);
    number_binary(t, op, x, y);
    if (t->has_number && !t->has_logs && lyc_number_is_rational(t->number))
    {
        lyc_number_get_fmpq(t->rational, t->number);
        t->has_logs = 1;
    }
    finish(t, prec);
    lyc_value_swap(z, t);
    lyc_value_clear(t);
}

void lyc_value_neg(lyc_value_t z, const lyc_value_t x, slong prec)
{
    lyc_number_t minus_one;
    lyc_value_t c;
    lyc_number_init(minus_one);
    lyc_value_init(c);
    lyc_number_set_si(minus_one, -1);
    lyc_value_set_number(c, minus_one, prec);
    lyc_value_binary(z, '*', c, x, prec);
    lyc_value_clear(c);
    lyc_number_clear(minus_one);
}
