/* When a term is invertible almost surely.
 *
 * The determinant of M + c A G B with A, B invertible and G a matrix of
 * independent entries with densities, independent of M, A and B, is, for each
 * M, A, B, a polynomial in the entries of G that is not 0: its homogeneous
 * part of highest degree is det(c A G B). Its zeros have measure 0. */
#include <stdlib.h>

#include "law/matrix.h"
#include "law/term.h"

static lyc_truth_t worse(lyc_truth_t a, lyc_truth_t b)
{
    if (a == LYC_FALSE || b == LYC_FALSE)
        return LYC_FALSE;
    return a == LYC_TRUE ? b : a;
}

static lyc_truth_t is_not_zero(const lyc_number_t c)
{
    switch (lyc_number_is_zero(c))
    {
    case LYC_TRUE:
        return LYC_FALSE;
    case LYC_FALSE:
        return LYC_TRUE;
    default:
        return LYC_UNKNOWN;
    }
}

static lyc_truth_t constant(const lyc_term *t)
{
    const lyc_matrix_t a = {{t->rows, t->columns, t->number}};
    lyc_number_t det;
    lyc_truth_t known;

    if (t->rows > LYC_TERM_MAX_FOLD)
        return LYC_UNKNOWN;
    lyc_number_init(det);
    known = lyc_matrix_det(det, a);
    if (known == LYC_TRUE)
        known = is_not_zero(det);
    lyc_number_clear(det);
    return known;
}

/* A draw with a density on all matrices of its shape. */
static int has_density(const lyc_term *t)
{
    return t->kind >= LYC_TERM_UNIFORM && t->kind <= LYC_TERM_GAUSSIAN;
}

/* A narrow factor: more rows than the term has rank. */
static int is_narrow(const lyc_term *t)
{
    slong i;

    for (i = 0; i < t->length; i++)
        if (!lyc_term_is_scalar(t->child[i]) &&
            (t->child[i]->rows < t->rows || t->child[i]->columns < t->rows))
            return 1;
    return 0;
}

typedef struct
{
    lyc_term_order_struct *order;
    lyc_truth_t *regular; /* of each node that is square */
    long *uses;           /* parents of each node, with multiplicity */
} state;

static lyc_truth_t of(const state *s, const lyc_term *t)
{
    return s->regular[lyc_term_order_find(s->order, t)];
}

static lyc_truth_t product(const state *s, const lyc_term *t)
{
    lyc_truth_t all = LYC_TRUE;
    slong i;

    if (is_narrow(t))
        return lyc_term_is_scalar(t) ? LYC_UNKNOWN : LYC_FALSE;
    for (i = 0; i < t->length; i++)
        all = worse(all, t->child[i]->rows == t->child[i]->columns
                             ? of(s, t->child[i])
                             : LYC_UNKNOWN);
    return all;
}

/* G or A G B with G used here only. */
static int is_spread(const state *s, const lyc_term *t)
{
    slong i;

    if (t->rows != t->columns || of(s, t) != LYC_TRUE)
        return 0;
    if (has_density(t))
        return s->uses[lyc_term_order_find(s->order, t)] == 1;
    if (s->uses[lyc_term_order_find(s->order, t)] != 1 ||
        t->kind != LYC_TERM_MUL)
        return 0;
    for (i = 0; i < t->length; i++)
        if (t->child[i]->rows == t->rows && has_density(t->child[i]) &&
            s->uses[lyc_term_order_find(s->order, t->child[i])] == 1)
            return 1;
    return 0;
}

static lyc_truth_t total(const state *s, const lyc_term *t)
{
    slong i;

    for (i = 0; i < t->length; i++)
        if (is_spread(s, t->child[i]))
            return LYC_TRUE;
    return LYC_UNKNOWN;
}

static lyc_truth_t every_child(const state *s, const lyc_term *t)
{
    lyc_truth_t all = LYC_TRUE;
    slong i;

    for (i = 0; i < t->length; i++)
        all = worse(all, of(s, t->child[i]));
    return all;
}

static lyc_truth_t decide(const state *s, const lyc_term *t)
{
    if (t->rows != t->columns)
        return LYC_UNKNOWN;
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
        return constant(t);
    case LYC_TERM_IDENTITY:
        return is_not_zero(t->number);
    case LYC_TERM_GATES:
        return LYC_FALSE;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
    case LYC_TERM_TRANSPOSE:
    case LYC_TERM_INVERSE:
        return every_child(s, t);
    case LYC_TERM_MUL:
        return product(s, t);
    case LYC_TERM_ADD:
        return total(s, t);
    case LYC_TERM_ENTRIES:
    case LYC_TERM_COUNTABLE:
        return LYC_UNKNOWN;
    default:
        return LYC_TRUE;
    }
}

lyc_truth_t lyc_term_is_regular(const lyc_term *t)
{
    lyc_term_order_t order;
    lyc_truth_t result;
    slong i, k;
    state s = {.order = order};

    lyc_term_order_init(order, t);
    s.regular = lyc_malloc((size_t)s.order->length * sizeof *s.regular);
    s.uses = lyc_calloc((size_t)s.order->length, sizeof *s.uses);
    for (i = 0; i < s.order->length; i++)
        for (k = 0; k < s.order->node[i]->length; k++)
            s.uses[lyc_term_order_find(s.order, s.order->node[i]->child[k])]++;
    for (i = 0; i < s.order->length; i++)
        s.regular[i] = decide(&s, s.order->node[i]);
    result = s.regular[s.order->length - 1];
    free(s.regular);
    free(s.uses);
    lyc_term_order_clear(s.order);
    return result;
}
