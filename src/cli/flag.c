#include "cli/flag.h"

/* The digest goes to a->digest; the file is written when asked for. */
static int certify(lyc_flag_run *a, const lyc_options *o, lyc_diag_t d)
{
    const lyc_certificate_struct *c = a->enclosure->certificate;
    int ok = 1;
    a->has_certificate = c->conclusions > 0;
    if (a->has_certificate)
    {
        lyc_text_t text;
        lyc_text_init(text);
        lyc_certificate_write(text, a->digest, c);
        if (o->cert != NULL)
        {
            ok = lyc_text_write_file(o->cert, text->bytes, text->length, d);
            a->file = o->cert;
        }
        lyc_text_clear(text);
    }
    return ok;
}

static void run_law(lyc_run *run, lyc_options *o, const lyc_law_t law,
                    const char *label)
{
    const lyc_request request = {o->tol, o->digits, NULL, LYC_METHOD_AUTO};
    lyc_flag_run a = {.label = label, .law = law, .request = &request};
    lyc_diag_t file_diag;
    if (!o->has_max_seconds)
    {
        o->limits->max_seconds = 60.0;
    }
    lyc_diag_init(file_diag);
    lyc_enclosure_init(a.enclosure, law->dim);
    lyc_flag_init(a.flag);
    run->verdict =
        lyc_enclose_flag(a.enclosure, a.flag, law, &request,
                         o->has_tol || o->digits > 0, o->limits, run->diag);
    if (run->verdict != LYC_PROVED && run->verdict != LYC_UNDECIDED)
    {
        lyc_run_fail(run);
    }
    else if (!certify(&a, o, file_diag))
    {
        lyc_diag_clear(run->diag);
        lyc_diag_fail(run->diag, LYC_FAILURE, "%s", file_diag->text);
        lyc_run_fail(run);
    }
    else
    {
        lyc_flag_get_text(run->out, &a, lyc_limits_elapsed(o->limits));
        lyc_flag_get_json(run->json, &a, lyc_limits_elapsed(o->limits));
    }
    lyc_flag_clear(a.flag);
    lyc_enclosure_clear(a.enclosure);
    lyc_diag_clear(file_diag);
}

void lyc_cli_flag(lyc_run *run, int argc, char **argv)
{
    lyc_cli_on_law(run, argc, argv,
                   LYC_TAKES_TOL | LYC_TAKES_DIGITS | LYC_TAKES_CERT, run_law);
}
