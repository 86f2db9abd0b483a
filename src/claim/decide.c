#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "claim/statement.h"

void lyc_decision_init(lyc_decision_t r)
{
    r->truth = LYC_UNKNOWN;
    r->verdict = LYC_UNDECIDED;
    r->is_exact = 0;
    r->is_left = r->is_right = 0;
    arf_init(r->left_lower);
    arf_init(r->left_upper);
    arf_init(r->right_lower);
    arf_init(r->right_upper);
    r->seconds = 0.0;
    r->tol = INFINITY;
    lyc_text_init(r->reason);
    r->pieces = 0;
    lyc_text_init(r->methods);
}

void lyc_decision_clear(lyc_decision_t r)
{
    arf_clear(r->left_lower);
    arf_clear(r->left_upper);
    arf_clear(r->right_lower);
    arf_clear(r->right_upper);
    lyc_text_clear(r->reason);
    lyc_text_clear(r->methods);
}

lyc_verdict_t lyc_claim_verdict(lyc_claim_kind kind, lyc_truth_t truth)
{
    if (truth == LYC_UNKNOWN)
    {
        return LYC_UNDECIDED;
    }
    return (truth == LYC_TRUE) == (kind != LYC_CLAIM_REFUTE) ? LYC_PROVED
                                                             : LYC_DISPROVED;
}

static int evaluate(lyc_decision_t r, const lyc_statement_t s,
                    const lyc_library_t lib, slong prec, lyc_diag_t d)
{
    lyc_interval_t left, right;
    lyc_interval_init(left);
    lyc_interval_init(right);
    int ok = lyc_statement_truth(&r->truth, &r->is_exact, left, right, s, lib,
                                 prec, d);
    if (ok)
    {
        r->is_left = left->is_defined;
        r->is_right = right->is_defined;
        arf_set(r->left_lower, left->lower);
        arf_set(r->left_upper, left->upper);
        arf_set(r->right_lower, right->lower);
        arf_set(r->right_upper, right->upper);
    }
    lyc_interval_clear(left);
    lyc_interval_clear(right);
    return ok;
}

/* 1 when no further enclosure can change the value of any exponent. */
static int is_settled(const lyc_statement_t s, const lyc_library_t lib)
{
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        if (leaf->k == 0)
        {
            continue;
        }
        const lyc_enclosure_struct *e =
            lyc_library_best(lib, leaf->law, leaf->k);
        if (e == NULL ||
            (!e->facts->is_exact[leaf->k - 1] &&
             !arf_is_neg_inf(e->facts->exponent_upper + leaf->k - 1)))
        {
            return 0;
        }
    }
    return 1;
}

/* Collocation doubles the digits for little; nearly the least double. */
#define DEEPEST 1e-305
/* Closed forms may be slower. */
#define DEEPEST_FORMULA 1e-80

/* The least width worth asking for where digits are cheap for every exponent
 * that is not settled; 1 where they are not. */
static double deepest(const lyc_statement_t s, const lyc_library_t lib)
{
    double least = DEEPEST;
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        if (leaf->k == 0)
        {
            continue;
        }
        const lyc_enclosure_struct *e =
            lyc_library_best(lib, leaf->law, leaf->k);
        if (e == NULL)
        {
            return 1.0;
        }
        if (e->facts->is_exact[leaf->k - 1] || e->degree > 0)
        {
            continue;
        }
        const char *method = e->method[leaf->k - 1];
        if (method == NULL || strcmp(method, "formula") != 0)
        {
            return 1.0;
        }
        least = DEEPEST_FORMULA;
    }
    return least;
}

static int is_stopped(const lyc_effort *effort, const lyc_limits_t limits)
{
    return lyc_limits_out_of_time(limits) ||
           (effort->stop != NULL && *effort->stop);
}

/* One round: every exponent to width tol, the statement after each. */
static int refine_round(lyc_decision_t r, const lyc_statement_t s,
                        lyc_library_t lib, double tol, const lyc_effort *effort,
                        slong prec, const lyc_limits_t limits, lyc_diag_t d)
{
    for (long i = 0; i < s->leaves && r->truth == LYC_UNKNOWN; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        if (leaf->k == 0 || is_stopped(effort, limits))
        {
            continue;
        }
        int is_new = lyc_library_refine(lib, leaf->law, leaf->k, tol,
                                        effort->method, limits, d);
        if (d->is_set || (is_new && !evaluate(r, s, lib, prec, d)))
        {
            return 0;
        }
    }
    return 1;
}

/* Working precision of the arithmetic around exponents of width tol. */
static slong precision(double tol)
{
    return 128 + (slong)ceil(-2.0 * log2(fmin(tol, 1.0)));
}

/* Bits at which an interval as narrow as DEEPEST has a width. */
#define DEEP_PREC 2400

/* The width of b - a in `e in [a, b]`, 1 for other statements. */
static int interval_width(double *width, lyc_decision_t r,
                          const lyc_statement_t s, lyc_library_t lib,
                          lyc_diag_t d)
{
    const lyc_expr *e = s->claim->statement;
    arf_t w;
    *width = 1.0;
    if (e->kind != LYC_EXPR_COMPARE || e->op != 'i')
    {
        return 1;
    }
    if (!evaluate(r, s, lib, DEEP_PREC, d))
    {
        return 0;
    }
    if (!r->is_right)
    {
        return 1;
    }
    arf_init(w);
    arf_sub(w, r->right_upper, r->right_lower, 64, ARF_RND_DOWN);
    if (arf_is_finite(w) && arf_sgn(w) > 0)
    {
        *width = arf_get_d(w, ARF_RND_NEAR);
    }
    arf_clear(w);
    return 1;
}

/* An interval narrower than any width that gauges are asked for is for
 * collocation, which is tried at once; what it fails at is no width that was
 * tried by the other methods. */
static int try_deep(lyc_decision_t r, const lyc_statement_t s,
                    lyc_library_t lib, const lyc_effort *effort,
                    const lyc_limits_t limits, lyc_diag_t d)
{
    double width;
    lyc_effort deep = *effort;
    if (effort->method != LYC_METHOD_AUTO &&
        effort->method != LYC_METHOD_COLLOCATION)
    {
        return 1;
    }
    if (!interval_width(&width, r, s, lib, d))
    {
        return 0;
    }
    /* An interval that is a point asks for an exact value. */
    if (r->truth != LYC_UNKNOWN || width >= effort->tol || width < DEEPEST)
    {
        return 1;
    }
    const double tol = fmax(width / 8, DEEPEST);
    deep.method = LYC_METHOD_COLLOCATION;
    double *least = lyc_malloc(((size_t)s->leaves + 1) * sizeof(double));
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        least[i] =
            leaf->k > 0 ? lib->known[leaf->law].least_tol[leaf->k - 1] : 0;
    }
    int ok = refine_round(r, s, lib, tol, &deep, precision(tol), limits, d);
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        if (leaf->k > 0)
        {
            lib->known[leaf->law].least_tol[leaf->k - 1] = least[i];
        }
    }
    free(least);
    r->tol = fmin(r->tol, tol);
    return ok;
}

static int refine(lyc_decision_t r, const lyc_statement_t s, lyc_library_t lib,
                  const lyc_effort *effort, const lyc_limits_t limits,
                  lyc_diag_t d)
{
    slong prec = precision(effort->tol);
    double tol = fmax(1e-2, effort->tol);
    if (!evaluate(r, s, lib, prec, d))
    {
        return 0;
    }
    if (r->truth == LYC_UNKNOWN && !is_settled(s, lib) &&
        !try_deep(r, s, lib, effort, limits, d))
    {
        return 0;
    }
    while (r->truth == LYC_UNKNOWN && !is_settled(s, lib) &&
           !is_stopped(effort, limits))
    {
        if (!refine_round(r, s, lib, tol, effort, prec, limits, d))
        {
            return 0;
        }
        r->tol = tol;
        if (tol > effort->tol)
        {
            tol = fmax(tol / 10.0, effort->tol);
        }
        else if (tol > deepest(s, lib))
        {
            tol = fmax(tol * fmin(tol, 1e-3), deepest(s, lib));
            prec = precision(tol);
        }
        else
        {
            break;
        }
    }
    /* Exact leaves: only the arithmetic around them has a width. */
    while (r->truth == LYC_UNKNOWN && is_settled(s, lib) && prec < 4096 &&
           !is_stopped(effort, limits))
    {
        prec *= 2;
        if (!evaluate(r, s, lib, prec, d))
        {
            return 0;
        }
    }
    return 1;
}

static void explain(lyc_decision_t r, const lyc_statement_t s,
                    const lyc_library_t lib, const lyc_effort *effort,
                    const lyc_limits_t limits)
{
    if (r->truth != LYC_UNKNOWN)
    {
        return;
    }
    if (effort->stop != NULL && *effort->stop)
    {
        lyc_text_add(r->reason, "interrupted");
    }
    else if (lyc_limits_out_of_time(limits))
    {
        lyc_text_printf(r->reason, "out of time after %.1f s", r->seconds);
    }
    else if (!r->is_left || !r->is_right)
    {
        lyc_text_printf(r->reason,
                        "the %s side is not defined, or might not be "
                        "(inf - inf, 0 * inf, x / 0, log 0, ...)",
                        r->is_left ? "right" : "left");
    }
    else if (is_settled(s, lib))
    {
        lyc_text_add(r->reason, "the sides agree as far as they were computed "
                                "and are not known to be equal");
    }
    else
    {
        lyc_text_printf(r->reason,
                        "the sides could not be separated; the least width "
                        "tried is %g",
                        r->tol);
    }
}

int lyc_statement_decide(lyc_decision_t r, const lyc_statement_t s,
                         lyc_library_t lib, const lyc_effort *effort,
                         lyc_limits_t limits, lyc_diag_t d)
{
    double begin = lyc_limits_elapsed(limits);
    double whole = limits->max_seconds;
    limits->max_seconds = fmin(whole, begin + effort->max_seconds);
    int ok = refine(r, s, lib, effort, limits, d);
    r->seconds = lyc_limits_elapsed(limits) - begin;
    r->verdict = lyc_claim_verdict(s->claim->kind, r->truth);
    if (ok)
    {
        explain(r, s, lib, effort, limits);
    }
    limits->max_seconds = whole;
    return ok;
}
