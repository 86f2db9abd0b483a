/* The bracket of a gauge that is the exponential of a polynomial on arcs of
 * directions, d = 2, for a law with finitely many letters and a rest. */
#ifndef LYC_CERTIFY_CONE_H
#define LYC_CERTIFY_CONE_H

#include "certify/reader.h"
#include "lyapcert/collocation.h"
#include "lyapcert/law.h"
#include "lyapcert/limits.h"

/* The law as this part of the kernel sees it: letters with weights, which need
 * not add up to 1, and what is left out. A finite law leaves out nothing. */
typedef struct lyc_cone_letters
{
    slong length;
    const lyc_number_struct *weight; /* >= 0 */
    const lyc_matrix_struct *matrix; /* 2x2 */
    /* NULL when nothing is left out. Else proves that every letter that is left
     * out maps each arc into an arc or its negative, and sets bound >= sup over
     * the arc of |sum of weight (log|ell_b(A x)| + h_b)| over these letters,
     * where ell_a(x) = 1, b is the arc that holds A x, and |h| <= height. */
    lyc_verdict_t (*rest)(arf_t bound, const struct lyc_cone_letters *letters,
                          const lyc_collocation_t c, slong arc,
                          const arf_t height, slong prec, lyc_diag_t d);
    const void *data; /* for rest */
} lyc_cone_letters_struct;
typedef lyc_cone_letters_struct lyc_cone_letters_t[1];

/* The atoms of a finite law, borrowed. */
void lyc_cone_letters_set_law(lyc_cone_letters_t letters, const lyc_law_t law);

/* A letter on an arc: with y = ((1 - s)/2, (1 + s)/2) the coordinates of x_a(s)
 * in the basis u_a, v_a, those of +-A x_a(s) in u_to, v_to are B y, B >= 0. */
typedef struct
{
    slong to;
    arb_struct b[4]; /* B by rows */
} lyc_cone_chart;

typedef struct
{
    const lyc_collocation_struct *c;
    const lyc_cone_letters_struct *letters;
    slong prec;
    arb_ptr weight;        /* of each letter */
    lyc_cone_chart *chart; /* letter i on arc a: chart[a * length + i] */
} lyc_cone_struct;
typedef lyc_cone_struct lyc_cone_t[1];

/* LYC_PROVED: det(u_a, v_a) > 0 and every letter maps every arc into an arc or
 * its negative, all exactly. cone is to be cleared in every case. */
lyc_verdict_t lyc_cone_init(lyc_cone_t cone, const lyc_collocation_t c,
                            const lyc_cone_letters_t letters, slong prec,
                            const lyc_limits_t limits, lyc_diag_t d);
void lyc_cone_clear(lyc_cone_t cone);
/* log = log ell_to(A x), image = the chart's coordinate of A x, for x = x_a(s)
 * with s in a ball that meets [-1, 1]. */
void lyc_cone_image(arb_t log, arb_t image, const lyc_cone_chart *chart,
                    const arb_t s, slong prec);

/* ---- Bernstein ellipses: foci -1 and 1, semi-axes adding up to rho ---- */

/* (rho + 1/rho)/2. */
void lyc_ellipse_axis(arb_t axis, slong ellipse);
/* The image of the closed ellipse under the letter lies in the ellipse of
 * image >= 1, about 1 + 2^-fine times too large, and |log L| <= log there,
 * where L = ell_to(A x_a(z)). 0, and nothing said, where L is not proved to
 * have a positive real part. */
int lyc_ellipse_image(mag_t image, mag_t log, const lyc_cone_chart *chart,
                      slong ellipse, int fine);
/* 4 most rho^-n / (rho - 1), n = nodes - 1, for rho > 1. */
void lyc_ellipse_tail(mag_t tail, const mag_t most, slong ellipse, slong nodes);
/* sum |c_k| rho^k for the polynomial of arc a. */
void lyc_cone_height(mag_t height, const lyc_collocation_t c, slong a,
                     const mag_t rho);
/* What interpolation at c->nodes points leaves out on arc a: 4 M rho^-n /
 * (rho - 1), M >= |R + h_a| on the ellipse of arc a; infinite where the
 * hypotheses are not met. */
void lyc_cone_tail(mag_t tail, const lyc_cone_t cone, slong a);

/* ---- values of the polynomials ---- */

typedef struct
{
    slong degree, prec;
    fmpz *fixed; /* coefficients, units of 2^-prec */
    mag_t noise; /* of a value at a point that is known exactly */
    mag_t slope; /* >= |h'| on [-1, 1] */
} lyc_cheb_struct;
typedef lyc_cheb_struct lyc_cheb_t[1];

void lyc_cheb_init(lyc_cheb_t h, const lyc_collocation_t c, slong a,
                   slong prec);
void lyc_cheb_clear(lyc_cheb_t h);
/* y = h(x) for the points of x that lie in [-1, 1]. */
void lyc_cheb_eval(arb_t y, const lyc_cheb_t h, const arb_t x);
/* The j-th of n zeros of T_n: cos((2j + 1) pi / (2n)). */
void lyc_cheb_node(arb_t s, slong j, slong n, slong prec);
/* The norm of interpolation at these points is at most this. */
void lyc_cheb_norm(mag_t norm, slong n);
/* Steps of lyc_cheb_eval: n coefficients in units of 2^-prec, rounded down; a
 * point m 2^-prec of [-1, 1] within error of the points of x in [-1, 1], x
 * finite; the sum at such a point, within degree + 1 units. */
void lyc_cheb_fixed(fmpz *fixed, const fmpz *row, slong n, slong scale,
                    slong prec);
void lyc_cheb_point(fmpz_t m, mag_t error, const arb_t x, slong prec);
void lyc_cheb_sum(fmpz_t y, const fmpz *fixed, slong degree, const fmpz_t x,
                  slong prec);

/* ---- the bracket ---- */

/* lower <= lambda_1 <= upper for the law of the letters when PROVED. */
lyc_verdict_t lyc_cone_bracket(arf_t lower, arf_t upper,
                               const lyc_collocation_t c,
                               const lyc_cone_letters_t letters, slong prec,
                               const lyc_limits_t limits, lyc_diag_t d);

/* most grows to |r - centre|; a centre that is NaN becomes r's midpoint. */
void lyc_cone_survey(arf_t centre, mag_t most, const arb_t r, slong prec);
/* UNDECIDED where so many numbers of prec bits are too many to be held. */
lyc_verdict_t lyc_cone_memory(double numbers, slong prec, lyc_diag_t d);
/* centre -+ (distance + rest), rounded outward; -inf and inf where one of them
 * is not finite. */
void lyc_cone_bounds(arf_t lower, arf_t upper, const arf_t centre,
                     const mag_t distance, const arf_t rest, slong prec);

/* ---- as text: for kinds of evidence that hold a collocation ---- */

/* The words ARCS DEGREE SCALE NODES on the reader's line, its end, and the
 * lines of the arcs; c initialised. */
int lyc_collocation_read(lyc_collocation_t c, lyc_reader_t r, lyc_diag_t d);
/* The same, each word preceded by a space. */
void lyc_collocation_write(lyc_text_t out, const lyc_collocation_t c);

#endif
