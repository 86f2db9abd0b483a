#include "certify/log_mean.h"

#include <stdlib.h>

static int is_minus_inf(const lyc_log_mean_struct *m)
{
    return arf_is_neg_inf(m->upper);
}

/* Sign of a - b, both exact or -inf. */
static int compare_exact(const lyc_log_mean_struct *a,
                         const lyc_log_mean_struct *b)
{
    if (is_minus_inf(a) || is_minus_inf(b))
        return is_minus_inf(b) - is_minus_inf(a);
    if (arf_cmp(a->lower, b->upper) > 0)
        return 1;
    if (arf_cmp(a->upper, b->lower) < 0)
        return -1;
    fmpq_t q;
    lyc_logsum_t s;
    fmpq_init(q);
    lyc_logsum_init(s);
    fmpq_set_si(q, -1, 1);
    lyc_logsum_set(s, a->exact);
    lyc_logsum_addmul(s, q, b->exact);
    const int sign = lyc_logsum_sign(s);
    fmpq_clear(q);
    lyc_logsum_clear(s);
    return sign;
}

/* The k-th largest lower end and the k-th largest upper end enclose the k-th
 * largest number: order statistics are monotone. */
static int falling(const void *a, const void *b)
{
    return -arf_cmp(a, b);
}

static void sorted_bounds(lyc_facts_t f, const lyc_log_mean_struct *m)
{
    const size_t n = (size_t)f->dim;
    arf_struct *lower = flint_malloc(n * sizeof(arf_struct));
    arf_struct *upper = flint_malloc(n * sizeof(arf_struct));
    for (slong k = 0; k < f->dim; k++)
    {
        arf_init(lower + k);
        arf_init(upper + k);
        arf_set(lower + k, m[k].lower);
        arf_set(upper + k, m[k].upper);
    }
    qsort(lower, n, sizeof(arf_struct), falling);
    qsort(upper, n, sizeof(arf_struct), falling);
    for (slong k = 0; k < f->dim; k++)
    {
        lyc_facts_exponent_arf(f, k + 1, lower + k, upper + k);
        arf_clear(lower + k);
        arf_clear(upper + k);
    }
    flint_free(lower);
    flint_free(upper);
}

void lyc_facts_exponent_mean(lyc_facts_t f, slong k, const lyc_log_mean_t m,
                             slong prec)
{
    lyc_facts_exponent_arf(f, k, m->lower, m->upper);
    if (m->is_exact) /* whose bounds are in already */
        lyc_facts_exponent_exact(f, k, m->exact, FLINT_MIN(prec, 64));
}

void lyc_facts_exponents_sorted(lyc_facts_t f, lyc_log_mean_struct *m,
                                slong prec)
{
    for (slong k = 0; k < f->dim; k++)
        if (!m[k].is_exact && !is_minus_inf(m + k))
        {
            sorted_bounds(f, m);
            return;
        }
    for (slong i = 1; i < f->dim; i++)
        for (slong k = i; k > 0 && compare_exact(m + k - 1, m + k) < 0; k--)
        {
            const lyc_log_mean_struct t = m[k];
            m[k] = m[k - 1];
            m[k - 1] = t;
        }
    for (slong k = 0; k < f->dim; k++)
        lyc_facts_exponent_mean(f, k + 1, m + k, prec);
}
