/* The bracket of a gauge that is linear on the cones of a fan, d = 2.
 *
 * Rays carry extended indices: R_(l + n) = -R_l for a projective fan of n
 * rays, so that an image can be followed across r_0. Cone l is
 * cone(R_l, R_(l+1)). For other fans extended and plain indices agree. */
#ifndef LYC_CERTIFY_GAUGE_H
#define LYC_CERTIFY_GAUGE_H

#include "lyapcert/diag.h"
#include "lyapcert/fan.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* Values and differences of offsets are handed to FLINT as slong. */
_Static_assert(sizeof(slong) >= sizeof(int64_t), "64-bit words");

typedef struct
{
    fmpz_t x, y;
} lyc_vector_struct;
typedef lyc_vector_struct lyc_vector_t[1];

void lyc_vector_init(lyc_vector_t v);
void lyc_vector_clear(lyc_vector_t v);

/* One atom A = M / s of the law that acts on the fan. */
typedef struct
{
    int is_exact; /* M integer; otherwise balls in a, s = 1 */
    int turn;     /* sign of det A; 0: rank one (exact atoms only) */
    fmpz m[4];    /* M by rows; for ball atoms A 2^prec rounded, a hint */
    fmpz_t det;   /* |det M| */
    lyc_vector_t line, kernel; /* rank one: image and kernel */
    arb_struct a[4];
    arb_t weight;
    int sign; /* ball atoms: A C is in sign * C, C a proper cone */
} lyc_gauge_atom_struct;

typedef struct
{
    const lyc_fan_struct *fan;
    slong prec;
    slong length;
    lyc_gauge_atom_struct *atom;
    int is_exact;    /* all atoms are */
    int is_ranged;   /* the law has parameters */
    arb_t log_scale; /* sum p_i log s_i */
    const lyc_limits_struct *limits;
} lyc_gauge_struct;
typedef lyc_gauge_struct lyc_gauge_t[1];

/* Where the image of the cone being crossed stands, for one atom. */
typedef struct
{
    const lyc_gauge_atom_struct *atom;
    int sign;         /* the image under sign * A is followed */
    slong cone, last; /* extended indices of the closed cones that hold the
                         image of the piece; exact atoms: last = cone */
    slong beside;     /* rank one: the other closed cone that holds the line,
                         or the same */
    int has_cut;
    lyc_vector_t cut; /* next cut direction inside the cone crossed */
    int at_cut;       /* the end being looked at is this cut */
    lyc_vector_t end; /* exact atoms: image of the far ray */
    int ends_on_wall; /* exact atoms: … lies on the wall ahead */
    arb_t a, b; /* exact: fhat(y) = a det(y, R_(l+1)) + b det(R_l, y), y in
                   cone l */
    lyc_vector_struct *queue; /* ball atoms: cuts of this cone, in order */
    slong queued, taken, capacity;
    slong from_cone, from_last; /* ball atoms: cones that hold the image of
                                   the piece's first end */
} lyc_image_struct;

/* An end of a piece: its direction and what the atoms make of it. */
typedef struct
{
    lyc_vector_t x;
    arb_t norm;        /* fhat(x) */
    arb_ptr high, low; /* fhat(M_i x) / fhat(x), bounds of the ratio */
    arb_ptr log_high, log_low;
    int *side; /* exact atoms: sign of M_i x in its cone, 0 if 0 */
    arb_t mean_high, mean_low; /* sum p_i log of the ratios */
} lyc_end_struct;

/* ---- rays ---- */

/* Extended indices stay in [-n, 2n]. */
static inline slong lyc_ray_index(const lyc_fan_struct *fan, slong l)
{
    const slong n = fan->length;
    return l < 0 ? l + n : l < n ? l : l < 2 * n ? l - n : l - 2 * n;
}

static inline int lyc_ray_sign(const lyc_fan_struct *fan, slong l)
{
    return l >= 0 && (l < fan->length || l == 2 * fan->length) ? 1 : -1;
}

/* z = det((ax, ay), (bx, by)). */
static inline void lyc_det(fmpz_t z, const fmpz_t ax, const fmpz_t ay,
                           const fmpz_t bx, const fmpz_t by)
{
    fmpz_mul(z, ax, by);
    fmpz_submul(z, ay, bx);
}

/* z = det(R_l, v). */
void lyc_ray_det(fmpz_t z, const lyc_fan_struct *fan, slong l,
                 const lyc_vector_t v);
int lyc_ray_det_sgn(const lyc_fan_struct *fan, slong l, const lyc_vector_t v);
void lyc_ray_get(lyc_vector_t v, const lyc_fan_struct *fan, slong l);
/* fhat(R_l) 2^value_scale = value * max(|x|, |y|): exact. */
void lyc_ray_norm(fmpz_t w, const lyc_fan_struct *fan, slong l);

/* The extended cone l in [0, n) and the sign s with s v in cone l, for v != 0
 * and a proved fan; where v lies on a wall, the cone behind it when
 * turn < 0, else the cone ahead. 0: neither v nor -v lies in the fan. */
int lyc_fan_locate(slong *cone, int *sign, const lyc_fan_t fan,
                   const lyc_vector_t v, int turn);

/* 1: the rays are a fan as fan.h describes it and the gauge is positive. */
int lyc_fan_prove(const lyc_fan_t fan, lyc_diag_t d);

/* ---- the law on the fan ---- */

/* LYC_PROVED, or why not. An atom that is zero is not accepted. */
lyc_verdict_t lyc_gauge_init(lyc_gauge_t g, const lyc_fan_t fan,
                             const lyc_law_t law, slong prec,
                             const lyc_limits_t limits, lyc_diag_t d);
void lyc_gauge_clear(lyc_gauge_t g);
/* Whether the time is up, for the work on one atom. Looks at the clock only
 * where that work outweighs a look, so that pieces are looked at once. */
static inline int lyc_gauge_is_late(const lyc_gauge_struct *g, slong atom)
{
    return (g->prec > 4096 || atom % 256 == 0) &&
           lyc_limits_out_of_time(g->limits);
}

/* ---- images ---- */

void lyc_image_init(lyc_image_struct *im, const lyc_gauge_atom_struct *atom);
void lyc_image_clear(lyc_image_struct *im);
/* v = sign M x. */
void lyc_image_of(lyc_vector_t v, const lyc_image_struct *im,
                  const lyc_vector_t x);
/* Each returns 0 when the image is not where it must be. Start at ray j;
 * enter the cone j and find the cuts; advance past the cut; leave by the far
 * ray. */
int lyc_image_start(lyc_image_struct *im, const lyc_gauge_struct *g, slong j);
int lyc_image_enter(lyc_image_struct *im, const lyc_gauge_struct *g, slong j);
int lyc_image_advance(lyc_image_struct *im, const lyc_gauge_struct *g);
void lyc_image_leave(lyc_image_struct *im, const lyc_gauge_struct *g);
/* norm = fhat(M x) and *side; 1 when M x is proved to lie in the closed cone
 * (rank one: in it or in its negative). Exact atoms. */
int lyc_image_norm(arb_t norm, int *side, const lyc_image_struct *im,
                   const lyc_gauge_struct *g, const lyc_vector_t x);

/* ---- images of atoms that are known as balls ---- */

lyc_verdict_t lyc_ball_atom_set(lyc_gauge_atom_struct *a, const lyc_fan_t fan,
                                const lyc_matrix_t atom, slong prec,
                                lyc_diag_t d);
int lyc_ball_start(lyc_image_struct *im, const lyc_gauge_struct *g, slong j);
int lyc_ball_enter(lyc_image_struct *im, const lyc_gauge_struct *g, slong j);
void lyc_ball_advance(lyc_image_struct *im);
/* Cones that hold the image of the piece and ratios at both of its ends;
 * indeterminate where the cones cannot be proved. */
void lyc_ball_piece(lyc_image_struct *im, slong i, lyc_end_struct *from,
                    lyc_end_struct *to, const lyc_gauge_struct *g);

/* The functional of fhat on cone l: a and b of lyc_image_struct. */
void lyc_cone_functional(arb_t a, arb_t b, const lyc_gauge_struct *g, slong l);

/* ---- pieces ---- */

void lyc_end_init(lyc_end_struct *e, slong length, int is_exact);
void lyc_end_clear(lyc_end_struct *e, slong length, int is_exact);
/* Logarithms and means from the ratios; indeterminate when out of time. */
void lyc_end_close(lyc_end_struct *e, const lyc_gauge_struct *g);

/* Bounds of sum p_i log(fhat(M_i x) / fhat(x)) on the piece [from, to]. */
void lyc_piece_lower(arf_t lower, const lyc_end_struct *from,
                     const lyc_end_struct *to, const lyc_gauge_struct *g);
void lyc_piece_upper(arf_t upper, const lyc_end_struct *from,
                     const lyc_end_struct *to, const lyc_gauge_struct *g);
/* upper >= max(g0 + (1 - t)^2 V, g1 + t^2 V), V = spread^2 / 8, for the t in
 * [0, 1] that balances it about. */
void lyc_curvature_upper(arf_t upper, const arf_t g0, const arf_t g1,
                         const arf_t spread);
/* sum p_i c[J_i] - c[j] over the piece. */
void lyc_piece_offsets(arf_t lower, arf_t upper, const lyc_image_struct *image,
                       const lyc_gauge_struct *g, slong j);

/* ---- the bracket ---- */

/* lower <= lambda_1 <= upper for the law that acts on the fan; -inf or +inf
 * where nothing is proved. The bounds are true in every case. */
lyc_verdict_t lyc_gauge_bracket(arf_t lower, arf_t upper, const lyc_fan_t fan,
                                const lyc_law_t law, slong prec,
                                const lyc_limits_t limits, lyc_diag_t d);

#endif
