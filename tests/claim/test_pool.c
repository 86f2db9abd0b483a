/* The same results in the same order for any number of processes; tasks that
 * fail, workers that die, runs that are stopped. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "lyapcert/pool.h"

typedef struct
{
    long fails, dies, known; /* tasks; -1: none */
    lyc_text_t taken;
    long kept;
    volatile sig_atomic_t stop;
    long stops_after; /* outcomes kept; -1: never */
} bench;

static int square(void *context, lyc_text_t out, long i, lyc_diag_t d)
{
    const bench *b = context;
    if (i == b->fails)
    {
        return lyc_diag_fail(d, LYC_MALFORMED, "task %ld is bad", i);
    }
    if (i == b->dies)
    {
        raise(SIGKILL);
    }
    lyc_text_printf(out, "%ld^2 = %ld", i, i * i);
    /* More than a pipe holds. */
    for (long k = 0; k < 20000 && i == 3; k++)
    {
        lyc_text_add(out, " 3 * 3");
    }
    return 1;
}

static const char *recall(void *context, long i)
{
    const bench *b = context;
    return i == b->known ? "known" : NULL;
}

static void keep(void *context, long i, const char *outcome)
{
    bench *b = context;
    (void)i;
    cr_expect_neq(*outcome, '\0');
    b->kept++;
    b->stop = b->kept == b->stops_after;
}

static int take(void *context, long i, const char *outcome, lyc_diag_t d)
{
    bench *b = context;
    (void)d;
    lyc_text_printf(b->taken, "%ld: %s\n", i, outcome);
    return 1;
}

static void name(void *context, lyc_text_t out, long i)
{
    (void)context;
    lyc_text_printf(out, "task %ld", i);
}

static int run(bench *b, int workers, lyc_diag_t d)
{
    lyc_pool pool = {25,   workers, square,   recall, keep,
                     take, name,    &b->stop, b};
    b->kept = 0;
    b->stop = 0;
    lyc_text_reset(b->taken);
    return lyc_pool_run(&pool, d);
}

static void start(bench *b, lyc_diag_t d)
{
    *b = (bench){.fails = -1, .dies = -1, .known = -1, .stops_after = -1};
    lyc_text_init(b->taken);
    lyc_diag_init(d);
}

static void finish(bench *b, lyc_diag_t d)
{
    lyc_text_clear(b->taken);
    lyc_diag_clear(d);
}

Test(pool, same_for_any_number)
{
    bench one, more;
    lyc_diag_t d;
    start(&one, d);
    cr_assert(run(&one, 1, d));
    cr_expect_eq(one.kept, 25);
    cr_expect_not_null(strstr(one.taken->bytes, "\n24: 24^2 = 576\n"));
    for (int workers = 2; workers <= 40; workers += 19)
    {
        lyc_diag_t own;
        start(&more, own);
        cr_assert(run(&more, workers, own), "%s", own->text);
        cr_expect_str_eq(more.taken->bytes, one.taken->bytes);
        cr_expect_eq(more.kept, 25);
        finish(&more, own);
    }
    finish(&one, d);
}

Test(pool, what_is_known_is_not_done_again)
{
    for (int workers = 1; workers <= 2; workers++)
    {
        bench b;
        lyc_diag_t d;
        start(&b, d);
        b.known = b.dies = 7;
        cr_assert(run(&b, workers, d), "%s", d->text);
        cr_expect_eq(b.kept, 24);
        cr_expect_not_null(strstr(b.taken->bytes, "\n7: known\n8: "));
        finish(&b, d);
    }
}

Test(pool, a_task_fails)
{
    for (int workers = 1; workers <= 3; workers++)
    {
        bench b;
        lyc_diag_t d;
        start(&b, d);
        b.fails = 4;
        cr_expect_not(run(&b, workers, d));
        cr_expect_eq(d->status, LYC_MALFORMED);
        cr_expect_str_eq(d->text, "task 4 is bad");
        finish(&b, d);
    }
}

Test(pool, a_worker_dies, .timeout = 20)
{
    bench b;
    lyc_diag_t d;
    start(&b, d);
    b.dies = 11;
    cr_expect_not(run(&b, 2, d));
    cr_expect_eq(d->status, LYC_FAILURE);
    cr_expect_not_null(strstr(d->text, "task 11: the process"), "%s", d->text);
    finish(&b, d);
}

/* What was done is taken, in order; the rest is not begun. */
Test(pool, stopped, .timeout = 20)
{
    for (int workers = 1; workers <= 2; workers++)
    {
        bench b;
        lyc_diag_t d;
        start(&b, d);
        b.stops_after = 5;
        cr_assert(run(&b, workers, d));
        cr_expect_eq(b.kept, 5);
        long lines = 0;
        for (const char *s = b.taken->bytes; *s != '\0'; s++)
        {
            lines += *s == '\n';
        }
        cr_expect_eq(lines, 5);
        finish(&b, d);
    }
}
