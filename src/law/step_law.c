#include <stdlib.h>
#include <string.h>

#include "law/mixture.h"

static int positive(const lyc_number_t w, const lyc_expr *e, lyc_eval *eval)
{
    int sign;

    if (lyc_number_sign(&sign, w) != LYC_TRUE)
        return lyc_diag_set(eval->diag, LYC_UNDECIDED, lyc_expr_start(e),
                            "cannot decide whether this weight is positive");
    if (sign > 0)
        return 1;
    return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "weights are positive, found %s",
                        sign == 0 ? "0" : "a negative number");
}

static int check_weight(const lyc_steps *s, long i, long k, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e->child[k];
    const lyc_draw_struct *x = lyc_steps_operand(s, i, k);

    if (!lyc_eval_want_scalar(eval, e, x))
        return 0;
    if (lyc_steps_operand_step(s, i, k)->is_random)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "a weight is random, expected a number");
    return positive(x->atom->entry, e, eval);
}

/* sum[0..n-1] added pairwise into sum[0]. */
static void add_up(lyc_number_struct *sum, slong n)
{
    slong step, k;

    for (step = 1; step < n; step *= 2)
        for (k = 0; k + step < n; k += 2 * step)
            lyc_number_add(sum + k, sum + k, sum + k + step);
}

/* Short text of a number: exact where it is rational and short. */
static void show(lyc_text_t t, const lyc_number_t x)
{
    if (lyc_number_is_rational(x) && lyc_number_size(x) <= 3)
        lyc_number_get_text(t, x);
    else
    {
        arb_t b;
        char *digits;

        arb_init(b);
        lyc_number_get_arb(b, x, 64);
        digits = arb_get_str(b, 12, ARB_STR_NO_RADIUS);
        lyc_text_printf(t, "about %s", digits);
        flint_free(digits);
        arb_clear(b);
    }
}

static int check_sum(const lyc_number_t sum, const lyc_expr *e, lyc_eval *eval)
{
    lyc_truth_t is_one;
    lyc_number_t one;
    lyc_text_t t;

    lyc_number_init(one);
    lyc_number_set_si(one, 1);
    is_one = lyc_number_equal(sum, one);
    lyc_number_clear(one);
    if (is_one == LYC_TRUE)
        return 1;
    if (is_one == LYC_UNKNOWN)
        return lyc_eval_limit(eval, e,
                              "cannot decide whether the weights sum to 1");
    lyc_text_init(t);
    show(t, sum);
    lyc_eval_fail(eval, e, "weights sum to %s, expected 1", t->bytes);
    lyc_text_clear(t);
    return 0;
}

int lyc_step_check_weights(const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    slong n = e->length / 2, k;
    lyc_number_struct *sum;
    int ok = 1;

    for (k = 0; k < n && ok; k++)
        ok = check_weight(s, i, 2 * k, eval);
    if (!ok)
        return 0;
    sum = lyc_malloc((size_t)n * sizeof(lyc_number_struct));
    for (k = 0; k < n; k++)
    {
        lyc_number_init(sum + k);
        lyc_number_set(sum + k, lyc_steps_operand(s, i, 2 * k)->atom->entry);
    }
    add_up(sum, n);
    ok = check_sum(sum, e, eval);
    for (k = 0; k < n; k++)
        lyc_number_clear(sum + k);
    free(sum);
    return ok;
}

/* A value that the next joint outcome will need again. */
static int is_kept(const lyc_steps *s, long i, long k)
{
    return s->step[i].is_joint && !lyc_steps_operand_step(s, i, k)->is_joint;
}

static int mix(lyc_mixture *m, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    long n = e->length / 2, k;
    lyc_number_t equal;
    lyc_draw_t x;
    fmpq_t q;
    int ok = 1;

    fmpq_init(q);
    fmpq_set_si(q, 1, (ulong)n);
    lyc_number_init(equal);
    lyc_number_set_fmpq(equal, q);
    lyc_draw_init(x);
    for (k = 0; k < n && ok; k++)
    {
        const lyc_draw_struct *w = lyc_steps_operand(s, i, 2 * k);
        lyc_draw_struct *value = lyc_steps_operand(s, i, 2 * k + 1);

        if (is_kept(s, i, 2 * k + 1))
            lyc_draw_set(x, value);
        else
            lyc_draw_swap(x, value);
        ok = lyc_mixture_add(m, w == NULL ? equal : w->atom->entry, x,
                             e->child[2 * k + 1], eval);
    }
    lyc_draw_clear(x);
    lyc_number_clear(equal);
    fmpq_clear(q);
    return ok;
}

int lyc_step_law(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    lyc_mixture m;
    int ok;

    if (e->child[0] != NULL && !lyc_step_check_weights(s, i, eval))
        return 0;
    lyc_mixture_init(&m);
    ok = mix(&m, s, i, eval) && lyc_mixture_get(out, &m, e, eval);
    lyc_mixture_clear(&m);
    return ok;
}
