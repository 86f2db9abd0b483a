#include "certify/root.h"

/* What is known of the run of cells that is being followed. */
typedef struct
{
    lyc_root_count *count;
    lyc_equation_struct *q;
    slong prec;
    int slope;    /* of the run; 0: none is open */
    fmpq_t begin; /* where it began */
    lyc_diag_struct *d;
} scan;

static lyc_verdict_t undecided(scan *s, const fmpq_t x, const char *what)
{
    char *text = fmpq_get_str(NULL, 10, x);
    const lyc_verdict_t v =
        lyc_evidence_fail(s->d, LYC_DISPROVED, "%s at %.60s", what, text);
    flint_free(text);
    return v;
}

static lyc_verdict_t status(const lyc_diag_t d)
{
    return d->is_set ? d->status : LYC_MALFORMED;
}

/* The run ends at x. */
static lyc_verdict_t end_run(scan *s, const fmpq_t x)
{
    int ok, left, right;
    if (s->slope == 0)
        return LYC_PROVED;
    left = lyc_equation_sign(&ok, s->q, s->begin, s->prec, s->d);
    if (!ok)
        return status(s->d);
    right = lyc_equation_sign(&ok, s->q, x, s->prec, s->d);
    if (!ok)
        return status(s->d);
    if (left == 0 || right == 0)
        return undecided(s, left == 0 ? s->begin : x,
                         "the sign of the difference of the sides is not "
                         "decided");
    if (left != right)
    {
        if (s->count->roots == 0)
        {
            fmpq_set(s->count->lower, s->begin);
            fmpq_set(s->count->upper, x);
            s->count->slope = s->slope;
        }
        s->count->roots++;
    }
    s->slope = 0;
    return LYC_PROVED;
}

static lyc_verdict_t take_cell(scan *s, const fmpq_t from, const fmpq_t to)
{
    int slope = 0, is_zero_free;
    lyc_dual_t z;
    lyc_dual_init(z);
    const int ok = lyc_equation_eval(z, s->q, from, to, s->prec, s->d);
    if (ok && lyc_dual_is_finite(z))
        slope = arb_is_positive(z->slope) ? 1 : -arb_is_negative(z->slope);
    is_zero_free = lyc_dual_is_nonzero(z);
    lyc_dual_clear(z);
    if (!ok)
        return status(s->d);
    if (slope == 0 && !is_zero_free)
        return undecided(s, from,
                         "neither a sign nor a slope of the difference of the "
                         "sides is proved on the cell that begins");
    if (slope == s->slope)
        return LYC_PROVED;
    const lyc_verdict_t v = end_run(s, from);
    s->slope = slope;
    fmpq_set(s->begin, from);
    return v;
}

/* Theorem critical-scales.roots */
lyc_verdict_t lyc_equation_count_roots(lyc_root_count *count, lyc_equation_t q,
                                       const lyc_cuts *cuts, slong prec,
                                       const lyc_limits_t limits, lyc_diag_t d)
{
    scan s = {.count = count, .q = q, .prec = prec, .slope = 0, .d = d};
    lyc_verdict_t v = LYC_PROVED;
    const fmpq *from = q->box->lower, *last = q->box->upper;
    count->roots = 0;
    fmpq_init(s.begin);
    for (slong i = 0; i <= cuts->length && v == LYC_PROVED; i++)
    {
        const fmpq *to = i < cuts->length ? cuts->cut + i : last;
        if (fmpq_cmp(from, to) >= 0 && cuts->length > 0)
            v = lyc_evidence_fail(d, LYC_DISPROVED,
                                  "the cuts do not rise within the range");
        if (v == LYC_PROVED)
            v = take_cell(&s, from, to);
        if (v == LYC_PROVED && lyc_limits_out_of_time(limits))
            v = lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
        from = to;
    }
    if (v == LYC_PROVED)
        v = end_run(&s, last);
    fmpq_clear(s.begin);
    return v;
}
