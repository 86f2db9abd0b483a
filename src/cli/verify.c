#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/verify.h"

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

static int make_directory(const char *dir, lyc_diag_t d)
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

static int write_certificates(lyc_verification *v, long i, const char *dir,
                              lyc_diag_t d)
{
    return v->sweep[i] != NULL
               ? lyc_sweep_write_certificates(v->sweep[i], dir,
                                              &v->certificates, d)
               : lyc_statement_write_certificates(v->statement + i, v->library,
                                                  dir, &v->certificates, d);
}

static int decide_all(lyc_verification *v, lyc_options *o, lyc_diag_t d)
{
    lyc_effort effort = {o->tol, o->limits->max_seconds, o->method,
                         &lyc_cli_interrupted};
    o->limits->max_seconds = (double)INFINITY;
    lyc_cli_watch(o->limits);
    for (long i = 0; i < v->statements; i++)
    {
        lyc_statement_struct *s = v->statement + i;
        int was_stopped = lyc_cli_interrupted != 0;
        if (v->is_prepared[i] && !decide_one(v, i, &effort, o, d))
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
        if (o->cert != NULL && v->is_prepared[i] &&
            !write_certificates(v, i, o->cert, d))
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

/* After decide_all, whose limits these are. */
static int decide_theorems(lyc_verification *v, lyc_options *o,
                           double max_seconds, lyc_diag_t d)
{
    lyc_effort effort = {o->tol, max_seconds, o->method, &lyc_cli_interrupted};
    for (long i = 0; i < v->trials; i++)
    {
        lyc_trial_struct *r = v->trial + i;
        int was_stopped = lyc_cli_interrupted != 0;
        progress p = {o->limits, lyc_limits_elapsed(o->limits)};
        if (!lyc_trial_decide(r, &effort, o->limits, o->cert, v->workers,
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

static int decide_ensembles(lyc_verification *v, lyc_options *o,
                            double max_seconds, lyc_diag_t d)
{
    lyc_effort effort = {o->tol, max_seconds, o->method, &lyc_cli_interrupted};
    return lyc_verify_ensembles(v, &effort, o->limits, o->quiet, d);
}

/* Everything that outcomes depend on, besides the program. */
static void describe(lyc_text_t out, const lyc_verification *v,
                     const lyc_options *o)
{
    lyc_text_printf(out, "%d %a %d %a %zu %ld %s\n", o->full, o->tol,
                    (int)o->method, o->limits->max_seconds,
                    o->limits->max_memory, o->limits->max_cones,
                    o->cert == NULL ? "" : o->cert);
    for (long i = 0; i < v->chapters; i++)
    {
        const lyc_chapter_struct *c = v->chapter + i;
        lyc_text_printf(out, "%s %zu\n", c->file, c->text->length);
        lyc_text_add_n(out, c->text->bytes, c->text->length);
    }
}

static void open_state(lyc_verification *v, const lyc_options *o)
{
    lyc_text_t what, why;
    if (o->resume == NULL)
    {
        return;
    }
    lyc_text_init(what);
    lyc_text_init(why);
    describe(what, v, o);
    lyc_state_open(v->state, o->resume, what->bytes, why);
    if (why->length > 0)
    {
        fprintf(stderr, "%s: not used: %s\n", o->resume, why->bytes);
    }
    lyc_text_clear(what);
    lyc_text_clear(why);
}

/* What a later run can go on with; nothing once all is done. */
static int close_state(lyc_verification *v, lyc_diag_t d)
{
    if (!lyc_cli_interrupted)
    {
        lyc_state_finish(v->state);
        return 1;
    }
    return lyc_state_save(v->state, d);
}

/* After an error: what was done so far may still be of use. */
static void save_state(lyc_verification *v)
{
    lyc_diag_t own;
    lyc_diag_init(own);
    if (v->state->added > 0)
    {
        lyc_state_save(v->state, own);
    }
    lyc_diag_clear(own);
}

static int write_record(const lyc_verification *v, const lyc_options *o,
                        lyc_diag_t d)
{
    lyc_text_t t;
    if (o->record == NULL)
    {
        return 1;
    }
    lyc_text_init(t);
    lyc_expectation_format(t, v->run, v->runs);
    int ok = lyc_text_write_file(o->record, t->bytes, t->length, d);
    lyc_text_clear(t);
    return ok;
}

/* Each process works on one law, with one thread. */
static void set_workers(lyc_verification *v, lyc_options *o)
{
    long machine = sysconf(_SC_NPROCESSORS_ONLN);
    v->workers = o->limits->threads > 0 ? o->limits->threads
                 : machine > 0          ? (int)machine
                                        : 1;
    o->limits->threads = 1;
}

static int run_chapters(lyc_run *run, lyc_options *o)
{
    lyc_verification v;
    double max_seconds = o->limits->max_seconds;
    lyc_verification_init(&v);
    set_workers(&v, o);
    int ok = lyc_verification_read(&v, o->arguments, o->argument, o->full,
                                   run->diag) &&
             (o->cert == NULL || make_directory(o->cert, run->diag));
    if (ok)
    {
        open_state(&v, o);
        ok = decide_all(&v, o, run->diag) &&
             decide_theorems(&v, o, max_seconds, run->diag) &&
             decide_ensembles(&v, o, max_seconds, run->diag) &&
             close_state(&v, run->diag) && write_record(&v, o, run->diag);
        if (!ok)
        {
            save_state(&v);
        }
    }
    if (ok)
    {
        v.seconds = lyc_limits_elapsed(o->limits);
        run->verdict = lyc_tally_verdict(&v.tally);
        lyc_verify_get_text(run->out, &v);
        lyc_verify_get_json(run->json, &v);
    }
    lyc_verification_clear(&v);
    return ok;
}

void lyc_cli_verify(lyc_run *run, int argc, char **argv)
{
    lyc_options o;
    lyc_options_init(&o);
    o.tol = 1e-7;
    o.limits->max_seconds = 60.0;
    int ok = lyc_options_parse(&o, argc, argv,
                               LYC_TAKES_TOL | LYC_TAKES_METHOD |
                                   LYC_TAKES_CERT | LYC_TAKES_RUNS,
                               run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        o.limits->verbose = o.verbose ? 2 : 0;
        if (o.arguments == 0)
        {
            ok = lyc_diag_fail(run->diag, LYC_MALFORMED,
                               "lyapcert verify: expected a chapter "
                               "(CHAPTER.md), got none");
        }
        else
        {
            ok = run_chapters(run, &o);
        }
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_options_clear(&o);
}
