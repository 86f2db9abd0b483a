#include "certify/signs.h"

int lyc_law_at_point(lyc_law_t out, const lyc_law_t law)
{
    for (slong i = 0; i < law->box->length; i++)
        if (!fmpq_equal(law->box->lower + i, law->box->upper + i))
            return 0;
    lyc_law_set(out, law);
    lyc_box_clear(out->box);
    lyc_box_init(out->box);
    return 1;
}

void lyc_facts_get_dual(lyc_dual_t z, const lyc_facts_t facts, slong k,
                        slong prec)
{
    lyc_interval_t r;
    const arf_struct *lower = facts->exponent_lower + k - 1;
    const arf_struct *upper = facts->exponent_upper + k - 1;
    if (facts->is_exact[k - 1])
    {
        lyc_logsum_get_arb(z->value, facts->exact + k - 1, prec);
        lyc_dual_set_arb(z, z->value);
        return;
    }
    if (arf_is_finite(lower) && arf_is_finite(upper))
    {
        arb_set_interval_arf(z->value, lower, upper, prec);
        lyc_dual_set_arb(z, z->value);
        return;
    }
    lyc_interval_init(r);
    lyc_interval_set_arf(r, lower, upper);
    lyc_dual_set_range(z, r);
    lyc_interval_clear(r);
}

typedef struct
{
    const lyc_signs *signs;
    int is_upper;
    slong used; /* parts */
    slong prec;
    const lyc_limits_struct *limits;
    lyc_verdict_t verdict;
    lyc_diag_struct *d;
} context;

static lyc_verdict_t establish(lyc_facts_t facts, const lyc_sign_part *p,
                               const lyc_law_t law, const context *c)
{
    slong prec = 64;
    lyc_verdict_t v = LYC_PROVED;
    for (slong i = 0; i < p->evidences && v == LYC_PROVED; i++)
    {
        prec = FLINT_MAX(prec, p->evidence[i].prec);
        v = lyc_evidence_establish(facts, p->evidence + i, law, c->limits,
                                   c->d);
    }
    return v == LYC_PROVED
               ? lyc_facts_close_consistent(facts, 2 * prec + 256, c->d)
               : v;
}

/* lambda_k from the part for this call. */
static int from_part(lyc_dual_t z, const lyc_law_t law, slong k, slong call,
                     void *data)
{
    context *c = data;
    const lyc_sign_part *p = NULL;
    for (slong i = 0; i < c->signs->length && p == NULL; i++)
        if (c->signs->part[i].call == call &&
            c->signs->part[i].is_upper == c->is_upper)
            p = c->signs->part + i;
    lyc_dual_indeterminate(z);
    if (p == NULL)
        return 1;
    lyc_law_t point;
    lyc_facts_t facts;
    lyc_law_init(point);
    lyc_facts_init(facts, law->dim);
    c->verdict = lyc_law_at_point(point, law)
                     ? establish(facts, p, point, c)
                     : lyc_evidence_fail(c->d, LYC_DISPROVED,
                                         "the law has another "
                                         "parameter");
    if (c->verdict == LYC_PROVED)
        lyc_facts_get_dual(z, facts, k, c->prec);
    c->used++;
    lyc_law_clear(point);
    lyc_facts_clear(facts);
    return c->verdict == LYC_PROVED;
}

/* *sign = that of F at x, 0 where it is not proved. */
static lyc_verdict_t get_sign(int *sign, lyc_equation_t q, context *c,
                              const fmpq_t x, int is_upper)
{
    int ok;
    c->is_upper = is_upper;
    c->verdict = LYC_PROVED;
    q->enclose = from_part;
    q->context = c;
    *sign = lyc_equation_sign(&ok, q, x, c->prec, c->d);
    q->enclose = NULL;
    if (ok)
        return LYC_PROVED;
    if (c->verdict != LYC_PROVED)
        return c->verdict;
    return c->d->is_set ? c->d->status : LYC_MALFORMED;
}

/* Two rising numbers of the box, of a moderate size. */
static int get_ends(fmpq_t x, fmpq_t y, const lyc_conclusion *c,
                    const lyc_equation_t q)
{
    const arf_struct *const end[] = {c->lower, c->upper};
    for (int i = 0; i < 2; i++)
        if (!arf_is_finite(end[i]) || arf_bits(end[i]) > 10000 ||
            (!arf_is_zero(end[i]) && (arf_cmpabs_2exp_si(end[i], 1000) > 0 ||
                                      arf_cmpabs_2exp_si(end[i], -1000) < 0)))
            return 0;
    arf_get_fmpq(x, c->lower);
    arf_get_fmpq(y, c->upper);
    return fmpq_cmp(x, y) < 0 && fmpq_cmp(q->box->lower, x) <= 0 &&
           fmpq_cmp(y, q->box->upper) <= 0;
}

static lyc_verdict_t check(const lyc_conclusion *c, lyc_equation_t q,
                           context *with, const fmpq_t x, const fmpq_t y)
{
    int left, right, is_continuous = 1;
    lyc_verdict_t v = get_sign(&left, q, with, x, 0);
    if (v == LYC_PROVED)
        v = get_sign(&right, q, with, y, 1);
    if (v != LYC_PROVED)
        return v;
    if (with->used != with->signs->length)
        return lyc_evidence_fail(with->d, LYC_DISPROVED,
                                 "a part of the signs is about no exponent of "
                                 "the equation that lacks a formula");
    if (left * right >= 0)
        return lyc_evidence_fail(with->d, LYC_DISPROVED,
                                 "opposite signs at the two numbers are not "
                                 "proved");
    if (c->kind == LYC_CONCLUDE_ZERO &&
        !lyc_equation_is_continuous(&is_continuous, q, x, y, with->prec,
                                    with->d))
        return with->d->is_set ? with->d->status : LYC_MALFORMED;
    return is_continuous
               ? LYC_PROVED
               : lyc_evidence_fail(with->d, LYC_DISPROVED,
                                   "the sides are not proved to be "
                                   "continuous between the two numbers");
}

/* Theorem critical-scales.change */
lyc_verdict_t lyc_signs_check(const lyc_conclusion *c, lyc_equation_t q,
                              const lyc_evidence_t e, const lyc_limits_t limits,
                              lyc_diag_t d)
{
    context with = {.signs = lyc_evidence_signs(e),
                    .used = 0,
                    .prec = e->prec,
                    .limits = limits,
                    .d = d};
    fmpq_t x, y;
    fmpq_init(x);
    fmpq_init(y);
    const lyc_verdict_t v =
        get_ends(x, y, c, q)
            ? check(c, q, &with, x, y)
            : lyc_evidence_fail(d, LYC_DISPROVED,
                                "the two numbers are no rising pair inside "
                                "the box");
    fmpq_clear(x);
    fmpq_clear(y);
    return v;
}
