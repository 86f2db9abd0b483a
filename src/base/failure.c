#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lyapcert/arith.h"
#include "lyapcert/limits.h"
#include "lyapcert/verdict.h"

/* Allocates nothing and takes no lock: memory may be short. */
static void put(int fd, const char *s)
{
    size_t left = strlen(s);

    while (left > 0)
    {
        ssize_t n = write(fd, s, left);

        if (n <= 0)
            return;
        s += n;
        left -= (size_t)n;
    }
}

void lyc_limits_fail(const char *message)
{
    put(STDERR_FILENO, "lyapcert: ");
    put(STDERR_FILENO, message);
    put(STDERR_FILENO, "\n");
    put(STDOUT_FILENO, "s FAILURE\n");
    _exit(LYC_FAILURE);
}

static FLINT_NORETURN void flint_aborted(void)
{
    lyc_limits_fail("internal error or memory short in the arithmetic");
}

static void *gmp_allocate(size_t bytes)
{
    void *p = malloc(bytes);

    if (p == NULL)
        lyc_limits_fail("out of memory");
    return p;
}

static void *gmp_reallocate(void *p, size_t old_bytes, size_t bytes)
{
    (void)old_bytes;
    p = realloc(p, bytes);
    if (p == NULL)
        lyc_limits_fail("out of memory");
    return p;
}

static void gmp_free(void *p, size_t bytes)
{
    (void)bytes;
    free(p);
}

void lyc_limits_install(const lyc_limits_t limits)
{
    (void)limits;
    mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_free);
    flint_set_abort(flint_aborted);
}
