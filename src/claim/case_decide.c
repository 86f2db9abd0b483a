#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/case_decide.h"

void lyc_case_result_init(lyc_case_result_t r)
{
    r->word = LYC_CASE_UNDECIDED;
    r->methods = 0;
    r->laws = r->certificates = 0;
    r->clause = NULL;
    r->k = 0;
    lyc_decision_init(r->decision);
}

void lyc_case_result_clear(lyc_case_result_t r)
{
    lyc_decision_clear(r->decision);
}

static void add_method(lyc_case_result_t r, const char *name)
{
    int most = (int)(sizeof r->method / sizeof r->method[0]);
    for (int i = 0; i < r->methods; i++)
    {
        if (strcmp(r->method[i], name) == 0)
        {
            return;
        }
    }
    if (r->methods < most)
    {
        snprintf(r->method[r->methods++], sizeof r->method[0], "%s", name);
    }
}

static void add_methods(lyc_case_result_t r, const lyc_statement_t s,
                        const lyc_library_t lib)
{
    for (long i = 0; i < s->leaves; i++)
    {
        const lyc_leaf *leaf = s->leaf + i;
        const lyc_enclosure_struct *e =
            leaf->k == 0 ? NULL : lyc_library_best(lib, leaf->law, leaf->k);
        if (e != NULL && e->method[leaf->k - 1] != NULL)
        {
            add_method(r, e->method[leaf->k - 1]);
        }
    }
}

/* The first clause that is not true stays, unless a false one follows. */
static void record(lyc_case_result_t r, const lyc_clause *clause, slong k,
                   lyc_decision_t decision)
{
    if (decision->truth == LYC_TRUE ||
        (r->clause != NULL && decision->truth != LYC_FALSE))
    {
        return;
    }
    lyc_decision_struct t = *r->decision;
    *r->decision = *decision;
    *decision = t;
    r->clause = clause;
    r->k = k;
}

typedef struct
{
    lyc_case_result_struct *r;
    lyc_case_struct *a;
    const lyc_effort *effort;
    lyc_limits_struct *limits;
    const char *cert;
} work;

static int write_certificates(const work *w, const lyc_case_claim_t c,
                              lyc_diag_t d)
{
    lyc_certificate_files_t files;
    if (w->cert == NULL)
    {
        return 1;
    }
    lyc_certificate_files_init(files);
    int ok = lyc_statement_add_certificates(files, c->statement, w->a->library,
                                            w->cert, d);
    w->r->certificates += files->length;
    lyc_certificate_files_clear(files);
    return ok;
}

/* A law that exceeds the limits of the language leaves the clause open. */
static int prepare(lyc_case_claim_t c, lyc_decision_t decision, const work *w,
                   long clause, slong k, int *is_ready, lyc_diag_t d)
{
    lyc_diag_t own;
    lyc_diag_init(own);
    int ok = *is_ready = lyc_case_claim_init(c, w->a, clause, k, own);
    if (!ok && own->status == LYC_UNDECIDED)
    {
        lyc_text_add(decision->reason, own->text);
        ok = 1;
    }
    else if (!ok)
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_diag_clear(own);
    return ok;
}

/* truth of one clause at k. */
static int decide_one(lyc_truth_t *truth, const work *w, long clause, slong k,
                      lyc_diag_t d)
{
    const lyc_clause *from = w->a->theorem->clause + clause;
    lyc_case_claim_t c;
    lyc_decision_t decision;
    int is_ready = 0;
    lyc_decision_init(decision);
    int ok = prepare(c, decision, w, clause, k, &is_ready, d);
    if (is_ready)
    {
        ok = lyc_statement_decide(decision, c->statement, w->a->library,
                                  w->effort, w->limits, d) &&
             write_certificates(w, c, d);
        if (from->is_conclusion)
        {
            add_methods(w->r, c->statement, w->a->library);
        }
    }
    *truth = decision->truth;
    record(w->r, from, k, decision);
    lyc_case_claim_clear(c);
    lyc_decision_clear(decision);
    return ok;
}

/* All hypotheses (is_conclusion 0) or all conclusions: *all is LYC_FALSE as
 * soon as one is false, else LYC_UNKNOWN when one is. */
static int decide_clauses(lyc_truth_t *all, const work *w, int is_conclusion,
                          lyc_diag_t d)
{
    const lyc_theorem *theorem = w->a->theorem;
    *all = LYC_TRUE;
    for (long i = 0; i < theorem->clauses && *all != LYC_FALSE; i++)
    {
        slong first = 0, last = 0;
        if (theorem->clause[i].is_conclusion != is_conclusion)
        {
            continue;
        }
        if (!lyc_case_range(&first, &last, w->a, i, d))
        {
            return 0;
        }
        for (slong k = first; k <= last && *all != LYC_FALSE; k++)
        {
            lyc_truth_t one = LYC_UNKNOWN;
            if (!decide_one(&one, w, i, k, d))
            {
                return 0;
            }
            *all = one == LYC_TRUE ? *all : one;
        }
    }
    return 1;
}

int lyc_case_decide(lyc_case_result_t r, lyc_case_t a, const lyc_effort *effort,
                    lyc_limits_t limits, const char *cert, lyc_diag_t d)
{
    work w = {r, a, effort, limits, cert};
    lyc_truth_t hypotheses = LYC_UNKNOWN, conclusions = LYC_UNKNOWN;
    if (!decide_clauses(&hypotheses, &w, 0, d))
    {
        return 0;
    }
    if (hypotheses != LYC_TRUE)
    {
        r->word =
            hypotheses == LYC_FALSE ? LYC_CASE_VACUOUS : LYC_CASE_UNDECIDED;
        return 1;
    }
    if (!decide_clauses(&conclusions, &w, 1, d))
    {
        return 0;
    }
    r->word = conclusions == LYC_TRUE    ? LYC_CASE_PROVED
              : conclusions == LYC_FALSE ? LYC_CASE_DISPROVED
                                         : LYC_CASE_UNDECIDED;
    return 1;
}
