/* An interrupt ends a run as a limit does. */
#define _XOPEN_SOURCE 700

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "cli/command.h"

TestSuite(interrupt, .fini = remove_folder);

Test(interrupt, bound_prints_what_is_known, .timeout = 60)
{
    const char *out = path_of("out");
    const char *program = getenv("LYAPCERT");
    struct timespec pause = {1, 0};
    int status = 0;
    reply r = {0};
    pid_t pid = fork();
    if (pid == 0)
    {
        if (freopen(out, "w", stdout) == NULL ||
            freopen("/dev/null", "w", stderr) == NULL)
        {
            _exit(99);
        }
        execl(program == NULL ? LYC_BUILD "/lyapcert" : program, "lyapcert",
              "bound", "--method", "gauge", "--tol", "1e-14",
              "{1/2: [0,1;1,1], 1/2: [0,1;1,-1]}", (char *)NULL);
        _exit(98);
    }
    cr_assert_gt(pid, 0);
    nanosleep(&pause, NULL);
    cr_assert_eq(kill(pid, SIGINT), 0);
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert(WIFEXITED(status));
    lyc_diag_t d;
    lyc_diag_init(d);
    lyc_text_init(r.out);
    lyc_text_init(r.err);
    cr_assert(lyc_text_read_file(r.out, out, d));
    r.status = WEXITSTATUS(status);
    expect(&r, LYC_UNDECIDED);
    lyc_diag_clear(d);
    reply_clear(&r);
}
