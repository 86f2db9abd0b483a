/* Laws with infinitely many outcomes: countable(m >= 0, weight, matrix),
 * until_change(LAW), until_repeat(LAW). */
#include <stdlib.h>
#include <string.h>

#include "law/countable.h"
#include "law/law_term.h"
#include "law/poly.h"
#include "law/term_eval.h"

static int read_range(lyc_poly_scope *s, const lyc_expr *e)
{
    lyc_number_t x;
    fmpq_t q;
    int ok;

    if (e->kind != LYC_EXPR_COMPARE || e->op != 'g' ||
        e->child[0]->kind != LYC_EXPR_NAME)
        return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a range 'm >= 0' of a new name");
    s->name = e->child[0]->text;
    lyc_number_init(x);
    fmpq_init(q);
    ok = lyc_poly_number(x, e->child[1], s);
    if (ok && lyc_number_is_rational(x))
        lyc_number_get_fmpq(q, x);
    else
        fmpq_set_si(q, 1, 2);
    if (ok && (!fmpz_is_one(fmpq_denref(q)) ||
               fmpz_cmpabs(fmpq_numref(q), (const fmpz[]){10000}) > 0))
        ok = lyc_diag_set(s->eval->diag, LYC_MALFORMED,
                          lyc_expr_start(e->child[1]),
                          "expected an integer of modulus at most 10000");
    if (ok)
        s->first = fmpz_get_si(fmpq_numref(q));
    fmpq_clear(q);
    lyc_number_clear(x);
    return ok;
}

/* 0 < ratio < 1 and weight = 1 - ratio: then the weights are positive, and sum
 * to 1. */
static int check_weights(const lyc_number_t weight, const lyc_number_t ratio,
                         const lyc_expr *e, lyc_eval *eval)
{
    lyc_place place = lyc_expr_start(e);
    lyc_truth_t known, is_one = LYC_TRUE;
    lyc_number_t rest;
    int low = 0, high = 0;

    lyc_number_init(rest);
    lyc_number_set_si(rest, 1);
    lyc_number_sub(rest, rest, ratio);
    known = lyc_number_sign(&low, ratio);
    if (known == LYC_TRUE)
        known = lyc_number_sign(&high, rest);
    if (known == LYC_TRUE && low > 0 && high > 0)
        is_one = lyc_number_equal(rest, weight);
    lyc_number_clear(rest);
    if (known != LYC_TRUE || is_one == LYC_UNKNOWN)
        return lyc_diag_set(eval->diag, LYC_UNDECIDED, place,
                            "cannot decide whether the weights are positive "
                            "and sum to 1");
    if (low <= 0 || high <= 0)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, place,
                            "expected weights in a geometric progression "
                            "whose ratio is between 0 and 1");
    if (is_one == LYC_FALSE)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, place,
                            "the weights do not sum to 1: expected "
                            "c = 1 - q in c*q^m with m from 0 on");
    return 1;
}

static int from_poly(lyc_value *out, const lyc_poly *p,
                     const lyc_number_t ratio, const lyc_expr *e,
                     lyc_eval *eval)
{
    if (p->kind == LYC_DRAW_IDENTITY)
        return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "the size of I is not known here");
    out->kind = p->kind;
    out->term = lyc_term_countable(ratio, p->length, p->coefficient);
    return 1;
}

int lyc_scope_countable(lyc_value *out, lyc_scope *scope, long i)
{
    const lyc_expr *e = scope->steps.step[i].e;
    lyc_poly_scope s = {.eval = scope->eval};
    lyc_number_t weight, ratio;
    lyc_poly p;
    int ok;

    if (e->length != 3)
        return lyc_eval_fail(scope->eval, e,
                             "expected countable(m >= 0, weight, matrix)");
    lyc_number_init(weight);
    lyc_number_init(ratio);
    ok = read_range(&s, e->child[0]) &&
         lyc_poly_geometric(weight, ratio, e->child[1], &s) &&
         check_weights(weight, ratio, e->child[1], scope->eval) &&
         lyc_poly_eval(&p, e->child[2], &s);
    if (ok)
    {
        ok = from_poly(out, &p, ratio, e->child[2], scope->eval);
        lyc_poly_clear(&p);
    }
    lyc_number_clear(weight);
    lyc_number_clear(ratio);
    return ok;
}

/* ---- induced laws ---- */

static lyc_induced_rule rule_of(const lyc_expr *e)
{
    return strcmp(e->text, "until_change") == 0 ? LYC_INDUCED_CHANGE
                                                : LYC_INDUCED_REPEAT;
}

static int induce(lyc_countable_t x, lyc_number_t draws, const lyc_expr *e,
                  lyc_eval *eval)
{
    lyc_truth_t truth;
    lyc_draw_t list;
    lyc_law_t law;

    if (e->length != 1)
        return lyc_eval_fail(eval, e, "%s takes 1 argument, found %ld", e->text,
                             e->length);
    if (lyc_expr_is_continuous(eval->program, e->child[0]))
        return lyc_diag_set(eval->diag, LYC_MALFORMED,
                            lyc_expr_start(e->child[0]),
                            "expected a law with finitely many matrices");
    lyc_draw_init(list);
    if (!lyc_eval_scope(list, e->child[0], eval))
    {
        lyc_draw_clear(list);
        return 0;
    }
    lyc_law_init(law);
    if (list->kind == LYC_DRAW_MATRIX && list->rows == list->columns)
        lyc_law_take_draw(law, list);
    truth =
        law->dim == 2 ? lyc_law_induce(x, draws, law, rule_of(e)) : LYC_FALSE;
    if (truth == LYC_TRUE)
        truth = lyc_countable_is_polynomial(x);
    lyc_law_clear(law);
    lyc_draw_clear(list);
    if (truth == LYC_TRUE)
        return 1;
    if (truth == LYC_UNKNOWN)
        return lyc_eval_limit(eval, e,
                              "cannot decide whether words are parabolic");
    return lyc_eval_fail(
        eval, e, "%s",
        rule_of(e) == LYC_INDUCED_CHANGE
            ? "expected a law of 2 x 2 matrices, at least two, each with the "
              "only eigenvalue 1"
            : "expected a law of two 2 x 2 matrices whose product has the "
              "only eigenvalue 1");
}

int lyc_scope_induced(lyc_value *out, lyc_scope *scope, long i)
{
    lyc_countable_t x;
    lyc_number_t draws;
    int ok;

    lyc_countable_init(x);
    lyc_number_init(draws);
    ok = induce(x, draws, scope->steps.step[i].e, scope->eval);
    if (ok)
    {
        out->kind = LYC_DRAW_MATRIX;
        out->term = lyc_term_of_countable(x);
    }
    lyc_countable_clear(x);
    lyc_number_clear(draws);
    return ok;
}

/* mean_draws(until_…(LAW)): a number. */
int lyc_step_mean_draws(lyc_draw_t out, const lyc_steps *s, long i,
                        lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e, *law;
    lyc_countable_t x;
    lyc_number_t draws;
    int ok;

    law = e->length == 1 ? e->child[0] : NULL;
    if (law == NULL || law->kind != LYC_EXPR_CALL ||
        (strcmp(law->text, "until_change") != 0 &&
         strcmp(law->text, "until_repeat") != 0))
        return lyc_eval_fail(eval, e,
                             "expected mean_draws(until_change(LAW)) or "
                             "mean_draws(until_repeat(LAW))");
    lyc_countable_init(x);
    lyc_number_init(draws);
    ok = induce(x, draws, law, eval);
    if (ok)
    {
        lyc_draw_shell(out, LYC_DRAW_SCALAR, 1, 1, 1);
        lyc_number_set(out->atom->entry, draws);
    }
    lyc_countable_clear(x);
    lyc_number_clear(draws);
    return ok;
}
