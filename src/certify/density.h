/* Bounds of the rate of a gauge |x|_max e^h(x) under a law whose images have a
 * density: both rows of A are uniform on parallelograms.
 *
 * Letters as in the chapter continuous-laws: Y = A x for x = (1, v) or (v, 1),
 * |v| <= 1; row r is Y_r = m + alpha s + beta s' with s, s' independent,
 * uniform on [-1, 1], alpha >= beta >= 0. Doubles are bounds with their
 * rounding accounted for (box_round.h). */
#ifndef LYC_CERTIFY_DENSITY_H
#define LYC_CERTIFY_DENSITY_H

#include "certify/affine_rows.h"
#include "certify/box_round.h"
#include "lyapcert/diag.h"
#include "lyapcert/knots.h"
#include "lyapcert/limits.h"

/* ---- density_row.c: rows at a direction ---- */

/* Exact doubles; the true m, alpha, beta lie within error of them. */
typedef struct
{
    double m, alpha, beta, error;
    double side[2]; /* about the signed coefficients of the draws */
} lyc_density_row;

/* An outcome of the finite draws: [row][coordinate], [row][draw][coordinate].
 */
typedef struct
{
    arb_t base[2][2], side[2][2][2];
    double weight, weight_error;
} lyc_density_outcome;

void lyc_density_outcome_init(lyc_density_outcome *o);
void lyc_density_outcome_clear(lyc_density_outcome *o);
void lyc_density_outcome_set(lyc_density_outcome *o, const lyc_affine_rows *r,
                             const lyc_number_t weight, slong prec);
/* Both rows at (x[0], x[1]). */
void lyc_density_rows(lyc_density_row row[2], const lyc_density_outcome *o,
                      const double x[2], slong prec);

/* ---- density_mass.c ---- */

/* About P(0 < Y_1, Y_2 <= u Y_1) + P(Y_1 < 0, Y_2 >= u Y_1), |u| <= 1, Y_1 in
 * `first`; and a bound of its error for every u. */
double lyc_density_below(const lyc_density_row *first,
                         const lyc_density_row *second, double u);
double lyc_density_below_error(const lyc_density_row *first,
                               const lyc_density_row *second);

/* ---- density_norm.c ---- */

/* E log max(|Y_1|, |Y_2|) */
void lyc_density_norm(arb_t value, const lyc_density_row row[2], slong prec);

/* ---- density_bend.c ---- */

/* At least E 1/|Y|_max for all Y whose coefficients are within error of row. */
double lyc_density_inverse(const lyc_density_row row[2]);
/* At least the distance of E(log|A x|_max + h(A x)) from linear between two
 * directions on one side of the square, given the rows there and slope[r] with
 * |d/dy_r (log|y|_max + h)| <= slope[r]/|y|_max. */
double lyc_density_bend(const lyc_density_row from[2],
                        const lyc_density_row to[2], const double slope[2]);

/* ---- density.c: a law and knots ---- */

typedef struct
{
    slong outcomes, prec, n;
    lyc_density_outcome *outcome;
    lyc_density_row *row; /* [(i * outcomes + outcome) * 2 + r],
                            i <= n */
    double *place;        /* w, n + 1 of them, the last one 4 */
    slong corner;         /* the knot at 2 */
} lyc_density_struct;
typedef lyc_density_struct lyc_density_t[1];

/* f must outlive d. PROVED; or DISPROVED and why. */
lyc_verdict_t lyc_density_init(lyc_density_t d, const lyc_affine_law_t f,
                               const lyc_knots_t k, slong prec, lyc_diag_t why);
void lyc_density_clear(lyc_density_t d);

/* What x at knot i does: about P(A x between knots j and j + 1) in mass[j],
 * and an enclosure of E log|A x|_max. */
typedef struct
{
    double *mass;     /* n */
    double low, high; /* of E log|A x|_max */
    double error;     /* of sums c_j mass[j] is at most error times the total
                         variation of c plus max |c| */
    double curve[2];  /* sums c(u) over side s instead of c at midpoints are off
                         by at most curve[s] max |slope| length^2 */
    double inverse;   /* both rows' errors move E h by at most inverse times the
                         greatest slope */
} lyc_density_image;

void lyc_density_knot(lyc_density_image *im, const lyc_density_t d, slong i);
/* At least the distance of E(log|A x|_max + h(A x)) from linear between knots i
 * and i + 1. */
double lyc_density_between(const lyc_density_t d, slong i,
                           const double slope[2]);

/* The greatest |1 - u h'(u)| and |h'| for both coordinates, from heights at the
 * n knots; curve[s] = max |slope| length^2 over side s. */
void lyc_density_slopes(double slope[2], double curve[2], const lyc_density_t d,
                        const double *height);

/* lower <= lambda_1 <= upper; Theorem continuous-laws.density. */
lyc_verdict_t lyc_density_bracket(arf_t lower, arf_t upper, const lyc_knots_t k,
                                  const lyc_affine_law_t f, slong prec,
                                  const lyc_limits_t limits, lyc_diag_t why);

#endif
