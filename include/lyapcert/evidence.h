/* Evidence: data from which the trusted kernel proves facts about a law.
 *
 * Each kind of evidence is one file evidence_NAME.c in src/certify and one
 * line in its table. Producers fill the data; establish() is the only thing
 * that is believed. */
#ifndef LYAPCERT_EVIDENCE_H
#define LYAPCERT_EVIDENCE_H

#include "lyapcert/boxes.h"
#include "lyapcert/collocation.h"
#include "lyapcert/countable.h"
#include "lyapcert/cubes.h"
#include "lyapcert/facts.h"
#include "lyapcert/fan.h"
#include "lyapcert/knots.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"
#include "lyapcert/mesh.h"
#include "lyapcert/square.h"

struct lyc_evidence_type;

typedef struct
{
    const struct lyc_evidence_type *type;
    slong prec; /* working precision in bits, 30 to 2^20; never trusted to be
                   enough, only used */
    void *data; /* owned; what it is depends on the type */
    slong box;  /* index of its box in the certificate; -1: none */
} lyc_evidence_struct;
typedef lyc_evidence_struct lyc_evidence_t[1];

void lyc_evidence_init(lyc_evidence_t e);
void lyc_evidence_clear(lyc_evidence_t e);
const char *lyc_evidence_name(const lyc_evidence_t e);

/* ---- constructors, one a kind; each copies or (fan) takes its data ---- */

/* lambda_1 + … + lambda_d = E log|det A|; with d = 1 the exponent itself.
 * -inf when an atom is singular. Theorem setting.determinant. */
void lyc_evidence_set_determinant(lyc_evidence_t e, slong prec);

/* All atoms upper (or all lower) triangular: the exponents are E log|a_ii|,
 * sorted. Any dimension. Theorem setting.triangular. */
void lyc_evidence_set_triangular(lyc_evidence_t e, slong prec, int upper);

/* d = 2, a common eigenvector v (2x1, exact): exponents E log|mu_i| and
 * E log|det A_i / mu_i|, sorted. Theorem setting.blocks. */
void lyc_evidence_set_eigenline(lyc_evidence_t e, slong prec,
                                const lyc_matrix_t v);

/* d = 2 to 8, A^T Q A is a multiple of Q for all atoms, Q exact, Q > 0: all
 * exponents are (1/d) E log|det A|. Theorem setting.conformal. */
void lyc_evidence_set_conformal(lyc_evidence_t e, slong prec,
                                const lyc_matrix_t q);

/* d = 2 to 8, every (invertible) atom permutes the lines spanned by the columns
 * of `lines` (dxd, exact, independent); for d = 2 some atom swaps them: the
 * exponents of each orbit are equal. Theorem setting.monomial. */
void lyc_evidence_set_lines(lyc_evidence_t e, slong prec,
                            const lyc_matrix_t lines);

/* The product A_{word[n-1]} … A_{word[0]} of atoms (indices into the law's
 * sorted atoms) is 0: lambda_1 = -inf. Theorem setting.vanishing. */
void lyc_evidence_set_vanishing(lyc_evidence_t e, const slong *word, slong n);

/* Some atom, or a term with positive probability, has rank < k: lambda_k = -inf
 * (k is recomputed). Theorem setting.rank. */
void lyc_evidence_set_rank(lyc_evidence_t e);

/* lambda_1 <= (1/n) E log||S_n||, spectral norm for d = 2, Frobenius norm
 * otherwise; n >= 1, at most 2^22 words. Theorem setting.product. */
void lyc_evidence_set_product(lyc_evidence_t e, slong prec, slong n);

/* lambda_1 <= (1/2) log c, where E A^T Q A <= c Q: any law that is finite or
 * affine in draws with second moments; q symmetric, rational or not, proved to
 * be positive definite. Theorem bracket.square. */
void lyc_evidence_set_moment(lyc_evidence_t e, slong prec,
                             const lyc_matrix_t q);

/* d = 2, a gauge linear on the cones of a fan: lambda_1 by Theorem
 * bracket.main with Theorems bracket.cone and bracket.offsets. Takes the fan's
 * contents (fan is left empty). */
void lyc_evidence_set_gauge(lyc_evidence_t e, slong prec, lyc_fan_t fan);
/* The fan of a gauge evidence, NULL for other kinds. */
const lyc_fan_struct *lyc_evidence_fan(const lyc_evidence_t e);

/* d = 2, arcs that every atom maps into arcs, and a gauge that is the
 * exponential of a polynomial on each: lambda_1 by Theorem collocation.main.
 * Takes c's contents (c is left empty). */
void lyc_evidence_set_collocation(lyc_evidence_t e, slong prec,
                                  lyc_collocation_t c);
/* The degree of its polynomials, -1 for other kinds. */
slong lyc_evidence_degree(const lyc_evidence_t e);

/* d = 2: the same for the law that a rule induces; letters[i] members of each
 * family stand alone, the others are bounded together. lambda_1 by Theorem
 * induced.main. Takes c's contents. */
void lyc_evidence_set_induced(lyc_evidence_t e, slong prec,
                              lyc_induced_rule rule, const slong *letters,
                              slong families, lyc_collocation_t c);

/* d = 3, a simplicial cone that every atom maps into itself, and a gauge that
 * is the exponential of a polynomial on a square: lambda_1 by Theorem
 * collocation.space. Takes q's contents (q is left empty). */
void lyc_evidence_set_square(lyc_evidence_t e, slong prec, lyc_square_t q);

/* Where the range of a parameter is cut (rising), so that an equation is
 * monotone or has no root on each cell: proves ROOT and NOROOT, nothing about
 * exponents. Theorem critical-scales.roots. */
void lyc_evidence_set_root(lyc_evidence_t e, slong prec, const fmpq *cut,
                           slong n);

/* A law that does not change when draws are turned (a term): the sums
 * lambda_1 + … + lambda_k, first <= k <= last, by their formulas; the structure
 * is recognised anew. Theorem closed-forms.isotropic. */
void lyc_evidence_set_isotropic(lyc_evidence_t e, slong prec, slong first,
                                slong last);

/* d = 1 (a term): E log|a|. Theorem closed-forms.scalar. */
void lyc_evidence_set_scalar(lyc_evidence_t e, slong prec);

/* A term whose matrices, in an order of the coordinates, are triangular or
 * made of blocks that permute lines: the exponents are means of E log|entry|.
 * Theorem continuous-laws.coordinates. */
void lyc_evidence_set_coordinates(lyc_evidence_t e, slong prec);

/* d = 2 (a term), [x, b; c, 0] or [0, b; c, x] with a Cauchy or gamma x.
 * Theorems closed-forms.cauchy and closed-forms.letac-seshadri. */
void lyc_evidence_set_line(lyc_evidence_t e, slong prec);

/* Some atoms of rank one, none 0, all rational: lambda_1 by renewal at the
 * atoms of rank one. Words of at most `length` other atoms are gone through,
 * and none vanishes modulo `prime`, a prime or a power of one. Theorem
 * spectrum-and-flag.renewal. */
void lyc_evidence_set_renewal(lyc_evidence_t e, slong prec, slong length,
                              slong prime);

/* How probabilities at a finite depth are bounded, beside a gauge: by moments
 * of order s[i], or, where s[i] = 0, by the range of the increments. Proves
 * nothing about exponents. Theorems finite-depth.moments and
 * finite-depth.concentration. */
void lyc_evidence_set_tails(lyc_evidence_t e, slong prec, const double *s,
                            slong n);

/* The gauge |x| for a finite law, for growth at a finite depth. Theorem
 * finite-depth.singular. */
void lyc_evidence_set_length(lyc_evidence_t e, slong prec);

/* Why such a law is isotropic: "conjugation-invariant because …". 1 when it
 * is, by the recognition that the kernel uses. */
int lyc_law_isotropic_reason(lyc_text_t out, const lyc_law_t law);

/* d = 2 to 4, gauges linear on cones over boxes of the cube: lambda_1, or with
 * power d - 1 the sum lambda_1 + … + lambda_(d-1), by Theorems spectrum.boxes
 * and spectrum.power. Takes the contents of boxes (left empty). */
void lyc_evidence_set_boxes(lyc_evidence_t e, slong prec, lyc_boxes_t boxes);
/* The boxes of such evidence, NULL for other kinds. */
const lyc_boxes_struct *lyc_evidence_boxes_of(const lyc_evidence_t e);

/* d = 3, laws affine in at most two scalar draws: lower <= lambda_1 <= upper
 * (power 1), or the sum of two exponents, from gauges over boxes of the cube.
 * Takes the contents of cubes, which stays initialised. Theorem
 * continuous-laws.cubes. */
void lyc_evidence_set_cubes(lyc_evidence_t e, slong prec, lyc_cubes_t cubes);
/* Its cubes, NULL for other kinds. */
const lyc_cubes_struct *lyc_evidence_cubes_of(const lyc_evidence_t e);

/* d = 2 (a term), A affine in up to four scalar draws: lambda_1 from a gauge
 * that is linear on the cones of a fan, and cells of the draws. Theorem
 * continuous-laws.bracket. Takes the contents of mesh (left empty). */
void lyc_evidence_set_continuous(lyc_evidence_t e, slong prec, lyc_mesh_t mesh);
/* The mesh of such evidence, NULL for other kinds. */
const lyc_mesh_struct *lyc_evidence_mesh(const lyc_evidence_t e);

/* d = 2 (a term), rows made of two uniform draws each: lambda_1 from a gauge
 * that is linear between knots. Theorem continuous-laws.density. Takes the
 * contents of knots (left empty). */
void lyc_evidence_set_density(lyc_evidence_t e, slong prec, lyc_knots_t knots);
/* The knots of such evidence, NULL for other kinds. */
const lyc_knots_struct *lyc_evidence_knots(const lyc_evidence_t e);

/* d = 2 (a term), A affine in up to four scalar draws: lambda_1 + lambda_2 =
 * E log|det A|. Theorem continuous-laws.volume. */
void lyc_evidence_set_volume(lyc_evidence_t e, slong prec);

/* ---- the kernel ---- */

/* Intersects facts with what e proves about law.
 * PROVED: e is what it says and its facts are in. DISPROVED: e does not hold
 * for this law (d says why). UNDECIDED: a limit was reached or an equality
 * could not be decided. facts are true in every case. */
lyc_verdict_t lyc_evidence_establish(lyc_facts_t facts, const lyc_evidence_t e,
                                     const lyc_law_t law,
                                     const lyc_limits_t limits, lyc_diag_t d);

#endif
