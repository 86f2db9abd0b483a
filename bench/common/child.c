/* wait4 is not in POSIX. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "common/bench.h"

double bench_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static _Noreturn void stop(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(LYC_FAILURE);
}

static _Noreturn void run(int to, double *out, size_t bytes,
                          void (*work)(double *out, const void *data),
                          const void *data)
{
    work(out, data);
    _exit(write(to, out, bytes) == (ssize_t)bytes ? 0 : LYC_FAILURE);
}

double bench_child(double *out, size_t n,
                   void (*work)(double *out, const void *data),
                   const void *data)
{
    const size_t bytes = n * sizeof *out;
    struct rusage usage;
    int ends[2], status;
    for (size_t k = 0; k < n; k++)
        out[k] = 0.0;
    if (pipe(ends) != 0)
        stop("no pipe");
    fflush(stdout);
    const pid_t child = fork();
    if (child < 0)
        stop("no child process");
    if (child == 0)
        run(ends[1], out, bytes, work, data);
    close(ends[1]);
    const ssize_t got = read(ends[0], out, bytes);
    close(ends[0]);
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0 || got != (ssize_t)bytes)
        stop("a child process failed");
    return 1024.0 * (double)usage.ru_maxrss;
}
