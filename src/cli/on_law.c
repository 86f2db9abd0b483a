#include "cli/cli.h"

void lyc_cli_on_law(lyc_run *run, int argc, char **argv, int takes,
                    lyc_law_command body)
{
    lyc_options o;
    lyc_law_t law;
    lyc_text_t label;
    lyc_options_init(&o);
    lyc_law_init(law);
    lyc_text_init(label);
    int ok = lyc_options_parse(&o, argc, argv, takes, run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        lyc_options_progress(&o);
        lyc_cli_watch(o.limits);
        ok = lyc_cli_one_law(law, label, &o, run->command, run->diag);
        if (ok)
        {
            body(run, &o, law, label->bytes);
        }
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_text_clear(label);
    lyc_law_clear(law);
    lyc_options_clear(&o);
}
