/* For realpath. */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lyapcert/text.h"

static int fail(lyc_diag_t d, const char *path, const char *what, int error)
{
    return lyc_diag_fail(d, LYC_FAILURE, "%s: %s: %s", path, what,
                         strerror(error));
}

int lyc_text_read_file(lyc_text_t t, const char *path, lyc_diag_t d)
{
    char chunk[65536];
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return fail(d, path, "cannot be opened", errno);
    lyc_text_reset(t);
    for (;;)
    {
        ssize_t n = read(fd, chunk, sizeof chunk);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
        {
            int error = errno;

            close(fd);
            return fail(d, path, "cannot be read", error);
        }
        if (n == 0)
            break;
        lyc_text_add_n(t, chunk, (size_t)n);
    }
    close(fd);
    return 1;
}

/* 1 when all n bytes went out; else errno says why not. */
static int write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0)
    {
        ssize_t done = write(fd, bytes, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return 0;
        bytes += done;
        n -= (size_t)done;
    }
    return 1;
}

/* Terminals, pipes and devices cannot be replaced: they are written to. */
static int write_through(const char *path, const char *bytes, size_t n,
                         lyc_diag_t d)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    int error = 0;

    if (fd < 0)
        return fail(d, path, "cannot be opened", errno);
    if (!write_all(fd, bytes, n))
        error = errno;
    if (close(fd) != 0 && error == 0)
        error = errno;
    return error == 0 ? 1 : fail(d, path, "cannot be written", error);
}

/* A new file beside path; its name goes to name. -1 and errno on failure. */
static int open_beside(lyc_text_t name, const char *path)
{
    int attempt, fd = -1;

    for (attempt = 0; attempt < 1000 && fd < 0; attempt++)
    {
        lyc_text_reset(name);
        lyc_text_printf(name, "%s.%ld.%d.tmp", path, (long)getpid(), attempt);
        fd = open(name->bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

static int replace(const char *path, const char *bytes, size_t n, lyc_diag_t d)
{
    lyc_text_t name;
    int fd, error = 0;

    lyc_text_init(name);
    fd = open_beside(name, path);
    if (fd < 0)
        error = errno;
    else
    {
        if (!write_all(fd, bytes, n) || fsync(fd) != 0)
            error = errno;
        if (close(fd) != 0 && error == 0)
            error = errno;
        if (error == 0 && rename(name->bytes, path) != 0)
            error = errno;
        if (error != 0)
            unlink(name->bytes);
    }
    lyc_text_clear(name);
    return error == 0 ? 1 : fail(d, path, "cannot be written", error);
}

int lyc_text_write_file(const char *path, const char *bytes, size_t n,
                        lyc_diag_t d)
{
    struct stat info;
    char *target;
    int ok;

    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
    {
        if (S_ISDIR(info.st_mode))
            return fail(d, path, "cannot be written", EISDIR);
        return write_through(path, bytes, n, d);
    }
    /* A symbolic link stays one: what it points to is replaced. */
    target = realpath(path, NULL);
    ok = replace(target != NULL ? target : path, bytes, n, d);
    free(target);
    return ok;
}
