#include <stdlib.h>

#include "law/term.h"

/* c times the factors, which belong to a term of the list. */
typedef struct
{
    lyc_number_t c;
    lyc_term *whole;
    lyc_term **factor;
    slong length, operand;
    int is_changed;
} summand;

typedef struct
{
    lyc_term_list all; /* what is not constant, flattened */
    slong *operand;    /* and where it came from */
    slong capacity;
    lyc_term *constant; /* NULL: 0 */
} sum;

static void add_one(sum *s, slong operand, lyc_term *t)
{
    lyc_term *folded;

    t = lyc_term_fold_identity(t);
    if (!lyc_term_is_constant(t))
    {
        if (s->all.length == s->capacity)
        {
            s->capacity = 2 * s->capacity + 4;
            s->operand =
                lyc_realloc(s->operand, (size_t)s->capacity * sizeof(slong));
        }
        s->operand[s->all.length] = operand;
        lyc_term_list_add(&s->all, t);
        return;
    }
    if (s->constant == NULL)
    {
        s->constant = t;
        return;
    }
    folded = lyc_term_fold_add(s->constant, t);
    lyc_term_release(s->constant);
    lyc_term_release(t);
    s->constant = lyc_term_fold_identity(folded);
}

static void add_flat(sum *s, slong n, lyc_term **term)
{
    slong count = 0, i, j;

    for (i = 0; i < n; i++)
    {
        lyc_term *t = term[i];

        count += t->length;
        if (lyc_term_is_zero(t))
            lyc_term_release(t);
        else if (t->kind == LYC_TERM_ADD && count <= LYC_TERM_MAX_FLAT)
        {
            for (j = 0; j < t->length; j++)
                add_one(s, i, lyc_term_share(t->child[j]));
            lyc_term_release(t);
        }
        else
            add_one(s, i, t);
    }
}

static void split(summand *a, lyc_term **t)
{
    a->whole = *t;
    a->factor = t;
    a->length = 1;
    a->is_changed = 0;
    lyc_number_init(a->c);
    lyc_number_set_si(a->c, 1);
    if ((*t)->kind != LYC_TERM_MUL)
        return;
    a->factor = (*t)->child;
    a->length = (*t)->length;
    if (lyc_term_number(a->factor[0]) == NULL)
        return;
    lyc_number_set(a->c, a->factor[0]->number);
    a->factor++;
    a->length--;
}

static int is_like(const summand *a, const summand *b)
{
    slong i;

    if (a->length != b->length)
        return 0;
    for (i = 0; i < a->length; i++)
        if (a->factor[i] != b->factor[i])
            return 0;
    return 1;
}

/* c times factors that are no constants; a new reference. */
static lyc_term *rebuild(const summand *a)
{
    lyc_term_list list;
    lyc_term *t;
    slong i;

    lyc_term_list_init(&list);
    lyc_term_list_add(&list, lyc_term_scalar(a->c));
    for (i = 0; i < a->length; i++)
        lyc_term_list_add(&list, lyc_term_share(a->factor[i]));
    t = lyc_term_mul(list.length, list.term);
    list.length = 0;
    lyc_term_list_clear(&list);
    return t;
}

/* Adds to out what is left of the list when like summands are collected; those
 * of one operand are so already. */
static void collect(lyc_term_list *out, const sum *s)
{
    summand *a = lyc_malloc(((size_t)s->all.length + 1) * sizeof *a);
    slong n = 0, i, j;

    for (i = 0; i < s->all.length; i++)
    {
        split(a + n, s->all.term + i);
        a[n].operand = s->operand[i];
        for (j = 0; j < n; j++)
            if (a[j].operand != a[n].operand && is_like(a + j, a + n))
                break;
        if (j == n)
        {
            n++;
            continue;
        }
        lyc_number_add(a[j].c, a[j].c, a[n].c);
        a[j].is_changed = 1;
        lyc_number_clear(a[n].c);
    }
    for (i = 0; i < n; i++)
    {
        lyc_term *t =
            a[i].is_changed ? rebuild(a + i) : lyc_term_share(a[i].whole);

        if (lyc_term_is_zero(t))
            lyc_term_release(t);
        else
            lyc_term_list_add(out, t);
        lyc_number_clear(a[i].c);
    }
    free(a);
}

lyc_term *lyc_term_add(slong n, lyc_term **term)
{
    slong rows = term[0]->rows, columns = term[0]->columns;
    sum s = {.constant = NULL, .operand = NULL};
    lyc_term_list out;
    lyc_term *t;

    lyc_term_list_init(&s.all);
    lyc_term_list_init(&out);
    add_flat(&s, n, term);
    if (s.constant != NULL && lyc_term_is_zero(s.constant))
        lyc_term_release(s.constant);
    else if (s.constant != NULL)
        lyc_term_list_add(&out, s.constant);
    collect(&out, &s);
    lyc_term_list_clear(&s.all);
    free(s.operand);
    if (out.length > 1)
        return lyc_term_list_node(&out, LYC_TERM_ADD, rows, columns);
    t = out.length == 1 ? lyc_term_share(out.term[0])
                        : lyc_term_zero(rows, columns);
    lyc_term_list_clear(&out);
    return t;
}
