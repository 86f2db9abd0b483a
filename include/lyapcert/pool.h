/* Many independent tasks decided by several processes, with results taken in
 * the order of the tasks whatever the number of processes is. */
#ifndef LYAPCERT_POOL_H
#define LYAPCERT_POOL_H

#include <signal.h>

#include "lyapcert/text.h"

typedef struct
{
    long tasks;
    int workers; /* processes that work; 1 or less: the calling one does */
    /* Appends the outcome of task i. 1; or 0 and d. With workers it runs in a
     * copy of the calling process: what else it changes is lost. */
    int (*work)(void *context, lyc_text_t out, long i, lyc_diag_t d);
    /* The outcome of task i where it is known already, else NULL; or NULL. */
    const char *(*recall)(void *context, long i);
    /* Each new outcome as soon as it is there, in any order; or NULL. */
    void (*keep)(void *context, long i, const char *outcome);
    /* Every outcome, in the order of i. 1; or 0 and d. */
    int (*take)(void *context, long i, const char *outcome, lyc_diag_t d);
    /* What task i is called where its worker dies. */
    void (*name)(void *context, lyc_text_t out, long i);
    const volatile sig_atomic_t *stop; /* non-zero: no further task; or NULL */
    void *context;
} lyc_pool;

/* Runs every task unless stopped; then tasks under way are dropped, and what
 * was done is taken. 1; or 0 and d: the error of a task, or FAILURE with the
 * name of the task whose worker died. */
int lyc_pool_run(const lyc_pool *pool, lyc_diag_t d);

#endif
