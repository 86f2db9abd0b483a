/* Gauges over ranges of parameters. */
#ifndef TESTS_ENCLOSE_RANGING_H
#define TESTS_ENCLOSE_RANGING_H

#include "enclosing.h"

/* A law whose text has parameters s and, perhaps, t. */
typedef struct
{
    const char *law;
    const char *lower[2], *upper[2]; /* NULL: no t */
} ranged_law;

/* "forall s in [a, b]" … "law it = …" */
void ranged_text(lyc_text_t out, const ranged_law *r);
/* The same at s = a + (b - a) i/n, t = c + (d - c) k/n. */
void ranged_point(lyc_text_t out, const ranged_law *r, int i, int k, int n);

/* e is initialised and filled by the gauge method alone, or by auto. */
lyc_verdict_t enclose_program(lyc_enclosure_t e, const char *program,
                              double tol, lyc_method_t method);

double enclosure_width(const lyc_enclosure_t e);

#endif
