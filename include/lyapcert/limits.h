/* Budgets of one run. A budget that is used up ends in UNDECIDED with what is
 * known, never in a crash. */
#ifndef LYAPCERT_LIMITS_H
#define LYAPCERT_LIMITS_H

#include <stddef.h>

typedef struct
{
    double max_seconds; /* wall clock since start; infinity: no limit */
    size_t max_memory;  /* bytes the fan may take; 0: no limit */
    long max_cones;     /* cones of one fan; 0: no limit */
    int threads;        /* 0: as many as the machine has */
    unsigned long seed;
    int verbose;    /* 0 quiet, 1 progress, 2 iteration counts (-v) */
    int is_patient; /* a search without a natural end goes on until the width
                       is reached; else it stops after two minutes where
                       max_seconds is infinite */
    double start;   /* monotonic clock, seconds */
} lyc_limits_struct;
typedef lyc_limits_struct lyc_limits_t[1];

/* No limit on time or memory, 8 million cones, quiet; starts the clock. */
void lyc_limits_init(lyc_limits_t limits);
void lyc_limits_clear(lyc_limits_t limits);

/* Seconds on the wall since start. */
double lyc_limits_elapsed(const lyc_limits_t limits);

/* 1 when max_seconds have passed. */
int lyc_limits_out_of_time(const lyc_limits_t limits);

/* ---- inside one long sum or quadrature ---- */

/* The limits that loops of this thread, which are given none, keep to; NULL:
 * none. Returns what was watched before. */
const lyc_limits_struct *lyc_limits_watch(const lyc_limits_struct *limits);

/* 1 when the limits that this thread watches ran out half a second ago: what
 * is quick is still said. Costs a look at the clock. */
int lyc_limits_expired(void);

/* While what runs is a formula, which may be one call of a library, the program
 * is blind to the clock: whoever watches it from outside may end it (process
 * wide, counted). */
void lyc_limits_blind(int more);
int lyc_limits_is_blind(void);

/* One line of progress on standard error, when verbose >= level. */
void lyc_limits_say(const lyc_limits_t limits, int level, const char *format,
                    ...) __attribute__((format(printf, 3, 4)));

/* Ends the program the way FAILURE ends: the message on standard error, the
 * line `s FAILURE` on standard output, exit status 4. What standard output
 * still buffers is dropped, so that the verdict line is the last one. */
_Noreturn void lyc_limits_fail(const char *message);

/* From now on aborts inside FLINT and failed allocations inside GMP, MPFR and
 * FLINT end through lyc_limits_fail. Process-wide, kept until exit; call once,
 * before threads start and before any other function of these libraries. Sets
 * no limit of the operating system: max_memory is what the fan may take, and
 * its owner keeps to it. */
void lyc_limits_install(const lyc_limits_t limits);

#endif
