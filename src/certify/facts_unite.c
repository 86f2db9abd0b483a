#include <stdlib.h>

#include "certify/blocks.h"

static arf_struct *new_arfs(slong n)
{
    arf_struct *v = lyc_malloc((size_t)n * sizeof(arf_struct));
    for (slong i = 0; i < n; i++)
        arf_init(v + i);
    return v;
}

static void free_arfs(arf_struct *v, slong n)
{
    for (slong i = 0; i < n; i++)
        arf_clear(v + i);
    free(v);
}

/* A bound of s + t, where -inf is the value if it is an upper bound and no
 * bound if it is a lower one. */
static void add_bounds(arf_t z, const arf_t s, const arf_t t, slong prec,
                       arf_rnd_t side)
{
    if (arf_is_neg_inf(s) || arf_is_neg_inf(t))
        arf_neg_inf(z);
    else
        arf_add(z, s, t, prec, side);
}

/* best[k] = the largest sum of bounds of sums of a_j exponents of part j over
 * all a_1 + a_2 + … = k. */
static arf_struct *best_sums(const lyc_facts_struct *part, slong parts,
                             slong dim, int is_upper, slong prec)
{
    const arf_rnd_t side = is_upper ? ARF_RND_CEIL : ARF_RND_FLOOR;
    arf_struct *best = new_arfs(dim + 1), *next = new_arfs(dim + 1);
    arf_t zero, t;
    slong n = 0;
    arf_init(zero);
    arf_init(t);
    for (slong j = 0; j < parts; j++)
    {
        const arf_struct *sum =
            is_upper ? part[j].sum_upper : part[j].sum_lower;
        for (slong k = 0; k <= n + part[j].dim; k++)
            arf_neg_inf(next + k);
        for (slong k = 0; k <= n; k++)
            for (slong a = 0; a <= part[j].dim; a++)
            {
                add_bounds(t, best + k, a == 0 ? zero : sum + a - 1, prec,
                           side);
                if (arf_cmp(t, next + k + a) > 0)
                    arf_set(next + k + a, t);
            }
        n += part[j].dim;
        for (slong k = 0; k <= n; k++)
            arf_set(best + k, next + k);
    }
    free_arfs(next, dim + 1);
    arf_clear(zero);
    arf_clear(t);
    return best;
}

static int falling(const void *a, const void *b)
{
    return -arf_cmp(a, b);
}

/* The k-th largest bounds enclose the k-th largest exponent. */
static void unite_exponents(lyc_facts_t f, const lyc_facts_struct *part,
                            slong parts)
{
    arf_struct *lower = new_arfs(f->dim), *upper = new_arfs(f->dim);
    slong n = 0;
    for (slong j = 0; j < parts; j++)
        for (slong k = 0; k < part[j].dim; k++, n++)
        {
            arf_set(lower + n, part[j].exponent_lower + k);
            arf_set(upper + n, part[j].exponent_upper + k);
        }
    qsort(lower, (size_t)n, sizeof(arf_struct), falling);
    qsort(upper, (size_t)n, sizeof(arf_struct), falling);
    for (slong k = 0; k < n; k++)
        lyc_facts_exponent_arf(f, k + 1, lower + k, upper + k);
    free_arfs(lower, f->dim);
    free_arfs(upper, f->dim);
}

/* The place of exponent k of part j among all: 1 + how many are proved to be
 * at least as large, when all others are proved to be at most as large; 0
 * where that is not known. Equal ones stand in the order of the parts. */
static slong place_of(const lyc_facts_struct *part, slong parts, slong j,
                      slong k)
{
    slong place = 1;
    for (slong i = 0; i < parts; i++)
        for (slong l = 1; l <= part[i].dim; l++)
        {
            if (i == j && l == k)
                continue;
            const int is_before =
                i == j ? l < k
                       : lyc_facts_is_above(part + i, l, part + j, k, i > j);
            if (is_before)
                place++;
            else if (i != j && !lyc_facts_is_above(part + j, k, part + i, l, 0))
                return 0;
        }
    return place;
}

static void unite_exact(lyc_facts_t f, const lyc_facts_struct *part,
                        slong parts, slong prec)
{
    for (slong j = 0; j < parts; j++)
        for (slong k = 1; k <= part[j].dim; k++)
        {
            const slong place =
                part[j].is_exact[k - 1] ? place_of(part, parts, j, k) : 0;
            if (place > 0)
                lyc_facts_exponent_exact(f, place, part[j].exact + k - 1, prec);
        }
}

/* Theorem setting.blocks */
void lyc_facts_unite(lyc_facts_t f, const lyc_facts_struct *part, slong parts,
                     slong prec)
{
    arf_struct *low = best_sums(part, parts, f->dim, 0, prec);
    arf_struct *high = best_sums(part, parts, f->dim, 1, prec);
    for (slong k = 1; k <= f->dim; k++)
        lyc_facts_sum_arf(f, k, low + k, high + k);
    free_arfs(low, f->dim + 1);
    free_arfs(high, f->dim + 1);
    unite_exponents(f, part, parts);
    unite_exact(f, part, parts, prec);
}

static void tie_run(lyc_facts_t f, slong first, slong n)
{
    for (slong k = first; k < first + n; k++)
        for (slong l = first; l < first + n; l++)
        {
            lyc_facts_exponent_arf(f, l + 1, f->exponent_lower + k,
                                   f->exponent_upper + k);
            if (f->is_exact[k] && !f->is_exact[l])
                lyc_facts_exponent_exact(f, l + 1, f->exact + k, 64);
        }
}

/* lambda = (S_(first + n) - S_first) / n. */
static void split_sum(lyc_facts_t f, slong first, slong n, slong prec)
{
    const arf_struct *tu = f->sum_upper + first + n - 1;
    const arf_struct *tl = f->sum_lower + first + n - 1;
    arf_t lower, upper;
    arf_init(lower);
    arf_init(upper);
    arf_set(lower, tl);
    arf_set(upper, tu);
    int has_lower = arf_is_finite(tl), has_upper = arf_is_finite(tu);
    if (first > 0)
    {
        const arf_struct *su = f->sum_upper + first - 1;
        const arf_struct *sl = f->sum_lower + first - 1;
        has_lower = has_lower && arf_is_finite(su);
        has_upper = has_upper && arf_is_finite(sl);
        if (has_lower)
            arf_sub(lower, tl, su, prec, ARF_RND_FLOOR);
        if (has_upper)
            arf_sub(upper, tu, sl, prec, ARF_RND_CEIL);
    }
    if (has_lower)
        arf_div_si(lower, lower, n, prec, ARF_RND_FLOOR);
    else
        arf_neg_inf(lower);
    if (has_upper)
        arf_div_si(upper, upper, n, prec, ARF_RND_CEIL);
    else
        arf_pos_inf(upper);
    for (slong k = first; k < first + n; k++)
        lyc_facts_exponent_arf(f, k + 1, lower, upper);
    arf_clear(lower);
    arf_clear(upper);
}

#define TIE_PASSES 4

/* Theorem spectrum-and-flag.double */
void lyc_facts_tie(lyc_facts_t f, slong n, slong prec)
{
    /* What closing gains for one of a run is passed on to the others. */
    for (int pass = 0; pass < TIE_PASSES; pass++)
    {
        for (slong first = 0; first + n <= f->dim; first += n)
        {
            split_sum(f, first, n, prec);
            tie_run(f, first, n);
        }
        lyc_facts_close(f, prec);
    }
}
