/* Scalar terms as c + a_1 x_1 + a_2 x_2 + …, x_i different draws. */
#ifndef LYC_CERTIFY_TERM_AFFINE_H
#define LYC_CERTIFY_TERM_AFFINE_H

#include "lyapcert/term.h"

typedef struct
{
    lyc_number_t c;
    lyc_number_struct *factor;
    const lyc_term **draw; /* borrowed from the term */
    int *is_known;         /* 1: an outcome of the draw has been put in */
    slong length;
} lyc_affine_struct;
typedef lyc_affine_struct lyc_affine_t[1];

void lyc_affine_init(lyc_affine_t f); /* 0 */
void lyc_affine_clear(lyc_affine_t f);
void lyc_affine_set(lyc_affine_t f, const lyc_affine_t g);
/* f += c t, t 1x1; 0 when t is not affine in its draws or too long, or where
 * a draw that is known stands in t. */
int lyc_affine_add(lyc_affine_t f, const lyc_number_t c, const lyc_term *t);
/* a = factor[i]; factor[i] = 0 and the draw is known. */
void lyc_affine_take(lyc_number_t a, lyc_affine_t f, slong i);

/* The law of f where it has one name: c + a X, X of this kind; NORMAL: a > 0
 * is *a = the square of the factor; CAUCHY: *a = the scale, >= 0; UNIFORM,
 * GAMMA: the one draw's factor; CONSTANT: nothing but c. Sums of normal draws
 * and sums of Cauchy draws are such. 0 where f is something else. */
int lyc_affine_kind(lyc_term_kind *kind, lyc_number_t a, const lyc_affine_t f);

#endif
