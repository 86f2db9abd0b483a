/* threads and write need POSIX, which the build asks for. */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cli/guard.h"

/* Seconds between looks at the clock, and how long a formula may go on after
 * the time is up: polls inside of it have half a second to end it. */
#define PAUSE 0.05
#define PATIENCE 0.9

static pthread_t thread;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t stop = PTHREAD_COND_INITIALIZER;
static int is_running, is_over; /* is_over: guarded by lock */
static lyc_text_t known;        /* guarded by lock */
static const lyc_limits_struct *limits;

static void put(int file, const char *bytes, size_t length)
{
    while (length > 0)
    {
        ssize_t n = write(file, bytes, length);
        if (n <= 0)
        {
            _exit(LYC_FAILURE);
        }
        bytes += n;
        length -= (size_t)n;
    }
}

/* Keeps the lock: the run has ended. */
static void end_run(void)
{
    static const char why[] = "out of time within one formula\n";
    put(STDERR_FILENO, why, sizeof why - 1);
    put(STDOUT_FILENO, known->bytes, known->length);
    _exit(LYC_UNDECIDED);
}

/* Waits for a stop, at most PAUSE; holds the lock before and after. */
static void wait_for_stop(void)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += (long)(PAUSE * 1e9);
    if (until.tv_nsec >= 1000000000)
    {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    pthread_cond_timedwait(&stop, &lock, &until);
}

static void *watch(void *unused)
{
    double late = 0; /* since when the time has been up, in seconds */
    pthread_mutex_lock(&lock);
    while (!is_over)
    {
        wait_for_stop();
        late = lyc_limits_out_of_time(limits) ? late + PAUSE : 0;
        if (!is_over && late > PATIENCE && lyc_limits_is_blind())
        {
            end_run();
        }
    }
    pthread_mutex_unlock(&lock);
    return unused;
}

/* Signals are for the thread that works. */
void lyc_cli_guard_start(const lyc_limits_struct *l)
{
    sigset_t all, before;
    limits = l;
    is_over = 0;
    lyc_text_init(known);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    is_running = pthread_create(&thread, NULL, watch, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void lyc_cli_guard_know(const lyc_run *run, lyc_text_t out, json_t *json)
{
    lyc_run view = *run;
    view.verdict = LYC_UNDECIDED;
    lyc_diag_init(view.diag);
    lyc_diag_fail(view.diag, LYC_UNDECIDED, "out of time within one formula");
    *view.out = *out;
    view.json = json;
    lyc_run_add_verdict(&view);
    *out = *view.out;
    lyc_diag_clear(view.diag);
    pthread_mutex_lock(&lock);
    lyc_text_struct t = *known;
    *known = *out;
    *out = t;
    pthread_mutex_unlock(&lock);
}

void lyc_cli_guard_stop(void)
{
    pthread_mutex_lock(&lock);
    is_over = 1;
    pthread_cond_signal(&stop);
    pthread_mutex_unlock(&lock);
    if (is_running)
    {
        pthread_join(thread, NULL);
        is_running = 0;
    }
    lyc_text_clear(known);
}
