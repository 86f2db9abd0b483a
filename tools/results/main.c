/* Results: certified values with their certificates, and tables for figures.
 *
 *     results [OPTION]... update              computes what is out of date
 *     results [OPTION]... reproduce SCRATCH   computes all of it and compares
 *     results [OPTION]... audit | check       looks; and checks certificates
 *
 *     --folder DIR (results)  --program FILE (build/lyapcert)
 *     --sources DIGEST of the program's sources  -j N  --only ID, TOPIC or
 *     pattern  --force: nothing is up to date  --timing: measure anew, too
 *
 * To be run in the root of the tree. Exit status 0, 1 where something differs
 * or is wrong, 3 for bad recipes and usage, 4 otherwise. */
#define _XOPEN_SOURCE 700
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lyapcert/limits.h"
#include "lyapcert/number.h"
#include "work.h"

static int misuse(void)
{
    fputs("usage: results [--folder DIR] [--program FILE] [--sources DIGEST]\n"
          "               [-j N] [--only PATTERN] [--force] [--timing]\n"
          "               update | reproduce SCRATCH | audit | check\n",
          stderr);
    return LYC_MALFORMED;
}

static int read_options(setting *s, int argc, char **argv)
{
    static const struct option table[] = {
        {"folder", required_argument, NULL, 'f'},
        {"program", required_argument, NULL, 'p'},
        {"sources", required_argument, NULL, 's'},
        {"only", required_argument, NULL, 'o'},
        {"force", no_argument, NULL, 'F'},
        {"timing", no_argument, NULL, 'T'},
        {NULL, 0, NULL, 0}};
    int option;
    while ((option = getopt_long(argc, argv, "j:", table, NULL)) != -1)
        switch (option)
        {
        case 'f':
            s->folder = optarg;
            break;
        case 'p':
            s->program = optarg;
            break;
        case 's':
            s->sources = optarg;
            break;
        case 'o':
            s->only = *optarg == '\0' ? NULL : optarg;
            break;
        case 'F':
            s->is_forced = 1;
            break;
        case 'T':
            s->with_timing = 1;
            break;
        case 'j':
            s->jobs = atoi(optarg);
            if (s->jobs < 1 || s->jobs > 1024)
                return 0;
            break;
        default:
            return 0;
        }
    return optind < argc;
}

static int run(const setting *s, char **argv, int words)
{
    long bad = -1;
    if (strcmp(argv[0], "update") == 0 && words == 1)
        bad = work_update(s);
    else if (strcmp(argv[0], "reproduce") == 0 && words == 2)
        bad = work_reproduce(s, argv[1]);
    else if (strcmp(argv[0], "audit") == 0 && words == 1)
        bad = work_audit(s, 0);
    else if (strcmp(argv[0], "check") == 0 && words == 1)
        bad = work_audit(s, 1);
    if (bad < 0)
        return misuse();
    printf("%s: %ld results, %ld wrong\n", argv[0], s->list.length, bad);
    return bad > 0 ? LYC_DISPROVED : LYC_PROVED;
}

int main(int argc, char **argv)
{
    setting s = {.folder = "results",
                 .program = "build/lyapcert",
                 .sources = "",
                 .jobs = 1};
    lyc_limits_t limits;
    lyc_diag_t d;
    int status;
    if (!read_options(&s, argc, argv))
        return misuse();
    lyc_limits_init(limits);
    lyc_limits_install(limits);
    lyc_diag_init(d);
    if (recipe_read_all(&s.list, s.folder, d))
        status = run(&s, argv + optind, argc - optind);
    else
    {
        fprintf(stderr, "results: %s\n", d->text);
        status = (int)d->status;
    }
    recipe_clear_all(&s.list);
    lyc_diag_clear(d);
    lyc_number_cleanup();
    lyc_limits_clear(limits);
    return status;
}
