#include "certify/affine_law.h"

/* Draw j as a 1x1 term; entries of a Gaussian matrix are normal draws. */
static lyc_term *draw_term(const lyc_affine_law_t f, slong j)
{
    const lyc_term *t = f->draw[j].term;
    return lyc_term_draw(f->draw[j].kind, 1, 1,
                         t->kind == LYC_TERM_GAUSSIAN ? 0 : t->numbers,
                         t->number);
}

lyc_term *lyc_affine_law_combine(const lyc_affine_law_t f,
                                 const lyc_number_struct *c)
{
    lyc_term *sum[LYC_AFFINE_LAW_MOST_DRAWS + 1];
    sum[0] = lyc_term_scalar(c);
    for (slong j = 1; j <= f->draws; j++)
        sum[j] = lyc_term_scale(c + j, draw_term(f, j - 1));
    return lyc_term_add(f->draws + 1, sum);
}
