#include <stdlib.h>

#include "lyapcert/countable.h"

void lyc_countable_init(lyc_countable_t x)
{
    x->dim = x->length = 0;
    x->family = NULL;
}

static void clear_family(lyc_family *f)
{
    slong i;

    lyc_number_clear(f->weight);
    lyc_number_clear(f->ratio);
    lyc_number_clear(f->scale);
    for (i = 0; i < f->length; i++)
        lyc_matrix_clear(f->coefficient + i);
    free(f->coefficient);
}

void lyc_countable_clear(lyc_countable_t x)
{
    slong i;

    for (i = 0; i < x->length; i++)
        clear_family(x->family + i);
    free(x->family);
    lyc_countable_init(x);
}

lyc_family *lyc_countable_add(lyc_countable_t x, slong length)
{
    lyc_family *f;
    slong i;

    x->family =
        lyc_realloc(x->family, (size_t)(x->length + 1) * sizeof(lyc_family));
    f = x->family + x->length++;
    lyc_number_init(f->weight);
    lyc_number_init(f->ratio);
    lyc_number_init(f->scale);
    lyc_number_set_si(f->weight, 1);
    lyc_number_set_si(f->scale, 1);
    f->length = length;
    f->coefficient = lyc_malloc((size_t)length * sizeof(lyc_matrix_struct));
    for (i = 0; i < length; i++)
        lyc_matrix_init(f->coefficient + i, x->dim, x->dim);
    return f;
}

/* Sum of weight / (1 - ratio). */
lyc_truth_t lyc_countable_is_law(const lyc_countable_t x)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t one, sum, t;
    slong i;

    lyc_number_init(one);
    lyc_number_init(sum);
    lyc_number_init(t);
    lyc_number_set_si(one, 1);
    for (i = 0; i < x->length && truth == LYC_TRUE; i++)
    {
        lyc_number_sub(t, one, x->family[i].ratio);
        truth = lyc_number_div(t, x->family[i].weight, t);
        lyc_number_add(sum, sum, t);
    }
    if (truth == LYC_TRUE)
        truth = lyc_number_equal(sum, one);
    lyc_number_clear(one);
    lyc_number_clear(sum);
    lyc_number_clear(t);
    return truth;
}

lyc_truth_t lyc_countable_is_polynomial(const lyc_countable_t x)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t one;
    slong i;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    for (i = 0; i < x->length && truth == LYC_TRUE; i++)
        truth = lyc_number_equal(x->family[i].scale, one);
    lyc_number_clear(one);
    return truth;
}

/* sum over m of m weight ratio^m = weight ratio / (1 - ratio)^2. */
void lyc_countable_log_scale(arb_t b, const lyc_countable_t x, slong prec)
{
    arb_t q, t;
    slong i;

    arb_init(q);
    arb_init(t);
    arb_zero(b);
    for (i = 0; i < x->length; i++)
    {
        const lyc_family *f = x->family + i;

        lyc_number_get_arb(q, f->ratio, prec);
        arb_sub_ui(t, q, 1, prec);
        arb_mul(t, t, t, prec);
        arb_div(q, q, t, prec);
        lyc_number_get_arb(t, f->weight, prec);
        arb_mul(q, q, t, prec);
        lyc_number_get_arb(t, f->scale, prec);
        arb_abs(t, t);
        arb_log(t, t, prec);
        arb_addmul(b, q, t, prec);
    }
    arb_clear(q);
    arb_clear(t);
}

/* Powers of a rational with more digits than this, m times those of the
 * rational, are not written out. */
#define MAX_SIZE 256.0

/* z = q^m, q >= 0; as exp(m log q) where m is large. */
static void get_power(lyc_number_t z, const lyc_number_t q, slong m)
{
    lyc_number_t factor;

    if ((double)m * lyc_number_size(q) <= MAX_SIZE ||
        lyc_number_log(z, q) != LYC_TRUE)
    {
        lyc_number_pow_si(z, q, m);
        return;
    }
    lyc_number_init(factor);
    lyc_number_set_si(factor, m);
    lyc_number_mul(z, z, factor);
    lyc_number_exp(z, z);
    lyc_number_clear(factor);
}

void lyc_family_get(lyc_number_t weight, lyc_matrix_t matrix,
                    const lyc_family *f, slong m)
{
    lyc_number_t t;
    slong i, k;

    lyc_number_init(t);
    get_power(t, f->ratio, m);
    lyc_number_mul(weight, f->weight, t);
    lyc_number_set_si(t, m);
    lyc_matrix_set(matrix, f->coefficient + f->length - 1);
    for (k = f->length - 2; k >= 0; k--)
    {
        for (i = 0; i < matrix->rows * matrix->columns; i++)
            lyc_number_mul(matrix->entry + i, matrix->entry + i, t);
        lyc_matrix_add(matrix, matrix, f->coefficient + k);
    }
    lyc_number_clear(t);
}
