#include <math.h>
#include <stdatomic.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>

#include "lyapcert/limits.h"

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void lyc_limits_init(lyc_limits_t limits)
{
    limits->max_seconds = (double)INFINITY;
    limits->max_memory = 0;
    limits->max_cones = 8000000;
    limits->threads = 0;
    limits->seed = 1;
    limits->verbose = 0;
    limits->is_patient = 0;
    limits->start = now();
}

void lyc_limits_clear(lyc_limits_t limits)
{
    (void)limits;
}

double lyc_limits_elapsed(const lyc_limits_t limits)
{
    return now() - limits->start;
}

int lyc_limits_out_of_time(const lyc_limits_t limits)
{
    /* Negated, so that a limit that is NaN has run out. */
    return !(lyc_limits_elapsed(limits) < limits->max_seconds);
}

/* Seconds. */
#define GRACE 0.5

static _Thread_local const lyc_limits_struct *watched;
static atomic_int blind;

const lyc_limits_struct *lyc_limits_watch(const lyc_limits_struct *limits)
{
    const lyc_limits_struct *before = watched;

    watched = limits;
    return before;
}

int lyc_limits_expired(void)
{
    return watched != NULL &&
           !(lyc_limits_elapsed(watched) < watched->max_seconds + GRACE);
}

void lyc_limits_blind(int more)
{
    atomic_fetch_add(&blind, more);
}

int lyc_limits_is_blind(void)
{
    return atomic_load(&blind) > 0;
}

void lyc_limits_say(const lyc_limits_t limits, int level, const char *format,
                    ...)
{
    va_list arguments;
    char line[1024];

    if (limits->verbose < level)
        return;
    va_start(arguments, format);
    (void)vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    fprintf(stderr, "%s\n", line);
}
