#include <stdlib.h>
#include <string.h>

#include "claim/case_decide.h"

typedef struct
{
    lyc_trial_struct *r;
    const lyc_effort *effort;
    lyc_limits_struct *limits;
    const char *cert;
    lyc_trial_watch *watch;
    void *context;
} work;

static void count_method(lyc_trial_t r, const char *name)
{
    long i = 0;
    while (i < r->methods && strcmp(r->method[i].name, name) < 0)
    {
        i++;
    }
    if (i == r->methods || strcmp(r->method[i].name, name) != 0)
    {
        r->method = lyc_realloc(r->method,
                                sizeof *r->method * (size_t)(r->methods + 1));
        memmove(r->method + i + 1, r->method + i,
                sizeof *r->method * (size_t)(r->methods - i));
        r->method[i].name = lyc_strdup(name);
        r->method[i].cases = 0;
        r->methods++;
    }
    r->method[i].cases++;
}

static void add_failing(lyc_trial_t r, const lyc_case_result_t result,
                        lyc_place place, const char *law)
{
    r->failing =
        lyc_realloc(r->failing, sizeof *r->failing * (size_t)(r->failures + 1));
    lyc_failing *f = r->failing + r->failures++;
    f->number = r->cases;
    f->place = place;
    f->word = result->word;
    f->law = lyc_strdup(law);
    f->clause = result->clause;
    f->k = result->k;
    lyc_decision_init(f->decision);
}

static void count(lyc_trial_t r, lyc_case_result_t result, lyc_place place,
                  const char *law)
{
    r->proved += result->word == LYC_CASE_PROVED;
    r->disproved += result->word == LYC_CASE_DISPROVED;
    r->undecided += result->word == LYC_CASE_UNDECIDED;
    r->vacuous += result->word == LYC_CASE_VACUOUS;
    for (int i = 0; i < result->methods; i++)
    {
        count_method(r, result->method[i]);
    }
    if (result->word == LYC_CASE_DISPROVED ||
        result->word == LYC_CASE_UNDECIDED)
    {
        add_failing(r, result, place, law);
        lyc_decision_struct *own = r->failing[r->failures - 1].decision;
        lyc_decision_struct t = *own;
        *own = *result->decision;
        *result->decision = t;
    }
}

/* One law; NULL: it could not be made, and `why` says so. */
static int decide_law(work *w, const char *law, const char *why,
                      lyc_place place, lyc_diag_t d)
{
    lyc_trial_struct *r = w->r;
    lyc_case_result_t result;
    lyc_text_t id;
    int ok = 1;
    r->cases++;
    lyc_case_result_init(result);
    lyc_text_init(id);
    lyc_text_printf(id, "%s.%ld", r->theorem->name, r->cases);
    if (law == NULL)
    {
        lyc_text_add(result->decision->reason, why);
    }
    else
    {
        lyc_case_t a;
        lyc_case_init(a, r->chapter, r->theorem, law, id->bytes);
        ok = lyc_case_decide(result, a, w->effort, w->limits, w->cert,
                             &r->certificates, d);
        r->laws += a->library->length;
        lyc_case_clear(a);
    }
    if (ok)
    {
        count(r, result, place, law == NULL ? "" : law);
        if (w->watch != NULL)
        {
            w->watch(w->context, r);
        }
    }
    lyc_text_clear(id);
    lyc_case_result_clear(result);
    return ok;
}

static int decide_given(work *w, const lyc_instance *instance, lyc_diag_t d)
{
    lyc_diag_t own;
    lyc_text_t law;
    lyc_diag_init(own);
    lyc_text_init(law);
    int ok = lyc_case_law_text(law, w->r->chapter, instance->law, own);
    if (ok || own->status == LYC_UNDECIDED)
    {
        ok = decide_law(w, ok ? law->bytes : NULL, own->text, instance->place,
                        d);
    }
    else
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_text_clear(law);
    lyc_diag_clear(own);
    return ok;
}

static int is_stopped(const work *w)
{
    return lyc_limits_out_of_time(w->limits) ||
           (w->effort->stop != NULL && *w->effort->stop);
}

static int decide_generated(work *w, const lyc_instance *instance, lyc_diag_t d)
{
    lyc_generator_t g;
    lyc_text_t law;
    lyc_generator_init(g);
    lyc_text_init(law);
    int ok = lyc_generator_set(g, w->r->chapter->script->program, instance, d);
    for (long i = 0; i < instance->count && ok && !is_stopped(w); i++)
    {
        lyc_text_reset(law);
        int found = lyc_generator_law(law, g, instance->seed, i);
        ok = decide_law(w, found ? law->bytes : NULL,
                        "no law of this description was found in 1000 draws",
                        instance->place, d);
    }
    lyc_generator_clear(g);
    lyc_text_clear(law);
    return ok;
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
                     lyc_limits_t limits, const char *cert,
                     lyc_trial_watch *watch, void *context, lyc_diag_t d)
{
    const lyc_script_struct *script = r->chapter->script;
    work w = {r, effort, limits, cert, watch, context};
    double begin = lyc_limits_elapsed(limits);
    int ok = 1;
    for (long j = 0; j < script->instances && ok && !is_stopped(&w); j++)
    {
        const lyc_instance *instance = script->instance + j;
        if (script->theorem + instance->theorem == r->theorem)
        {
            ok = instance->law != NULL ? decide_given(&w, instance, d)
                                       : decide_generated(&w, instance, d);
        }
    }
    r->seconds = lyc_limits_elapsed(limits) - begin;
    if (ok)
    {
        conclude(r);
    }
    return ok;
}
