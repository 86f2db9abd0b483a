#include <stdlib.h>
#include <string.h>

#include "certify/conclusion.h"
#include "enclose/enclose.h"
#include "enclose/root/root.h"

/* Bits with which cells are looked at, at first and at most. */
#define CELL_PREC 96
#define MAX_CELL_PREC 384

void lyc_solution_init(lyc_solution_t s)
{
    s->roots = -1;
    lyc_box_init(s->box);
    arf_init(s->lower);
    arf_init(s->upper);
    arf_init(s->shown_lower);
    arf_init(s->shown_upper);
    s->name = s->range = NULL;
    s->is_change = s->is_zero = 0;
    s->cells = 0;
    s->seconds = 0;
    lyc_certificate_init(s->certificate);
}

void lyc_solution_clear(lyc_solution_t s)
{
    lyc_box_clear(s->box);
    arf_clear(s->lower);
    arf_clear(s->upper);
    arf_clear(s->shown_lower);
    arf_clear(s->shown_upper);
    free(s->name);
    free(s->range);
    lyc_certificate_clear(s->certificate);
}

static void conclude(lyc_solution_t s, const char *definitions,
                     const char *equation, const lyc_cuts *cuts, slong prec)
{
    lyc_certificate_struct *c = s->certificate;
    lyc_conclusion *q = lyc_certificate_add_conclusion(c);
    lyc_evidence_t e;
    c->law_text = lyc_strdup(definitions);
    c->method = lyc_strdup("root");
    q->kind = s->roots == 1 ? LYC_CONCLUDE_ROOT : LYC_CONCLUDE_NOROOT;
    q->k = 1;
    q->equation = lyc_strdup(equation);
    arf_set(q->lower, s->lower);
    arf_set(q->upper, s->upper);
    lyc_evidence_init(e);
    lyc_evidence_set_root(e, prec, cuts->cut, cuts->length);
    lyc_certificate_add_evidence(c, e);
    lyc_certificate_set_box(c, s->box);
}

/* Cells at more and more bits. */
static lyc_verdict_t find_roots(lyc_root_count *count, lyc_cuts *cuts,
                                slong *prec, lyc_equation_t q,
                                const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_verdict_t v = LYC_UNDECIDED;
    for (*prec = CELL_PREC; *prec <= MAX_CELL_PREC; *prec *= 2)
    {
        lyc_diag_t why;
        lyc_diag_init(why);
        v = lyc_equation_find_cuts(cuts, q, *prec, limits, why);
        if (v == LYC_PROVED)
        {
            v = lyc_equation_count_roots(count, q, cuts, *prec, limits, why);
            v = v == LYC_DISPROVED ? LYC_UNDECIDED : v;
        }
        int is_last = v != LYC_UNDECIDED || 2 * *prec > MAX_CELL_PREC ||
                      lyc_limits_out_of_time(limits);
        if (v != LYC_PROVED && is_last)
        {
            lyc_diag_fail(d, v, "%s",
                          why->is_set ? why->text : lyc_verdict_word(v));
        }
        lyc_diag_clear(why);
        if (is_last)
        {
            break;
        }
        _fmpq_vec_clear(cuts->cut, cuts->length);
        cuts->cut = NULL;
        cuts->length = 0;
    }
    return v;
}

static lyc_verdict_t solve(lyc_solution_t s, lyc_equation_t q,
                           const char *definitions, const char *equation,
                           const lyc_root_request *request,
                           const lyc_limits_t limits, lyc_diag_t d)
{
    lyc_cuts cuts = {0, NULL};
    lyc_root_count count;
    slong prec;
    int is_narrow = 1;
    fmpq_init(count.lower);
    fmpq_init(count.upper);
    lyc_verdict_t v = find_roots(&count, &cuts, &prec, q, limits, d);
    s->cells = cuts.length + 1;
    if (v == LYC_PROVED && count.roots > 1)
    {
        lyc_diag_fail(d, LYC_UNDECIDED,
                      "the equation has %ld roots in the range: expected a "
                      "range with one",
                      (long)count.roots);
        s->roots = count.roots;
        v = LYC_UNDECIDED;
    }
    if (v == LYC_PROVED && count.roots == 1)
    {
        v = lyc_equation_narrow(s->lower, s->upper, &prec, &is_narrow, q,
                                &count, request, limits, d);
    }
    if (v == LYC_PROVED)
    {
        s->roots = count.roots;
        conclude(s, definitions, equation, &cuts, prec);
        v = lyc_certificate_recheck(NULL, s->certificate, limits, d)
                ? LYC_PROVED
                : LYC_FAILURE;
    }
    if (v == LYC_PROVED && s->roots == 0)
    {
        v = LYC_DISPROVED;
        lyc_diag_fail(d, v, "the equation has no root in the range");
    }
    else if (v == LYC_PROVED && !is_narrow)
    {
        v = LYC_UNDECIDED;
        lyc_diag_fail(d, v, "the root is not enclosed as narrowly as asked");
    }
    _fmpq_vec_clear(cuts.cut, cuts.length);
    fmpq_clear(count.lower);
    fmpq_clear(count.upper);
    return v;
}

/* By slopes where there are formulas, by signs elsewhere. */
static lyc_verdict_t choose(lyc_solution_t s, lyc_equation_t q,
                            lyc_text_t definitions, const char *equation,
                            const lyc_root_request *request,
                            const lyc_limits_t limits, lyc_diag_t d)
{
    int lacks;
    if (!lyc_equation_lacks_formula(&lacks, q, d))
    {
        return LYC_MALFORMED;
    }
    if (lacks && strcmp(s->name, s->box->name[0]) != 0)
    {
        if (!lyc_problem_make_inner(definitions, s, d))
        {
            return LYC_MALFORMED;
        }
        lyc_equation_clear(q);
        if (!lyc_equation_init(q, definitions->bytes, equation, s->box,
                               "<equation>", d))
        {
            return LYC_MALFORMED;
        }
    }
    if (lacks)
    {
        return lyc_equation_find_change(s, q, definitions->bytes, equation,
                                        request, limits, d);
    }
    lyc_limits_blind(1);
    const lyc_verdict_t v =
        solve(s, q, definitions->bytes, equation, request, limits, d);
    lyc_limits_blind(-1);
    return v;
}

/* The enclosure of the parameter itself, and whether it is narrow enough. */
static lyc_verdict_t show(lyc_solution_t s, lyc_verdict_t v,
                          const char *definitions,
                          const lyc_root_request *request, lyc_diag_t d)
{
    if (s->certificate->conclusions == 0)
    {
        return v;
    }
    if (!lyc_problem_show(s, definitions, d))
    {
        return d->is_set ? d->status : LYC_FAILURE;
    }
    if (v == LYC_PROVED && strcmp(s->name, s->box->name[0]) != 0 &&
        !lyc_problem_is_narrow(s, request,
                               s->is_change && request->is_default
                                   ? LYC_CHANGE_TOL
                                   : request->tol))
    {
        v = LYC_UNDECIDED;
        lyc_diag_fail(d, v,
                      "the root is not enclosed as narrowly as asked: a "
                      "smaller width gives it");
    }
    return v;
}

lyc_verdict_t lyc_solve(lyc_solution_t s, const char *problem,
                        const lyc_root_request *request,
                        const lyc_limits_t limits, lyc_diag_t d)
{
    double begin = lyc_limits_elapsed(limits);
    lyc_text_t definitions, equation;
    lyc_equation_t q;
    lyc_verdict_t v = LYC_MALFORMED;
    lyc_text_init(definitions);
    lyc_text_init(equation);
    if (lyc_problem_split(definitions, equation, s, problem, d))
    {
        int ok = lyc_equation_init(q, definitions->bytes, equation->bytes,
                                   s->box, "<equation>", d);
        if (ok && q->op != '=')
        {
            ok = lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(q->relation),
                              "expected an equation LEFT = RIGHT");
        }
        if (ok)
        {
            v = choose(s, q, definitions, equation->bytes, request, limits, d);
            v = show(s, v, definitions->bytes, request, d);
        }
        lyc_equation_clear(q);
    }
    if (v == LYC_MALFORMED && d->is_set)
    {
        v = d->status;
    }
    s->seconds = lyc_limits_elapsed(limits) - begin;
    lyc_text_clear(definitions);
    lyc_text_clear(equation);
    return v;
}
