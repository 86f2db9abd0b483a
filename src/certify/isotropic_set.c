#include <stdint.h>
#include <stdlib.h>

#include "certify/isotropic_steps.h"

#define MAX_DRAWS 4096

static int compare(const void *x, const void *y)
{
    const uintptr_t a = (uintptr_t) * (const lyc_term *const *)x;
    const uintptr_t b = (uintptr_t) * (const lyc_term *const *)y;
    return (a > b) - (a < b);
}

/* Different nodes that draw are independent. */
static int are_independent(const lyc_isotropic_t f)
{
    int held = 1;
    if (f->draws == 0)
        return 1;
    const lyc_term **copy = lyc_malloc((size_t)f->draws * sizeof *copy);
    for (slong i = 0; i < f->draws; i++)
        copy[i] = f->draw[i];
    qsort(copy, (size_t)f->draws, sizeof *copy, compare);
    for (slong i = 1; i < f->draws && held; i++)
        held = copy[i] != copy[i - 1];
    free(copy);
    return held;
}

/* alpha != 0, or nothing but Gaussian matrices. */
static int is_step(lyc_step *s)
{
    if (s->has_identity && lyc_number_is_zero(s->alpha) == LYC_TRUE)
        s->has_identity = 0;
    if (s->has_identity)
        return lyc_number_is_zero(s->alpha) == LYC_FALSE;
    return s->has_gaussian && s->blocks == 0;
}

static int add_sum(lyc_isotropic_t f, const lyc_term *t)
{
    lyc_step *s = lyc_isotropic_add_step(f, t->rows);
    for (slong i = 0; i < t->length; i++)
        if (f->draws > MAX_DRAWS || !lyc_step_add_summand(f, s, t->child[i]))
            return 0;
    return is_step(s);
}

static int add_factor(lyc_isotropic_t f, const lyc_term *t)
{
    if (t->rows == 1 && t->columns == 1)
    {
        if (t->kind == LYC_TERM_CONSTANT)
            lyc_number_mul(f->factor, f->factor, t->number);
        else
            lyc_isotropic_add_scalar(f, t);
        return 1;
    }
    if (f->least == 0 || t->rows < f->least)
        f->least = t->rows;
    f->least = FLINT_MIN(f->least, t->columns);
    if (t->kind == LYC_TERM_ADD)
        return add_sum(f, t);
    if (t->kind == LYC_TERM_IDENTITY || t->kind == LYC_TERM_ENTRIES ||
        lyc_term_gaussian(t) != NULL)
        return lyc_step_add_summand(f, lyc_isotropic_add_step(f, t->rows), t) &&
               is_step(f->step + f->steps - 1);
    return 0;
}

int lyc_isotropic_set(lyc_isotropic_t f, const lyc_term *t, const char **why)
{
    int held = 1;
    *why = "it is not a product of Gaussian matrices and sums of c I, Gaussian "
           "matrices and blocks";
    if (t->kind != LYC_TERM_MUL || t->rows == 1)
        held = add_factor(f, t);
    for (slong i = 0; t->kind == LYC_TERM_MUL && i < t->length && held; i++)
        held = f->draws <= MAX_DRAWS && add_factor(f, t->child[i]);
    if (!held || f->steps == 0)
        return 0;
    *why = "one draw stands in several places";
    return are_independent(f);
}
