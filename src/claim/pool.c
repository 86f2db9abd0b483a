#include <stdlib.h>

#include "claim/pool.h"

int lyc_pool_stopped(const lyc_pool *pool)
{
    return pool->stop != NULL && *pool->stop;
}

static void begin(lyc_pool_run_t *run, const lyc_pool *pool)
{
    size_t n = (size_t)pool->tasks;
    run->pool = pool;
    run->outcome = lyc_calloc(n, sizeof *run->outcome);
    run->next = run->taken = 0;
    for (long i = 0; i < pool->tasks; i++)
    {
        const char *known =
            pool->recall == NULL ? NULL : pool->recall(pool->context, i);
        run->outcome[i] = known == NULL ? NULL : lyc_strdup(known);
    }
}

static void end(lyc_pool_run_t *run)
{
    for (long i = 0; i < run->pool->tasks; i++)
    {
        free(run->outcome[i]);
    }
    free(run->outcome);
}

/* Takes what is there in order: to the first gap, or over all gaps. */
static int take(lyc_pool_run_t *run, int over_gaps, lyc_diag_t d)
{
    const lyc_pool *p = run->pool;
    while (run->taken < p->tasks &&
           (over_gaps || run->outcome[run->taken] != NULL))
    {
        long i = run->taken++;
        if (run->outcome[i] != NULL &&
            !p->take(p->context, i, run->outcome[i], d))
        {
            return 0;
        }
        free(run->outcome[i]);
        run->outcome[i] = NULL;
    }
    return 1;
}

long lyc_pool_next(lyc_pool_run_t *run)
{
    while (run->next < run->pool->tasks &&
           (run->next < run->taken || run->outcome[run->next] != NULL))
    {
        run->next++;
    }
    return run->next < run->pool->tasks ? run->next++ : -1;
}

int lyc_pool_arrived(lyc_pool_run_t *run, long i, const char *outcome,
                     lyc_diag_t d)
{
    const lyc_pool *p = run->pool;
    run->outcome[i] = lyc_strdup(outcome);
    if (p->keep != NULL)
    {
        p->keep(p->context, i, outcome);
    }
    return take(run, 0, d);
}

static int run_here(lyc_pool_run_t *run, lyc_diag_t d)
{
    const lyc_pool *p = run->pool;
    lyc_text_t out;
    int ok = 1;
    lyc_text_init(out);
    for (long i = lyc_pool_next(run); ok && i >= 0 && !lyc_pool_stopped(p);
         i = lyc_pool_next(run))
    {
        lyc_text_reset(out);
        ok = p->work(p->context, out, i, d) &&
             (lyc_pool_stopped(p) || lyc_pool_arrived(run, i, out->bytes, d));
    }
    lyc_text_clear(out);
    return ok;
}

int lyc_pool_run(const lyc_pool *pool, lyc_diag_t d)
{
    lyc_pool_run_t run;
    begin(&run, pool);
    int ok = take(&run, 0, d) &&
             (pool->workers > 1 ? lyc_pool_run_workers(&run, d)
                                : run_here(&run, d)) &&
             take(&run, 1, d);
    end(&run);
    return ok;
}
