#include "certify/term_rank.h"

#include <stdlib.h>

#include "lyapcert/text.h"

slong lyc_rational_rank(const lyc_matrix_t a)
{
    fmpz_mat_t m;
    fmpz_t s;
    fmpz_mat_init(m, a->rows, a->columns);
    fmpz_init(s);
    lyc_matrix_get_fmpz_mat(m, s, a);
    const slong rank = fmpz_mat_rank(m);
    fmpz_mat_clear(m);
    fmpz_clear(s);
    return rank;
}

static slong rank_of_constant(const lyc_term *t)
{
    const lyc_matrix_t a = {{t->rows, t->columns, t->number}};
    if (lyc_term_is_zero(t))
        return 0;
    return lyc_matrix_is_rational(a) ? lyc_rational_rank(a)
                                     : FLINT_MIN(t->rows, t->columns);
}

/* From the bounds of its children. A 1x1 factor of rank 0 makes a product 0. */
static slong rank_of(const lyc_term *t, const lyc_term_order_t o,
                     const slong *rank)
{
    slong bound = FLINT_MIN(t->rows, t->columns), sum = 0;
    for (slong i = 0; i < t->length; i++)
    {
        const lyc_term *c = t->child[i];
        const slong r = rank[lyc_term_order_find(o, c)];
        sum = FLINT_MIN(sum + r, bound);
        if (t->kind == LYC_TERM_FINITE || t->kind == LYC_TERM_MIXTURE ||
            t->kind == LYC_TERM_TRANSPOSE)
            bound = FLINT_MIN(bound, r);
        else if (t->kind == LYC_TERM_MUL &&
                 (r == 0 || c->rows > 1 || c->columns > 1))
            bound = FLINT_MIN(bound, r);
    }
    if (t->kind == LYC_TERM_ADD || t->kind == LYC_TERM_ENTRIES)
        return sum;
    if (t->kind == LYC_TERM_GATES || lyc_term_is_zero(t))
        return 0;
    return t->kind == LYC_TERM_CONSTANT ? rank_of_constant(t) : bound;
}

/* Theorem closed-forms.rank */
slong lyc_term_rank(const lyc_term *t)
{
    lyc_term_order_t o;
    lyc_term_order_init(o, t);
    slong *rank = lyc_malloc((size_t)o->length * sizeof *rank);
    for (slong i = 0; i < o->length; i++)
        rank[i] = rank_of(o->node[i], o, rank);
    const slong r = rank[o->length - 1];
    free(rank);
    lyc_term_order_clear(o);
    return r;
}
