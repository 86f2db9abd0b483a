/* Runs of the gauge method alone. */
#ifndef TESTS_ENCLOSE_GAUGING_H
#define TESTS_ENCLOSE_GAUGING_H

#include "enclose/enclosing.h"

typedef struct
{
    lyc_law_t law;
    lyc_limits_t limits;
    lyc_request request;
    lyc_enclosure_t e;
    int contributed;
} gauging;

/* Quiet, no limits of time, both exponents to the width tol. */
void gauging_init(gauging *t, const char *law, double tol);
void gauging_run(gauging *t);
void gauging_clear(gauging *t);
double gauging_width(const gauging *t);

/* The width asked for is reached and lambda_1 may be any of [low, high]. */
void expect_gauge(const char *law, double tol, const char *low,
                  const char *high);

#endif
