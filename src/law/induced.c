#include "lyapcert/countable.h"

static lyc_truth_t negate(lyc_truth_t t)
{
    return t == LYC_UNKNOWN ? t : t == LYC_TRUE ? LYC_FALSE : LYC_TRUE;
}

/* s = tr(P)/2; LYC_TRUE when P, 2x2, has the double eigenvalue s != 0, that is
 * s^2 = det P. */
static lyc_truth_t double_eigenvalue(lyc_number_t s, const lyc_matrix_t p)
{
    lyc_truth_t truth;
    lyc_number_t square, z;

    lyc_number_init(square);
    lyc_number_init(z);
    lyc_number_set_si(z, 2);
    lyc_number_add(s, lyc_matrix_entry(p, 0, 0), lyc_matrix_entry(p, 1, 1));
    lyc_number_div(s, s, z);
    truth = negate(lyc_number_is_zero(s));
    if (truth == LYC_TRUE)
        truth = lyc_matrix_det(z, p);
    if (truth == LYC_TRUE)
    {
        lyc_number_mul(square, s, s);
        truth = lyc_number_equal(square, z);
    }
    lyc_number_clear(square);
    lyc_number_clear(z);
    return truth;
}

/* Appends z p^m = s^m (z + m z (p/s - I)), probability weight ratio^m. By
 * Cayley-Hamilton (p/s - I)^2 = 0. */
static lyc_truth_t add(lyc_countable_t x, const lyc_number_t weight,
                       const lyc_number_t ratio, const lyc_matrix_t z,
                       const lyc_matrix_t p)
{
    lyc_family *f = lyc_countable_add(x, 2);
    lyc_truth_t truth = double_eigenvalue(f->scale, p);
    lyc_matrix_t n;
    lyc_number_t one;
    slong i;

    lyc_number_init(one);
    lyc_matrix_init(n, 2, 2);
    lyc_number_set_si(one, 1);
    lyc_number_set(f->weight, weight);
    lyc_number_set(f->ratio, ratio);
    for (i = 0; i < 4 && truth == LYC_TRUE; i++)
    {
        truth = lyc_number_div(n->entry + i, p->entry + i, f->scale);
        if (i % 3 == 0)
            lyc_number_sub(n->entry + i, n->entry + i, one);
    }
    lyc_matrix_set(f->coefficient, z);
    lyc_matrix_mul(f->coefficient + 1, z, n);
    lyc_matrix_clear(n);
    lyc_number_clear(one);
    return truth;
}

/* Words a^(m+1) b with a != b: the matrix B A A^m, probability
 * w_a w_b w_a^m. */
static lyc_truth_t until_change(lyc_countable_t x, const lyc_law_t law)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t w;
    lyc_matrix_t z;
    slong a, b;

    lyc_number_init(w);
    lyc_matrix_init(z, 2, 2);
    for (a = 0; a < law->length; a++)
        for (b = 0; b < law->length && truth == LYC_TRUE; b++)
        {
            if (a == b)
                continue;
            lyc_matrix_mul(z, law->atom + b, law->atom + a);
            lyc_number_mul(w, law->weight + a, law->weight + b);
            truth = add(x, w, law->weight + a, z, law->atom + a);
        }
    lyc_number_clear(w);
    lyc_matrix_clear(z);
    return truth;
}

/* Words (ab)^m a a and (ab)^m a b b: the matrices A A (BA)^m and B B A (BA)^m,
 * probabilities w_a^2 q^m and w_a w_b^2 q^m, q = w_a w_b; and the same with a
 * and b exchanged. */
static lyc_truth_t until_repeat(lyc_countable_t x, const lyc_law_t law)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t q, w;
    lyc_matrix_t p, z;
    slong a;

    lyc_number_init(q);
    lyc_number_init(w);
    lyc_matrix_init(p, 2, 2);
    lyc_matrix_init(z, 2, 2);
    lyc_number_mul(q, law->weight, law->weight + 1);
    for (a = 0; a < 2 && truth == LYC_TRUE; a++)
    {
        const slong b = 1 - a;

        lyc_matrix_mul(p, law->atom + b, law->atom + a);
        lyc_matrix_mul(z, law->atom + a, law->atom + a);
        lyc_number_mul(w, law->weight + a, law->weight + a);
        truth = add(x, w, q, z, p);
        if (truth != LYC_TRUE)
            break;
        lyc_matrix_mul(z, law->atom + b, p);
        lyc_number_mul(w, q, law->weight + b);
        truth = add(x, w, q, z, p);
    }
    lyc_number_clear(q);
    lyc_number_clear(w);
    lyc_matrix_clear(p);
    lyc_matrix_clear(z);
    return truth;
}

/* CHANGE: 1 + sum of w/(1 - w); REPEAT: (2 + q)/(1 - q), q = w_a w_b. */
static lyc_truth_t set_draws(lyc_number_t draws, const lyc_law_t law,
                             lyc_induced_rule rule)
{
    lyc_truth_t truth = LYC_TRUE;
    lyc_number_t one, t, w;
    slong i;

    lyc_number_init(one);
    lyc_number_init(t);
    lyc_number_init(w);
    lyc_number_set_si(one, 1);
    if (rule == LYC_INDUCED_REPEAT)
    {
        lyc_number_mul(w, law->weight, law->weight + 1);
        lyc_number_set_si(draws, 2);
        lyc_number_add(draws, draws, w);
        lyc_number_sub(t, one, w);
        truth = lyc_number_div(draws, draws, t);
    }
    else
    {
        lyc_number_set(draws, one);
        for (i = 0; i < law->length && truth == LYC_TRUE; i++)
        {
            lyc_number_sub(t, one, law->weight + i);
            truth = lyc_number_div(t, law->weight + i, t);
            lyc_number_add(draws, draws, t);
        }
    }
    lyc_number_clear(one);
    lyc_number_clear(t);
    lyc_number_clear(w);
    return truth;
}

/* Theorem induced.families */
lyc_truth_t lyc_law_induce(lyc_countable_t x, lyc_number_t draws,
                           const lyc_law_t law, lyc_induced_rule rule)
{
    lyc_truth_t truth = LYC_TRUE;

    if (law->dim != 2 || law->length < 2 ||
        (rule == LYC_INDUCED_REPEAT && law->length > 2))
        return LYC_FALSE;
    lyc_countable_clear(x);
    x->dim = 2;
    truth = rule == LYC_INDUCED_CHANGE ? until_change(x, law)
                                       : until_repeat(x, law);
    return truth == LYC_TRUE ? set_draws(draws, law, rule) : truth;
}
