#include <stdlib.h>
#include <string.h>

#include "claim/case.h"

void lyc_trial_init(lyc_trial_t r)
{
    memset(r, 0, sizeof *r);
    r->verdict = LYC_UNDECIDED;
}

void lyc_trial_clear(lyc_trial_t r)
{
    for (long i = 0; i < r->failures; i++)
    {
        free(r->failing[i].law);
        lyc_decision_clear(r->failing[i].decision);
    }
    free(r->failing);
    for (long i = 0; i < r->methods; i++)
    {
        free(r->method[i].name);
    }
    free(r->method);
    free(r->id);
    lyc_trial_init(r);
}

const char *lyc_case_get_word(lyc_case_word word)
{
    static const char *const name[] = {"PROVED", "DISPROVED", "UNDECIDED",
                                       "VACUOUS"};
    return name[word];
}

const char *lyc_trial_word(const lyc_trial_t r)
{
    return r->is_vacuous ? "VACUOUS" : lyc_verdict_word(r->verdict);
}

void lyc_tally_add_trial(lyc_tally *t, const lyc_trial_t r)
{
    t->proved += r->verdict == LYC_PROVED;
    t->disproved += r->verdict == LYC_DISPROVED;
    t->undecided += r->verdict != LYC_PROVED && r->verdict != LYC_DISPROVED;
    t->vacuous += r->is_vacuous;
}

/* Prepares every clause for a law. */
static int check_clauses(const lyc_trial_t r, const char *law, lyc_diag_t d)
{
    lyc_case_t a;
    lyc_case_init(a, r->chapter, r->theorem, law, r->theorem->name);
    int ok = 1;
    for (long i = 0; i < r->theorem->clauses && ok; i++)
    {
        slong first = 0, last = 0;
        ok = lyc_case_range(&first, &last, a, i, d);
        for (slong k = first; k <= last && ok; k++)
        {
            lyc_case_claim_t c;
            ok = lyc_case_claim_init(c, a, i, k, d);
            lyc_case_claim_clear(c);
        }
    }
    lyc_case_clear(a);
    return ok;
}

static int check_instance(const lyc_trial_t r, const lyc_instance *instance,
                          lyc_diag_t d)
{
    lyc_generator_t g;
    lyc_text_t law;
    int ok;
    lyc_generator_init(g);
    lyc_text_init(law);
    if (instance->law != NULL)
    {
        ok = lyc_case_law_text(law, r->chapter, instance->law, d);
    }
    else
    {
        ok = lyc_generator_set(g, r->chapter->script->program, instance, d) &&
             (lyc_generator_law(law, g, instance->seed, 0) ||
              lyc_diag_set(d, LYC_MALFORMED, instance->place,
                           "no law of this description was found in 1000 "
                           "draws"));
    }
    ok = ok && check_clauses(r, law->bytes, d);
    lyc_generator_clear(g);
    lyc_text_clear(law);
    return ok;
}

int lyc_trial_prepare(lyc_trial_t r, const lyc_chapter_t chapter, long i,
                      int full, lyc_diag_t d)
{
    const lyc_script_struct *script = chapter->script;
    lyc_text_t id;
    r->full = full;
    r->chapter = chapter;
    r->theorem = script->theorem + i;
    lyc_text_init(id);
    lyc_text_printf(id, "%s.%s", chapter->name, r->theorem->name);
    r->id = lyc_strdup(id->bytes);
    lyc_text_clear(id);
    for (long j = 0; j < script->instances; j++)
    {
        lyc_diag_t own;
        if (script->instance[j].theorem != i)
        {
            continue;
        }
        r->total += full ? script->instance[j].full : script->instance[j].count;
        lyc_diag_init(own);
        int ok = check_instance(r, script->instance + j, own);
        /* What exceeds the limits of the language is met again later. */
        if (!ok && own->status != LYC_UNDECIDED)
        {
            lyc_diag_fail(d, own->status, "%s", own->text);
        }
        lyc_diag_clear(own);
        if (d->is_set)
        {
            return 0;
        }
    }
    return 1;
}
