#include <string.h>

#include "cli/guard.h"
#include "cli/solve.h"
#include "lyapcert/solve.h"

int lyc_cli_solve_certificate(lyc_digest_t digest, const lyc_certificate_t c,
                              const char *file, lyc_diag_t d)
{
    lyc_text_t text;
    int ok = 1;
    lyc_text_init(text);
    lyc_certificate_write(text, digest, c);
    if (file != NULL)
    {
        ok = lyc_text_write_file(file, text->bytes, text->length, d);
    }
    lyc_text_clear(text);
    return ok;
}

static int is_certified(const lyc_solution_t s)
{
    return s->certificate->conclusions > 0;
}

static void add_text(lyc_text_t out, const lyc_solution_t s,
                     const lyc_options *o, const char *digest)
{
    slong digits = o->digits > 0 ? o->digits + 5 : 60;
    lyc_text_add(out, "equation     ");
    if (is_certified(s))
    {
        lyc_text_add(out, s->certificate->conclusion->equation);
    }
    lyc_text_add(out, "\nrange        ");
    if (s->name != NULL && strcmp(s->name, s->box->name[0]) != 0)
    {
        lyc_text_printf(out,
                        "%s in %s; %s in the certificate is the place in it, "
                        "from 0 to 1\n",
                        s->name, s->range, s->box->name[0]);
    }
    else
    {
        lyc_box_get_phrase(out, s->box);
        lyc_text_add(out, "\n");
    }
    if (s->roots == 1 && is_certified(s))
    {
        lyc_text_add(out, "root         ");
        lyc_report_between(out, s->name, s->shown_lower, s->shown_upper,
                           digits);
        lyc_text_add(out, "   the only one in the range\n");
    }
    else if (s->roots >= 0)
    {
        lyc_text_printf(out, "roots        %ld\n", (long)s->roots);
    }
    if (s->is_change)
    {
        lyc_text_add(out, s->is_zero ? "root         " : "change       ");
        lyc_report_between(out, s->name, s->shown_lower, s->shown_upper,
                           digits);
        lyc_text_add(out, s->is_zero
                              ? "   others are not excluded\n"
                                "             opposite signs at the two "
                                "numbers, continuous sides between them\n"
                              : "   opposite signs at the two numbers\n");
    }
    lyc_text_printf(out, "time         %ld %s, ", (long)s->cells,
                    s->is_change ? "points" : "cells");
    lyc_report_seconds(out, s->seconds);
    lyc_text_add(out, "\n");
    if (is_certified(s))
    {
        lyc_text_printf(out, "certificate  %s\n", digest);
    }
    if (is_certified(s) && o->cert != NULL)
    {
        lyc_text_printf(out, "written to   %s\n", o->cert);
    }
}

static void add_json(json_t *object, const lyc_solution_t s, const char *digest)
{
    if (is_certified(s))
    {
        lyc_json_set(object, "equation",
                     lyc_json_string(s->certificate->conclusion->equation));
    }
    lyc_json_set(object, "box", lyc_json_box(s->box));
    lyc_json_set(object, "roots",
                 s->roots >= 0 ? json_integer(s->roots) : json_null());
    if (s->is_change)
    {
        lyc_json_set(object, "change", json_true());
        lyc_json_set(object, "root", json_boolean(s->is_zero));
    }
    if ((s->roots == 1 || s->is_change) && is_certified(s))
    {
        lyc_json_bounds(object, s->shown_lower, s->shown_upper);
    }
    lyc_json_set(object, "cells", json_integer(s->cells));
    lyc_json_set(object, "seconds", lyc_json_seconds(s->seconds));
    if (is_certified(s))
    {
        lyc_json_set(object, "cert_digest", lyc_json_string(digest));
    }
}

/* What is printed where the time is up before a root is found. */
static void know_nothing(const lyc_run *run, const lyc_solution_t s,
                         const lyc_options *o)
{
    lyc_text_t text;
    json_t *json = json_object();
    lyc_text_init(text);
    lyc_text_printf(text, "problem      %s\n", o->argument[0]);
    add_json(json, s, "");
    lyc_cli_guard_know(run, text, json);
    lyc_text_clear(text);
    json_decref(json);
}

static int run_problem(lyc_run *run, lyc_options *o)
{
    lyc_root_request request = {o->tol, o->digits, !o->has_tol};
    lyc_solution_t s;
    lyc_digest_t digest = "";
    lyc_solution_init(s);
    lyc_cli_guard_start(o->limits);
    know_nothing(run, s, o);
    run->verdict = lyc_solve(s, o->argument[0], &request, o->limits, run->diag);
    lyc_cli_guard_stop();
    int ok = run->verdict != LYC_MALFORMED && run->verdict != LYC_FAILURE;
    if (ok && is_certified(s))
    {
        lyc_diag_t own;
        lyc_diag_init(own);
        ok = lyc_cli_solve_certificate(digest, s->certificate, o->cert, own);
        if (!ok)
        {
            lyc_diag_clear(run->diag);
            lyc_diag_fail(run->diag, LYC_FAILURE, "%s", own->text);
        }
        lyc_diag_clear(own);
    }
    if (ok)
    {
        add_text(run->out, s, o, digest);
        add_json(run->json, s, digest);
    }
    lyc_solution_clear(s);
    return ok;
}

void lyc_cli_solve(lyc_run *run, int argc, char **argv)
{
    lyc_options o;
    const char *law = NULL;
    int reading = 0;
    lyc_options_init(&o);
    o.tol = 1e-12;
    o.limits->max_seconds = 600.0;
    int ok = lyc_options_parse(
        &o, argc, argv, LYC_TAKES_TOL | LYC_TAKES_DIGITS | LYC_TAKES_CERT,
        run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        lyc_options_progress(&o);
        lyc_cli_watch(o.limits);
        if (o.arguments != 1)
        {
            ok = lyc_diag_fail(run->diag, LYC_MALFORMED,
                               "lyapcert solve: expected one problem, "
                               "'NAME in [a,b]: LEFT = RIGHT' or 'R1: LAW', "
                               "got %d "
                               "arguments",
                               o.arguments);
        }
        else if ((reading = lyc_cli_reading_of(&law, o.argument[0])) > 0)
        {
            ok = lyc_cli_solve_scale(run, &o, reading, law);
        }
        else
        {
            ok = run_problem(run, &o);
        }
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_options_clear(&o);
}
