#include <string.h>

#include "certify/root.h"
#include "certify/signs.h"

/* F has opposite signs at the dyadics lower < upper, both in the run. */
static lyc_verdict_t check_enclosure(const lyc_conclusion *c,
                                     const lyc_root_count *count,
                                     lyc_equation_t q, slong prec, lyc_diag_t d)
{
    int ok, left = 0, right = 0;
    lyc_verdict_t v = LYC_PROVED;
    fmpq_t x, y;
    if (!arf_is_finite(c->lower) || !arf_is_finite(c->upper) ||
        arf_cmp(c->lower, c->upper) >= 0 ||
        arf_cmpabs_2exp_si(c->lower, 1L << 20) > 0 ||
        arf_cmpabs_2exp_si(c->upper, 1L << 20) > 0 ||
        (!arf_is_zero(c->lower) &&
         arf_cmpabs_2exp_si(c->lower, -(1L << 24)) < 0) ||
        (!arf_is_zero(c->upper) &&
         arf_cmpabs_2exp_si(c->upper, -(1L << 24)) < 0))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "the enclosure of the root is not a range of "
                                 "two numbers");
    fmpq_init(x);
    fmpq_init(y);
    arf_get_fmpq(x, c->lower);
    arf_get_fmpq(y, c->upper);
    if (fmpq_cmp(x, count->lower) < 0 || fmpq_cmp(y, count->upper) > 0)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the enclosure of the root leaves the cells in "
                              "which it is the only one");
    if (v == LYC_PROVED)
    {
        left = lyc_equation_sign(&ok, q, x, prec, d);
        right = ok ? lyc_equation_sign(&ok, q, y, prec, d) : 0;
        if (!ok)
            v = d->is_set ? d->status : LYC_MALFORMED;
        else if (left * right >= 0)
            v = lyc_evidence_fail(d, LYC_DISPROVED,
                                  "the sides do not change places between the "
                                  "ends of the enclosure");
    }
    fmpq_clear(x);
    fmpq_clear(y);
    return v;
}

static lyc_verdict_t check_one(const lyc_conclusion *c, lyc_equation_t q,
                               const lyc_evidence_t e,
                               const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_root_count count;
    const int is_relation = c->kind == LYC_CONCLUDE_HOLDS;
    const int is_change =
        c->kind == LYC_CONCLUDE_CHANGE || c->kind == LYC_CONCLUDE_ZERO;
    if (is_relation == (q->op == '='))
        return lyc_evidence_fail(d, LYC_MALFORMED,
                                 "expected %s in this conclusion",
                                 is_relation ? "an inequality" : "an equation");
    if (is_change != (lyc_evidence_signs(e) != NULL))
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "signs prove a change of sign, and cuts the "
                                 "rest");
    if (is_change)
        return lyc_signs_check(c, q, e, limits, d);
    if (is_relation)
        return lyc_relation_check(q, lyc_evidence_cuts(e), e->prec, limits, d);
    fmpq_init(count.lower);
    fmpq_init(count.upper);
    lyc_verdict_t v = lyc_equation_count_roots(&count, q, lyc_evidence_cuts(e),
                                               e->prec, limits, d);
    const slong claimed = c->kind == LYC_CONCLUDE_ROOT;
    if (v == LYC_PROVED && count.roots != claimed)
        v = lyc_evidence_fail(d, LYC_DISPROVED,
                              "the equation has %ld roots in the range",
                              (long)count.roots);
    if (v == LYC_PROVED && claimed)
        v = check_enclosure(c, &count, q, e->prec, d);
    fmpq_clear(count.lower);
    fmpq_clear(count.upper);
    return v;
}

/* The only evidence of the box, which must be cuts or signs. */
static const lyc_evidence_struct *find_only(const lyc_certificate_t c,
                                            slong box)
{
    const lyc_evidence_struct *found = NULL;
    for (slong i = 0; i < c->evidences; i++)
    {
        const lyc_evidence_struct *e = c->evidence + i;
        if (e->box != box)
            continue;
        if (found != NULL ||
            (lyc_evidence_cuts(e) == NULL && lyc_evidence_signs(e) == NULL))
            return NULL;
        found = e;
    }
    return found;
}

/* The conclusions that an equation or a relation stands in; others may have a
 * text as well. */
static int is_about_equation(lyc_conclusion_kind kind)
{
    return kind == LYC_CONCLUDE_ROOT || kind == LYC_CONCLUDE_NOROOT ||
           kind == LYC_CONCLUDE_HOLDS || kind == LYC_CONCLUDE_CHANGE ||
           kind == LYC_CONCLUDE_ZERO;
}

static lyc_verdict_t check_equation(const lyc_conclusion *conclusion,
                                    const lyc_certificate_t c,
                                    const lyc_evidence_struct *e,
                                    const char *file, const lyc_limits_t limits,
                                    lyc_diag_t d)
{
    lyc_equation_t q;
    lyc_verdict_t v;
    const char *text = c->law_text == NULL ? "" : c->law_text;
    if (!is_about_equation(conclusion->kind) || conclusion->equation == NULL)
        return lyc_evidence_fail(d, LYC_MALFORMED,
                                 "conclusions about roots and about exponents "
                                 "do not mix in one box");
    if (lyc_equation_init(q, text, conclusion->equation,
                          c->box + conclusion->box, file, d))
        v = check_one(conclusion, q, e, limits, d);
    else
        v = d->is_set ? d->status : LYC_MALFORMED;
    lyc_equation_clear(q);
    return v;
}

lyc_verdict_t lyc_certificate_check_roots(const lyc_certificate_t c, slong box,
                                          const char *file,
                                          const lyc_limits_t limits,
                                          lyc_diag_t d)
{
    lyc_verdict_t v = LYC_PROVED;
    if (box < 0)
        return lyc_evidence_fail(d, LYC_MALFORMED,
                                 "a root is concluded about a box");
    const lyc_evidence_struct *e = find_only(c, box);
    if (e == NULL)
        return lyc_evidence_fail(d, LYC_DISPROVED,
                                 "roots are proved by one list of cuts, or by "
                                 "signs");
    for (slong i = 0; i < c->conclusions && v == LYC_PROVED; i++)
        if (c->conclusion[i].box == box)
            v = check_equation(c->conclusion + i, c, e, file, limits, d);
    return v;
}
