/* The producer of planar gauges: private to this folder.
 *
 * Nothing here is trusted. Doubles propose values and offsets on a fan; the
 * exact parts (rays, look-ups of images) are exact because steep gauges need
 * cones far narrower than doubles resolve, not because anything is believed.
 *
 * Letters as in the chapter on the bracket: atoms A_i of weight p_i, rays r_j
 * with max-norm 1, cone j between r_j and r_{j+1} (after the last ray of a
 * projective fan comes -r_0), fhat linear on the cones, phi_j = fhat(r_j). */
#ifndef LYAPCERT_ENCLOSE_GAUGE_H
#define LYAPCERT_ENCLOSE_GAUGE_H

#include <stdint.h>

#include "lyapcert/enclosure.h"

/* ---- atoms.c: the law in integers ---- */

/* A_i = m_i / s_i, with m_i = [entry[4i], entry[4i+1]; …]: exact where the law
 * is rational with integers of at most LYC_GAUGE_EXACT_BITS bits, otherwise
 * rounded to LYC_GAUGE_ENTRY_BITS bits. */
#define LYC_GAUGE_EXACT_BITS 480
#define LYC_GAUGE_ENTRY_BITS 96

typedef struct
{
    slong length;
    double *weight;
    fmpz *entry;
    double *scale;   /* s_i */
    int *turn;       /* sign of det A_i; 0: rank one */
    double *abs_det; /* |det A_i| */
} lyc_gauge_atoms_struct;
typedef lyc_gauge_atoms_struct lyc_gauge_atoms_t[1];

void lyc_gauge_atoms_init(lyc_gauge_atoms_t a, slong length);
void lyc_gauge_atoms_clear(lyc_gauge_atoms_t a);
/* 1 when some atom has rank one. */
int lyc_gauge_atoms_is_singular(const lyc_gauge_atoms_t a);
/* Fills turn and abs_det from entry and scale. 1 when no atom is zero. */
int lyc_gauge_atoms_finish(lyc_gauge_atoms_t a);
/* Atoms of the law acting as `acts` says. 0 when an atom is zero, or is not
 * invertible where the inverse is asked for. */
int lyc_gauge_atoms_set_law(lyc_gauge_atoms_t a, const lyc_law_t law,
                            lyc_acts_t acts);

/* ---- rays.c: the fan ---- */

/* Rays are dyadic points of the boundary of the square |x|, |y| <= 1, written
 * as reduced integer vectors of max-norm 2^m. No cone contains a corner of
 * the square inside. */
typedef struct
{
    slong rays, cones;
    int is_projective;
    fmpz *x, *y;
    double *norm;          /* max(|x|, |y|) */
    double *width;         /* of cone j, in max-norm: det of its unit rays */
    double *value;         /* phi_j, one a ray */
    double *lower, *upper; /* offsets, one a cone */
    /* Masses of the cones under the stationary measures of the walk, and of
     * the walks in which the offsets' adversaries choose the piece. */
    double *mass, *mass_lower, *mass_upper;
} lyc_gauge_fan_struct;
typedef lyc_gauge_fan_struct lyc_gauge_fan_t[1];

void lyc_gauge_fan_init(lyc_gauge_fan_t f, slong rays, int is_projective);
void lyc_gauge_fan_clear(lyc_gauge_fan_t f);
void lyc_gauge_fan_swap(lyc_gauge_fan_t f, lyc_gauge_fan_t g);
/* The projective line in 4·2^level cones of equal width. */
void lyc_gauge_fan_set_uniform(lyc_gauge_fan_t f, int level);
/* The arc from dyadic point `from` to `to` of the square's boundary (units of
 * 2^-level counted counterclockwise from the corner (1,-1); 0 <= from < to
 * <= from + 4·2^level), every unit one cone. */
void lyc_gauge_fan_set_arc(lyc_gauge_fan_t f, int level, slong from, slong to);
/* 1 when ray j is a corner of the square. */
int lyc_gauge_fan_is_corner(const lyc_gauge_fan_t f, slong j);
/* Ray j with j = rays of a projective fan meaning -r_0. */
void lyc_gauge_fan_get_ray(fmpz_t x, fmpz_t y, const lyc_gauge_fan_t f,
                           slong j);
/* Index of the ray that ends cone j, up to sign. */
static inline slong lyc_gauge_fan_next(const lyc_gauge_fan_struct *f, slong j)
{
    return j + 1 == f->rays ? 0 : j + 1;
}
/* The mean of the three masses of cone j. */
double lyc_gauge_fan_mass(const lyc_gauge_fan_t f, slong j);
/* Weights of the cones for solvers, of sum 1: by mass, width and number. */
void lyc_gauge_fan_weights(double *w, const lyc_gauge_fan_t f);
/* Cone j in 2^halvings[j] equal parts; values are interpolated, offsets
 * inherited, masses shared. */
void lyc_gauge_fan_refine(lyc_gauge_fan_t f, const unsigned char *halvings);

/* ---- image.c: where atoms take the rays ---- */

/* A_i r_j = ±(near[2k] r_l + near[2k+1] r_{l+1}), l = cone[k], k = j·K + i:
 * coordinates accurate to a few ulps of their sum at any depth. */
typedef struct
{
    slong atoms, rays;
    int32_t *cone;
    double *near;
} lyc_gauge_images_struct;
typedef lyc_gauge_images_struct lyc_gauge_images_t[1];

void lyc_gauge_images_init(lyc_gauge_images_t m, slong rays, slong atoms);
void lyc_gauge_images_clear(lyc_gauge_images_t m);
/* 0 when some image leaves a fan that is not projective. */
int lyc_gauge_images_locate(lyc_gauge_images_t m, const lyc_gauge_fan_t f,
                            const lyc_gauge_atoms_t a);

/* ---- arc.c ---- */

/* arc: a fan on a cone that all atoms map into itself or its negative and
 * that no kernel meets, with ends on the grid of 4·2^level rays. 0 when none
 * was found. */
int lyc_gauge_find_arc(lyc_gauge_fan_t arc, const lyc_gauge_atoms_t a,
                       int level);

/* ---- chain.c, krylov.c: x - Px + (w·x) 1 = b for sparse stochastic P ---- */

typedef struct
{
    slong states, degree;
    int32_t *to; /* states x degree */
    double *rate;
} lyc_gauge_chain_struct;
typedef lyc_gauge_chain_struct lyc_gauge_chain_t[1];

void lyc_gauge_chain_init(lyc_gauge_chain_t c, slong states, slong degree);
void lyc_gauge_chain_clear(lyc_gauge_chain_t c);
/* y = x - Px + (w·x) 1 */
void lyc_gauge_chain_apply(double *y, const lyc_gauge_chain_t c,
                           const double *w, const double *x);

/* Two-grid preconditioner: groups of neighbouring states, direct solution
 * for functions constant on groups, one sweep. */
typedef struct
{
    slong groups;
    int32_t *group; /* of each state */
    double *lu;
    slong *pivot;
    double *weight; /* of each state within its group */
} lyc_gauge_coarse_struct;
typedef lyc_gauge_coarse_struct lyc_gauge_coarse_t[1];

/* w: weights of the states, positive, sum 1. 0 when singular. */
int lyc_gauge_coarse_init(lyc_gauge_coarse_t g, const lyc_gauge_chain_t c,
                          const double *w, slong groups);
void lyc_gauge_coarse_clear(lyc_gauge_coarse_t g);
void lyc_gauge_coarse_apply(double *x, const lyc_gauge_coarse_t g, slong states,
                            const double *b);

/* Flexible GMRES from x = 0 until the w-weighted l1 norm of the residual is
 * at most tol, or `steps` steps. Returns that norm; *used counts
 * applications of P. */
double lyc_gauge_approx_solve(double *x, slong *used, const lyc_gauge_chain_t c,
                              const double *w, const double *b, double tol,
                              slong steps);

/* 1 when the n x n matrix (row by row) has been factored as P A = L U. */
int lyc_gauge_lu(double *a, slong *pivot, slong n);
void lyc_gauge_lu_solve(double *b, const double *lu, const slong *pivot,
                        slong n);

/* ---- poisson.c ---- */

typedef struct
{
    double lambda;   /* mean of R over the stationary measure */
    double residual; /* mean of |R - lambda| */
    double sup;      /* max R - min R over the rays */
    slong sweeps;    /* counting applications of P inside solvers */
} lyc_gauge_poisson_t;

/* Improves value so that the residual is at most tol where it can. */
lyc_gauge_poisson_t lyc_gauge_approx_poisson(lyc_gauge_fan_t f,
                                             const lyc_gauge_images_t m,
                                             const lyc_gauge_atoms_t a,
                                             double tol);

/* ---- pieces.c: cones cut at preimages of walls ---- */

/* Pieces of all cones, in order; cone j has pieces first[j] … first[j+1]-1.
 * On the first piece of cone j atom i leads into the cone of the image of
 * r_j (or its neighbour); after a piece, atom `turn` goes on to the next
 * cone in its direction. lower, upper: r_q^- and r_q^+ minus lambda. */
typedef struct
{
    slong cones, length, capacity;
    int64_t *first;
    double *lower, *upper;
    float *share; /* of the cone's width */
    int32_t *turn;
} lyc_gauge_pieces_struct;
typedef lyc_gauge_pieces_struct lyc_gauge_pieces_t[1];

void lyc_gauge_pieces_init(lyc_gauge_pieces_t p);
void lyc_gauge_pieces_clear(lyc_gauge_pieces_t p);
void lyc_gauge_approx_pieces(lyc_gauge_pieces_t p, const lyc_gauge_fan_t f,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a, double lambda);

/* ---- offsets.c ---- */

typedef struct
{
    double lower, upper; /* of R - lambda, with the offsets in the fan */
    slong sweeps;
} lyc_gauge_game_t;

/* Improves the offsets until T c - c varies by at most tol, with at most so
 * many linear solutions. */
lyc_gauge_game_t lyc_gauge_approx_offsets(lyc_gauge_fan_t f,
                                          const lyc_gauge_pieces_t p,
                                          const lyc_gauge_images_t m,
                                          const lyc_gauge_atoms_t a, double tol,
                                          slong policies);

/* choice[j]: which piece of cone j, counted from 0, decides the lower
 * (side -1) or upper (side 1) bound. */
void lyc_gauge_approx_choice(int32_t *choice, const lyc_gauge_fan_t f,
                             const lyc_gauge_pieces_t p,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a, int side);

/* ---- span.c: cones over a box of parameters ---- */

/* Over the box the image of cone j under atom i lies in the cones first[k],
 * first[k] + 1, … (count[k] of them, going round), k = j·atoms + i. lower,
 * upper: bounds of R on cone j minus lambda. A cone narrower than least[j]
 * is moved by the box more than it is wide. */
typedef struct
{
    slong cones, atoms;
    double *entry; /* ends of the ranges of the entries */
    double *play;  /* radii of the weights */
    int32_t *first, *count;
    double *lower, *upper, *least;
} lyc_gauge_spans_struct;
typedef lyc_gauge_spans_struct lyc_gauge_spans_t[1];

void lyc_gauge_spans_init(lyc_gauge_spans_t s, const lyc_law_t law,
                          const lyc_gauge_atoms_t a);
void lyc_gauge_spans_clear(lyc_gauge_spans_t s);
/* An arc that all atoms map into itself for all values in the box. */
int lyc_gauge_spans_find_arc(lyc_gauge_fan_t arc, const lyc_gauge_spans_t s);
/* 0 where an image may be 0 or leaves the fan. */
int lyc_gauge_approx_spans(lyc_gauge_spans_t s, const lyc_gauge_fan_t f,
                           const lyc_gauge_atoms_t a, double lambda);

/* lyc_gauge_approx_offsets over the box: the adversary chooses among the
 * cones of every span. */
lyc_gauge_game_t lyc_gauge_approx_span_offsets(lyc_gauge_fan_t f,
                                               const lyc_gauge_spans_t s,
                                               const lyc_gauge_atoms_t a,
                                               double tol, slong policies);
/* Improves the masses of the adversaries' walks, and says what every cone
 * adds to the width. */
void lyc_gauge_approx_span_masses(double *error, lyc_gauge_fan_t f,
                                  const lyc_gauge_spans_t s,
                                  const lyc_gauge_atoms_t a);

/* ---- ranged.c ---- */

/* The gauge method for a law with parameters. */
int lyc_enclose_gauge_ranged(lyc_enclosure_t e, const lyc_law_t law,
                             const lyc_request *request,
                             const lyc_limits_t limits);

/* ---- dual.c ---- */

/* Improves one of the masses by lazy sweeps of the cone chain and a direct
 * solution between groups of cones; choice NULL: the walk itself. */
void lyc_gauge_approx_mass(double *mass, const int32_t *choice,
                           const lyc_gauge_fan_t f, const lyc_gauge_pieces_t p,
                           const lyc_gauge_images_t m,
                           const lyc_gauge_atoms_t a, slong sweeps);
/* error[j]: how much R with the mean of both offsets varies on cone j;
 * trapped[j]: 1 when some piece of cone j is led by all atoms into cone j. */
void lyc_gauge_approx_errors(double *error, unsigned char *trapped,
                             const lyc_gauge_fan_t f,
                             const lyc_gauge_pieces_t p,
                             const lyc_gauge_images_t m,
                             const lyc_gauge_atoms_t a);

/* ---- refine.c ---- */

/* Halves the cones that carry the worst shares of error, weighted by mass
 * plus `caution` times the cone's part of the circle, and traps with errors
 * above `least`, until there are about `cones` of them. Returns the number of
 * cones halved. */
slong lyc_gauge_refine(lyc_gauge_fan_t f, const double *error,
                       const unsigned char *trapped, double least,
                       double caution, slong cones);

/* ---- solver.c: one fan after another ---- */

typedef struct
{
    lyc_acts_t acts;
    lyc_gauge_atoms_t atoms;
    lyc_gauge_fan_t fan;
    lyc_gauge_images_t images; /* of the present fan, after a step */
    lyc_gauge_pieces_t pieces;
    double *error;          /* of each cone, after a step */
    unsigned char *trapped; /* likewise */
    slong steps, sweeps;
    double lambda, lower, upper; /* what the offsets seem to prove */
    double sup;                  /* and what they would without offsets */
    double estimate;             /* sum of masses times errors */
    double target;    /* width that is wanted; nothing is solved far below */
    double caution;   /* weight of errors where no mass is seen */
    double seconds;   /* of the last step */
    int is_exhausted; /* no cone is left to halve */
} lyc_gauge_solver_struct;
typedef lyc_gauge_solver_struct lyc_gauge_solver_t[1];

/* 0 when the law does not act on planar directions this way. */
int lyc_gauge_solver_init(lyc_gauge_solver_t s, const lyc_law_t law,
                          lyc_acts_t acts);
/* The same on atoms that are given; takes their contents. */
void lyc_gauge_solver_init_atoms(lyc_gauge_solver_t s, lyc_gauge_atoms_t a,
                                 lyc_acts_t acts);
void lyc_gauge_solver_clear(lyc_gauge_solver_t s);
/* Goes over to an invariant cone, before the first step; 0 when none is
 * found. */
int lyc_gauge_solver_set_arc(lyc_gauge_solver_t s);
/* Refines to about `cones` cones (not before the first step) and solves.
 * 0 when nothing can be done any more. */
int lyc_gauge_solver_step(lyc_gauge_solver_t s, slong cones,
                          const lyc_limits_t limits);
/* Solves for the offsets of the present fan as well as the target needs, or
 * as it can. */
void lyc_gauge_solver_polish(lyc_gauge_solver_t s, const lyc_limits_t limits);
static inline double lyc_gauge_solver_width(const lyc_gauge_solver_struct *s)
{
    return s->upper - s->lower;
}

/* ---- forecast.c ---- */

/* About the seconds that the gauge method takes to meet the request for
 * lambda_1 of a law with atoms, d = 2, extrapolated from a few thousand cones;
 * infinity where its limit on cones would not do. A fraction of a second. */
double lyc_gauge_forecast(const lyc_law_t law, const lyc_request *request,
                          const lyc_limits_t limits);

/* ---- export.c ---- */

/* Rounds the values to what an export can write, so that offsets make up for
 * the rounding where values are small. */
void lyc_gauge_quantise(lyc_gauge_fan_t f);
/* The fan as the checker reads it; fan is initialised by this call. */
void lyc_gauge_export(lyc_fan_t fan, const lyc_gauge_fan_t f, lyc_acts_t acts);

#endif
