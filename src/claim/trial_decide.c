#include "claim/trial.h"

typedef struct
{
    lyc_trial_struct *r;
    const lyc_effort *effort;
    lyc_limits_struct *limits;
    const char *cert;
    lyc_state_struct *state;
    lyc_trial_watch *watch;
    void *context;
} work;

/* A law that was made is decided; why is what hinders it otherwise. */
static int decide_law(const work *w, lyc_case_result_t result, const char *law,
                      long number, lyc_diag_t d)
{
    lyc_text_t id;
    lyc_case_t a;
    lyc_text_init(id);
    lyc_text_printf(id, "%s.%ld", w->r->theorem->name, number);
    lyc_case_init(a, w->r->chapter, w->r->theorem, law, id->bytes);
    int ok = lyc_case_decide(result, a, w->effort, w->limits, w->cert, d);
    result->laws = a->library->length;
    lyc_case_clear(a);
    lyc_text_clear(id);
    return ok;
}

static int decide(void *context, lyc_text_t out, long i, lyc_diag_t d)
{
    const work *w = context;
    lyc_case_result_t result;
    lyc_text_t law;
    lyc_case_result_init(result);
    lyc_text_init(law);
    int ok = 1;
    if (lyc_trial_law(law, w->r, i, result->decision->reason, d))
    {
        ok = decide_law(w, result, law->bytes, i + 1, d);
    }
    else
    {
        ok = !d->is_set;
    }
    lyc_case_result_get_text(out, result, w->r->theorem);
    lyc_text_clear(law);
    lyc_case_result_clear(result);
    return ok;
}

static const char *recall(void *context, long i)
{
    const work *w = context;
    const char *known = lyc_state_recall(w->state, w->r->id, i);
    lyc_case_result_t result;
    lyc_case_result_init(result);
    int is_sound =
        known != NULL && lyc_case_result_set_text(result, w->r->theorem, known);
    lyc_case_result_clear(result);
    return is_sound ? known : NULL;
}

static void keep(void *context, long i, const char *outcome)
{
    const work *w = context;
    lyc_state_keep(w->state, w->r->id, i, outcome);
}

static int take(void *context, long i, const char *outcome, lyc_diag_t d)
{
    const work *w = context;
    lyc_case_result_t result;
    lyc_case_result_init(result);
    int ok =
        lyc_case_result_set_text(result, w->r->theorem, outcome) ||
        lyc_diag_fail(d, LYC_FAILURE, "%s.%ld: its outcome was not understood",
                      w->r->id, i + 1);
    if (ok)
    {
        lyc_trial_take(w->r, i, result);
        if (w->watch != NULL)
        {
            w->watch(w->context, w->r);
        }
    }
    lyc_case_result_clear(result);
    return ok;
}

static void name(void *context, lyc_text_t out, long i)
{
    const work *w = context;
    lyc_text_t law, why;
    lyc_diag_t own;
    lyc_text_init(law);
    lyc_text_init(why);
    lyc_diag_init(own);
    lyc_trial_law(law, w->r, i, why, own);
    lyc_text_printf(out, "%s.%ld: lyapcert bound '%s'", w->r->id, i + 1,
                    law->bytes);
    lyc_text_clear(law);
    lyc_text_clear(why);
    lyc_diag_clear(own);
}

/* Instances that were not reached are undecided. */
static void conclude(lyc_trial_t r)
{
    long met = r->proved + r->disproved + r->undecided;
    r->undecided += r->total - r->cases;
    r->is_vacuous = met == 0 && r->undecided == 0;
    r->verdict = r->disproved > 0                    ? LYC_DISPROVED
                 : r->undecided > 0 || r->is_vacuous ? LYC_UNDECIDED
                                                     : LYC_PROVED;
}

int lyc_trial_decide(lyc_trial_t r, const lyc_effort *effort,
                     lyc_limits_t limits, const char *cert, int workers,
                     lyc_state_t state, lyc_trial_watch *watch, void *context,
                     lyc_diag_t d)
{
    work w = {r, effort, limits, cert, state, watch, context};
    lyc_pool pool = {r->total, workers, decide,       recall, keep,
                     take,     name,    effort->stop, &w};
    double begin = lyc_limits_elapsed(limits);
    int ok = lyc_pool_run(&pool, d);
    r->seconds = lyc_limits_elapsed(limits) - begin;
    if (ok)
    {
        conclude(r);
    }
    return ok;
}
