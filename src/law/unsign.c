#include <stdlib.h>

#include "law/draw.h"
#include "lyapcert/countable.h"

/* 1 where entry (i, j), rows and columns exchanged when swapped, is 1 or -1,
 * or is 0 where zero is wanted; its sign. */
static int has_sign(int *sign, const lyc_matrix_t a, slong i, slong j,
                    int swapped)
{
    const lyc_number_struct *x =
        lyc_matrix_entry(a, swapped ? 1 - i : i, swapped ? 1 - j : j);
    lyc_number_t one, modulus;
    int ok;

    if (lyc_number_sign(sign, x) != LYC_TRUE)
        return 0;
    lyc_number_init(one);
    lyc_number_init(modulus);
    lyc_number_set_si(one, *sign != 0);
    lyc_number_abs(modulus, x);
    ok = lyc_number_equal(one, modulus) == LYC_TRUE;
    lyc_number_clear(one);
    lyc_number_clear(modulus);
    return ok;
}

/* a = ± D^g K D^h with K = [0,1;1,1], D = diag(1,-1), after exchanging the
 * coordinates when swapped: *g and *h become (-1)^g and (-1)^h. */
static int split(int *g, int *h, const lyc_matrix_t a, int swapped)
{
    int s11, s12, s21, s22;

    if (!has_sign(&s11, a, 0, 0, swapped) ||
        !has_sign(&s12, a, 0, 1, swapped) ||
        !has_sign(&s21, a, 1, 0, swapped) ||
        !has_sign(&s22, a, 1, 1, swapped) || s11 != 0)
        return 0;
    *g = s12 * s22;
    *h = s21 * s22;
    return *g != 0 && *h != 0;
}

/* Means of (-1)^g, (-1)^h and (-1)^(g+h). */
static int set_means(lyc_number_struct *mean, const lyc_law_t law, int swapped)
{
    slong i, k;

    for (i = 0; i < law->length; i++)
    {
        int value[3];

        if (!split(value, value + 1, law->atom + i, swapped))
            return 0;
        value[2] = value[0] * value[1];
        for (k = 0; k < 3; k++)
        {
            if (value[k] > 0)
                lyc_number_add(mean + k, mean + k, law->weight + i);
            else
                lyc_number_sub(mean + k, mean + k, law->weight + i);
        }
    }
    return 1;
}

/* p = (1 + mean[0] mean[1])/2, the probability of a plus, where mean[0]
 * mean[1] is 0 or equals mean[2]. */
static lyc_truth_t set_plus(lyc_number_t p, const lyc_number_struct *mean)
{
    lyc_number_t two;
    lyc_truth_t truth;

    lyc_number_mul(p, mean, mean + 1);
    truth = lyc_number_is_zero(p);
    if (truth == LYC_FALSE)
        truth = lyc_number_equal(p, mean + 2);
    lyc_number_init(two);
    lyc_number_set_si(two, 1);
    lyc_number_add(p, p, two);
    lyc_number_set_si(two, 2);
    lyc_number_div(p, p, two);
    lyc_number_clear(two);
    return truth;
}

/* w = (2 - p - sqrt(5 p^2 - 8 p + 4))/(2 p), 0 < p < 1. */
static lyc_truth_t set_weight(lyc_number_t w, const lyc_number_t p)
{
    lyc_truth_t truth;
    lyc_number_t c, t;

    lyc_number_init(c);
    lyc_number_init(t);
    lyc_number_set_si(c, 5);
    lyc_number_mul(t, p, c);
    lyc_number_set_si(c, 8);
    lyc_number_sub(t, t, c);
    lyc_number_mul(t, t, p);
    lyc_number_set_si(c, 4);
    lyc_number_add(t, t, c);
    truth = lyc_number_sqrt(t, t);
    lyc_number_set_si(c, 2);
    lyc_number_sub(w, c, p);
    lyc_number_sub(w, w, t);
    lyc_number_mul(t, c, p);
    if (truth == LYC_TRUE)
        truth = lyc_number_div(w, w, t);
    lyc_number_clear(c);
    lyc_number_clear(t);
    return truth;
}

/* (1 - 2w)/(1 - w + w^2) = (1 - 2w)/(1 - w (1 - w)); v = 1 - w. */
static lyc_truth_t set_factor(lyc_number_t factor, const lyc_number_t w,
                              const lyc_number_t v)
{
    lyc_truth_t truth;
    lyc_number_t t, one;

    lyc_number_init(one);
    lyc_number_init(t);
    lyc_number_set_si(one, 1);
    lyc_number_mul(t, w, v);
    lyc_number_sub(t, one, t);
    lyc_number_sub(factor, v, w);
    truth = lyc_number_div(factor, factor, t);
    lyc_number_clear(one);
    lyc_number_clear(t);
    return truth;
}

static void set_pair(lyc_law_t pair, const lyc_number_t w, const lyc_number_t v)
{
    static const int entry[2][4] = {{0, 1, 1, 1}, {1, 1, 1, 0}};
    lyc_draw_t x;
    slong i, k;

    lyc_draw_init(x);
    lyc_draw_shell(x, LYC_DRAW_MATRIX, 2, 2, 2);
    for (i = 0; i < 2; i++)
        for (k = 0; k < 4; k++)
            lyc_number_set_si(x->atom[i].entry + k, entry[i][k]);
    lyc_number_set(x->weight, w);
    lyc_number_set(x->weight + 1, v);
    lyc_law_take_draw(pair, x);
    lyc_draw_clear(x);
}

static lyc_truth_t reduce(lyc_law_t pair, lyc_number_t factor,
                          const lyc_number_t p)
{
    lyc_truth_t truth;
    lyc_number_t v, w;
    int high, low;

    lyc_number_init(v);
    lyc_number_init(w);
    lyc_number_set_si(v, 1);
    lyc_number_sub(w, v, p);
    truth = lyc_number_sign(&low, p);
    if (truth == LYC_TRUE)
        truth = lyc_number_sign(&high, w);
    if (truth == LYC_TRUE && (low <= 0 || high <= 0))
        truth = LYC_FALSE;
    if (truth == LYC_TRUE)
        truth = set_weight(w, p);
    lyc_number_sub(v, v, w);
    if (truth == LYC_TRUE)
        truth = set_factor(factor, w, v);
    if (truth == LYC_TRUE)
        set_pair(pair, w, v);
    lyc_number_clear(v);
    lyc_number_clear(w);
    return truth;
}

/* Theorem random-fibonacci.coin */
lyc_truth_t lyc_law_unsign(lyc_law_t pair, lyc_number_t factor,
                           const lyc_law_t law)
{
    lyc_truth_t truth = LYC_FALSE;
    lyc_number_struct mean[3];
    lyc_number_t p;
    int i, swapped, found = 0;

    if (law->dim != 2 || law->length < 1 || law->length > 8)
        return LYC_FALSE;
    lyc_number_init(p);
    for (swapped = 0; swapped < 2 && !found; swapped++)
    {
        for (i = 0; i < 3; i++)
            lyc_number_init(mean + i);
        found = set_means(mean, law, swapped);
        if (found)
            truth = set_plus(p, mean);
        for (i = 0; i < 3; i++)
            lyc_number_clear(mean + i);
    }
    if (truth == LYC_TRUE)
        truth = reduce(pair, factor, p);
    lyc_number_clear(p);
    return truth;
}
