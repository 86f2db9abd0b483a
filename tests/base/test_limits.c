#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "lyapcert/arith.h"
#include "lyapcert/limits.h"
#include "lyapcert/text.h"

Test(limits, clock)
{
    lyc_limits_t limits;

    lyc_limits_init(limits);
    cr_assert_eq(lyc_limits_out_of_time(limits), 0);
    cr_assert(lyc_limits_elapsed(limits) >= 0);
    cr_assert(lyc_limits_elapsed(limits) < 60);
    limits->max_seconds = 5;
    cr_assert_eq(lyc_limits_out_of_time(limits), 0);
    limits->start -= 10;
    cr_assert_eq(lyc_limits_out_of_time(limits), 1);
    limits->max_seconds = (double)NAN;
    cr_assert_eq(lyc_limits_out_of_time(limits), 1);
    lyc_limits_clear(limits);
}

/* Runs f in a child and asserts that it ended the way FAILURE ends. */
static void assert_fails(void (*f)(void))
{
    char bytes[256];
    ssize_t n;
    int ends[2], status;
    pid_t child;

    cr_assert_eq(pipe(ends), 0);
    child = fork();
    cr_assert(child >= 0);
    if (child == 0)
    {
        dup2(ends[1], STDOUT_FILENO);
        close(STDERR_FILENO);
        f();
        _exit(99);
    }
    close(ends[1]);
    n = read(ends[0], bytes, sizeof bytes);
    close(ends[0]);
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFEXITED(status));
    cr_assert_eq(WEXITSTATUS(status), 4);
    cr_assert_eq(n, 10);
    cr_assert_eq(memcmp(bytes, "s FAILURE\n", 10), 0);
}

static void fail(void)
{
    lyc_limits_fail("on purpose");
}

static void allocate(void)
{
    volatile size_t much = (size_t)-1 / 4;

    free(lyc_malloc(much));
}

static void install(void)
{
    lyc_limits_t limits;

    lyc_limits_init(limits);
    lyc_limits_install(limits);
    lyc_limits_clear(limits);
}

static void abort_in_flint(void)
{
    install();
    flint_abort();
}

#ifndef __SANITIZE_ADDRESS__
static void exhaust_in_gmp(void)
{
    struct rlimit limit = {1UL << 30, 1UL << 30};
    ulong bits;
    fmpz_t x;

    install();
    setrlimit(RLIMIT_AS, &limit);
    fmpz_init_set_ui(x, 1);
    for (bits = 64;; bits *= 2)
        fmpz_mul_2exp(x, x, bits);
}
#endif

Test(limits, failure_has_its_line_and_status)
{
    assert_fails(fail);
}

Test(limits, abort_in_flint)
{
    assert_fails(abort_in_flint);
}

/* AddressSanitizer (with allocator_may_return_null=1) reserves more address
 * space than exhaust_in_gmp leaves. */
Test(limits, memory)
{
    assert_fails(allocate);
#ifndef __SANITIZE_ADDRESS__
    assert_fails(exhaust_in_gmp);
#endif
}
