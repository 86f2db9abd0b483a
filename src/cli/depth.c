#include <string.h>

#include "cli/depth.h"

static const char *const side[2] = {"plain", "residual"};

/* The number that the text of an option is. */
static int read_level(lyc_number_t x, const char *text, int sign, lyc_diag_t d)
{
    const char *option = sign > 0 ? "--exceed" : "--below";
    const lyc_source source = {option, text, strlen(text), 1};
    lyc_program_t none;
    lyc_tokens_t tokens;
    lyc_expr *e = NULL;
    lyc_program_init(none);
    lyc_tokens_init(tokens);
    if (lyc_tokens_scan(tokens, &source, d))
    {
        e = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
    }
    int ok = e != NULL && lyc_program_names_known(none, e, d) &&
             lyc_number_eval(x, none, e, d);
    lyc_expr_free(e);
    lyc_tokens_clear(tokens);
    lyc_program_clear(none);
    return ok;
}

static int read_levels(lyc_depth_run *a, lyc_diag_t d)
{
    const lyc_options *o = a->options;
    int ok = 1;
    for (int i = 0; i < o->levels; i++)
    {
        lyc_number_init(&a->level[i].value);
        a->level[i].side = o->level[i].side;
        ok = ok && read_level(&a->level[i].value, o->level[i].text,
                              o->level[i].side, d);
    }
    return ok;
}

/* The digest of one certificate; FILE.plain or FILE.residual is written when
 * asked for. */
static int certify(lyc_depth_run *a, int i, lyc_diag_t d)
{
    const lyc_certificate_struct *c = a->result[i]->certificate;
    lyc_text_t text;
    int ok = 1;
    if (!a->result[i]->is_known)
    {
        return 1;
    }
    lyc_text_init(text);
    lyc_certificate_write(text, a->digest[i], c);
    if (a->options->cert != NULL)
    {
        lyc_text_printf(a->file[i], "%s.%s", a->options->cert, side[i]);
        ok = lyc_text_write_file(a->file[i]->bytes, text->bytes, text->length,
                                 d);
    }
    lyc_text_clear(text);
    return ok;
}

/* The first reason that is not PROVED stands, with its side's name. */
static lyc_verdict_t enclose(lyc_depth_run *a, const lyc_limits_t limits,
                             lyc_diag_t d)
{
    lyc_verdict_t worst = LYC_PROVED;
    for (int i = 0; i < 2; i++)
    {
        lyc_diag_t why;
        lyc_limits_t part = {*limits};
        lyc_diag_init(why);
        if (i == 0)
        {
            part->max_seconds =
                0.5 * (lyc_limits_elapsed(limits) + limits->max_seconds);
        }
        lyc_verdict_t v =
            lyc_depth_enclose(a->result[i], a->law[i], &a->request, part, why);
        if (v != LYC_PROVED && !d->is_set)
        {
            lyc_diag_fail(d, v, "%s: %s", side[i],
                          why->is_set ? why->text : lyc_verdict_word(v));
        }
        worst = lyc_verdict_worse(worst, v);
        lyc_diag_clear(why);
    }
    return worst;
}

static void run_depth(lyc_run *run, lyc_depth_run *a)
{
    lyc_diag_t file_diag;
    lyc_diag_init(file_diag);
    run->verdict = enclose(a, a->options->limits, run->diag);
    if (run->verdict != LYC_PROVED && run->verdict != LYC_UNDECIDED)
    {
        lyc_run_fail(run);
    }
    else if (!certify(a, 0, file_diag) || !certify(a, 1, file_diag))
    {
        lyc_diag_clear(run->diag);
        lyc_diag_fail(run->diag, LYC_FAILURE, "%s", file_diag->text);
        lyc_run_fail(run);
    }
    else
    {
        const double seconds = lyc_limits_elapsed(a->options->limits);
        lyc_depth_get_text(run->out, a, seconds);
        lyc_depth_get_json(run->json, a, seconds);
    }
    lyc_diag_clear(file_diag);
}

static void run_law(lyc_run *run, lyc_options *o, const lyc_law_t law,
                    const char *label)
{
    lyc_depth_run a = {.label = label, .options = o};
    if (o->depth == 0)
    {
        lyc_diag_fail(run->diag, LYC_MALFORMED,
                      "lyapcert depth: expected -L N, the depth");
        lyc_run_fail(run);
        return;
    }
    if (!o->has_max_seconds)
    {
        o->limits->max_seconds = 60.0;
    }
    a.request = (lyc_depth_request){o->depth, a.level, o->levels};
    for (int i = 0; i < 2; i++)
    {
        lyc_law_init(a.law[i]);
        lyc_depth_init(a.result[i], o->levels);
        lyc_text_init(a.file[i]);
    }
    lyc_law_set(a.law[0], law);
    lyc_law_residual(a.law[1], law);
    if (read_levels(&a, run->diag))
    {
        run_depth(run, &a);
    }
    else
    {
        lyc_run_fail(run);
    }
    for (int i = 0; i < 2; i++)
    {
        lyc_law_clear(a.law[i]);
        lyc_depth_clear(a.result[i]);
        lyc_text_clear(a.file[i]);
    }
    for (int i = 0; i < o->levels; i++)
    {
        lyc_number_clear(&a.level[i].value);
    }
}

void lyc_cli_depth(lyc_run *run, int argc, char **argv)
{
    lyc_cli_on_law(run, argc, argv, LYC_TAKES_DEPTH | LYC_TAKES_CERT, run_law);
}
