#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/verify.h"

void lyc_verify_set_workers(lyc_verification *v, lyc_options *o)
{
    long machine = sysconf(_SC_NPROCESSORS_ONLN);
    v->workers = o->limits->threads > 0 ? o->limits->threads
                 : machine > 0          ? (int)machine
                                        : 1;
    o->limits->threads = 1;
}

int lyc_verify_make_directory(const char *dir, lyc_diag_t d)
{
    struct stat info;
    if (mkdir(dir, 0777) == 0 ||
        (errno == EEXIST && stat(dir, &info) == 0 && S_ISDIR(info.st_mode)))
    {
        return 1;
    }
    return lyc_diag_fail(d, LYC_FAILURE, "%s: cannot be made a folder: %s", dir,
                         strerror(errno));
}

static void say_progress(const lyc_verification *v, long i)
{
    const lyc_statement_struct *s = v->statement + i;
    const lyc_decision_struct *r = v->decision + i;
    fprintf(stderr, "[%ld/%ld] %-6s %s: %s  %.2f s\n", i + 1,
            v->statements + v->trials, lyc_verify_kind(s->claim->kind), s->id,
            lyc_verdict_word(r->verdict), r->seconds);
}

/* A deciding statement that is not PROVED: where, what, and what is known. */
static void say_failure(const lyc_verification *v, long i)
{
    const lyc_statement_struct *s = v->statement + i;
    const lyc_decision_struct *r = v->decision + i;
    lyc_text_t t;
    if (s->claim->kind == LYC_CLAIM_OPEN || r->verdict == LYC_PROVED)
    {
        return;
    }
    lyc_text_init(t);
    lyc_text_printf(t, "%s:%d: %s: %s\n    %s ", s->chapter->file,
                    s->claim->place.line, s->id, lyc_verdict_word(r->verdict),
                    lyc_verify_kind(s->claim->kind));
    lyc_report_shorten(t, s->claim->text, 400);
    lyc_text_add(t, "\n    ");
    lyc_verify_sides(t, s, r);
    if (v->sweep[i] != NULL)
    {
        lyc_text_add(t, "\n    forall ");
        lyc_box_get_phrase(t, v->sweep[i]->box);
        lyc_text_printf(t, ": %ld pieces decided", (long)r->pieces);
    }
    if (r->reason->length > 0)
    {
        lyc_text_printf(t, "\n    %s", r->reason->bytes);
    }
    fprintf(stderr, "%s\n", t->bytes);
    lyc_text_clear(t);
}

typedef struct
{
    const lyc_limits_struct *limits;
    double said; /* when progress was shown last */
} progress;

static void watch_sweep(void *context, const lyc_sweep_t w, slong done,
                        slong waiting)
{
    progress *p = context;
    double now = lyc_limits_elapsed(p->limits);
    if (now >= p->said + 5.0)
    {
        fprintf(stderr, "    %s: %ld pieces decided, %ld waiting\n",
                w->claim.name, (long)done, (long)waiting);
        p->said = now;
    }
}

static int decide_one(lyc_verification *v, long i, const lyc_effort *effort,
                      lyc_options *o, lyc_diag_t d)
{
    progress p = {o->limits, lyc_limits_elapsed(o->limits)};
    if (v->sweep[i] == NULL)
    {
        return lyc_statement_decide(v->decision + i, v->statement + i,
                                    v->library, effort, o->limits, d);
    }
    return lyc_sweep_decide(v->decision + i, v->sweep[i], effort, o->limits,
                            o->quiet ? NULL : watch_sweep, &p, d);
}

/* Named now: later claims may narrow the enclosures. */
static int add_certificates(lyc_verification *v, long i, const char *dir,
                            lyc_diag_t d)
{
    lyc_certificate_files_struct *f = v->files + i;
    if (!v->names_certificates || !v->is_prepared[i])
    {
        return 1;
    }
    int ok = v->sweep[i] != NULL
                 ? lyc_sweep_add_certificates(f, v->sweep[i], dir, d)
                 : lyc_statement_add_certificates(f, v->statement + i,
                                                  v->library, dir, d);
    v->certificates += dir != NULL ? f->length : 0;
    return ok;
}

static int decide_claims(lyc_verification *v, const lyc_effort *effort,
                         lyc_options *o, lyc_diag_t d)
{
    for (long i = 0; i < v->statements; i++)
    {
        lyc_statement_struct *s = v->statement + i;
        int was_stopped = lyc_cli_interrupted != 0;
        if (v->is_prepared[i] && !decide_one(v, i, effort, o, d))
        {
            return 0;
        }
        lyc_tally_add(&v->tally, s->claim->kind, v->decision + i);
        if (!o->quiet && !was_stopped)
        {
            say_progress(v, i);
        }
        if (!was_stopped)
        {
            say_failure(v, i);
        }
        if (!add_certificates(v, i, o->cert, d))
        {
            return 0;
        }
    }
    return 1;
}

static void watch_trial(void *context, const lyc_trial_t r)
{
    progress *p = context;
    double now = lyc_limits_elapsed(p->limits);
    if (now >= p->said + 5.0 && r->cases < r->total)
    {
        fprintf(stderr, "    %s: %ld of %ld instances\n", r->id, r->cases,
                r->total);
        p->said = now;
    }
}

static int decide_theorems(lyc_verification *v, const lyc_effort *effort,
                           lyc_options *o, lyc_diag_t d)
{
    for (long i = 0; i < v->trials; i++)
    {
        lyc_trial_struct *r = v->trial + i;
        int was_stopped = lyc_cli_interrupted != 0;
        progress p = {o->limits, lyc_limits_elapsed(o->limits)};
        if (!lyc_trial_decide(r, effort, o->limits, o->cert, v->workers,
                              v->state, o->quiet ? NULL : watch_trial, &p, d))
        {
            return 0;
        }
        lyc_tally_add_trial(&v->tally, r);
        v->certificates += r->certificates;
        if (!o->quiet && !was_stopped)
        {
            fprintf(stderr, "[%ld/%ld] theorem %s: %s  %ld instances, %.2f s\n",
                    v->statements + i + 1, v->statements + v->trials, r->id,
                    lyc_trial_word(r), r->total, r->seconds);
        }
        if (!was_stopped)
        {
            lyc_verify_say_trial(r);
        }
    }
    return 1;
}

int lyc_verification_decide(lyc_verification *v, lyc_options *o, lyc_diag_t d)
{
    lyc_effort effort = {o->tol, o->limits->max_seconds, o->method,
                         &lyc_cli_interrupted};
    o->limits->max_seconds = (double)INFINITY;
    lyc_cli_watch(o->limits);
    lyc_effort for_laws = effort;
    if (o->law_seconds > 0.0)
    {
        for_laws.max_seconds = o->law_seconds;
    }
    return decide_claims(v, &effort, o, d) &&
           decide_theorems(v, &for_laws, o, d) &&
           lyc_verify_ensembles(v, &for_laws, o->limits, o->quiet, d);
}
