/* Terms whose law does not change when draws are turned: products of
 * independent factors, each a Gaussian matrix or alpha I + Gaussian + blocks.
 * Theorem closed-forms.isotropic. */
#ifndef LYC_CERTIFY_ISOTROPIC_FORM_H
#define LYC_CERTIFY_ISOTROPIC_FORM_H

#include "lyapcert/formula.h"
#include "lyapcert/limits.h"
#include "lyapcert/term.h"

/* With probability keep (else 0) scale c times W_L D_(L-1) W_(L-1) … D_1 W_1,
 * W_l Gaussian, D_l gates: hidden layer l has width[l] gates of probability
 * p[l] (1: no gates). */
typedef struct
{
    lyc_number_t scale2; /* c^2 */
    lyc_number_t keep;
    slong *width;
    lyc_number_struct *p;
    slong layers; /* L - 1 >= 1 */
} lyc_block;

/* alpha I + N(0, variance) entries + blocks; alpha 0 where there is none,
 * then no blocks either. */
typedef struct
{
    slong rows;
    lyc_number_t alpha, variance;
    int has_identity, has_gaussian;
    lyc_block *block;
    slong blocks;
} lyc_step;

typedef struct lyc_isotropic_form
{
    const lyc_term **scalar; /* 1x1 factors, random */
    slong scalars;
    lyc_number_t factor; /* constant one */
    lyc_step *step;      /* from left to right */
    slong steps;
    const lyc_term **draw; /* all draws but those of scalars */
    slong draws;
    slong least; /* rows and columns of the narrowest step */
} lyc_isotropic_struct;
typedef lyc_isotropic_struct lyc_isotropic_t[1];

void lyc_isotropic_init(lyc_isotropic_t f);
void lyc_isotropic_clear(lyc_isotropic_t f);

/* 1 when t, square, is such a product; else 0 and a reason in why (not
 * NULL), f then only fit to be cleared. */
int lyc_isotropic_set(lyc_isotropic_t f, const lyc_term *t, const char **why);

/* lambda_1 + … + lambda_k. LYC_UNKNOWN with a reason where there is no
 * formula or it would take longer than `seconds`. */
lyc_truth_t lyc_isotropic_sum(arb_t sum, const char **why,
                              const lyc_isotropic_t f, slong k, double seconds,
                              slong prec);

/* "conjugation-invariant because …". */
void lyc_isotropic_reason(lyc_text_t out, const lyc_isotropic_t f);

#endif
