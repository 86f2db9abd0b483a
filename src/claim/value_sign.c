#include "claim/value.h"

/* Sign of q + s, s a sum of logarithms of rationals. If q and s are both not
 * 0 then neither is q + s: s = -q would make exp(-q) algebraic, which it is
 * not (Lindemann 1882). So balls decide in the end. */
static lyc_truth_t sign_logs(int *sign, const lyc_value_t v)
{
    int logs = lyc_logsum_sign(v->logs);
    int rational = fmpq_sgn(v->rational);
    if (logs * rational >= 0)
    {
        *sign = logs != 0 ? logs : rational;
        return LYC_TRUE;
    }
    lyc_truth_t truth = LYC_UNKNOWN;
    arb_t b, q;
    arb_init(b);
    arb_init(q);
    for (slong prec = 64; truth == LYC_UNKNOWN && prec <= 1L << 20; prec *= 2)
    {
        lyc_logsum_get_arb(b, v->logs, prec);
        arb_set_fmpq(q, v->rational, prec);
        arb_add(b, b, q, prec);
        if (arb_is_positive(b) || arb_is_negative(b))
        {
            *sign = arb_is_positive(b) ? 1 : -1;
            truth = LYC_TRUE;
        }
    }
    arb_clear(b);
    arb_clear(q);
    return truth;
}

lyc_truth_t lyc_value_sign(int *sign, const lyc_value_t v)
{
    const lyc_interval_struct *r = v->range;
    if (v->has_logs && sign_logs(sign, v) == LYC_TRUE)
    {
        return LYC_TRUE;
    }
    if (r->is_defined && (arf_sgn(r->lower) > 0 || arf_sgn(r->upper) < 0))
    {
        *sign = arf_sgn(r->lower) > 0 ? 1 : -1;
        return LYC_TRUE;
    }
    if (v->has_number)
    {
        return lyc_number_sign(sign, v->number);
    }
    return LYC_UNKNOWN;
}

lyc_truth_t lyc_value_meets(int op, int sign)
{
    int holds = op == '<'   ? sign < 0
                : op == '>' ? sign > 0
                : op == 'l' ? sign <= 0
                : op == 'g' ? sign >= 0
                            : sign == 0;
    return holds ? LYC_TRUE : LYC_FALSE;
}

static lyc_truth_t negate(lyc_truth_t t)
{
    return t == LYC_UNKNOWN ? LYC_UNKNOWN
           : t == LYC_TRUE  ? LYC_FALSE
                            : LYC_TRUE;
}

/* x <= y (strict = 0) or x < y by the ends alone; inf <= inf holds. */
static lyc_truth_t below(int strict, const lyc_interval_t x,
                         const lyc_interval_t y)
{
    int above = arf_cmp(x->upper, y->lower);
    int under = arf_cmp(x->lower, y->upper);
    if (strict ? above < 0 : above <= 0)
    {
        return LYC_TRUE;
    }
    return (strict ? under >= 0 : under > 0) ? LYC_FALSE : LYC_UNKNOWN;
}

static lyc_truth_t compare_ranges(int op, const lyc_interval_t x,
                                  const lyc_interval_t y)
{
    if (!x->is_defined || !y->is_defined)
    {
        return LYC_UNKNOWN;
    }
    switch (op)
    {
    case '<':
        return below(1, x, y);
    case 'l':
        return below(0, x, y);
    case '>':
        return negate(below(0, x, y));
    case 'g':
        return negate(below(1, x, y));
    default:
        break;
    }
    if (lyc_interval_is_point(x) && lyc_interval_is_point(y) &&
        arf_equal(x->lower, y->lower))
    {
        return LYC_TRUE;
    }
    return below(1, x, y) == LYC_TRUE || below(1, y, x) == LYC_TRUE
               ? LYC_FALSE
               : LYC_UNKNOWN;
}

lyc_truth_t lyc_value_compare(int *is_exact, int op, const lyc_value_t x,
                              const lyc_value_t y, slong prec)
{
    int sign = 0;
    *is_exact = 0;
    if ((x->has_logs && y->has_logs) || (x->has_number && y->has_number))
    {
        lyc_value_t t;
        lyc_value_init(t);
        lyc_value_binary(t, '-', x, y, prec);
        *is_exact = lyc_value_sign(&sign, t) == LYC_TRUE;
        lyc_value_clear(t);
    }
    return *is_exact ? lyc_value_meets(op, sign)
                     : compare_ranges(op, x->range, y->range);
}
