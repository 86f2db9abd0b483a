#include <stdio.h>

#include "cli/verify.h"

typedef struct
{
    const lyc_limits_struct *limits;
    double said; /* when progress was shown last */
} progress;

static void watch(void *context, const lyc_ensemble_run_t r)
{
    progress *p = context;
    double now = lyc_limits_elapsed(p->limits);
    if (now >= p->said + 5.0 && r->laws < r->total)
    {
        fprintf(stderr, "    %s: %ld of %ld laws\n", r->id, r->laws, r->total);
        p->said = now;
    }
}

int lyc_verify_ensembles(lyc_verification *v, const lyc_effort *effort,
                         lyc_limits_t limits, int quiet, lyc_diag_t d)
{
    for (long i = 0; i < v->runs; i++)
    {
        lyc_ensemble_run_struct *r = v->run + i;
        int was_stopped = lyc_cli_interrupted != 0;
        double begin = lyc_limits_elapsed(limits);
        progress p = {limits, begin};
        if (!lyc_ensemble_decide(r, effort, limits, v->workers, v->state,
                                 quiet ? NULL : watch, &p, d))
        {
            return 0;
        }
        lyc_tally_add_ensemble(&v->tally, r);
        if (!quiet && !was_stopped)
        {
            fprintf(stderr,
                    "ensemble %s: %s  %ld laws, %.2f s, %.3f s of processors "
                    "a law\n",
                    r->id, lyc_ensemble_word(r), r->laws,
                    lyc_limits_elapsed(limits) - begin,
                    r->laws > 0 ? r->seconds / (double)r->laws : 0.0);
        }
        if (!was_stopped || r->laws > 0)
        {
            lyc_verify_say_ensemble(r);
        }
    }
    return 1;
}

/* Quoted for a shell: texts of laws hold no apostrophe. */
static void say_list(lyc_text_t t, const lyc_ensemble_run_t r,
                     const lyc_ensemble_list *list, const char *what)
{
    for (long i = 0; i < list->length; i++)
    {
        const lyc_ensemble_law *law = list->law + i;
        lyc_text_printf(t, "%s:%d: %s", r->chapter->file,
                        r->ensemble->place.line, r->id);
        if (law->number > 0)
        {
            lyc_text_printf(t, ".%ld", law->number);
        }
        lyc_text_printf(t, ": %s: %s\n", what, law->reason);
        if (law->law[0] != '\0')
        {
            lyc_text_printf(t, "    lyapcert bound '%s'\n", law->law);
        }
    }
}

void lyc_verify_say_ensemble(const lyc_ensemble_run_t r)
{
    lyc_text_t t;
    lyc_text_init(t);
    say_list(t, r, &r->contradicted, "against a theorem");
    say_list(t, r, &r->different, "not as expected");
    say_list(t, r, &r->undecided, "UNDECIDED");
    if (r->laws < r->total)
    {
        lyc_text_printf(t, "%s:%d: %s: %ld of %ld laws were not reached\n",
                        r->chapter->file, r->ensemble->place.line, r->id,
                        r->total - r->laws, r->total);
    }
    if (r->is_vacuous)
    {
        lyc_text_printf(t,
                        "%s:%d: %s: VACUOUS: no reading says anything on any "
                        "of its laws\n",
                        r->chapter->file, r->ensemble->place.line, r->id);
    }
    fputs(t->bytes, stderr);
    lyc_text_clear(t);
}
