#include <math.h>

#include "claim/readings.h"

void lyc_comparison_init(lyc_comparison_t c, const lyc_law_t plain)
{
    for (int i = 0; i < 2; i++)
    {
        lyc_law_init(c->law[i]);
        lyc_enclosure_init(c->enclosure[i], plain->dim);
        c->has_enclosure[i] = c->is_final[i] = 0;
    }
    c->watch = NULL;
    c->context = NULL;
    lyc_law_set(c->law[0], plain);
    lyc_law_residual(c->law[1], plain);
    for (int i = 0; i < LYC_READINGS; i++)
    {
        lyc_reading_init(c->reading + i);
    }
}

void lyc_comparison_clear(lyc_comparison_t c)
{
    for (int i = 0; i < 2; i++)
    {
        lyc_law_clear(c->law[i]);
        lyc_enclosure_clear(c->enclosure[i]);
    }
    for (int i = 0; i < LYC_READINGS; i++)
    {
        lyc_reading_clear(c->reading + i);
    }
}

static int is_stopped(const lyc_effort *effort, const lyc_limits_t limits)
{
    return lyc_limits_out_of_time(limits) ||
           (effort->stop != NULL && *effort->stop);
}

/* 1 when every exponent is an exact value or -inf. */
static int is_settled(const lyc_facts_t f)
{
    for (slong k = 0; k < f->dim; k++)
    {
        if (!f->is_exact[k] && !arf_is_neg_inf(f->exponent_upper + k))
        {
            return 0;
        }
    }
    return 1;
}

static int all_met(const lyc_request *request, const lyc_facts_t facts)
{
    for (slong k = 1; k <= facts->dim; k++)
    {
        if (!lyc_request_met(request, facts, k))
        {
            return 0;
        }
    }
    return 1;
}

static void widest(arf_t w, const lyc_facts_t f)
{
    arf_t t;
    arf_init(t);
    arf_zero(w);
    for (slong k = 1; k <= f->dim; k++)
    {
        lyc_facts_width(t, f, k);
        arf_max(w, w, t);
    }
    arf_clear(t);
}

/* Keeps e where its widest exponent is at most as wide as before. */
static void adopt(lyc_comparison_t c, int i, lyc_enclosure_t e)
{
    arf_t was, is;
    arf_init(was);
    arf_init(is);
    widest(was, c->enclosure[i]->facts);
    widest(is, e->facts);
    if (!c->has_enclosure[i] || arf_cmp(is, was) <= 0)
    {
        lyc_enclosure_struct t = *c->enclosure[i];
        *c->enclosure[i] = *e;
        *e = t;
        c->has_enclosure[i] = 1;
    }
    lyc_enclosure_clear(e);
    arf_clear(was);
    arf_clear(is);
}

/* 1 where the upper bound of some exponent is all there is, and may still fall
 * as far as is asked. */
static int is_one_sided(const lyc_facts_t f)
{
    for (slong k = 0; k < f->dim; k++)
    {
        if (arf_is_neg_inf(f->exponent_lower + k) &&
            arf_is_finite(f->exponent_upper + k))
        {
            return 1;
        }
    }
    return 0;
}

/* A width that is missed with time left is the last one tried for the law. */
static int enclose(lyc_comparison_t c, int i, const lyc_request *request,
                   const lyc_effort *effort, const lyc_limits_t limits,
                   lyc_diag_t d)
{
    lyc_enclosure_t e;
    lyc_diag_t why;
    int is_done =
        c->has_enclosure[i] && (c->is_final[i] || is_stopped(effort, limits) ||
                                all_met(request, c->enclosure[i]->facts));
    if (is_done)
    {
        return 1;
    }
    lyc_diag_init(why);
    lyc_enclosure_init(e, c->law[i]->dim);
    lyc_verdict_t verdict = lyc_enclose(e, c->law[i], request, limits, why);
    int ok = verdict == LYC_PROVED || verdict == LYC_UNDECIDED;
    if (ok)
    {
        adopt(c, i, e);
        if (c->watch != NULL)
        {
            c->watch(c->context, c);
        }
        c->is_final[i] = (verdict == LYC_UNDECIDED &&
                          !is_one_sided(c->enclosure[i]->facts)) ||
                         is_settled(c->enclosure[i]->facts);
    }
    else
    {
        lyc_enclosure_clear(e);
        lyc_diag_fail(d, verdict, "%s",
                      why->is_set ? why->text : lyc_verdict_word(verdict));
    }
    lyc_diag_clear(why);
    return ok;
}

static int is_open(const lyc_comparison_t c, int first, int last)
{
    for (int i = first; i <= last; i++)
    {
        if (c->reading[i].status == LYC_READING_UNDECIDED)
        {
            return 1;
        }
    }
    return 0;
}

/* Working precision of the arithmetic around exponents of width tol. */
static slong precision(double tol)
{
    return 128 + (slong)ceil(-2.0 * log2(fmin(tol, 1.0)));
}

static int refine(lyc_comparison_t c, const lyc_effort *effort,
                  const lyc_limits_t limits, lyc_diag_t d)
{
    slong prec = precision(effort->tol);
    double tol = fmax(1e-2, effort->tol);
    for (;;)
    {
        lyc_request request = {tol, 0, NULL, effort->method};
        /* R5 is about the residual law alone. */
        if ((is_open(c, 0, 3) && !enclose(c, 0, &request, effort, limits, d)) ||
            !enclose(c, 1, &request, effort, limits, d))
        {
            return 0;
        }
        lyc_readings_evaluate(c, prec);
        if (is_open(c, 0, 3))
        {
            lyc_readings_mirror(c);
        }
        if (c->watch != NULL)
        {
            c->watch(c->context, c);
        }
        if (!is_open(c, 0, LYC_READINGS - 1) || tol <= effort->tol ||
            (c->is_final[0] && c->is_final[1]) || is_stopped(effort, limits))
        {
            break;
        }
        tol = fmax(tol / 10.0, effort->tol);
    }
    return 1;
}

/* The spectra as asked, and what the readings gain from that. */
static int finish(lyc_comparison_t c, const lyc_request *asked,
                  const lyc_effort *effort, const lyc_limits_t limits,
                  lyc_diag_t d)
{
    slong prec = precision(effort->tol);
    for (int i = 0; i < 2 && asked != NULL; i++)
    {
        if (!enclose(c, i, asked, effort, limits, d))
        {
            return 0;
        }
    }
    lyc_readings_evaluate(c, prec);
    /* Only the arithmetic around exact values has a width left. */
    while (is_open(c, 0, LYC_READINGS - 1) && prec < 4096 &&
           is_settled(c->enclosure[0]->facts) &&
           is_settled(c->enclosure[1]->facts))
    {
        prec *= 2;
        lyc_readings_evaluate(c, prec);
    }
    lyc_readings_by_window(c);
    return 1;
}

static lyc_verdict_t conclude(const lyc_comparison_t c,
                              const lyc_request *asked,
                              const lyc_limits_t limits, lyc_diag_t d)
{
    const char *late = lyc_limits_out_of_time(limits) ? ": out of time" : "";
    for (int i = 0; i < LYC_READINGS; i++)
    {
        if (c->reading[i].status == LYC_READING_UNDECIDED)
        {
            lyc_diag_fail(d, LYC_UNDECIDED,
                          "R%d is undecided: the enclosures reached do not "
                          "separate its sides%s",
                          i + 1, late);
            return LYC_UNDECIDED;
        }
    }
    for (int i = 0; i < 2 && asked != NULL; i++)
    {
        if (!all_met(asked, c->enclosure[i]->facts))
        {
            lyc_diag_fail(d, LYC_UNDECIDED,
                          "the %s spectrum is enclosed less narrowly than "
                          "asked%s",
                          i == 0 ? "plain" : "residual", late);
            return LYC_UNDECIDED;
        }
    }
    return LYC_PROVED;
}

lyc_verdict_t lyc_comparison_decide(lyc_comparison_t c,
                                    const lyc_request *asked,
                                    const lyc_effort *effort,
                                    lyc_limits_t limits, lyc_diag_t d)
{
    double whole = limits->max_seconds;
    limits->max_seconds =
        fmin(whole, lyc_limits_elapsed(limits) + effort->max_seconds);
    int ok =
        refine(c, effort, limits, d) && finish(c, asked, effort, limits, d);
    lyc_verdict_t verdict = ok ? conclude(c, asked, limits, d) : d->status;
    limits->max_seconds = whole;
    return verdict;
}
