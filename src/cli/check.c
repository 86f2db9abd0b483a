#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/check.h"

/* What facts say about each conclusion; they are true in every case but
 * complete only where the whole was not UNDECIDED. */
static void set_standing(lyc_check *check, const lyc_facts_t facts)
{
    const lyc_certificate_struct *c = check->certificate;
    check->standing = lyc_calloc((size_t)c->conclusions, sizeof(lyc_verdict_t));
    for (slong i = 0; i < c->conclusions; i++)
    {
        check->standing[i] =
            lyc_conclusion_standing(c->conclusion + i, facts, check->verdict);
    }
}

/* One certificate file: its verdict, and its part of the output. */
static lyc_verdict_t check_file(lyc_run *run, json_t *list, const char *file,
                                const lyc_limits_t limits)
{
    lyc_check check = {.file = file, .verdict = LYC_UNDECIDED};
    double begin = lyc_limits_elapsed(limits);
    lyc_certificate_init(check.certificate);
    lyc_diag_init(check.diag);
    check.is_read =
        lyc_certificate_load(check.certificate, check.digest, file, check.diag);
    if (check.is_read)
    {
        lyc_facts_t facts;
        check.verdict = lyc_certificate_check(facts, check.certificate, file,
                                              limits, check.diag);
        check.dim = facts->dim;
        set_standing(&check, facts);
        lyc_facts_clear(facts);
    }
    else
    {
        check.verdict = check.diag->status;
    }
    check.seconds = lyc_limits_elapsed(limits) - begin;
    if (check.verdict != LYC_PROVED)
    {
        fprintf(stderr, "%s: %s\n", file,
                check.diag->is_set ? check.diag->text
                                   : lyc_verdict_word(check.verdict));
    }
    lyc_check_get_text(run->out, &check);
    json_array_append_new(list, lyc_check_get_json(&check));
    free(check.standing);
    lyc_diag_clear(check.diag);
    lyc_certificate_clear(check.certificate);
    return check.verdict;
}

static void check_all(lyc_run *run, const lyc_options *o)
{
    lyc_verdict_t worst = LYC_PROVED;
    json_t *list = json_array();
    for (int i = 0; i < o->arguments; i++)
    {
        worst = lyc_verdict_worse(
            worst, check_file(run, list, o->argument[i], o->limits));
    }
    run->verdict = worst;
    lyc_json_set(run->json, "certificates", list);
    lyc_json_set(run->json, "seconds",
                 lyc_json_seconds(lyc_limits_elapsed(o->limits)));
}

void lyc_cli_check(lyc_run *run, int argc, char **argv)
{
    lyc_options o;
    lyc_options_init(&o);
    int ok = lyc_options_parse(&o, argc, argv, 0, run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        o.limits->verbose = o.verbose ? 2 : 0;
        lyc_cli_watch(o.limits);
        if (o.arguments == 0)
        {
            ok = lyc_diag_fail(run->diag, LYC_MALFORMED,
                               "lyapcert check: expected a certificate file, "
                               "got none");
        }
        else
        {
            check_all(run, &o);
        }
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_options_clear(&o);
}
