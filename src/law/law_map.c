#include "law/draw.h"

/* Weights of `in`, atoms that are shells. */
static void begin(lyc_draw_t x, const lyc_law_t in)
{
    slong i;

    lyc_draw_init(x);
    lyc_draw_shell(x, LYC_DRAW_MATRIX, in->dim, in->dim, in->length);
    for (i = 0; i < in->length && x->weight != NULL; i++)
        lyc_number_set(x->weight + i, in->weight + i);
}

void lyc_law_transpose(lyc_law_t out, const lyc_law_t in)
{
    lyc_draw_t x;
    slong i;

    begin(x, in);
    for (i = 0; i < in->length; i++)
        lyc_matrix_transpose(x->atom + i, in->atom + i);
    lyc_law_take_draw(out, x);
}

void lyc_law_residual(lyc_law_t out, const lyc_law_t in)
{
    lyc_matrix_t identity;
    lyc_number_t one;
    lyc_draw_t x;
    slong i;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    lyc_matrix_shell(identity, in->dim, in->dim);
    lyc_matrix_set_scalar(identity, one);
    begin(x, in);
    for (i = 0; i < in->length; i++)
        lyc_matrix_add(x->atom + i, identity, in->atom + i);
    lyc_law_take_draw(out, x);
    lyc_matrix_clear(identity);
    lyc_number_clear(one);
}

lyc_truth_t lyc_law_inverse(lyc_law_t out, const lyc_law_t in)
{
    lyc_truth_t done = LYC_TRUE;
    lyc_draw_t x;
    slong i;

    begin(x, in);
    for (i = 0; i < in->length && done != LYC_FALSE; i++)
    {
        lyc_truth_t this_one = lyc_matrix_inv(x->atom + i, in->atom + i);

        if (this_one != LYC_TRUE)
            done = this_one;
    }
    if (done == LYC_TRUE)
        lyc_law_take_draw(out, x);
    lyc_draw_clear(x);
    return done;
}

lyc_truth_t lyc_law_cofactors(lyc_law_t out, const lyc_law_t in)
{
    lyc_truth_t done = LYC_TRUE;
    lyc_draw_t x;
    slong i;

    if (in->dim < 2)
        return LYC_FALSE;
    begin(x, in);
    for (i = 0; i < in->length && done == LYC_TRUE; i++)
        done = lyc_matrix_cofactors(x->atom + i, in->atom + i);
    if (done == LYC_TRUE)
        lyc_law_take_draw(out, x);
    lyc_draw_clear(x);
    return done;
}

void lyc_law_scale(lyc_law_t out, const lyc_number_t c, const lyc_law_t in)
{
    lyc_draw_t x;
    slong i, j;

    begin(x, in);
    for (i = 0; i < in->length; i++)
        for (j = 0; j < in->dim * in->dim; j++)
            lyc_number_mul(x->atom[i].entry + j, c, in->atom[i].entry + j);
    lyc_law_take_draw(out, x);
}
