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

/* Theorem critical-scales.relations */
lyc_truth_t lyc_relation_holds(int *ok, lyc_equation_t q, const fmpq_t lower,
                               const fmpq_t upper, slong prec, lyc_diag_t d)
{
    lyc_truth_t truth = LYC_UNKNOWN;
    lyc_dual_t z;
    arb_t x;
    lyc_dual_init(z);
    arb_init(x);
    *ok = lyc_equation_eval(z, q, lower, upper, prec, d);
    if (*ok && arb_is_finite(z->value))
        truth = meets(q->op, z->value);
    if (*ok && truth == LYC_UNKNOWN && lyc_dual_is_finite(z) &&
        !fmpq_equal(lower, upper))
    {
        mean_value(x, ok, q, z->slope, lower, upper, prec, d);
        if (*ok && arb_is_finite(x))
            truth = meets(q->op, x);
    }
    lyc_dual_clear(z);
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
