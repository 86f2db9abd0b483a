#include "claim/generate.h"
#include "claim/norm.h"

int lyc_sample_is_distinct(const lyc_sample_t x)
{
    for (slong i = 0; i < x->length; i++)
    {
        for (slong j = 0; j < i; j++)
        {
            if (fmpq_mat_equal(x->atom + i, x->atom + j))
            {
                return 0;
            }
        }
    }
    return 1;
}

int lyc_sample_norm_sign(const lyc_sample_t x, const fmpq_t c)
{
    int sign = -1;
    for (slong i = 0; i < x->length && sign < 1; i++)
    {
        int one = lyc_fmpq_mat_norm_sign(x->atom + i, c);
        sign = one > sign ? one : sign;
    }
    return sign;
}

/* Rows 0..n-1 of span are a basis; appends m as row n. The rank of all. */
static slong rank_with(fmpq_mat_t span, slong n, const fmpq_mat_t m)
{
    slong dim = fmpq_mat_nrows(m), rows = n + 1;
    fmpq_mat_t t;
    for (slong k = 0; k < dim * dim; k++)
    {
        fmpq_set(fmpq_mat_entry(span, n, k),
                 fmpq_mat_entry(m, k / dim, k % dim));
    }
    fmpq_mat_init(t, rows, dim * dim);
    for (slong i = 0; i < rows; i++)
    {
        for (slong k = 0; k < dim * dim; k++)
        {
            fmpq_set(fmpq_mat_entry(t, i, k), fmpq_mat_entry(span, i, k));
        }
    }
    slong rank = fmpq_mat_rref(t, t);
    fmpq_mat_clear(t);
    return rank;
}

/* A linear space that contains I and is closed under multiplication by the
 * atoms is the algebra they generate: grow a basis until it is. */
int lyc_sample_is_irreducible(const lyc_sample_t x)
{
    slong dim = x->dim, full = dim * dim, n = 1;
    fmpq_mat_t span, a, b;
    fmpq_mat_init(span, full + 1, full);
    fmpq_mat_init(a, dim, dim);
    fmpq_mat_init(b, dim, dim);
    fmpq_mat_one(a);
    rank_with(span, 0, a);
    for (slong done = 0; done < n && n < full; done++)
    {
        for (slong k = 0; k < full; k++)
        {
            fmpq_set(fmpq_mat_entry(a, k / dim, k % dim),
                     fmpq_mat_entry(span, done, k));
        }
        for (slong i = 0; i < x->length && n < full; i++)
        {
            fmpq_mat_mul(b, a, x->atom + i);
            n += rank_with(span, n, b) == n + 1;
        }
    }
    fmpq_mat_clear(span);
    fmpq_mat_clear(a);
    fmpq_mat_clear(b);
    return n == full;
}
