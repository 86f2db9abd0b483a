/* The families of a term: a mixture of constants and countable laws, with
 * constants added to it and multiplied on both sides. */
#include <stdlib.h>

#include "law/countable.h"
#include "law/matrix.h"
#include "law/term.h"

#define MAX_FAMILIES 100
#define MAX_DEPTH 100

static int add_families(lyc_countable_t x, const lyc_term *t,
                        const lyc_number_t weight, int depth);

/* Entries of a CONSTANT or an IDENTITY. */
static void get_matrix(lyc_matrix_t a, const lyc_term *t)
{
    slong i;

    for (i = 0; i < t->rows * t->columns; i++)
    {
        if (t->kind == LYC_TERM_CONSTANT)
            lyc_number_set(a->entry + i, t->number + i);
        else if (i % (t->columns + 1) == 0)
            lyc_number_set(a->entry + i, t->number);
        else
            lyc_number_set_si(a->entry + i, 0);
    }
}

static void add_constant(lyc_countable_t x, const lyc_term *t,
                         const lyc_number_t weight)
{
    lyc_family *f = lyc_countable_add(x, 1);

    lyc_number_set(f->weight, weight);
    get_matrix(f->coefficient, t);
}

static void add_countable(lyc_countable_t x, const lyc_term *t,
                          const lyc_number_t weight)
{
    lyc_family *f = lyc_countable_add(x, t->length);
    slong k;

    lyc_number_set_si(f->weight, 1);
    lyc_number_sub(f->weight, f->weight, t->number);
    lyc_number_mul(f->weight, f->weight, weight);
    lyc_number_set(f->ratio, t->number);
    for (k = 0; k < t->length; k++)
        get_matrix(f->coefficient + k, t->child[k]);
}

static int add_choice(lyc_countable_t x, const lyc_term *t,
                      const lyc_number_t weight, int depth)
{
    lyc_number_t w;
    slong i;
    int ok = 1;

    lyc_number_init(w);
    for (i = 0; i < t->length && ok; i++)
    {
        lyc_number_mul(w, weight, t->number + i);
        ok = add_families(x, t->child[i], w, depth);
    }
    lyc_number_clear(w);
    return ok;
}

/* The position of the only operand that is not constant, or -1. */
static slong only_random(const lyc_term *t)
{
    slong i, found = -1;

    for (i = 0; i < t->length; i++)
        if (!lyc_term_is_constant(t->child[i]))
        {
            if (found >= 0)
                return -1;
            found = i;
        }
    return found;
}

/* Families of the random operand, from the first-th on, multiplied by the
 * constant factors in place. */
static void multiply(lyc_matrix_t a, const lyc_term *t, slong random)
{
    lyc_matrix_t c;
    slong i, k;

    for (k = 0; k < t->length; k++)
    {
        /* Outward from the random factor. */
        const slong at = k < random ? random - 1 - k : k;
        const lyc_term *factor = t->child[at];

        if (at == random)
            continue;
        lyc_matrix_init(c, factor->rows, factor->columns);
        get_matrix(c, factor);
        if (lyc_term_is_scalar(factor))
            for (i = 0; i < a->rows * a->columns; i++)
                lyc_number_mul(a->entry + i, a->entry + i, c->entry);
        else if (at < random)
            lyc_matrix_mul(a, c, a);
        else
            lyc_matrix_mul(a, a, c);
        lyc_matrix_clear(c);
    }
}

static void add_to(lyc_matrix_t a, const lyc_term *t, slong random)
{
    slong k;

    for (k = 0; k < t->length; k++)
    {
        lyc_matrix_t c;

        if (k == random)
            continue;
        lyc_matrix_init(c, t->rows, t->columns);
        get_matrix(c, t->child[k]);
        lyc_matrix_add(a, a, c);
        lyc_matrix_clear(c);
    }
}

static int add_operation(lyc_countable_t x, const lyc_term *t,
                         const lyc_number_t weight, int depth)
{
    const slong random = only_random(t), first = x->length;
    slong i, k;

    /* All factors must be square, so that the shapes stay. */
    for (i = 0; i < t->length; i++)
        if (t->child[i]->rows != t->child[i]->columns)
            return 0;
    if (random < 0 || lyc_term_is_scalar(t->child[random]) ||
        !add_families(x, t->child[random], weight, depth))
        return 0;
    for (i = first; i < x->length; i++)
    {
        lyc_family *f = x->family + i;

        if (t->kind == LYC_TERM_ADD)
            add_to(f->coefficient, t, random);
        for (k = 0; k < f->length && t->kind == LYC_TERM_MUL; k++)
            multiply(f->coefficient + k, t, random);
    }
    return 1;
}

static int add_transpose(lyc_countable_t x, const lyc_term *t,
                         const lyc_number_t weight, int depth)
{
    const slong first = x->length;
    slong i, k;

    if (!add_families(x, t->child[0], weight, depth))
        return 0;
    for (i = first; i < x->length; i++)
        for (k = 0; k < x->family[i].length; k++)
            lyc_matrix_transpose(x->family[i].coefficient + k,
                                 x->family[i].coefficient + k);
    return 1;
}

static int add_families(lyc_countable_t x, const lyc_term *t,
                        const lyc_number_t weight, int depth)
{
    if (depth > MAX_DEPTH || x->length >= MAX_FAMILIES || t->rows != x->dim ||
        t->columns != x->dim)
        return 0;
    switch (t->kind)
    {
    case LYC_TERM_CONSTANT:
    case LYC_TERM_IDENTITY:
        add_constant(x, t, weight);
        return 1;
    case LYC_TERM_COUNTABLE:
        add_countable(x, t, weight);
        return 1;
    case LYC_TERM_FINITE:
    case LYC_TERM_MIXTURE:
        return add_choice(x, t, weight, depth + 1);
    case LYC_TERM_ADD:
    case LYC_TERM_MUL:
        return add_operation(x, t, weight, depth + 1);
    case LYC_TERM_TRANSPOSE:
        return add_transpose(x, t, weight, depth + 1);
    default:
        return 0;
    }
}

lyc_truth_t lyc_law_families(lyc_countable_t x, const lyc_law_t law)
{
    lyc_number_t one;
    int ok;

    if (law->term == NULL || law->dim > LYC_TERM_MAX_FOLD)
        return LYC_FALSE;
    lyc_countable_clear(x);
    x->dim = law->dim;
    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    ok = add_families(x, law->term, one, 0);
    lyc_number_clear(one);
    return ok ? LYC_TRUE : LYC_FALSE;
}
