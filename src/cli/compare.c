#include "cli/compare.h"
#include "cli/guard.h"

/* The digest of one certificate; FILE.plain or FILE.residual is written when
 * asked for. */
static int certify(lyc_compare *a, int i, const char *cert, lyc_diag_t d)
{
    const lyc_certificate_struct *c = a->comparison->enclosure[i]->certificate;
    lyc_text_t text;
    int ok = 1;
    a->has_certificate[i] = c->conclusions > 0;
    if (!a->has_certificate[i])
    {
        return 1;
    }
    lyc_text_init(text);
    lyc_certificate_write(text, a->digest[i], c);
    if (cert != NULL)
    {
        lyc_text_printf(a->file[i], "%s.%s", cert,
                        i == 0 ? "plain" : "residual");
        ok = lyc_text_write_file(a->file[i]->bytes, text->bytes, text->length,
                                 d);
    }
    lyc_text_clear(text);
    return ok;
}

typedef struct
{
    const lyc_run *run;
    const lyc_compare *a;
    const lyc_options *o;
} progress;

static void know(void *context, const struct lyc_comparison_struct *c)
{
    const progress *p = context;
    lyc_text_t text;
    json_t *json = json_object();
    (void)c; /* the comparison of p->a */
    lyc_text_init(text);
    lyc_compare_get_text(text, p->a, lyc_limits_elapsed(p->o->limits));
    lyc_compare_get_json(json, p->a, lyc_limits_elapsed(p->o->limits));
    lyc_cli_guard_know(p->run, text, json);
    lyc_text_clear(text);
    json_decref(json);
}

static void run_law(lyc_run *run, lyc_options *o, const lyc_law_t law,
                    const char *label)
{
    int is_asked = o->has_tol || o->digits > 0;
    lyc_request asked = {o->tol, o->digits, NULL, o->method};
    lyc_effort effort = {o->has_tol ? o->tol : 1e-7,
                         o->has_max_seconds ? o->limits->max_seconds : 60.0,
                         o->method, &lyc_cli_interrupted};
    lyc_compare a = {.label = label, .digits = o->digits, .tol = o->tol};
    lyc_diag_t file_diag;
    lyc_diag_init(file_diag);
    lyc_comparison_init(a.comparison, law);
    lyc_text_init(a.file[0]);
    lyc_text_init(a.file[1]);
    progress p = {run, &a, o};
    a.comparison->watch = know;
    a.comparison->context = &p;
    lyc_cli_guard_start(o->limits);
    know(&p, a.comparison);
    run->verdict = lyc_comparison_decide(a.comparison, is_asked ? &asked : NULL,
                                         &effort, o->limits, run->diag);
    lyc_cli_guard_stop();
    if (run->verdict != LYC_PROVED && run->verdict != LYC_UNDECIDED)
    {
        lyc_run_fail(run);
    }
    else if (!certify(&a, 0, o->cert, file_diag) ||
             !certify(&a, 1, o->cert, file_diag))
    {
        lyc_diag_clear(run->diag);
        lyc_diag_fail(run->diag, LYC_FAILURE, "%s", file_diag->text);
        lyc_run_fail(run);
    }
    else
    {
        lyc_compare_get_text(run->out, &a, lyc_limits_elapsed(o->limits));
        lyc_compare_get_json(run->json, &a, lyc_limits_elapsed(o->limits));
    }
    lyc_text_clear(a.file[0]);
    lyc_text_clear(a.file[1]);
    lyc_comparison_clear(a.comparison);
    lyc_diag_clear(file_diag);
}

void lyc_cli_compare(lyc_run *run, int argc, char **argv)
{
    lyc_cli_on_law(run, argc, argv,
                   LYC_TAKES_TOL | LYC_TAKES_DIGITS | LYC_TAKES_METHOD |
                       LYC_TAKES_CERT,
                   run_law);
}
