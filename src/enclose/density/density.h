/* Gauges for laws whose images have a density: the producer. Private to this
 * folder; nothing here is trusted. It proposes knots and heights, and improves
 * them with what the kernel says about them. */
#ifndef LYAPCERT_ENCLOSE_DENSITY_H
#define LYAPCERT_ENCLOSE_DENSITY_H

#include "certify/density.h"
#include "lyapcert/enclosure.h"

#define LYC_DENSITY_SCALE 32
#define LYC_DENSITY_HEIGHT_SCALE 44

/* Knots and heights there; the first coarse of them, in another order, are
 * kept for corrections. */
typedef struct
{
    slong n;
    int64_t *at;
    double *height;
} lyc_density_try_struct;
typedef lyc_density_try_struct lyc_density_try_t[1];

/* n = 4 m knots at equal distances, heights 0. */
void lyc_density_try_init(lyc_density_try_t t, slong m);
void lyc_density_try_clear(lyc_density_try_t t);
/* Interval i becomes parts[i] >= 1 equal ones; heights are interpolated. */
void lyc_density_try_split(lyc_density_try_t t, const slong *parts);
/* knots is initialised by this call. */
void lyc_density_try_export(lyc_knots_t knots, const lyc_density_try_t t,
                            lyc_acts_t acts);

/* ---- solve.c ---- */

/* (I - P + 1 mu) h = g on the knots: P the chain of directions as the kernel
 * sees it, g = E log|A x|_max, mu the mean over the coarse knots. */
typedef struct
{
    slong n;
    double *chain, *norm; /* P, row by row, and g */
    double *slack;        /* of E log|A x|_max + h at each knot, for slopes 1 */
    double *curve;        /* [2 i + side] as in lyc_density_image */
} lyc_density_equation;

/* 1 when time was left. */
int lyc_density_equation_init(lyc_density_equation *q, const lyc_density_t d,
                              const lyc_limits_t limits);
void lyc_density_equation_clear(lyc_density_equation *q);
/* out = g + P h - h */
void lyc_density_residual(double *out, const lyc_density_equation *q,
                          const double *h);

/* An equation on few knots, solved for good. */
typedef struct
{
    slong n;
    int64_t *at;
    double *lu;
    slong *pivot;
} lyc_density_coarse;

int lyc_density_coarse_init(lyc_density_coarse *c,
                            const lyc_density_equation *q, const int64_t *at);
void lyc_density_coarse_clear(lyc_density_coarse *c);
/* Improves h on knots among which all coarse ones are. */
void lyc_density_improve(double *h, const lyc_density_equation *q,
                         const int64_t *at, const lyc_density_coarse *c);

#endif
