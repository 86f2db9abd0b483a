/* Crossing one cone of a fan, piece by piece. */
#ifndef LYC_CERTIFY_GAUGE_CROSS_H
#define LYC_CERTIFY_GAUGE_CROSS_H

#include "certify/gauge.h"

typedef struct lyc_crossing
{
    const lyc_gauge_struct *g;
    lyc_image_struct *image; /* one an atom */
    lyc_end_struct from[1], to[1];
    lyc_vector_t far;   /* far ray of the cone crossed */
    arb_t a, b;         /* fhat on the cone crossed */
    arf_t lower, upper; /* over all pieces so far; scales s_i left out */
    /* Unless NULL: called for each piece [from, to] of cone j, in order. */
    void (*visit)(void *data, const struct lyc_crossing *c, slong j);
    void *data;
} lyc_crossing_struct;
typedef lyc_crossing_struct lyc_crossing_t[1];

void lyc_crossing_init(lyc_crossing_t c, const lyc_gauge_struct *g);
void lyc_crossing_clear(lyc_crossing_t c);
/* Crosses cones begin … end - 1. PROVED; DISPROVED when some step could not be
 * verified; UNDECIDED when out of time. */
lyc_verdict_t lyc_crossing_run(lyc_crossing_t c, slong begin, slong end);

#endif
