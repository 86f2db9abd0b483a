#include <stdlib.h>

#include "law/term_eval.h"

const char *lyc_value_shape(lyc_shape_text t, const lyc_value *x)
{
    const lyc_draw_t like = {
        {.kind = x->kind, .rows = x->term->rows, .columns = x->term->columns}};

    return lyc_draw_shape(t, like);
}

void lyc_value_resize(lyc_value *x, slong n)
{
    lyc_term *factor[2] = {x->term, NULL};
    lyc_number_t one;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    factor[1] = lyc_term_identity(n, one);
    lyc_number_clear(one);
    x->term = lyc_term_mul(2, factor);
    x->kind = LYC_DRAW_MATRIX;
}

lyc_value lyc_value_of_draw(const lyc_draw_t x)
{
    lyc_value out = {.kind = x->kind};
    lyc_term **child;
    slong i;

    child = lyc_malloc((size_t)x->length * sizeof *child);
    for (i = 0; i < x->length; i++)
        child[i] = lyc_term_constant(x->rows, x->columns, x->atom[i].entry);
    out.term = lyc_term_choice(x->length, x->weight, child);
    free(child);
    return out;
}

lyc_value lyc_scope_operand(const lyc_scope *s, long i, long k)
{
    long j = s->steps.operand[s->steps.step[i].first + k];
    lyc_value out;

    if (!s->steps.step[j].is_random)
        return lyc_value_of_draw(s->steps.value + j);
    out = s->value[j];
    lyc_term_share(out.term);
    return out;
}
