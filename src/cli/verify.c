#include <stdio.h>
#include <unistd.h>

#include "cli/verify.h"

/* Everything that outcomes depend on, besides the program. */
static void describe(lyc_text_t out, const lyc_verification *v,
                     const lyc_options *o)
{
    lyc_text_printf(out, "%d %a %d %a %a %zu %ld %s\n", o->full, o->tol,
                    (int)o->method, o->limits->max_seconds, o->law_seconds,
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

static int run_chapters(lyc_run *run, lyc_options *o)
{
    lyc_verification v;
    lyc_verification_init(&v);
    lyc_verify_set_workers(&v, o);
    v.names_certificates = o->cert != NULL || o->json;
    int ok = lyc_verification_read(&v, o->arguments, o->argument, o->full,
                                   run->diag) &&
             (o->cert == NULL || lyc_verify_make_directory(o->cert, run->diag));
    if (ok)
    {
        open_state(&v, o);
        ok = lyc_verification_decide(&v, o, run->diag) &&
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
    int ok =
        lyc_options_parse(&o, argc, argv,
                          LYC_TAKES_TOL | LYC_TAKES_METHOD | LYC_TAKES_CERT |
                              LYC_TAKES_RUNS | LYC_TAKES_FULL | LYC_TAKES_JOBS,
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
