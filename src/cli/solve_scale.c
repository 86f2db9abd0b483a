/* solve 'R1: LAW': critical scales. */
#include <math.h>
#include <string.h>

#include "cli/solve.h"
#include "lyapcert/solve.h"

int lyc_cli_reading_of(const char **law, const char *problem)
{
    problem += strspn(problem, " \t");
    if (problem[0] != 'R' || (problem[1] != '1' && problem[1] != '2'))
    {
        return 0;
    }
    *law = problem + 2 + strspn(problem + 2, " \t");
    return *(*law)++ == ':' ? problem[1] - '0' : 0;
}

static void add_text(lyc_text_t out, const lyc_scale_t s, const char *label,
                     const lyc_options *o, const char *digest)
{
    const slong digits = o->digits > 0 ? o->digits + 5 : 12;
    lyc_text_printf(out, "law          %s\n", label);
    lyc_text_printf(out, "reading      R%d of I + e*A against e*A, e > 0\n",
                    s->reading);
    if (arf_is_finite(s->upper))
    {
        lyc_text_add(out, "critical     ");
        lyc_report_between(out, "e*", s->lower, s->upper, digits);
        lyc_text_add(out, "\n             holds for every e up to the lower "
                          "number, fails at the upper one\n");
    }
    else
    {
        lyc_text_printf(out, "critical     not found, e* > %.6g\n",
                        0.999999 * arf_get_d(s->lower, ARF_RND_DOWN));
    }
    lyc_text_printf(out,
                    "holds        up to about %.3g by the norm, by %ld ranges "
                    "from there\n",
                    arf_get_d(s->start, ARF_RND_DOWN), (long)s->boxes);
    lyc_text_add(out, "time         ");
    lyc_report_seconds(out, s->seconds);
    lyc_text_add(out, "\n");
    if (s->certificate->conclusions > 0)
    {
        lyc_text_printf(out, "certificate  %s\n", digest);
        if (o->cert != NULL)
        {
            lyc_text_printf(out, "written to   %s\n", o->cert);
        }
    }
}

static void add_json(json_t *object, const lyc_scale_t s, const lyc_law_t law,
                     const char *digest)
{
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, law->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "reading",
                 lyc_json_string(s->reading == 1 ? "R1" : "R2"));
    lyc_json_bounds(object, s->lower, s->upper);
    lyc_json_set(object, "boxes", json_integer(s->boxes));
    lyc_json_set(object, "seconds", lyc_json_seconds(s->seconds));
    if (s->certificate->conclusions > 0)
    {
        lyc_json_set(object, "cert_digest", lyc_json_string(digest));
    }
}

static int solve(lyc_run *run, lyc_options *o, int reading, const lyc_law_t law,
                 const char *label)
{
    const lyc_root_request request = {o->tol, o->digits, 0};
    lyc_scale_t s;
    lyc_digest_t digest = "";
    lyc_scale_init(s);
    run->verdict =
        lyc_scale_solve(s, law, reading, &request, o->limits, run->diag);
    int ok = run->verdict != LYC_MALFORMED && run->verdict != LYC_FAILURE;
    if (ok && s->certificate->conclusions > 0)
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
        add_text(run->out, s, label, o, digest);
        add_json(run->json, s, law, digest);
    }
    lyc_scale_clear(s);
    return ok;
}

/* The width where none is asked for. */
#define SCALE_TOL 1e-3

int lyc_cli_solve_scale(lyc_run *run, lyc_options *o, int reading,
                        const char *argument)
{
    lyc_law_t law;
    lyc_text_t label;
    lyc_law_init(law);
    lyc_text_init(label);
    o->tol = o->has_tol ? o->tol : SCALE_TOL;
    const int ok = lyc_cli_law(law, label, argument, run->diag) &&
                   solve(run, o, reading, law, label->bytes);
    lyc_text_clear(label);
    lyc_law_clear(law);
    return ok;
}
