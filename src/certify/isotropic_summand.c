#include "certify/isotropic_steps.h"

const lyc_term *lyc_term_gaussian(const lyc_term *t)
{
    if (t->kind == LYC_TERM_TRANSPOSE)
        t = t->child[0];
    return t->kind == LYC_TERM_GAUSSIAN ? t : NULL;
}

/* c = the constant scalar that stands first, or 1; the index after it. */
static slong take_constant(lyc_number_t c, const lyc_term *t)
{
    lyc_number_set_si(c, 1);
    if (t->child[0]->kind != LYC_TERM_CONSTANT || t->child[0]->rows != 1 ||
        t->child[0]->columns != 1)
        return 0;
    lyc_number_set(c, t->child[0]->number);
    return 1;
}

static void add_gaussian(lyc_isotropic_t f, lyc_step *s, const lyc_number_t c,
                         const lyc_term *draw)
{
    lyc_number_t t;
    lyc_number_init(t);
    lyc_number_mul(t, c, c);
    lyc_number_add(s->variance, s->variance, t);
    s->has_gaussian = 1;
    lyc_number_clear(t);
    lyc_isotropic_add_draw(f, draw);
}

/* A random scalar factor that is one number x with some probability and 0
 * otherwise: b's scale and keep take it in. */
static int add_switch(lyc_isotropic_t f, lyc_block *b, const lyc_term *t)
{
    const lyc_number_struct *keep = NULL;
    slong others = 0;
    if (t->rows != 1 || t->columns != 1)
        return 0;
    lyc_isotropic_add_draw(f, t);
    if (t->kind == LYC_TERM_GATES)
        keep = t->number;
    else if (t->kind != LYC_TERM_FINITE)
        return 0;
    for (slong j = 0; t->kind == LYC_TERM_FINITE && j < t->length; j++)
    {
        const lyc_number_struct *x = t->child[j]->number;
        if (lyc_number_is_zero(x) == LYC_TRUE)
            continue;
        keep = t->number + j;
        others++;
        lyc_number_mul(b->scale2, b->scale2, x);
        lyc_number_mul(b->scale2, b->scale2, x);
    }
    if (keep == NULL || others > 1)
        return 0;
    lyc_number_mul(b->keep, b->keep, keep);
    return lyc_number_is_zero(b->scale2) == LYC_FALSE;
}

/* The factors from the i-th on are scalar switches, then Gaussian with gates
 * between them. */
static int add_block(lyc_isotropic_t f, lyc_step *s, const lyc_number_t c,
                     const lyc_term *t, slong i)
{
    const slong n = t->length;
    lyc_block *b = lyc_step_add_block(s);
    lyc_number_mul(b->scale2, c, c);
    while (i < n - 1 && t->child[i]->rows == 1 && t->child[i]->columns == 1)
        if (!add_switch(f, b, t->child[i++]))
            return 0;
    if (lyc_term_gaussian(t->child[i]) == NULL ||
        lyc_term_gaussian(t->child[n - 1]) == NULL)
        return 0;
    for (slong j = n - 1; j >= i; j--)
    {
        const lyc_term *x = t->child[j], *g = lyc_term_gaussian(x);
        if (g != NULL)
        {
            lyc_isotropic_add_draw(f, g);
            if (j > i)
                lyc_block_add_layer(b, x->rows);
        }
        else if (x->kind == LYC_TERM_GATES)
        {
            lyc_number_struct *p = b->p + b->layers - 1;
            lyc_isotropic_add_draw(f, x);
            lyc_number_mul(p, p, x->number);
        }
        else
            return 0;
    }
    return b->layers > 0;
}

static int add_product(lyc_isotropic_t f, lyc_step *s, const lyc_term *t)
{
    lyc_number_t c;
    lyc_number_init(c);
    int held = 1;
    const slong i = take_constant(c, t);
    const lyc_term *g = NULL;
    if (i == t->length - 1)
        g = lyc_term_gaussian(t->child[i]);
    if (g != NULL)
        add_gaussian(f, s, c, g);
    else if (i < t->length - 1 && t->rows == t->columns)
        held = add_block(f, s, c, t, i);
    else
        held = 0;
    lyc_number_clear(c);
    return held;
}

int lyc_step_add_summand(lyc_isotropic_t f, lyc_step *s, const lyc_term *t)
{
    const lyc_term *g = lyc_term_gaussian(t);
    if (t->kind == LYC_TERM_IDENTITY)
    {
        lyc_number_add(s->alpha, s->alpha, t->number);
        s->has_identity = 1;
        return 1;
    }
    if (g != NULL)
    {
        lyc_number_t one;
        lyc_number_init(one);
        lyc_number_set_si(one, 1);
        add_gaussian(f, s, one, g);
        lyc_number_clear(one);
        return 1;
    }
    if (t->kind == LYC_TERM_ENTRIES)
        return lyc_step_add_entries(f, s, t);
    return t->kind == LYC_TERM_MUL && add_product(f, s, t);
}
