#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(options, .fini = remove_folder);

/* One option with one bad value: MALFORMED, and the message names the option
 * and the value. */
static void bad_value(const char *option, const char *value)
{
    reply r;
    char name[64];
    ask(&r, "bound", "[1,1;1,0]", option, value, NULL);
    expect_why(&r, LYC_MALFORMED, "expected");
    snprintf(name, sizeof name, "%s: ", option);
    cr_expect_not_null(strstr(r.err->bytes, name), "%s", r.err->bytes);
    cr_expect_str_eq(r.out->bytes, "s MALFORMED\n");
    reply_clear(&r);
}

Test(options, tolerances)
{
    static const char *const value[] = {"0",      "nan",    "-1",    "1e400",
                                        "inf",    "",       "1e-5x", " 1e-5",
                                        "0x1p-3", "1e-400", "+1",    "0.0"};
    for (size_t i = 0; i < sizeof value / sizeof value[0]; i++)
    {
        bad_value("--tol", value[i]);
    }
}

Test(options, integers)
{
    static const char *const value[] = {"0", "-3", "1.5",
                                        "",  "x",  "99999999999999999999"};
    static const char *const option[] = {"--digits", "--max-cones",
                                         "--threads"};
    for (size_t i = 0; i < sizeof value / sizeof value[0]; i++)
    {
        for (size_t j = 0; j < sizeof option / sizeof option[0]; j++)
        {
            bad_value(option[j], value[i]);
        }
    }
    bad_value("--seed", "-1");
    bad_value("--seed", "1e3");
}

Test(options, indices)
{
    static const char *const value[] = {"0", "3", "1,", ",1", "1,3", "", "a"};
    for (size_t i = 0; i < sizeof value / sizeof value[0]; i++)
    {
        bad_value("-k", value[i]);
    }
}

Test(options, others)
{
    bad_value("--max-seconds", "0");
    bad_value("--max-seconds", "nan");
    bad_value("--max-memory", "0");
    bad_value("--max-memory", "4X");
    bad_value("--max-memory", "4KB");
    bad_value("--max-memory", "99999999999999999G");
    bad_value("--method", "guess");
    bad_value("--cert", "");
}

Test(options, good_values)
{
    reply r;
    ask(&r, "bound", "[2,0;0,1]", "--tol", ".5e-3", "-k", "1,2", "--max-memory",
        "1G", "--max-cones", "1000", "--threads", "2", "--seed", "0",
        "--max-seconds", "60", "--method", "auto", "-v", NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
    ask(&r, "bound", "--digits", "5", "--all", "--quiet", "--", "-1*[2,0;0,1]",
        NULL);
    expect(&r, LYC_PROVED);
    reply_clear(&r);
}

/* A law that begins with a minus sign, wherever it stands. */
Test(options, negative_laws)
{
    static const char *const line[][5] = {
        {"bound", "-1*[2,0;0,1]", NULL},
        {"bound", "--tol", "1e-3", "-[2,0;0,1]", NULL},
        {"bound", "-(1/2)*[4,0;0,2]", "-k", "1", NULL},
        {"bound", "--", "-{1/2: [2,0;0,1], 1/2: [2,0;0,-1]}", NULL},
        {"bound", "-0.5*[4,0;0,2]", "--quiet", NULL},
    };
    for (size_t i = 0; i < sizeof line / sizeof line[0]; i++)
    {
        reply r;
        ask(&r, line[i][0], line[i][1], line[i][2], line[i][3], line[i][4],
            NULL);
        expect(&r, LYC_PROVED);
        cr_expect_not_null(strstr(r.out->bytes, "lambda_1 = log(2)"), "%s",
                           r.out->bytes);
        reply_clear(&r);
    }
    reply r;
    ask(&r, "bound", "-1*[2,0;0,1]", "--tol", "-1", NULL);
    expect_why(&r, LYC_MALFORMED, "got '-1'");
    reply_clear(&r);
    ask(&r, "bound", "-2*[1]", "-2*[1]", NULL);
    expect_why(&r, LYC_MALFORMED, "got 2 arguments");
    reply_clear(&r);
}

/* Arguments that cannot be meant. */
Test(options, usage)
{
    static const char *const line[][5] = {
        {NULL},
        {"frobnicate", NULL},
        {"flag", NULL},
        {"depth", "[1,0;0,1]", NULL},
        {"solve", NULL},
        {"solve", "s in [0,1]: s = 1/2", "x", NULL},
        {"help", "flags", NULL},
        {"bound", NULL},
        {"bound", "[1,0;0,1]", "[1,0;0,1]", NULL},
        {"bound", "[1,0;0,1]", "--frob", NULL},
        {"bound", "[1,0;0,1]", "--tol", NULL},
        {"bound", "[1,0;0,1]", "-q", NULL},
        {"bound", "[1,0;0,1]", "--all", "-k1", NULL},
        {"bound", "[1,0;0,1]", "--tol=1", "--digits=2", NULL},
        {"compare", NULL},
        {"compare", "[1,0;0,1]", "[1,0;0,1]", NULL},
        {"compare", "[1,0;0,1]", "--steps", "2000", NULL},
        {"check", NULL},
        {"check", "--tol", "1", "x", NULL},
        {"verify", NULL},
        {"verify", "--digits", "3", "x", NULL},
    };
    for (size_t i = 0; i < sizeof line / sizeof line[0]; i++)
    {
        reply r;
        ask(&r, line[i][0], line[i][1], line[i][2], line[i][3], line[i][4],
            NULL);
        expect_why(&r, LYC_MALFORMED, "lyapcert");
        reply_clear(&r);
    }
}

/* Help and version print no verdict line and succeed. */
Test(options, help)
{
    static const char *const line[][3] = {
        {"--help", NULL},
        {"-h", NULL},
        {"help", NULL},
        {"help", "bound", NULL},
        {"help", "check", NULL},
        {"help", "verify", NULL},
        {"bound", "--help", NULL},
        {"check", "-h", NULL},
        {"verify", "--help", NULL},
        {"--version", NULL},
        {"bound", "--version", NULL},
    };
    for (size_t i = 0; i < sizeof line / sizeof line[0]; i++)
    {
        reply r;
        ask(&r, line[i][0], line[i][1], line[i][2], NULL);
        cr_expect_eq(r.status, 0);
        cr_expect_gt(r.out->length, 20);
        cr_expect_eq(strncmp(last_line(&r), "s ", 2) == 0, 0);
        cr_expect_str_eq(r.err->bytes, "");
        reply_clear(&r);
    }
}

/* Help names what exists and nothing else. */
Test(options, help_lists_what_exists)
{
    static const char *const present[] = {
        "bound",  "compare",  "depth", "flag",  "check",
        "verify", "simulate", "solve", "weave", "cite"};
    static const char *const absent[] = {"frobnicate"};
    reply r;
    ask(&r, "help", NULL);
    for (size_t i = 0; i < sizeof present / sizeof present[0]; i++)
    {
        reply help;
        cr_expect_not_null(strstr(r.out->bytes, present[i]));
        ask(&help, "help", present[i], NULL);
        cr_expect_eq(help.status, 0);
        cr_expect_not_null(strstr(help.out->bytes, present[i]));
        reply_clear(&help);
    }
    for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++)
    {
        cr_expect_null(strstr(r.out->bytes, absent[i]));
    }
    reply_clear(&r);
}
