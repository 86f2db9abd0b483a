#include "certify/words.h"

#include <stdlib.h>

#include "certify/kinds.h"

/* Products of prefixes: product[m] has m letters and probability p[m]. */
typedef struct
{
    slong length;
    slong *letter;
    arb_mat_struct *product;
    arb_ptr p;
    arb_mat_struct *atom;
    arb_ptr weight;
    arb_t total;
    int is_minus_inf;
} words;

/* Products and atoms as balls: limbs and a structure for each entry. */
static int is_affordable(const lyc_law_t law, slong n, slong prec)
{
    const double entry = (double)sizeof(arb_struct) + 16 + (double)prec / 8;
    return (double)law->dim * (double)law->dim * entry *
               ((double)n + 1 + (double)law->length) <=
           (double)LYC_WORDS_BYTES;
}

/* 0 when out of time: nothing is then to be read off but all to be cleared. */
static int words_init(words *w, const lyc_law_t law, slong n, slong prec,
                      const lyc_limits_t limits)
{
    int ok = 1;
    const slong dim = law->dim;
    w->length = n;
    w->letter = lyc_calloc((size_t)n + 1, sizeof(slong));
    w->product = lyc_malloc(((size_t)n + 1) * sizeof(arb_mat_struct));
    w->p = _arb_vec_init(n + 1);
    for (slong m = 0; m <= n; m++)
        arb_mat_init(w->product + m, dim, dim);
    arb_mat_one(w->product);
    arb_one(w->p);
    w->atom = lyc_malloc((size_t)law->length * sizeof(arb_mat_struct));
    w->weight = _arb_vec_init(law->length);
    for (slong i = 0; i < law->length; i++)
    {
        arb_mat_init(w->atom + i, dim, dim);
        ok = ok && !lyc_limits_out_of_time(limits);
        if (!ok)
            continue;
        lyc_matrix_get_arb_mat(w->atom + i, law->atom + i, prec);
        lyc_number_get_arb(w->weight + i, law->weight + i, prec);
    }
    arb_init(w->total);
    w->is_minus_inf = 0;
    return ok;
}

static void words_clear(words *w, const lyc_law_t law)
{
    for (slong m = 0; m <= w->length; m++)
        arb_mat_clear(w->product + m);
    for (slong i = 0; i < law->length; i++)
        arb_mat_clear(w->atom + i);
    _arb_vec_clear(w->p, w->length + 1);
    _arb_vec_clear(w->weight, law->length);
    free(w->letter);
    free(w->product);
    free(w->atom);
    arb_clear(w->total);
}

/* A norm of exactly 0 has positive probability: the mean is -inf. */
static void take_word(words *w, slong prec)
{
    arf_t norm;
    arb_t t;
    arf_init(norm);
    arb_init(t);
    lyc_norm_upper(norm, w->product + w->length, prec);
    if (arf_is_zero(norm))
        w->is_minus_inf = 1;
    arb_set_arf(t, norm);
    arb_log(t, t, prec);
    arb_addmul(w->total, w->p + w->length, t, prec);
    arf_clear(norm);
    arb_clear(t);
}

/* Depth first, without recursion. */
static int walk(words *w, slong atoms, slong prec, const lyc_limits_t limits)
{
    slong m = 0;
    while (m >= 0 && !w->is_minus_inf)
    {
        if (m == w->length || w->letter[m] == atoms)
        {
            if (m == w->length)
                take_word(w, prec);
            else
                w->letter[m] = 0;
            m--;
            continue;
        }
        const slong i = w->letter[m]++;
        arb_mat_mul(w->product + m + 1, w->atom + i, w->product + m, prec);
        arb_mul(w->p + m + 1, w->p + m, w->weight + i, prec);
        m++;
        if (lyc_limits_out_of_time(limits))
            return 0;
    }
    return 1;
}

lyc_verdict_t lyc_words_log_norm(arf_t upper, const lyc_law_t law, slong n,
                                 slong prec, const lyc_limits_t limits,
                                 lyc_diag_t d)
{
    words w;
    arf_pos_inf(upper);
    if (!is_affordable(law, n, prec))
        return lyc_evidence_fail(d, LYC_UNDECIDED,
                                 "the products would take more than %ld MiB",
                                 LYC_WORDS_BYTES >> 20);
    const int done = words_init(&w, law, n, prec, limits) &&
                     walk(&w, law->length, prec, limits);
    if (w.is_minus_inf)
        arf_neg_inf(upper);
    else if (done && arb_is_finite(w.total))
        arb_get_ubound_arf(upper, w.total, prec);
    words_clear(&w, law);
    return done ? LYC_PROVED
                : lyc_evidence_fail(d, LYC_UNDECIDED, "out of time");
}
