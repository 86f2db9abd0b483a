#include <stdlib.h>

#include "enclose/root/root.h"

enum
{
    MAX_CELLS = 5000
};

/* Cells narrower than 2^-LEAST of the range are given up. */
#define LEAST 50

/* Ends of the cells that wait, the next one last. */
typedef struct
{
    fmpq *end;
    slong length, capacity;
    fmpq_t begin;     /* of the cell looked at */
    lyc_truth_t last; /* what an inequality is on it */
    fmpq_t least;
} work;

static void push(work *w, const fmpq_t x)
{
    if (w->length == w->capacity)
    {
        slong n = 2 * w->capacity + 16;
        w->end = flint_realloc(w->end, (size_t)n * sizeof(fmpq));
        for (slong i = w->capacity; i < n; i++)
        {
            fmpq_init(w->end + i);
        }
        w->capacity = n;
    }
    fmpq_set(w->end + w->length++, x);
}

static void add_cut(lyc_cuts *cuts, const fmpq_t x)
{
    cuts->cut =
        flint_realloc(cuts->cut, ((size_t)cuts->length + 1) * sizeof(fmpq));
    fmpq_init(cuts->cut + cuts->length);
    fmpq_set(cuts->cut + cuts->length++, x);
}

static lyc_verdict_t give_up(const work *w, const fmpq_t end, lyc_diag_t d)
{
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    arb_set_fmpq(a, w->begin, 64);
    arb_set_fmpq(b, end, 64);
    lyc_diag_fail(d, LYC_UNDECIDED,
                  "between %.12g and %.12g the sides are not separated, nor is "
                  "their difference proved to be monotone: a multiple root, or "
                  "more than the enclosures can tell",
                  arf_get_d(arb_midref(a), ARF_RND_NEAR),
                  arf_get_d(arb_midref(b), ARF_RND_NEAR));
    arb_clear(a);
    arb_clear(b);
    return LYC_UNDECIDED;
}

/* 1 when the cell from w->begin to end needs no cut; *ok = 0 on an error. */
static int is_good(int *ok, work *w, lyc_equation_t q, const fmpq_t end,
                   slong prec, lyc_diag_t d)
{
    lyc_dual_t z;
    if (q->op != '=')
    {
        w->last = lyc_relation_holds(ok, q, w->begin, end, prec, d);
        return w->last == LYC_TRUE;
    }
    lyc_dual_init(z);
    *ok = lyc_equation_eval(z, q, w->begin, end, prec, d);
    int good = *ok && (lyc_dual_is_nonzero(z) ||
                       (lyc_dual_is_finite(z) && !arb_contains_zero(z->slope)));
    lyc_dual_clear(z);
    return good;
}

/* The next cell is cut in two; 0 when it is too small. */
static int cut(work *w)
{
    fmpq_t m, width;
    fmpq_init(m);
    fmpq_init(width);
    fmpq_sub(width, w->end + w->length - 1, w->begin);
    int ok = fmpq_cmp(width, w->least) > 0;
    fmpq_add(m, w->end + w->length - 1, w->begin);
    fmpq_div_2exp(m, m, 1);
    if (ok)
    {
        push(w, m);
    }
    fmpq_clear(m);
    fmpq_clear(width);
    return ok;
}

/* An inequality fails at x: the last two cuts. */
static int fails_at(int *ok, lyc_cuts *cuts, lyc_equation_t q, const fmpq_t x,
                    slong prec, lyc_diag_t d)
{
    *ok = 1;
    if (q->op == '=' || lyc_relation_holds(ok, q, x, x, prec, d) != LYC_FALSE ||
        !*ok)
    {
        return 0;
    }
    add_cut(cuts, x);
    add_cut(cuts, x);
    lyc_diag_fail(d, LYC_DISPROVED, "the inequality fails");
    return 1;
}

static lyc_verdict_t run(lyc_cuts *cuts, work *w, lyc_equation_t q, slong prec,
                         const lyc_limits_t limits, lyc_diag_t d)
{
    int ok;
    while (w->length > 0)
    {
        fmpq *end = w->end + w->length - 1;
        if (is_good(&ok, w, q, end, prec, d))
        {
            fmpq_set(w->begin, end);
            w->length--;
            if (w->length > 0)
            {
                add_cut(cuts, w->begin);
            }
            continue;
        }
        if (!ok)
        {
            return d->is_set ? d->status : LYC_MALFORMED;
        }
        if (w->last == LYC_FALSE)
        {
            lyc_diag_fail(d, LYC_DISPROVED, "the inequality fails");
            add_cut(cuts, w->begin);
            add_cut(cuts, end);
            return LYC_DISPROVED;
        }
        if (lyc_limits_out_of_time(limits))
        {
            lyc_diag_fail(d, LYC_UNDECIDED, "out of time");
            return LYC_UNDECIDED;
        }
        if (cuts->length + w->length >= MAX_CELLS || !cut(w))
        {
            return give_up(w, w->end + w->length - 1, d);
        }
        if (fails_at(&ok, cuts, q, w->end + w->length - 1, prec, d))
        {
            return LYC_DISPROVED;
        }
        lyc_limits_say(limits, 1, "solve: %ld cells done, %ld waiting",
                       (long)cuts->length, (long)w->length);
    }
    return LYC_PROVED;
}

lyc_verdict_t lyc_equation_find_cuts(lyc_cuts *cuts, lyc_equation_t q,
                                     slong prec, const lyc_limits_t limits,
                                     lyc_diag_t d)
{
    work w = {.end = NULL, .length = 0, .capacity = 0, .last = LYC_UNKNOWN};
    fmpq_init(w.begin);
    fmpq_init(w.least);
    fmpq_set(w.begin, q->box->lower);
    fmpq_sub(w.least, q->box->upper, q->box->lower);
    fmpq_div_2exp(w.least, w.least, LEAST);
    cuts->length = 0;
    cuts->cut = NULL;
    push(&w, q->box->upper);
    int ok;
    lyc_verdict_t v = fails_at(&ok, cuts, q, q->box->lower, prec, d) ||
                              fails_at(&ok, cuts, q, q->box->upper, prec, d)
                          ? LYC_DISPROVED
                          : run(cuts, &w, q, prec, limits, d);
    _fmpq_vec_clear(w.end, w.capacity);
    fmpq_clear(w.begin);
    fmpq_clear(w.least);
    return v;
}
