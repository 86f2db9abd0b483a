/* lyapcert: the command. */
#include <string.h>

#include "cli/cli.h"

typedef struct
{
    const char *name;
    void (*run)(lyc_run *run, int argc, char **argv);
} command_row;

static const command_row table[] = {
    {"bound", lyc_cli_bound},       {"compare", lyc_cli_compare},
    {"check", lyc_cli_check},       {"verify", lyc_cli_verify},
    {"simulate", lyc_cli_simulate}, {"solve", lyc_cli_solve},
    {"flag", lyc_cli_flag},         {"depth", lyc_cli_depth},
    {"weave", lyc_cli_weave},       {"cite", lyc_cli_cite},
};

static int is_any(const char *s, const char *a, const char *b)
{
    return strcmp(s, a) == 0 || strcmp(s, b) == 0;
}

static void help(lyc_run *run, const char *command)
{
    if (lyc_cli_help(run->out, command))
    {
        run->says_verdict = 0;
        run->verdict = LYC_PROVED;
        return;
    }
    lyc_diag_fail(
        run->diag, LYC_MALFORMED,
        "lyapcert help: '%.40s' is not a subcommand: expected bound, "
        "compare, flag, depth, check, verify, weave, cite, solve or simulate",
        command);
    lyc_run_fail(run);
}

static void dispatch(lyc_run *run, int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : NULL;
    for (size_t i = 0; word != NULL && i < sizeof table / sizeof table[0]; i++)
    {
        if (strcmp(word, table[i].name) == 0)
        {
            run->command = table[i].name;
            table[i].run(run, argc - 1, argv + 1);
            return;
        }
    }
    if (word != NULL && (is_any(word, "--help", "-h") ||
                         (strcmp(word, "help") == 0 && argc <= 3)))
    {
        help(run, argc == 3 && word[0] == 'h' ? argv[2] : "");
    }
    else if (word != NULL && is_any(word, "--version", "version"))
    {
        lyc_cli_version(run->out);
        run->says_verdict = 0;
        run->verdict = LYC_PROVED;
    }
    else
    {
        lyc_diag_fail(
            run->diag, LYC_MALFORMED,
            "lyapcert: expected a subcommand (bound, compare, "
            "flag, depth, check, verify, weave, cite, solve, simulate, help), "
            "got %s%.40s%s",
            word == NULL ? "nothing" : "'", word == NULL ? "" : word,
            word == NULL ? "" : "'");
        lyc_run_fail(run);
    }
}

/* An assertion that fails ends as every other internal error does. */
static void aborted(int signal_number)
{
    (void)signal_number;
    lyc_limits_fail("internal error");
}

int main(int argc, char **argv)
{
    lyc_limits_t limits;
    lyc_run run;
    lyc_limits_init(limits);
    lyc_limits_install(limits);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGABRT, aborted);

    lyc_run_init(&run);
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
    {
        run.wants_json |= strcmp(argv[i], "--json") == 0;
    }
    dispatch(&run, argc, argv);
    lyc_verdict_t verdict = lyc_run_finish(&run);
    lyc_run_clear(&run);
    lyc_number_cleanup();
    lyc_limits_clear(limits);
    return (int)verdict;
}
