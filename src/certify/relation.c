#include "certify/root.h"

/* F op 0 for all numbers of the ball? */
static lyc_truth_t meets(int op, const arb_t x)
{
    switch (op)
    {
    case '<':
        return arb_is_negative(x)      ? LYC_TRUE
               : arb_is_nonnegative(x) ? LYC_FALSE
                                       : LYC_UNKNOWN;
    case 'l':
        return arb_is_nonpositive(x) ? LYC_TRUE
               : arb_is_positive(x)  ? LYC_FALSE
                                     : LYC_UNKNOWN;
    case '>':
        return arb_is_positive(x)      ? LYC_TRUE
               : arb_is_nonpositive(x) ? LYC_FALSE
                                       : LYC_UNKNOWN;
    default:
        return arb_is_nonnegative(x) ? LYC_TRUE
               : arb_is_negative(x)  ? LYC_FALSE
                                     : LYC_UNKNOWN;
    }
}

/* F(m) + slope (s - m) over the cell, m its middle. *ok = 0: an error. */
static void mean_value(arb_t x, int *ok, lyc_equation_t q, const arb_t slope,
                       const fmpq_t lower, const fmpq_t upper, slong prec,
                       lyc_diag_t d)
{
    lyc_dual_t at;
    fmpq_t m;
    arb_t half;
    lyc_dual_init(at);
    fmpq_init(m);
    arb_init(half);
    fmpq_sub(m, upper, lower);
    fmpq_div_2exp(m, m, 1);
    arb_set_fmpq(half, m, prec);
    arb_neg(x, half);
    arb_union(half, half, x, prec); /* s - m */
    fmpq_add(m, m, lower);
    *ok = lyc_equation_eval(at, q, m, m, prec, d);
    arb_mul(x, slope, half, prec);
    arb_add(x, x, at->value, prec);
    lyc_dual_clear(at);
    fmpq_clear(m);
    arb_clear(half);
}

/* F is monotone and the relation is not strict: LYC_TRUE when it holds at the
 * end where F is worst, by exact numbers. */
static lyc_truth_t by_worst_end(lyc_equation_t q, const arb_t slope,
                                const fmpq_t lower, const fmpq_t upper)
{
    const int rises = arb_is_nonnegative(slope), is_le = q->op == 'l';
    int sign;
    if ((q->op != 'l' && q->op != 'g') ||
        !(rises || arb_is_nonpositive(slope)) ||
        lyc_equation_exact_sign(&sign, q, rises == is_le ? upper : lower) !=
            LYC_TRUE)
        return LYC_UNKNOWN;
    return (is_le ? sign <= 0 : sign >= 0) ? LYC_TRUE : LYC_UNKNOWN;
}

/* left op right from the ranges of both, infinite ends among them. */
static lyc_truth_t compare_ranges(int op, const lyc_interval_t left,
                                  const lyc_interval_t right)
{
    const lyc_interval_struct *x = left, *y = right;
    int least, most;
    if (!left->is_defined || !right->is_defined)
        return LYC_UNKNOWN;
    if (op == '>' || op == 'g')
    {
        x = right;
        y = left;
    }
    most = arf_cmp(x->upper, y->lower);
    least = arf_cmp(x->lower, y->upper);
    if (op == '<' || op == '>')
        return most < 0 ? LYC_TRUE : least >= 0 ? LYC_FALSE : LYC_UNKNOWN;
    return most <= 0 ? LYC_TRUE : least > 0 ? LYC_FALSE : LYC_UNKNOWN;
}

static lyc_truth_t by_ranges(int op, const lyc_dual_t left,
                             const lyc_dual_t right, slong prec)
{
    lyc_interval_t x, y;
    lyc_interval_init(x);
    lyc_interval_init(y);
    lyc_dual_get_range(x, left, prec);
    lyc_dual_get_range(y, right, prec);
    const lyc_truth_t truth = compare_ranges(op, x, y);
    lyc_interval_clear(x);
    lyc_interval_clear(y);
    return truth;
}

/* Theorem critical-scales.relations */
lyc_truth_t lyc_relation_holds(int *ok, lyc_equation_t q, const fmpq_t lower,
                               const fmpq_t upper, slong prec, lyc_diag_t d)
{
    lyc_truth_t truth = LYC_UNKNOWN;
    lyc_dual_t z, right;
    arb_t x;
    lyc_dual_init(z);
    lyc_dual_init(right);
    arb_init(x);
    *ok = lyc_equation_sides(z, right, q, lower, upper, prec, d);
    if (*ok)
        truth = by_ranges(q->op, z, right, prec);
    lyc_dual_sub(z, z, right, prec);
    if (*ok && truth == LYC_UNKNOWN && arb_is_finite(z->value))
        truth = meets(q->op, z->value);
    if (*ok && truth == LYC_UNKNOWN && lyc_dual_is_finite(z) &&
        !fmpq_equal(lower, upper))
    {
        mean_value(x, ok, q, z->slope, lower, upper, prec, d);
        if (*ok && arb_is_finite(x))
            truth = meets(q->op, x);
        if (*ok && truth == LYC_UNKNOWN)
            truth = by_worst_end(q, z->slope, lower, upper);
    }
    lyc_dual_clear(z);
    lyc_dual_clear(right);
    arb_clear(x);
    return truth;
}

lyc_verdict_t lyc_relation_check(lyc_equation_t q, const lyc_cuts *cuts,
                                 slong prec, const lyc_limits_t limits,
                                 lyc_diag_t d)
{
    const fmpq *from = q->box->lower;
    for (slong i = 0; i <= cuts->length; i++)
    {
        int ok;
        const fmpq *to = i < cuts->length ? cuts->cut + i : q->box->upper;
        if (fmpq_cmp(from, to) >= 0 && cuts->length > 0)
            return lyc_evidence_fail(d, LYC_DISPROVED,
                                     "the cuts do not rise within the range");
        const lyc_truth_t t = lyc_relation_holds(&ok, q, from, to, prec, d);
        if (!ok)
            return d->is_set ? d->status : LYC_MALFORMED;
        if (t != LYC_TRUE)
            return lyc_evidence_fail(d, LYC_DISPROVED,
                                     "the inequality is not proved on cell "
                                     "%ld",
                                     (long)i + 1);
        if (lyc_limits_out_of_time(limits))
            return lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
        from = to;
    }
    return LYC_PROVED;
}
