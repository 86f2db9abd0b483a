#include "law/law_term.h"

#include "law/draw.h"

/* A list of outcomes, small enough to be written out. */
static int is_list(const lyc_term *t)
{
    return (t->kind == LYC_TERM_CONSTANT || t->kind == LYC_TERM_FINITE ||
            t->kind == LYC_TERM_IDENTITY) &&
           t->rows <= LYC_TERM_MAX_FOLD;
}

static void set_atom(lyc_matrix_t a, const lyc_term *t)
{
    slong i;

    if (t->kind == LYC_TERM_IDENTITY)
        lyc_matrix_set_scalar(a, t->number);
    else
        for (i = 0; i < t->numbers; i++)
            lyc_number_set(a->entry + i, t->number + i);
}

static void take_list(lyc_law_t law, const lyc_term *t)
{
    slong n = t->kind == LYC_TERM_FINITE ? t->length : 1, i;
    lyc_draw_t x;

    lyc_draw_init(x);
    lyc_draw_shell(x, LYC_DRAW_MATRIX, t->rows, t->rows, n);
    for (i = 0; i < n; i++)
    {
        set_atom(x->atom + i, n == 1 ? t : t->child[i]);
        if (x->weight != NULL)
            lyc_number_set(x->weight + i, t->number + i);
    }
    lyc_law_take_draw(law, x);
}

void lyc_law_take_term(lyc_law_t law, lyc_term *t)
{
    if (is_list(t))
    {
        take_list(law, t);
        lyc_term_release(t);
        return;
    }
    lyc_law_clear(law);
    law->dim = t->rows;
    law->is_rational = 0;
    law->term = t;
}
