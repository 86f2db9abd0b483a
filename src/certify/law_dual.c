#include <stdlib.h>

#include "certify/equation.h"

/* Zeros below (above) the diagonal, for every value of the parameters. */
static int is_triangular(const lyc_law_t law, int upper)
{
    for (slong n = 0; n < law->length; n++)
        for (slong i = 0; i < law->dim; i++)
            for (slong j = 0; j < i; j++)
                if (lyc_number_is_zero(lyc_matrix_entry(
                        law->atom + n, upper ? i : j, upper ? j : i)) !=
                    LYC_TRUE)
                    return 0;
    return 1;
}

int lyc_law_is_triangular(const lyc_law_t law)
{
    return is_triangular(law, 1) || is_triangular(law, 0);
}

/* z = E log|a_ii|. */
static void log_mean(lyc_dual_t z, const lyc_law_t law, slong i,
                     const char *name, slong prec)
{
    lyc_dual_t x, p;
    lyc_dual_init(x);
    lyc_dual_init(p);
    arb_zero(z->value);
    arb_zero(z->slope);
    z->range->is_defined = 0;
    for (slong n = 0; n < law->length; n++)
    {
        lyc_number_get_dual(x, lyc_matrix_entry(law->atom + n, i, i), name,
                            prec);
        lyc_number_get_dual(p, law->weight + n, name, prec);
        lyc_dual_log_abs(x, x, prec);
        lyc_dual_mul(x, p, x, prec);
        lyc_dual_add(z, z, x, prec);
    }
    lyc_dual_clear(x);
    lyc_dual_clear(p);
}

/* Falling order by exchanges of neighbours: what stands k-th is the k-th
 * largest for every value of the parameter. */
static void sort(lyc_dual_struct *x, slong length, slong prec)
{
    lyc_dual_t high, low;
    lyc_dual_init(high);
    lyc_dual_init(low);
    for (slong end = length - 1; end > 0; end--)
        for (slong i = 0; i < end; i++)
        {
            lyc_dual_max(high, x + i, x + i + 1, prec);
            lyc_dual_min(low, x + i, x + i + 1, prec);
            lyc_dual_set(x + i, high);
            lyc_dual_set(x + i + 1, low);
        }
    lyc_dual_clear(high);
    lyc_dual_clear(low);
}

/* The exponents are those of setting.triangular. */
static void triangular(lyc_dual_t z, const lyc_law_t law, slong k,
                       const char *name, slong prec)
{
    lyc_dual_struct *x = lyc_malloc((size_t)law->dim * sizeof(lyc_dual_struct));
    for (slong i = 0; i < law->dim; i++)
    {
        lyc_dual_init(x + i);
        log_mean(x + i, law, i, name, prec);
    }
    sort(x, law->dim, prec);
    lyc_dual_set(z, x + k - 1);
    for (slong i = 0; i < law->dim; i++)
        lyc_dual_clear(x + i);
    free(x);
}

void lyc_law_get_dual(lyc_dual_t z, const lyc_law_t law, slong k,
                      const char *name, slong prec)
{
    if (law->term != NULL)
        lyc_gaussian_get_dual(z, law->term, k, name, prec);
    else if (lyc_law_is_triangular(law))
        triangular(z, law, k, name, prec);
    else
        lyc_dual_indeterminate(z);
}
