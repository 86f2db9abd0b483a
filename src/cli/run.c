#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

void lyc_run_init(lyc_run *run)
{
    run->command = "";
    run->wants_json = 0;
    run->says_verdict = 1;
    run->verdict = LYC_UNDECIDED;
    lyc_diag_init(run->diag);
    lyc_text_init(run->out);
    run->json = json_object();
}

void lyc_run_clear(lyc_run *run)
{
    lyc_diag_clear(run->diag);
    lyc_text_clear(run->out);
    json_decref(run->json);
}

void lyc_run_fail(lyc_run *run)
{
    run->verdict = run->diag->is_set ? run->diag->status : LYC_FAILURE;
    lyc_text_reset(run->out);
    json_object_clear(run->json);
}

/* Help is text, asked for with --json or not. */
void lyc_run_add_verdict(lyc_run *run)
{
    if (!run->wants_json)
    {
        if (run->says_verdict)
        {
            lyc_text_printf(run->out, "s %s\n", lyc_verdict_word(run->verdict));
        }
        return;
    }
    if (!run->says_verdict && json_object_size(run->json) == 0 &&
        !run->diag->is_set)
    {
        return;
    }
    if (run->diag->is_set)
    {
        const char *key = run->verdict == LYC_UNDECIDED ? "reason" : "error";
        lyc_json_set(run->json, key, lyc_json_string(run->diag->text));
    }
    if (run->says_verdict || run->verdict != LYC_PROVED)
    {
        lyc_json_set(run->json, "status",
                     lyc_json_string(lyc_verdict_word(run->verdict)));
    }
    lyc_text_reset(run->out);
    if (!lyc_json_get_text(run->out, run->json))
    {
        lyc_limits_fail("the result could not be written as JSON");
    }
}

static int write_out(const lyc_text_t out)
{
    return fwrite(out->bytes, 1, out->length, stdout) == out->length &&
           fflush(stdout) == 0 && fclose(stdout) == 0;
}

lyc_verdict_t lyc_run_finish(lyc_run *run)
{
    if (run->diag->is_set)
    {
        fprintf(stderr, "%s\n", run->diag->text);
    }
    lyc_run_add_verdict(run);
    if (!write_out(run->out))
    {
        fprintf(stderr, "lyapcert: standard output could not be written: %s\n",
                strerror(errno));
        run->verdict = LYC_FAILURE;
    }
    return run->verdict;
}
