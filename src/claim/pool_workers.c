#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "claim/pool.h"

typedef struct
{
    pid_t pid;
    int to, from; /* this side's ends of its pipes */
    long task;    /* -1: idle */
} worker;

typedef struct
{
    lyc_pool_run_t *run;
    worker *worker;
    int workers;
} team;

static void close_pipe(const int *pair)
{
    close(pair[0]);
    close(pair[1]);
}

/* The ends that belong to other workers must not outlive this side. */
static _Noreturn void become_worker(const team *t, const int *to,
                                    const int *from)
{
    for (int i = 0; i < t->workers; i++)
    {
        close(t->worker[i].to);
        close(t->worker[i].from);
    }
    close(to[1]);
    close(from[0]);
    lyc_pool_work(t->run->pool, to[0], from[1]);
}

/* 0 when the system gives no process or no pipe. */
static int hire(team *t)
{
    worker *w = t->worker + t->workers;
    int to[2], from[2];
    if (pipe(to) != 0)
    {
        return 0;
    }
    if (pipe(from) != 0)
    {
        close_pipe(to);
        return 0;
    }
    fflush(NULL);
    w->pid = fork();
    if (w->pid == 0)
    {
        become_worker(t, to, from);
    }
    close(to[0]);
    close(from[1]);
    w->to = to[1];
    w->from = from[0];
    w->task = -1;
    if (w->pid < 0)
    {
        close(w->to);
        close(w->from);
        return 0;
    }
    t->workers++;
    return 1;
}

/* Workers that still work are told to stop; what they know is lost. */
static void dismiss(team *t)
{
    for (int i = 0; i < t->workers; i++)
    {
        worker *w = t->worker + i;
        close(w->to);
        close(w->from);
        if (w->task >= 0)
        {
            kill(w->pid, SIGTERM);
        }
    }
    for (int i = 0; i < t->workers; i++)
    {
        while (waitpid(t->worker[i].pid, NULL, 0) < 0 && errno == EINTR)
        {
        }
    }
}

/* dismiss() waits for it. */
static int died(const team *t, worker *w, lyc_diag_t d)
{
    const lyc_pool *p = t->run->pool;
    lyc_text_t name;
    lyc_text_init(name);
    p->name(p->context, name, w->task);
    w->task = -1;
    kill(w->pid, SIGKILL);
    lyc_diag_fail(d, LYC_FAILURE, "%s: the process that worked on it died",
                  name->bytes);
    lyc_text_clear(name);
    return 0;
}

static int receive(const team *t, worker *w, lyc_diag_t d)
{
    lyc_pool_message m;
    if (!lyc_pool_read(w->from, &m, sizeof m))
    {
        return died(t, w, d);
    }
    char *bytes = lyc_calloc(m.length + 1, 1);
    int ok = lyc_pool_read(w->from, bytes, m.length);
    if (!ok)
    {
        died(t, w, d);
    }
    else if (m.verdict == LYC_PROVED)
    {
        w->task = -1;
        ok = lyc_pool_arrived(t->run, m.task, bytes, d);
    }
    else
    {
        w->task = -1;
        ok = lyc_diag_fail(d, (lyc_verdict_t)m.verdict, "%s", bytes);
    }
    free(bytes);
    return ok;
}

/* Gives every idle worker a task. 1 when some worker has one. */
static int assign(team *t, lyc_diag_t d)
{
    int busy = 0;
    for (int i = 0; i < t->workers; i++)
    {
        worker *w = t->worker + i;
        if (w->task < 0)
        {
            w->task = lyc_pool_next(t->run);
            if (w->task >= 0 &&
                !lyc_pool_write(w->to, &w->task, sizeof w->task))
            {
                return died(t, w, d);
            }
        }
        busy |= w->task >= 0;
    }
    return busy;
}

static int work(team *t, lyc_diag_t d)
{
    struct pollfd *watched =
        lyc_calloc((size_t)t->workers, sizeof(struct pollfd));
    int ok = 1;
    while (ok && !lyc_pool_stopped(t->run->pool) && assign(t, d))
    {
        for (int i = 0; i < t->workers; i++)
        {
            const worker *w = t->worker + i;
            watched[i] =
                (struct pollfd){w->task >= 0 ? w->from : -1, POLLIN, 0};
        }
        int ready = poll(watched, (nfds_t)t->workers, -1);
        for (int i = 0; ready > 0 && i < t->workers && ok &&
                        !lyc_pool_stopped(t->run->pool);
             i++)
        {
            ok = watched[i].revents == 0 || receive(t, t->worker + i, d);
        }
    }
    free(watched);
    return ok && !d->is_set;
}

int lyc_pool_run_workers(lyc_pool_run_t *run, lyc_diag_t d)
{
    team t = {run, NULL, 0};
    t.worker = lyc_calloc((size_t)run->pool->workers, sizeof(worker));
    while (t.workers < run->pool->workers && hire(&t))
    {
    }
    int ok = t.workers > 0
                 ? work(&t, d)
                 : lyc_diag_fail(d, LYC_FAILURE,
                                 "no worker process could be started: %s",
                                 strerror(errno));
    dismiss(&t);
    free(t.worker);
    return ok;
}
