#include "law/eval.h"

/* 1 where p is proved to lie in [0, 1]; *inside: neither 0 nor 1. */
static int is_probability(int *inside, const lyc_number_t p, const lyc_expr *e,
                          lyc_eval *eval)
{
    int low = 0, high = 0;
    lyc_number_t q;
    lyc_truth_t known;

    lyc_number_init(q);
    lyc_number_set_si(q, 1);
    lyc_number_sub(q, q, p);
    known = lyc_number_sign(&low, p);
    if (known == LYC_TRUE)
        known = lyc_number_sign(&high, q);
    lyc_number_clear(q);
    *inside = low > 0 && high > 0;
    if (known != LYC_TRUE)
        return lyc_diag_set(eval->diag, LYC_UNDECIDED, lyc_expr_start(e),
                            "cannot decide whether this lies in [0, 1]");
    if (low >= 0 && high >= 0)
        return 1;
    return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "expected a probability, in [0, 1]");
}

static void set_gates(lyc_draw_t out, slong m, const lyc_number_t p)
{
    slong code, k;
    lyc_number_t q;

    lyc_number_init(q);
    lyc_number_set_si(q, 1);
    lyc_number_sub(q, q, p);
    for (code = 0; code < out->length; code++)
    {
        lyc_matrix_struct *a = out->atom + code;

        lyc_number_set_si(out->weight + code, 1);
        for (k = 0; k < m * m; k++)
            lyc_number_set_si(a->entry + k, 0);
        for (k = 0; k < m; k++)
        {
            int open = (code >> k & 1) != 0;

            lyc_number_set_si(lyc_matrix_entry(a, k, k), open);
            lyc_number_mul(out->weight + code, out->weight + code,
                           open ? p : q);
        }
    }
    lyc_number_clear(q);
}

int lyc_step_gates_arguments(slong *m, int *inside, const lyc_steps *s, long i,
                             lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *p = lyc_steps_operand(s, i, 1);

    if (!lyc_eval_want_integer(m, eval, lyc_steps_operand_step(s, i, 0),
                               lyc_steps_operand(s, i, 0), "the size") ||
        !lyc_eval_want_scalar(eval, e->child[1], p))
        return 0;
    if (lyc_steps_operand_step(s, i, 1)->is_random)
        return lyc_diag_set(eval->diag, LYC_MALFORMED,
                            lyc_expr_start(e->child[1]),
                            "a probability is random, expected a number");
    if (*m < 1)
        return lyc_eval_fail(eval, e, "expected a size of at least 1");
    return is_probability(inside, p->atom->entry, e->child[1], eval);
}

int lyc_step_gates(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    const lyc_draw_struct *p = lyc_steps_operand(s, i, 1);
    double count = 1;
    int inside;
    slong m, k;

    if (!lyc_step_gates_arguments(&m, &inside, s, i, eval))
        return 0;
    for (k = 0; k < m && inside; k++)
        count *= 2;
    if (!lyc_eval_reserve(eval, e, count, m, m, (double)(m * m)))
        return 0;
    if (inside)
    {
        lyc_draw_shell(out, LYC_DRAW_MATRIX, m, m, (slong)count);
        set_gates(out, m, p->atom->entry);
        return 1;
    }
    lyc_draw_shell(out, LYC_DRAW_IDENTITY, 1, 1, 1);
    lyc_number_set(out->atom->entry, p->atom->entry);
    lyc_draw_resize(out, m);
    return 1;
}
