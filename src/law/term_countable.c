#include <stdlib.h>

#include "law/countable.h"
#include "law/term.h"

lyc_term *lyc_term_countable(const lyc_number_t ratio, slong length,
                             const lyc_matrix_struct *coefficient)
{
    const slong rows = coefficient->rows, columns = coefficient->columns;
    lyc_term *t;
    slong k;

    if (length == 1)
        return lyc_term_constant(rows, columns, coefficient->entry);
    t = lyc_term_new(LYC_TERM_COUNTABLE, rows, columns, 1, length);
    lyc_number_set(t->number, ratio);
    for (k = 0; k < length; k++)
        t->child[k] = lyc_term_constant(rows, columns, coefficient[k].entry);
    return t;
}

/* A family has the probability weight/(1 - ratio). */
lyc_term *lyc_term_of_countable(const lyc_countable_t x)
{
    const size_t n = (size_t)x->length;
    lyc_number_struct *weight = lyc_malloc(n * sizeof *weight);
    lyc_term **child = lyc_malloc(n * sizeof(lyc_term *)), *t;
    lyc_number_t rest;
    slong i;

    lyc_number_init(rest);
    for (i = 0; i < x->length; i++)
    {
        const lyc_family *f = x->family + i;

        lyc_number_set_si(rest, 1);
        lyc_number_sub(rest, rest, f->ratio);
        lyc_number_init(weight + i);
        lyc_number_div(weight + i, f->weight, rest);
        child[i] = lyc_term_countable(f->ratio, f->length, f->coefficient);
    }
    t = lyc_term_choice(x->length, weight, child);
    for (i = 0; i < x->length; i++)
        lyc_number_clear(weight + i);
    lyc_number_clear(rest);
    free(weight);
    free(child);
    return t;
}
