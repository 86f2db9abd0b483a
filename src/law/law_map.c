#include "law/draw.h"
#include "law/law_term.h"

/* Weights of `in`, atoms that are shells. */
static void begin_in(lyc_draw_t x, slong dim, const lyc_law_t in)
{
    slong i;

    lyc_draw_init(x);
    lyc_draw_shell(x, LYC_DRAW_MATRIX, dim, dim, in->length);
    for (i = 0; i < in->length && x->weight != NULL; i++)
        lyc_number_set(x->weight + i, in->weight + i);
}

static void begin(lyc_draw_t x, const lyc_law_t in)
{
    begin_in(x, in->dim, in);
}

/* out = t, with the parameters of `in`, which may be out. */
static void take_term(lyc_law_t out, lyc_term *t, const lyc_law_t in)
{
    lyc_box_t box;

    lyc_box_init(box);
    lyc_box_set(box, in->box);
    lyc_law_take_term(out, t);
    lyc_box_set(out->box, box);
    lyc_box_clear(box);
}

/* out = x, with the parameters of `in`, which may be out. */
static void take(lyc_law_t out, lyc_draw_t x, const lyc_law_t in)
{
    lyc_box_t box;

    lyc_box_init(box);
    lyc_box_set(box, in->box);
    lyc_law_take_draw(out, x);
    lyc_box_set(out->box, box);
    lyc_box_clear(box);
}

void lyc_law_transpose(lyc_law_t out, const lyc_law_t in)
{
    lyc_draw_t x;
    slong i;

    if (in->term != NULL)
    {
        take_term(out, lyc_term_transpose(lyc_term_share(in->term)), in);
        return;
    }
    begin(x, in);
    for (i = 0; i < in->length; i++)
        lyc_matrix_transpose(x->atom + i, in->atom + i);
    take(out, x, in);
}

static void residual_term(lyc_law_t out, const lyc_law_t in)
{
    lyc_term *summand[2] = {NULL, lyc_term_share(in->term)};
    lyc_number_t one;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    summand[0] = lyc_term_identity(in->dim, one);
    lyc_number_clear(one);
    take_term(out, lyc_term_add(2, summand), in);
}

void lyc_law_residual(lyc_law_t out, const lyc_law_t in)
{
    lyc_matrix_t identity;
    lyc_number_t one;
    lyc_draw_t x;
    slong i;

    if (in->term != NULL)
    {
        residual_term(out, in);
        return;
    }
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    lyc_matrix_shell(identity, in->dim, in->dim);
    lyc_matrix_set_scalar(identity, one);
    begin(x, in);
    for (i = 0; i < in->length; i++)
        lyc_matrix_add(x->atom + i, identity, in->atom + i);
    take(out, x, in);
    lyc_matrix_clear(identity);
    lyc_number_clear(one);
}

lyc_truth_t lyc_law_inverse(lyc_law_t out, const lyc_law_t in)
{
    lyc_truth_t done = LYC_TRUE;
    lyc_draw_t x;
    slong i;

    if (in->term != NULL)
    {
        done = lyc_term_is_regular(in->term);
        if (done == LYC_TRUE)
            take_term(out, lyc_term_inverse(lyc_term_share(in->term)), in);
        return done;
    }
    begin(x, in);
    for (i = 0; i < in->length && done != LYC_FALSE; i++)
    {
        lyc_truth_t this_one = lyc_matrix_inv(x->atom + i, in->atom + i);

        if (this_one != LYC_TRUE)
            done = this_one;
    }
    if (done == LYC_TRUE)
        take(out, x, in);
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
        take(out, x, in);
    lyc_draw_clear(x);
    return done;
}

void lyc_law_planes(lyc_law_t out, const lyc_law_t in)
{
    lyc_draw_t x;
    slong i;

    FLINT_ASSERT(in->dim == 4);
    begin_in(x, 6, in);
    for (i = 0; i < in->length; i++)
        lyc_matrix_planes(x->atom + i, in->atom + i);
    take(out, x, in);
    lyc_draw_clear(x);
}

void lyc_law_scale(lyc_law_t out, const lyc_number_t c, const lyc_law_t in)
{
    lyc_draw_t x;
    slong i, j;

    if (in->term != NULL)
    {
        take_term(out, lyc_term_scale(c, lyc_term_share(in->term)), in);
        return;
    }
    begin(x, in);
    for (i = 0; i < in->length; i++)
        for (j = 0; j < in->dim * in->dim; j++)
            lyc_number_mul(x->atom[i].entry + j, c, in->atom[i].entry + j);
    take(out, x, in);
}

void lyc_law_with_atoms(lyc_law_t out, const lyc_law_t in,
                        const lyc_matrix_struct *atom, slong dim)
{
    lyc_draw_t x;
    slong i;

    begin(x, in);
    x->rows = x->columns = dim;
    for (i = 0; i < in->length; i++)
        lyc_matrix_set(x->atom + i, atom + i);
    take(out, x, in);
}
