/* Gauges for laws with continuous draws: the producer. Private to this
 * folder; nothing here is trusted. It proposes a fan, a gauge and cuts, and
 * improves them with what the kernel says about them. */
#ifndef LYAPCERT_ENCLOSE_CONTINUOUS_H
#define LYAPCERT_ENCLOSE_CONTINUOUS_H

#include "certify/mixed.h"
#include "lyapcert/enclosure.h"

/* A proposal: n rays at equal angles, log fhat of the unit vectors there, and
 * offsets. */
typedef struct
{
    slong n;
    double *height;        /* one a ray */
    double *lower, *upper; /* offsets, one a cone */
    double split;          /* half-widths of cells over their distance */
} lyc_continuous_try_struct;
typedef lyc_continuous_try_struct lyc_continuous_try_t[1];

void lyc_continuous_try_init(lyc_continuous_try_t t, slong n, double split);
void lyc_continuous_try_clear(lyc_continuous_try_t t);
/* n rays instead, heights interpolated, no offsets. */
void lyc_continuous_try_resize(lyc_continuous_try_t t, slong n);

/* ---- cuts.c ---- */

/* Cuts for all groups of f, as fine as cells of relative half-width `split`
 * need them. */
void lyc_continuous_cuts(lyc_mesh_t m, const lyc_affine_law_t f, double split);

/* ---- export.c ---- */

/* The mesh as the checker reads it; mesh is initialised by this call. */
void lyc_continuous_export(lyc_mesh_t mesh, const lyc_continuous_try_t t,
                           const lyc_affine_law_t f, lyc_acts_t acts);

/* ---- relax.c ---- */

/* What the kernel says about all cones. */
typedef struct
{
    slong n;
    double *lower, *upper; /* of the rate of fhat */
    double *mass;          /* [j * n + l]: from cone j to cone l */
} lyc_continuous_rates_struct;
typedef lyc_continuous_rates_struct lyc_continuous_rates_t[1];

/* 1 when the kernel took the mesh and time was left. */
int lyc_continuous_rates_init(lyc_continuous_rates_t r, const lyc_mesh_t mesh,
                              const lyc_affine_law_t f,
                              const lyc_limits_t limits);
void lyc_continuous_rates_clear(lyc_continuous_rates_t r);

/* c with c - P c + const = rate, P the masses: the offsets that level the
 * rates. 0 where there is none. */
int lyc_continuous_level(double *c, const lyc_continuous_rates_t r,
                         const double *rate);

#endif
