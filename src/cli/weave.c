#include "cli/verify.h"
#include "lyapcert/weave.h"

static int says_something(const lyc_chapter_t c)
{
    const lyc_script_struct *s = c->script;
    return s->length + s->theorems + s->ensembles > 0;
}

/* What `verify` says of the chapter. 1; or 0 and d. */
static int decide(json_t *record, lyc_options *o, lyc_diag_t d)
{
    lyc_verification v;
    lyc_verification_init(&v);
    lyc_verify_set_workers(&v, o);
    v.names_certificates = 1;
    int ok = lyc_verification_read(&v, 1, o->argument, o->full, d) &&
             (o->cert == NULL || lyc_verify_make_directory(o->cert, d)) &&
             lyc_verification_decide(&v, o, d);
    if (ok && lyc_cli_interrupted)
    {
        ok = lyc_diag_fail(d, LYC_FAILURE, "%s: interrupted", o->argument[0]);
    }
    if (ok)
    {
        lyc_verify_get_json(record, &v);
    }
    lyc_verification_clear(&v);
    return ok;
}

/* What an earlier `verify --json` said. */
static int recall(json_t *record, const char *file, lyc_diag_t d)
{
    lyc_text_t t;
    json_error_t error;
    lyc_text_init(t);
    int ok = lyc_text_read_file(t, file, d);
    json_t *read = ok ? json_loadb(t->bytes, t->length, 0, &error) : NULL;
    lyc_text_clear(t);
    if (ok && read == NULL)
    {
        ok = lyc_diag_fail(d, LYC_MALFORMED, "%s:%d:%d: %s", file, error.line,
                           error.column, error.text);
    }
    else if (ok && !json_is_array(json_object_get(read, "claims")))
    {
        ok = lyc_diag_fail(d, LYC_MALFORMED,
                           "%s: expected the object that lyapcert verify "
                           "--json prints",
                           file);
    }
    if (ok)
    {
        json_object_update(record, read);
    }
    json_decref(read);
    return ok;
}

static void show(lyc_run *run, const lyc_chapter_t c, const json_t *record,
                 const char *dir)
{
    json_t *chapter = json_object(), *items = json_array();
    lyc_text_reset(run->out);
    lyc_weave(run->out, items, c, record, dir);
    lyc_json_set(chapter, "name", lyc_json_string(c->name));
    lyc_json_set(chapter, "file", lyc_json_string(c->file));
    lyc_json_set(chapter, "title", lyc_json_string(c->title));
    lyc_json_set(run->json, "chapter", chapter);
    lyc_json_set(run->json, "statements", items);
    lyc_json_set(run->json, "woven", lyc_json_string(run->out->bytes));
    run->says_verdict = 0;
    run->verdict = LYC_PROVED;
}

static int weave(lyc_run *run, lyc_options *o)
{
    lyc_chapter_t c;
    json_t *record = json_object();
    lyc_chapter_init(c);
    int ok = lyc_chapter_read(c, o->argument[0], run->diag) &&
             (o->decided != NULL  ? recall(record, o->decided, run->diag)
              : says_something(c) ? decide(record, o, run->diag)
                                  : 1);
    if (ok)
    {
        show(run, c, record, o->cert);
    }
    json_decref(record);
    lyc_chapter_clear(c);
    return ok;
}

void lyc_cli_weave(lyc_run *run, int argc, char **argv)
{
    lyc_options o;
    lyc_options_init(&o);
    o.tol = 1e-7;
    o.limits->max_seconds = 60.0;
    run->says_verdict = 0;
    int ok = lyc_options_parse(&o, argc, argv,
                               LYC_TAKES_TOL | LYC_TAKES_METHOD |
                                   LYC_TAKES_CERT | LYC_TAKES_DECIDED |
                                   LYC_TAKES_FULL | LYC_TAKES_JOBS,
                               run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        o.limits->verbose = o.verbose ? 2 : 0;
        if (o.arguments != 1)
        {
            ok = lyc_diag_fail(run->diag, LYC_MALFORMED,
                               "lyapcert weave: expected one chapter "
                               "(CHAPTER.md), got %d",
                               o.arguments);
        }
        else
        {
            ok = weave(run, &o);
        }
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_options_clear(&o);
}
