#include <stdlib.h>
#include <string.h>

#include "cli/verify.h"

void lyc_verification_init(lyc_verification *v)
{
    memset(v, 0, sizeof *v);
    lyc_library_init(v->library);
    lyc_state_init(v->state);
    v->workers = 1;
}

void lyc_verification_clear(lyc_verification *v)
{
    for (long i = 0; i < v->statements; i++)
    {
        lyc_decision_clear(v->decision + i);
        lyc_certificate_files_clear(v->files + i);
        if (v->sweep[i] == NULL)
        {
            lyc_statement_clear(v->statement + i);
            continue;
        }
        lyc_sweep_clear(v->sweep[i]);
        free(v->sweep[i]);
    }
    free(v->sweep);
    free(v->statement);
    free(v->decision);
    free(v->is_prepared);
    free(v->files);
    for (long i = 0; i < v->trials; i++)
    {
        lyc_trial_clear(v->trial + i);
    }
    free(v->trial);
    for (long i = 0; i < v->runs; i++)
    {
        lyc_ensemble_run_clear(v->run + i);
    }
    free(v->run);
    for (long i = 0; i < v->chapters; i++)
    {
        lyc_expectation_clear(v->expectation + i);
    }
    free(v->expectation);
    lyc_state_clear(v->state);
    for (long i = 0; i < v->chapters; i++)
    {
        lyc_chapter_clear(v->chapter + i);
    }
    free(v->chapter);
    lyc_library_clear(v->library);
}

static int read_chapters(lyc_verification *v, int n, char *const *file,
                         lyc_diag_t d)
{
    v->chapter = lyc_calloc((size_t)n, sizeof *v->chapter);
    v->expectation = lyc_calloc((size_t)n, sizeof *v->expectation);
    for (int i = 0; i < n; i++)
    {
        lyc_chapter_struct *c = v->chapter + v->chapters++;
        lyc_chapter_init(c);
        if (!lyc_chapter_read(c, file[i], d))
        {
            return 0;
        }
        for (int j = 0; j < i; j++)
        {
            if (strcmp(v->chapter[j].name, c->name) == 0)
            {
                return lyc_diag_fail(d, LYC_MALFORMED,
                                     "%s: the chapter '%s' is already read "
                                     "from %s",
                                     c->file, c->name, v->chapter[j].file);
            }
        }
    }
    for (int i = 0; i < n; i++)
    {
        if (!lyc_chapter_check_uses(v->chapter + i, v->chapter, n, d))
        {
            return 0;
        }
    }
    return 1;
}

/* The statement is shown, the sweep decided. */
static int prepare_sweep(lyc_verification *v, long at, const lyc_chapter_t c,
                         long i, lyc_diag_t d)
{
    lyc_sweep_struct *w = lyc_malloc(sizeof *w);
    v->sweep[at] = w;
    lyc_sweep_init(w);
    int ok = lyc_sweep_prepare(w, c, i, d);
    v->statement[at] = *w->whole; /* borrowed */
    return ok;
}

/* A law that is too large to be evaluated leaves its claim undecided. */
static int prepare(lyc_verification *v, const lyc_chapter_t c, long i,
                   lyc_diag_t d)
{
    lyc_diag_t own;
    long at = v->statements++;
    lyc_diag_init(own);
    lyc_statement_init(v->statement + at);
    lyc_decision_init(v->decision + at);
    lyc_certificate_files_init(v->files + at);
    int ok =
        c->script->claim[i].forall != NULL
            ? prepare_sweep(v, at, c, i, own)
            : lyc_statement_prepare(v->statement + at, v->library, c, i, own);
    v->is_prepared[at] = ok;
    if (!ok && own->status == LYC_UNDECIDED)
    {
        lyc_text_add(v->decision[at].reason, own->text);
        ok = 1;
    }
    else if (!ok)
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_diag_clear(own);
    return ok;
}

static int prepare_ensembles(lyc_verification *v, long i, int full,
                             lyc_diag_t d)
{
    const lyc_chapter_struct *c = v->chapter + i;
    lyc_expectation_struct *e = v->expectation + i;
    if (!lyc_expectation_of_chapter(e, c, d))
    {
        return 0;
    }
    for (long j = 0; j < c->script->ensembles; j++)
    {
        lyc_ensemble_run_struct *r = v->run + v->runs++;
        lyc_ensemble_run_init(r);
        if (!lyc_ensemble_prepare(r, c, j, full, e, d))
        {
            return 0;
        }
    }
    return 1;
}

int lyc_verification_read(lyc_verification *v, int n, char *const *file,
                          int full, lyc_diag_t d)
{
    size_t claims = 0, theorems = 0, ensembles = 0;
    if (!read_chapters(v, n, file, d))
    {
        return 0;
    }
    for (long i = 0; i < v->chapters; i++)
    {
        claims += (size_t)v->chapter[i].script->length;
        theorems += (size_t)v->chapter[i].script->theorems;
        ensembles += (size_t)v->chapter[i].script->ensembles;
    }
    if (claims + theorems + ensembles == 0)
    {
        return lyc_diag_fail(
            d, LYC_MALFORMED,
            "no claim found: expected prove, refute, open, "
            "theorem or ensemble in a fenced block of info string lyap");
    }
    v->run = lyc_calloc(ensembles, sizeof *v->run);
    v->trial = lyc_calloc(theorems, sizeof *v->trial);
    v->statement = lyc_calloc(claims, sizeof *v->statement);
    v->decision = lyc_calloc(claims, sizeof *v->decision);
    v->sweep = lyc_calloc(claims, sizeof *v->sweep);
    v->is_prepared = lyc_calloc(claims, sizeof *v->is_prepared);
    v->files = lyc_calloc(claims, sizeof *v->files);
    for (long i = 0; i < v->chapters; i++)
    {
        for (long j = 0; j < v->chapter[i].script->length; j++)
        {
            if (!prepare(v, v->chapter + i, j, d))
            {
                return 0;
            }
        }
        for (long j = 0; j < v->chapter[i].script->theorems; j++)
        {
            lyc_trial_struct *r = v->trial + v->trials++;
            lyc_trial_init(r);
            if (!lyc_trial_prepare(r, v->chapter + i, j, full, d))
            {
                return 0;
            }
        }
        if (!prepare_ensembles(v, i, full, d))
        {
            return 0;
        }
    }
    return 1;
}
