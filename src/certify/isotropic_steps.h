/* Building isotropic forms. */
#ifndef LYC_CERTIFY_ISOTROPIC_STEPS_H
#define LYC_CERTIFY_ISOTROPIC_STEPS_H

#include "certify/isotropic_form.h"

lyc_step *lyc_isotropic_add_step(lyc_isotropic_t f, slong rows);
lyc_block *lyc_step_add_block(lyc_step *s);
void lyc_block_add_layer(lyc_block *b, slong width);
void lyc_isotropic_add_draw(lyc_isotropic_t f, const lyc_term *t);
void lyc_isotropic_add_scalar(lyc_isotropic_t f, const lyc_term *t);

/* The Gaussian draw that t is, or whose transpose it is; NULL: neither. */
const lyc_term *lyc_term_gaussian(const lyc_term *t);

/* t, a matrix of ENTRIES, is c I + c' G, its draws among all of f's. */
int lyc_step_add_entries(lyc_isotropic_t f, lyc_step *s, const lyc_term *t);

/* t is a summand of the step s: c I, c G, a matrix of normal entries, or c
 * times a block. */
int lyc_step_add_summand(lyc_isotropic_t f, lyc_step *s, const lyc_term *t);

/* E log|e_1 + sqrt(Y) h| of the blocks of s, relative to alpha: a ball that
 * holds it for every value of parameters. 0: no formula, or more seconds.
 * Theorems closed-forms.mellin and closed-forms.block-ranges. */
int lyc_isotropic_blocks(arb_t value, const lyc_step *s, double seconds,
                         slong prec);

#endif
