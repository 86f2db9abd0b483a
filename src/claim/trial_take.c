#include <stdlib.h>

#include "claim/ensemble.h"
#include "claim/trial.h"

const lyc_instance *lyc_trial_instance(long *number, const lyc_trial_t r,
                                       long i)
{
    const lyc_script_struct *script = r->chapter->script;
    for (long j = 0; j < script->instances; j++)
    {
        const lyc_instance *instance = script->instance + j;
        long count = r->full ? instance->full : instance->count;
        if (script->theorem + instance->theorem != r->theorem)
        {
            continue;
        }
        if (i < count)
        {
            *number = i;
            return instance;
        }
        i -= count;
    }
    return NULL;
}

static int generate(lyc_text_t out, const lyc_trial_t r,
                    const lyc_instance *instance, long number, lyc_text_t why,
                    lyc_diag_t d)
{
    lyc_generator_t g;
    lyc_generator_init(g);
    int ok = lyc_generator_set(g, r->chapter->script->program, instance, d);
    if (ok && !lyc_generator_law(out, g, instance->seed, number))
    {
        lyc_text_add(why, "no law of this description was found in 1000 draws");
        ok = 0;
    }
    lyc_generator_clear(g);
    return ok;
}

int lyc_trial_law(lyc_text_t out, const lyc_trial_t r, long i, lyc_text_t why,
                  lyc_diag_t d)
{
    long number = 0;
    const lyc_instance *instance = lyc_trial_instance(&number, r, i);
    lyc_diag_t own;
    if (instance->law == NULL)
    {
        return generate(out, r, instance, number, why, d);
    }
    lyc_diag_init(own);
    int ok = lyc_case_law_text(out, r->chapter, instance->law, own);
    if (!ok && own->status == LYC_UNDECIDED)
    {
        lyc_text_add(why, own->text);
    }
    else if (!ok)
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_diag_clear(own);
    return ok;
}

static void add_failing(lyc_trial_t r, long i, lyc_case_result_t result)
{
    long number = 0;
    lyc_text_t law, why;
    lyc_diag_t own;
    lyc_text_init(law);
    lyc_text_init(why);
    lyc_diag_init(own);
    lyc_trial_law(law, r, i, why, own);
    r->failing =
        lyc_realloc(r->failing, sizeof *r->failing * (size_t)(r->failures + 1));
    lyc_failing *f = r->failing + r->failures++;
    f->number = i + 1;
    f->place = lyc_trial_instance(&number, r, i)->place;
    f->word = result->word;
    f->law = lyc_strdup(law->bytes);
    f->clause = result->clause;
    f->k = result->k;
    *f->decision = *result->decision;
    lyc_decision_init(result->decision);
    lyc_text_clear(law);
    lyc_text_clear(why);
    lyc_diag_clear(own);
}

void lyc_trial_take(lyc_trial_t r, long i, lyc_case_result_t result)
{
    r->cases++;
    r->laws += result->laws;
    r->certificates += result->certificates;
    r->proved += result->word == LYC_CASE_PROVED;
    r->disproved += result->word == LYC_CASE_DISPROVED;
    r->undecided += result->word == LYC_CASE_UNDECIDED;
    r->vacuous += result->word == LYC_CASE_VACUOUS;
    for (int j = 0; j < result->methods; j++)
    {
        lyc_method_count_add(&r->method, &r->methods, result->method[j]);
    }
    if (result->word == LYC_CASE_DISPROVED ||
        result->word == LYC_CASE_UNDECIDED)
    {
        add_failing(r, i, result);
    }
}
