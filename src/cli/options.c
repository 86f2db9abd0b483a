#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

enum
{
    OPTION_TOL = 256,
    OPTION_DIGITS,
    OPTION_ALL,
    OPTION_METHOD,
    OPTION_CERT,
    OPTION_JSON,
    OPTION_MAX_SECONDS,
    OPTION_MAX_MEMORY,
    OPTION_MAX_CONES,
    OPTION_THREADS,
    OPTION_SEED,
    OPTION_STEPS,
    OPTION_FULL,
    OPTION_RESUME,
    OPTION_RECORD,
    OPTION_RESULTS,
    OPTION_EXCEED,
    OPTION_BELOW,
    OPTION_DECIDED,
    OPTION_LAW_SECONDS,
    OPTION_QUIET,
    OPTION_VERSION
};

static const struct option table[] = {
    {"tol", required_argument, NULL, OPTION_TOL},
    {"digits", required_argument, NULL, OPTION_DIGITS},
    {"all", no_argument, NULL, OPTION_ALL},
    {"method", required_argument, NULL, OPTION_METHOD},
    {"cert", required_argument, NULL, OPTION_CERT},
    {"json", no_argument, NULL, OPTION_JSON},
    {"max-seconds", required_argument, NULL, OPTION_MAX_SECONDS},
    {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
    {"max-cones", required_argument, NULL, OPTION_MAX_CONES},
    {"threads", required_argument, NULL, OPTION_THREADS},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"steps", required_argument, NULL, OPTION_STEPS},
    {"full", no_argument, NULL, OPTION_FULL},
    {"resume", required_argument, NULL, OPTION_RESUME},
    {"record", required_argument, NULL, OPTION_RECORD},
    {"results", required_argument, NULL, OPTION_RESULTS},
    {"exceed", required_argument, NULL, OPTION_EXCEED},
    {"below", required_argument, NULL, OPTION_BELOW},
    {"law-seconds", required_argument, NULL, OPTION_LAW_SECONDS},
    {"decided", required_argument, NULL, OPTION_DECIDED},
    {"verbose", no_argument, NULL, 'v'},
    {"quiet", no_argument, NULL, OPTION_QUIET},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

void lyc_options_init(lyc_options *o)
{
    memset(o, 0, sizeof *o);
    o->tol = 1e-4;
    o->method = LYC_METHOD_AUTO;
    o->steps = 1000000;
    lyc_limits_init(o->limits);
}

void lyc_options_clear(lyc_options *o)
{
    free(o->k);
    free(o->shown);
    lyc_limits_clear(o->limits);
}

static int needed(int option)
{
    switch (option)
    {
    case OPTION_TOL:
        return LYC_TAKES_TOL;
    case OPTION_DIGITS:
        return LYC_TAKES_DIGITS;
    case 'k':
    case OPTION_ALL:
        return LYC_TAKES_K;
    case OPTION_METHOD:
        return LYC_TAKES_METHOD;
    case OPTION_CERT:
        return LYC_TAKES_CERT;
    case OPTION_STEPS:
        return LYC_TAKES_STEPS;
    case 'L':
    case OPTION_EXCEED:
    case OPTION_BELOW:
        return LYC_TAKES_DEPTH;
    case OPTION_RESULTS:
        return LYC_TAKES_RESULTS;
    case OPTION_DECIDED:
        return LYC_TAKES_DECIDED;
    case OPTION_FULL:
    case OPTION_LAW_SECONDS:
        return LYC_TAKES_FULL;
    case OPTION_RESUME:
    case OPTION_RECORD:
        return LYC_TAKES_RUNS;
    case 'j':
        return LYC_TAKES_JOBS;
    default:
        return 0;
    }
}

static int bad(const char *command, const char *option, const char *expected,
               const char *got, lyc_diag_t d)
{
    return lyc_diag_fail(d, LYC_MALFORMED,
                         "lyapcert %s: %s: expected %s, got '%.40s'", command,
                         option, expected, got);
}

/* The value of one option. NULL when it is as expected, else what was. */
static const char *set_limit(lyc_options *o, int option, const char *value)
{
    long n = 0;
    switch (option)
    {
    case OPTION_MAX_SECONDS:
        o->has_max_seconds = 1;
        return lyc_options_positive(&o->limits->max_seconds, value)
                   ? NULL
                   : "a positive number of seconds, such as 30";
    case OPTION_LAW_SECONDS:
        return lyc_options_positive(&o->law_seconds, value)
                   ? NULL
                   : "a positive number of seconds, such as 30";
    case OPTION_MAX_MEMORY:
        return lyc_options_bytes(&o->limits->max_memory, value)
                   ? NULL
                   : "a positive number of bytes, such as 4G";
    case OPTION_MAX_CONES:
        return lyc_options_integer(&o->limits->max_cones, value, 1, LONG_MAX)
                   ? NULL
                   : "a positive integer";
    case OPTION_THREADS:
    case 'j':
        if (!lyc_options_integer(&n, value, 1, 1024))
        {
            return "an integer from 1 to 1024";
        }
        o->limits->threads = (int)n;
        return NULL;
    default:
        return lyc_options_unsigned(&o->limits->seed, value)
                   ? NULL
                   : "an integer, at least 0";
    }
}

static const char *add_level(lyc_options *o, int side, const char *value)
{
    if (*value == '\0')
    {
        return "a number, such as 2 or log(1000)";
    }
    if (o->levels == LYC_OPTIONS_MAX_LEVELS)
    {
        return "at most 16 levels";
    }
    o->level[o->levels].text = value;
    o->level[o->levels++].side = side;
    return NULL;
}

static const char *set_value(lyc_options *o, int option, const char *value)
{
    long n = 0;
    switch (option)
    {
    case OPTION_TOL:
        o->has_tol = 1;
        return lyc_options_positive(&o->tol, value)
                   ? NULL
                   : "a positive number, such as 1e-6";
    case OPTION_DIGITS:
        if (!lyc_options_integer(&n, value, 1, 100000))
        {
            return "an integer from 1 to 100000";
        }
        o->digits = n;
        return NULL;
    case 'k':
        free(o->k);
        return lyc_options_indices(&o->k, &o->ks, value)
                   ? NULL
                   : "indices from 1 on, such as 1,2";
    case OPTION_METHOD:
        o->has_method = 1;
        return lyc_method_set_str(&o->method, value)
                   ? NULL
                   : "auto, formula, block, gauge, collocation, product or "
                     "determinant";
    case OPTION_CERT:
        o->cert = value;
        return *value != '\0' ? NULL : "the name of a file";
    case OPTION_RESUME:
        o->resume = value;
        return *value != '\0' ? NULL : "the name of a file";
    case OPTION_DECIDED:
        o->decided = value;
        return *value != '\0' ? NULL : "the name of a file";
    case OPTION_RESULTS:
        o->results = value;
        return *value != '\0' ? NULL : "the name of a folder";
    case OPTION_RECORD:
        o->record = value;
        return *value != '\0' ? NULL : "the name of a file";
    case 'L':
        return lyc_options_integer(&o->depth, value, 1, LYC_DEPTH_MAX)
                   ? NULL
                   : "a depth from 1 to 10^9";
    case OPTION_EXCEED:
        return add_level(o, 1, value);
    case OPTION_BELOW:
        return add_level(o, -1, value);
    case OPTION_STEPS:
        return lyc_options_integer(&o->steps, value, LYC_SIMULATION_MIN_STEPS,
                                   1000000000000)
                   ? NULL
                   : "an integer from 1000 to 10^12";
    default:
        return set_limit(o, option, value);
    }
}

static void set_flag(lyc_options *o, int option)
{
    o->all |= option == OPTION_ALL;
    o->json |= option == OPTION_JSON;
    o->verbose |= option == 'v';
    o->quiet |= option == OPTION_QUIET;
    o->full |= option == OPTION_FULL;
    o->help |= option == 'h';
    o->version |= option == OPTION_VERSION;
}

static int conflicts(const lyc_options *o, const char *command, lyc_diag_t d)
{
    if (o->has_tol && o->digits > 0)
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "lyapcert %s: expected --tol or --digits, got "
                             "both",
                             command);
    }
    if (o->all && o->ks > 0)
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "lyapcert %s: expected -k or --all, got both",
                             command);
    }
    if (o->verbose && o->quiet)
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "lyapcert %s: expected -v or --quiet, got both",
                             command);
    }
    return 1;
}

static const char *name_of(int option, char *buffer)
{
    for (const struct option *row = table; row->name != NULL; row++)
    {
        if (row->val == option)
        {
            strcpy(buffer, "--");
            return strcat(buffer, row->name);
        }
    }
    buffer[0] = '-';
    buffer[1] = (char)option;
    buffer[2] = '\0';
    return buffer;
}

static int take(lyc_options *o, int option, char **argv, int takes,
                lyc_diag_t d)
{
    char name[32];
    if (option == '?' || option == ':')
    {
        return lyc_diag_fail(
            d, LYC_MALFORMED, "lyapcert %s: %.40s: %s", argv[0],
            argv[optind - 1],
            option == ':' ? "a value is missing"
                          : "expected an option of 'lyapcert help' (an "
                            "argument that begins with - goes after --)");
    }
    name_of(option, name);
    if ((needed(option) & takes) != needed(option))
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "lyapcert %s: %s is not an option of this "
                             "subcommand",
                             argv[0], name);
    }
    if (optarg == NULL)
    {
        set_flag(o, option);
        return 1;
    }
    const char *expected = set_value(o, option, optarg);
    return expected == NULL || bad(argv[0], name, expected, optarg, d);
}

/* A minus sign before what an expression goes on with and no option does. */
static int is_negative(const char *s)
{
    return s[0] == '-' && s[1] != '\0' &&
           strchr("0123456789([{ ", s[1]) != NULL;
}

/* argv as getopt is to see it: such arguments are empty words, each at its own
 * place of `words`. */
static char **hide(char *words, int argc, char **argv)
{
    char **shown = lyc_calloc((size_t)argc + 1, sizeof *shown);
    for (int i = 0; i < argc; i++)
    {
        shown[i] = i > 0 && is_negative(argv[i]) ? words + i : argv[i];
    }
    return shown;
}

static char *unhide(char *s, char *words, int argc, char **argv)
{
    for (int i = 0; i < argc; i++)
    {
        if (s == words + i)
        {
            return argv[i];
        }
    }
    return s;
}

int lyc_options_parse(lyc_options *o, int argc, char **argv, int takes,
                      lyc_diag_t d)
{
    char *words = lyc_calloc((size_t)argc, 1);
    char **shown = hide(words, argc, argv);
    int option, ok = 1;
    opterr = 0;
    optind = 1;
    optarg = NULL;
    while (ok &&
           (option = getopt_long(argc, shown, ":k:j:L:vh", table, NULL)) != -1)
    {
        optarg = unhide(optarg, words, argc, argv);
        ok = take(o, option, shown, takes, d);
        optarg = NULL;
    }
    for (int i = 0; i < argc; i++)
    {
        shown[i] = unhide(shown[i], words, argc, argv);
    }
    o->shown = shown;
    o->argument = shown + optind;
    o->arguments = argc - optind;
    o->limits->is_patient = o->has_tol || o->digits > 0;
    free(words);
    return ok && (o->help || o->version || conflicts(o, argv[0], d));
}

void lyc_options_progress(lyc_options *o)
{
    o->limits->verbose = o->quiet                ? 0
                         : o->verbose            ? 2
                         : isatty(STDERR_FILENO) ? 1
                                                 : 0;
}
