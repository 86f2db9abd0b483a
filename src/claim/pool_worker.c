#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "claim/pool.h"
#include "lyapcert/number.h"

int lyc_pool_write(int pipe, const void *bytes, size_t n)
{
    const char *s = bytes;
    while (n > 0)
    {
        ssize_t done = write(pipe, s, n);
        if (done < 0 && errno == EINTR)
        {
            continue;
        }
        if (done <= 0)
        {
            return 0;
        }
        s += done;
        n -= (size_t)done;
    }
    return 1;
}

int lyc_pool_read(int pipe, void *bytes, size_t n)
{
    char *s = bytes;
    while (n > 0)
    {
        ssize_t done = read(pipe, s, n);
        if (done < 0 && errno == EINTR)
        {
            continue;
        }
        if (done <= 0)
        {
            return 0;
        }
        s += done;
        n -= (size_t)done;
    }
    return 1;
}

/* The verdict line is the calling process's to print. */
static void leave_output(void)
{
    int null = open("/dev/null", O_WRONLY);
    if (null < 0 || dup2(null, STDOUT_FILENO) < 0)
    {
        _exit(LYC_FAILURE);
    }
    close(null);
    signal(SIGPIPE, SIG_IGN);
    /* From a terminal it reaches every process; the calling one decides. */
    signal(SIGINT, SIG_IGN);
}

static int answer(const lyc_pool *pool, long task, int to)
{
    lyc_text_t out;
    lyc_diag_t d;
    lyc_text_init(out);
    lyc_diag_init(d);
    int ok = pool->work(pool->context, out, task, d);
    const char *bytes = ok ? out->bytes : d->is_set ? d->text : "unknown error";
    lyc_verdict_t verdict = d->is_set ? d->status : LYC_FAILURE;
    lyc_pool_message m;
    memset(&m, 0, sizeof m); /* padding is sent, too */
    m.task = task;
    m.verdict = (int)(ok ? LYC_PROVED : verdict);
    m.length = strlen(bytes);
    int sent = !lyc_pool_stopped(pool) && lyc_pool_write(to, &m, sizeof m) &&
               lyc_pool_write(to, bytes, m.length);
    lyc_text_clear(out);
    lyc_diag_clear(d);
    return sent;
}

void lyc_pool_work(const lyc_pool *pool, int from, int to)
{
    long task = 0;
    leave_output();
    while (lyc_pool_read(from, &task, sizeof task) && answer(pool, task, to))
    {
    }
    lyc_number_cleanup();
    _exit(0);
}
