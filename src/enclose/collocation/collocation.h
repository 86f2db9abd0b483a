/* Proposals for collocation on invariant arcs. What the kernel's cone.h
 * computes from them is what is believed. */
#ifndef LYAPCERT_ENCLOSE_COLLOCATION_H
#define LYAPCERT_ENCLOSE_COLLOCATION_H

#include "certify/cone.h"
#include "certify/solid.h"
#include "enclose/enclose.h"

/* Arcs that every letter maps into arcs, proved so; c initialised, is
 * initialised anew with degree 0. 0 when none were found: in milliseconds. */
int lyc_arcs_find(lyc_collocation_t c, const lyc_cone_letters_t letters,
                  const lyc_limits_t limits);

/* Images of angles: components of the attracting directions. */
typedef struct
{
    double left, right; /* the arc, left <= right */
    double from, to;    /* repelling directions before and behind it */
} lyc_arc_run;

#define LYC_ARC_RUNS 12
/* Runs of attracting directions, between repelling ones; 0 if these mix or are
 * too many. a: n matrices by rows. */
int lyc_arc_runs(lyc_arc_run *run, const double (*a)[4], slong n);
/* Widens the runs until every image lies inside by margin; 0 if that fails. */
int lyc_arc_widen(lyc_arc_run *run, int runs, const double (*a)[4], slong n,
                  double margin);
/* The angle of A (cos t, sin t). */
double lyc_arc_image(const double *a, double t);

/* rho[a] for each arc, so that every letter maps ellipses into ellipses;
 * all > 1, or 0 when none are found. */
int lyc_ellipses_find(double *rho, const lyc_cone_t cone,
                      const lyc_limits_t limits);

/* Coefficients of c by collocation at degree + 1 zeros of a Chebyshev
 * polynomial on each arc; c->scale is set to prec. cone was made for c's arcs
 * at a precision of prec or more. 0 where double precision is not enough for
 * the factors, or out of time. */
int lyc_collocation_solve(lyc_collocation_t c, const lyc_cone_t cone,
                          slong prec, const lyc_limits_t limits);

/* Numbers of bits for unknowns: the matrix by rows, units of 2^-prec. */
typedef struct
{
    slong size, prec;
    fmpz *entry; /* size^2 */
    fmpz *right; /* size */
} lyc_poisson_struct;
typedef lyc_poisson_struct lyc_poisson_t[1];

/* z = x 2^prec, rounded. */
void lyc_poisson_fixed(fmpz_t z, const arb_t x, slong prec);
int lyc_poisson_init(lyc_poisson_t p, const lyc_collocation_t c,
                     const lyc_cone_t cone, slong prec,
                     const lyc_limits_t limits);
void lyc_poisson_clear(lyc_poisson_t p);
/* x = entry^-1 right, nearly; 0 when refinement does not converge. */
int lyc_poisson_solve(fmpz *x, const lyc_poisson_t p,
                      const lyc_limits_t limits);

/* log2 of a bound, infinite ones included. */
double lyc_mag_log2(const mag_t x);
/* Bits of width that the request needs, from what is known so far. */
double lyc_collocation_bits(const lyc_request *request, const lyc_facts_t f);
/* Whether auto should try before the gauge. */
int lyc_collocation_is_due(const lyc_request *request);

/* ---- d = 3 ---- */

/* A simplicial cone that every atom maps into itself, proved so; q
 * initialised. 0 when none was found: in milliseconds. */
int lyc_solid_find(lyc_square_t q, const lyc_law_t law,
                   const lyc_limits_t limits);
/* The coefficients of q by collocation at (degree + 1)^2 points. */
int lyc_solid_solve(lyc_square_t q, const lyc_solid_t solid, slong prec,
                    const lyc_limits_t limits);
/* Ellipses and nodes: tails below 2^-bits, if that can be. */
void lyc_solid_tails(lyc_square_t q, const lyc_solid_t solid, double bits);

/* Ellipses and number of nodes for the checker: tails below 2^-bits. */
void lyc_tails_choose(lyc_collocation_t c, const lyc_cone_t cone,
                      const double *rho, double bits);

/* A gauge on the arcs of c good for a bracket of width about 2^-bits; *prec is
 * what the evidence should be checked at. 0 when none was found. */
int lyc_collocation_propose(lyc_collocation_t c, slong *prec,
                            const lyc_cone_letters_t letters, double bits,
                            const lyc_limits_t limits);

/* Sets evidence good for a width of about 2^-bits; 0 when there is none. */
typedef int lyc_propose_bits(lyc_evidence_t out, const void *context,
                             double bits, const lyc_limits_t limits);

/* Proposes at more and more bits until the request is met; 1 when some
 * proposal held. */
int lyc_collocation_rounds(lyc_enclosure_t e, lyc_propose_bits *propose,
                           const void *context, const lyc_law_t law,
                           const lyc_request *request,
                           const lyc_limits_t limits);

/* The same by way of a law that the law induces; 0 at once where no rule
 * applies. */
int lyc_enclose_induced(lyc_enclosure_t e, const lyc_law_t law,
                        const lyc_request *request, const lyc_limits_t limits);

#endif
