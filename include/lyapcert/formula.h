/* Closed forms as functions of numbers: no law is involved. Every result is a
 * ball that contains the value, for every sigma in the ball sigma. */
#ifndef LYAPCERT_FORMULA_H
#define LYAPCERT_FORMULA_H

#include "lyapcert/number.h"

/* ---- Gaussian matrices; G is d x d with independent N(0, 1) entries ---- */

/* lambda_1 + … + lambda_k of G, 0 <= k <= d; more generally
 * E log|Lambda^k G (e_1 ^ … ^ e_k)| for G of d rows and k or more columns.
 * Theorem closed-forms.gaussian. */
void lyc_gaussian_sum(arb_t sum, slong d, slong k, slong prec);

/* lambda_1 + … + lambda_k of I + sigma G, 1 <= k <= d, and its derivative in
 * sigma (unless NULL). Of sigma only the modulus matters; at 0 the value is
 * 0. About prec bits, relative, or 2^-(prec + 128), absolute; where that
 * fails the balls are wider but true, and indeterminate where sigma is too
 * small for what can be summed (about k/sigma^2 > 2^25). For a ball sigma of
 * positive radius the value is taken at the midpoint and widened by the
 * derivative: narrow balls serve best.
 * Theorems closed-forms.residual and closed-forms.pfaffian. */
void lyc_residual_gaussian_sum(arb_t sum, arb_t derivative, slong d, slong k,
                               const arb_t sigma, slong prec);

/* An enclosure of the same sum that costs nothing and holds for every sigma of
 * the ball, 0 too: [0, U] for k < d and [-d log 2, U] for k = d, where U is
 * about k (d - k/2) sigma^2 for small sigma. Theorem closed-forms.small. */
void lyc_residual_gaussian_small(arb_t sum, slong d, slong k, const arb_t sigma,
                                 slong prec);

/* ---- a Gaussian step of random length ---- */

/* Y = product over the layers of c_l chi^2_{D_l}, independent;
 * P(D_l = n) = weight[n] for n < length, chi^2_0 = 0. */
typedef struct
{
    arb_t scale; /* c_l > 0 */
    arb_ptr weight;
    arb_ptr quotient; /* weight[n] over the product of i/2, i < n, i of n's
                         parity and from the first n with weight on */
    slong length;
    arb_t tail_mass, tail_mean; /* at least P(D >= length), E(D; D >= length) */
} lyc_radius_layer;

typedef struct
{
    lyc_radius_layer *layer;
    slong layers;
} lyc_radius_struct;
typedef lyc_radius_struct lyc_radius_t[1];

void lyc_radius_init(lyc_radius_t y); /* no layers: Y = 1 */
void lyc_radius_clear(lyc_radius_t y);

/* With probability keep: `width` gates of probability p on numbers of variance
 * `scale`; else nothing. */
typedef struct
{
    slong width;
    lyc_number_t p, scale; /* 0 <= p <= 1, scale > 0 */
    lyc_number_t keep;     /* 0 <= keep <= 1 */
} lyc_radius_part;

void lyc_radius_part_init(lyc_radius_part *part); /* 1, p, scale, keep 1 */
void lyc_radius_part_clear(lyc_radius_part *part);

/* Multiplies y by a layer c chi^2_D with the distribution of
 * sum over parts of K_j scale_j chi^2_{B_j}, B_j ~ Bin(width_j, p_j),
 * K_j ~ Bin(1, keep_j): c is the
 * least scale; D beyond the length is in the tail, about 2^-prec. 1 on
 * success, 0 when the distribution is too long to be written out or the
 * least scale is not decided.
 * Theorem closed-forms.ruben. */
int lyc_radius_add_layer(lyc_radius_t y, const lyc_radius_part *part,
                         slong parts, slong prec);

/* E log|e_1 + sqrt(Y) g|, g standard Gaussian in R^d, independent of Y: for
 * Y = sigma^2 it is lambda_1(I + sigma G). Absolute error about 2^-prec;
 * layers should be made with that precision. A layer that is not the only one
 * must have no tail. Theorem closed-forms.mellin. */
void lyc_radius_log_mean(arb_t value, slong d, const lyc_radius_t y,
                         slong prec);

/* ---- E log|X| of a number X; Theorem closed-forms.scalar ---- */

/* X uniform on [a, b], a < b. */
void lyc_uniform_log_mean(arb_t value, const arb_t a, const arb_t b,
                          slong prec);
/* X = x + N(0, 1). Indeterminate beyond |x| = 10^6 or so. */
void lyc_normal_log_mean(arb_t value, const arb_t x, slong prec);
/* X = y + Gamma(p, 1), p > 0; y exactly 0 or a ball off 0. A whole p must be
 * an exact ball; indeterminate beyond p + |y| = 10^5 or so. */
void lyc_gamma_log_mean(arb_t value, const arb_t p, const arb_t y, slong prec);

/* ---- lambda_1 of [X, s; 1, 0], s = 1 or -1 ---- */

/* X = e + Cauchy(w), w > 0. Theorem closed-forms.cauchy. */
void lyc_cauchy_line(arb_t value, const arb_t e, const arb_t w, int s,
                     slong prec);
/* X ~ Gamma(p, rate r), s = 1: d/dp log K_p(2 r).
 * Theorem closed-forms.letac-seshadri. */
void lyc_gamma_line(arb_t value, const arb_t p, const arb_t r, slong prec);

#endif
