/* A pool while it runs. */
#ifndef LYAPCERT_CLAIM_POOL_H
#define LYAPCERT_CLAIM_POOL_H

#include "lyapcert/pool.h"

typedef struct
{
    const lyc_pool *pool;
    char **outcome; /* tasks; NULL: not there, or taken */
    long next;      /* no task before it waits for a worker */
    long taken;     /* tasks before it are taken */
} lyc_pool_run_t;

int lyc_pool_stopped(const lyc_pool *pool);

/* A task that nobody has begun, -1 when there is none. */
long lyc_pool_next(lyc_pool_run_t *run);

/* The outcome of task i is there: kept, and taken when its turn is. */
int lyc_pool_arrived(lyc_pool_run_t *run, long i, const char *outcome,
                     lyc_diag_t d);

/* All tasks by pool->workers processes. 1; or 0 and d. */
int lyc_pool_run_workers(lyc_pool_run_t *run, lyc_diag_t d);

/* ---- messages between the processes: each either whole or not there ---- */

typedef struct
{
    long task;
    int verdict; /* PROVED: an outcome follows; else the text of an error */
    size_t length;
} lyc_pool_message;

/* 1 when all n bytes went through the pipe. */
int lyc_pool_write(int pipe, const void *bytes, size_t n);
int lyc_pool_read(int pipe, void *bytes, size_t n);

/* What a worker does: tasks come from one pipe, messages go to another. */
_Noreturn void lyc_pool_work(const lyc_pool *pool, int from, int to);

#endif
