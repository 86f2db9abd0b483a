/* lambda_1 from words (chapter collocation), without a bound of the error. */
#include "enclose/approx/traces.h"

#include <math.h>

#define MAX_WORDS 4e6
#define MAX_LENGTH 64

void lyc_traces_init(lyc_traces_t t)
{
    arf_init(t->value);
    arf_init(t->change);
    t->length = 0;
    t->words = 0;
    t->seconds = 0;
}

void lyc_traces_clear(lyc_traces_t t)
{
    arf_clear(t->value);
    arf_clear(t->change);
}

typedef struct
{
    slong atoms, dim, prec;
    arb_mat_struct *atom;
    arb_ptr weight;
    arb_mat_struct product[MAX_LENGTH + 1]; /* of the word's first letters */
    arb_struct probability[MAX_LENGTH + 1];
    arb_struct trace[MAX_LENGTH + 1], slope[MAX_LENGTH + 1];
    arb_struct a[MAX_LENGTH + 1], da[MAX_LENGTH + 1];
    const lyc_limits_struct *limits;
} work;

static void work_init(work *w, const lyc_law_t law, slong prec,
                      const lyc_limits_t limits)
{
    w->atoms = law->length;
    w->dim = law->dim;
    w->prec = prec;
    w->limits = limits;
    w->atom = lyc_malloc((size_t)law->length * sizeof(arb_mat_struct));
    w->weight = _arb_vec_init(law->length);
    for (slong i = 0; i < law->length; i++)
    {
        arb_mat_init(w->atom + i, law->dim, law->dim);
        lyc_matrix_get_arb_mat(w->atom + i, law->atom + i, prec);
        lyc_number_get_arb(w->weight + i, law->weight + i, prec);
    }
    for (slong k = 0; k <= MAX_LENGTH; k++)
    {
        arb_mat_init(w->product + k, law->dim, law->dim);
        arb_init(w->probability + k);
        arb_init(w->trace + k);
        arb_init(w->slope + k);
        arb_init(w->a + k);
        arb_init(w->da + k);
    }
    arb_mat_one(w->product);
    arb_one(w->probability);
    arb_one(w->a);
}

static void work_clear(work *w)
{
    for (slong i = 0; i < w->atoms; i++)
        arb_mat_clear(w->atom + i);
    free(w->atom);
    _arb_vec_clear(w->weight, w->atoms);
    for (slong k = 0; k <= MAX_LENGTH; k++)
    {
        arb_mat_clear(w->product + k);
        arb_clear(w->probability + k);
        arb_clear(w->trace + k);
        arb_clear(w->slope + k);
        arb_clear(w->a + k);
        arb_clear(w->da + k);
    }
}

/* One word of length n: its share of tr L_0^n and of its derivative. */
static int add_word(work *w, slong n)
{
    arb_t log, trace;
    arb_init(log);
    arb_init(trace);
    const int ok = lyc_word_trace_approx(log, trace, w->product + n, w->prec);
    arb_mul(trace, trace, w->probability + n, w->prec);
    arb_add(w->trace + n, w->trace + n, trace, w->prec);
    arb_addmul(w->slope + n, trace, log, w->prec);
    arb_clear(log);
    arb_clear(trace);
    return ok;
}

/* All words of length n that begin with the k letters at hand; k <= n is the
 * depth. 1, 0 (no dominating eigenvalue) or -1 (out of time). */
static int add_words(work *w, slong k, slong n)
{
    if (k == n)
        return add_word(w, n);
    if (lyc_limits_out_of_time(w->limits))
        return -1;
    int ok = 1;
    for (slong i = 0; i < w->atoms && ok == 1; i++)
    {
        arb_mat_mul(w->product + k + 1, w->atom + i, w->product + k, w->prec);
        arb_mul(w->probability + k + 1, w->probability + k, w->weight + i,
                w->prec);
        ok = add_words(w, k + 1, n);
    }
    return ok;
}

/* Newton's identities for det(1 - z L_t) = sum a_n z^n and its derivative at
 * t = 0: n a_n = - sum_(k = 1..n) tr_k a_(n-k). */
static void next_coefficient(work *w, slong n)
{
    for (slong k = 1; k <= n; k++)
    {
        arb_submul(w->a + n, w->trace + k, w->a + n - k, w->prec);
        arb_submul(w->da + n, w->slope + k, w->a + n - k, w->prec);
        arb_submul(w->da + n, w->trace + k, w->da + n - k, w->prec);
    }
    arb_div_si(w->a + n, w->a + n, n, w->prec);
    arb_div_si(w->da + n, w->da + n, n, w->prec);
}

/* sum a_m' / sum m a_m, m <= n. */
static void evaluate(arf_t value, const work *w, slong n)
{
    arb_t top, low;
    arb_init(top);
    arb_init(low);
    for (slong m = 1; m <= n; m++)
    {
        arb_add(top, top, w->da + m, w->prec);
        arb_addmul_si(low, w->a + m, m, w->prec);
    }
    arb_div(top, top, low, w->prec);
    arf_set(value, arb_midref(top));
    arb_clear(top);
    arb_clear(low);
}

static int run(lyc_traces_t t, work *w, double tol, lyc_diag_t d)
{
    arf_t next;
    arf_init(next);
    int ok = 1;
    for (slong n = 1; n <= MAX_LENGTH && ok == 1; n++)
    {
        const double words = pow((double)w->atoms, (double)n);
        if (t->words + words > MAX_WORDS && n > 2)
            break;
        ok = add_words(w, 0, n);
        if (ok != 1)
            break;
        next_coefficient(w, n);
        evaluate(next, w, n);
        arf_sub(t->change, next, t->value, 30, ARF_RND_UP);
        arf_abs(t->change, t->change);
        arf_set(t->value, next);
        t->length = n;
        t->words += words;
        if (n > 1 && arf_cmp_d(t->change, tol) < 0)
            break;
    }
    arf_clear(next);
    if (ok == 0)
        return lyc_diag_fail(d, LYC_UNDECIDED,
                             "a product of atoms has no dominating real "
                             "eigenvalue: the law contracts no cone");
    if (t->length < 2)
        return lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
    return 1;
}

int lyc_traces_approx(lyc_traces_t t, const lyc_law_t law, double tol,
                      slong prec, const lyc_limits_t limits, lyc_diag_t d)
{
    const double begin = lyc_limits_elapsed(limits);
    work w;
    work_init(&w, law, prec, limits);
    const int ok = run(t, &w, tol, d);
    work_clear(&w);
    t->seconds = lyc_limits_elapsed(limits) - begin;
    return ok;
}
