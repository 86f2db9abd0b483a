/* A limit, or an interruption, inside of one formula. */
#define _XOPEN_SOURCE 700

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(guard, .fini = remove_folder, .timeout = 60);

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* More than the second that is allowed: the machine may be busy. */
#define ROOM 4.0

static void in_time(const char *command, const char *law, const char *digits)
{
    reply r;
    const double begin = now();
    ask(&r, command, law, "--digits", digits, "--max-seconds", "1", NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_lt(now() - begin, 1 + ROOM, "%s %s", command, law);
    cr_expect_null(strstr(r.out->bytes, "nan"));
    reply_clear(&r);
}

Test(guard, sums_and_quadratures)
{
    in_time("bound", "[normal() + 1000000]", "30");
    in_time("bound", "[gamma(1/2,1), 1; 1, 0]", "6000");
    in_time("bound", "I + 1/1000*gaussian(30)", "30");
    in_time("bound", "I + gaussian(64,64)*gates(64,1/2)*gaussian(64,64)",
            "1000");
    in_time("compare", "[normal() + 1000000]", "30");
}

/* Inside of one call of a library. */
Test(guard, many_digits)
{
    in_time("bound", "[normal() + 1000]", "100000");
    in_time("bound", "I + gaussian(2)", "100000");
    in_time("compare", "gaussian(2)", "100000");
    in_time("solve", "s in [1/10,2]: lambda(I + s*gaussian(2), 1) = 1/10",
            "100000");
}

/* What was known before is printed: lambda_1 by its formula. */
Test(guard, keeps_what_is_known)
{
    reply r;
    /* lambda_1 takes a tenth of a second, and all of them minutes. */
    ask(&r, "bound", "I + 1/1000*gaussian(30)", "--max-seconds", "6", NULL);
    expect(&r, LYC_UNDECIDED);
    cr_expect_not_null(strstr(r.out->bytes, "0.000013999"), "%s", r.out->bytes);
    reply_clear(&r);
    ask(&r, "bound", "I + gaussian(2)", "--digits", "100000", "--max-seconds",
        "1", "--json", NULL);
    cr_expect_not_null(strstr(r.out->bytes, "\"status\": \"UNDECIDED\""));
    cr_expect_not_null(strstr(r.out->bytes, "\"lower\": \"-inf\""));
    reply_clear(&r);
}

static void ended_by(int signal_number)
{
    const char *out = path_of("out");
    const char *program = getenv("LYAPCERT");
    struct timespec pause = {1, 0};
    int status = 0;
    const double begin = now();
    pid_t pid = fork();
    if (pid == 0)
    {
        if (freopen(out, "w", stdout) == NULL ||
            freopen("/dev/null", "w", stderr) == NULL)
        {
            _exit(99);
        }
        execl(program == NULL ? LYC_BUILD "/lyapcert" : program, "lyapcert",
              "bound", "--digits", "100000", "[normal() + 1000]", (char *)NULL);
        _exit(98);
    }
    cr_assert_gt(pid, 0);
    nanosleep(&pause, NULL);
    cr_assert_eq(kill(pid, signal_number), 0);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert(WIFEXITED(status));
    cr_expect_eq(WEXITSTATUS(status), LYC_UNDECIDED);
    cr_expect_lt(now() - begin, 2 + ROOM);
    lyc_diag_t d;
    lyc_text_t t;
    lyc_diag_init(d);
    lyc_text_init(t);
    cr_assert(lyc_text_read_file(t, out, d));
    cr_expect_not_null(strstr(t->bytes, "s UNDECIDED\n"));
    lyc_text_clear(t);
    lyc_diag_clear(d);
}

Test(guard, interruptions)
{
    ended_by(SIGINT);
    ended_by(SIGTERM);
}
