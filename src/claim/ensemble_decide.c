#include "claim/ensemble.h"
#include "lyapcert/pool.h"

typedef struct
{
    lyc_ensemble_run_struct *r;
    const lyc_effort *effort;
    lyc_limits_struct *limits;
    lyc_state_struct *state;
    lyc_ensemble_watch *watch;
    void *context;
} work;

static int decide_law(void *context, lyc_text_t out, long i, lyc_diag_t d)
{
    const work *w = context;
    lyc_text_t law;
    lyc_outcome_t o;
    lyc_text_init(law);
    lyc_outcome_init(o);
    int ok = 1;
    if (!lyc_ensemble_law_text(law, w->r, i))
    {
        lyc_text_add(o->reason,
                     "no law of this description was found in 1000 draws");
    }
    else
    {
        ok = lyc_outcome_decide(o, law->bytes, w->effort, w->limits, d);
    }
    lyc_outcome_get_text(out, o);
    lyc_text_clear(law);
    lyc_outcome_clear(o);
    return ok;
}

/* What does not read as an outcome is decided anew. */
static const char *recall(void *context, long i)
{
    const work *w = context;
    const char *known = lyc_state_recall(w->state, w->r->id, i);
    lyc_outcome_t o;
    lyc_outcome_init(o);
    int is_sound = known != NULL && lyc_outcome_set_text(o, known);
    lyc_outcome_clear(o);
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
    lyc_outcome_t o;
    lyc_outcome_init(o);
    int ok =
        lyc_outcome_set_text(o, outcome) ||
        lyc_diag_fail(d, LYC_FAILURE, "%s.%ld: its outcome was not understood",
                      w->r->id, i + 1);
    if (ok)
    {
        lyc_ensemble_take(w->r, i, o);
        if (w->watch != NULL)
        {
            w->watch(w->context, w->r);
        }
    }
    lyc_outcome_clear(o);
    return ok;
}

static void name(void *context, lyc_text_t out, long i)
{
    const work *w = context;
    lyc_text_t law;
    lyc_text_init(law);
    lyc_ensemble_law_text(law, w->r, i);
    lyc_text_printf(out, "%s:%d: %s.%ld: lyapcert bound '%s'",
                    w->r->ensemble->place.file, w->r->ensemble->place.line,
                    w->r->id, i + 1, law->bytes);
    lyc_text_clear(law);
}

int lyc_ensemble_decide(lyc_ensemble_run_t r, const lyc_effort *effort,
                        lyc_limits_t limits, int workers, lyc_state_t state,
                        lyc_ensemble_watch *watch, void *context, lyc_diag_t d)
{
    work w = {r, effort, limits, state, watch, context};
    lyc_pool pool = {r->total, workers, decide_law,   recall, keep,
                     take,     name,    effort->stop, &w};
    int ok = lyc_pool_run(&pool, d);
    if (ok)
    {
        lyc_ensemble_conclude(r);
    }
    return ok;
}
