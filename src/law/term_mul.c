#include "law/term.h"

typedef struct
{
    lyc_number_t c; /* constant scalars and multiples of I */
    lyc_term_list scalar, core;
    slong identity; /* rows of an identity that stood here, or 0 */
    int vanishes;
} product;

/* c times whatever is given: associative, so that factors of factors stand
 * here unless they make a scalar of matrices. */
static int is_flat(const lyc_term *t)
{
    slong i;

    if (t->kind != LYC_TERM_MUL)
        return 0;
    for (i = 0; i < t->length && lyc_term_is_scalar(t); i++)
        if (!lyc_term_is_scalar(t->child[i]))
            return 0;
    return 1;
}

static int is_small(const lyc_term *t)
{
    return t->kind == LYC_TERM_CONSTANT && t->rows <= LYC_TERM_MAX_FOLD &&
           t->columns <= LYC_TERM_MAX_FOLD;
}

static void add_core(product *p, lyc_term *t)
{
    lyc_term_list *core = &p->core;
    lyc_term **last = core->term + (core->length - 1);

    p->vanishes |= lyc_term_is_zero(t);
    if (core->length > 0 && is_small(*last) && is_small(t))
    {
        lyc_term *folded = lyc_term_fold_mul(*last, t);

        lyc_term_release(*last);
        lyc_term_release(t);
        *last = folded;
    }
    else
        lyc_term_list_add(core, t);
}

static void add_factor(product *p, lyc_term *t)
{
    t = lyc_term_fold_identity(t);
    if (t->kind == LYC_TERM_IDENTITY || lyc_term_number(t) != NULL)
    {
        lyc_number_mul(p->c, p->c, t->number);
        if (t->kind == LYC_TERM_IDENTITY)
            p->identity = t->rows;
        lyc_term_release(t);
    }
    else if (lyc_term_is_scalar(t))
        lyc_term_list_add(&p->scalar, t);
    else
        add_core(p, t);
}

static int is_one(const lyc_number_t c)
{
    lyc_number_t one;
    int same;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    same = lyc_number_order(c, one) == 0;
    lyc_number_clear(one);
    return same;
}

/* c (x + y + …) = c x + c y + …; takes t. */
static lyc_term *distribute(const lyc_number_t c, lyc_term *t)
{
    lyc_term_list list;
    lyc_term *sum;
    slong i;

    lyc_term_list_init(&list);
    for (i = 0; i < t->length; i++)
        lyc_term_list_add(&list,
                          lyc_term_scale(c, lyc_term_share(t->child[i])));
    lyc_term_release(t);
    sum = lyc_term_add(list.length, list.term);
    list.length = 0;
    lyc_term_list_clear(&list);
    return sum;
}

/* What is left where c times one term that is not a product is all. */
static lyc_term *scaled(const lyc_number_t c, lyc_term *t)
{
    lyc_term *r;

    if (is_one(c))
        return t;
    if (t->kind == LYC_TERM_ADD)
        return distribute(c, t);
    if (lyc_term_is_constant(t))
    {
        r = lyc_term_fold_scale(c, t);
        lyc_term_release(t);
        return r;
    }
    r = lyc_term_new(LYC_TERM_MUL, t->rows, t->columns, 0, 2);
    r->child[0] = lyc_term_scalar(c);
    r->child[1] = t;
    return r;
}

static lyc_term *assemble(product *p, slong rows, slong columns)
{
    lyc_term_list all;
    lyc_term *t;
    slong i;

    if (p->core.length == 0 && p->identity > 0)
    {
        lyc_number_t one;

        if (p->scalar.length == 0)
            return lyc_term_identity(p->identity, p->c);
        lyc_number_init(one);
        lyc_number_set_si(one, 1);
        lyc_term_list_add(&p->core, lyc_term_identity(p->identity, one));
        lyc_number_clear(one);
    }
    if (p->scalar.length + p->core.length == 0)
        return lyc_term_scalar(p->c);
    if (p->scalar.length + p->core.length == 1)
    {
        lyc_term_list *one = p->core.length == 1 ? &p->core : &p->scalar;

        t = one->term[0];
        one->length = 0;
        return scaled(p->c, t);
    }
    lyc_term_list_init(&all);
    if (!is_one(p->c))
        lyc_term_list_add(&all, lyc_term_scalar(p->c));
    for (i = 0; i < p->scalar.length; i++)
        lyc_term_list_add(&all, p->scalar.term[i]);
    for (i = 0; i < p->core.length; i++)
        lyc_term_list_add(&all, p->core.term[i]);
    p->scalar.length = p->core.length = 0;
    return lyc_term_list_node(&all, LYC_TERM_MUL, rows, columns);
}

/* Rows of the first and columns of the last factor that is not a scalar. */
static void get_shape(slong *rows, slong *columns, slong n, lyc_term **factor)
{
    slong i;

    *rows = *columns = 1;
    for (i = n - 1; i >= 0; i--)
        if (!lyc_term_is_scalar(factor[i]))
            *rows = factor[i]->rows;
    for (i = 0; i < n; i++)
        if (!lyc_term_is_scalar(factor[i]))
            *columns = factor[i]->columns;
}

lyc_term *lyc_term_mul(slong n, lyc_term **factor)
{
    slong rows, columns, count = 0, i, j;
    lyc_term *t;
    product p = {.identity = 0};

    lyc_number_init(p.c);
    lyc_number_set_si(p.c, 1);
    lyc_term_list_init(&p.scalar);
    lyc_term_list_init(&p.core);
    get_shape(&rows, &columns, n, factor);
    for (i = 0; i < n; i++)
    {
        t = factor[i];
        count += t->length;
        if (is_flat(t) && count <= LYC_TERM_MAX_FLAT)
        {
            for (j = 0; j < t->length; j++)
                add_factor(&p, lyc_term_share(t->child[j]));
            lyc_term_release(t);
        }
        else
            add_factor(&p, t);
    }
    if (p.vanishes || lyc_number_is_zero(p.c) == LYC_TRUE)
        t = lyc_term_zero(rows, columns);
    else
        t = assemble(&p, rows, columns);
    lyc_term_list_clear(&p.scalar);
    lyc_term_list_clear(&p.core);
    lyc_number_clear(p.c);
    return t;
}

lyc_term *lyc_term_scale(const lyc_number_t c, lyc_term *t)
{
    lyc_term *factor[2] = {lyc_term_scalar(c), t};

    return lyc_term_mul(2, factor);
}
