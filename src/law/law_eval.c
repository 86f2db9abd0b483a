#include "law/law_term.h"
#include "law/term_eval.h"

/* What e stands for: the value of a definition where it is just a name. */
static lyc_place place_of(const lyc_program_t p, const lyc_expr *e)
{
    long i = e->kind == LYC_EXPR_NAME ? lyc_program_find(p, e->text) : -1;

    return lyc_expr_start(i < 0 ? e : p->definition[i].value);
}

static int eval_finite(lyc_law_t law, const lyc_program_t p, const lyc_expr *e,
                       lyc_diag_t d)
{
    lyc_shape_text shape;
    lyc_draw_t x;
    int ok;

    lyc_draw_init(x);
    ok = lyc_eval_whole(x, p, e, d);
    if (ok && x->kind == LYC_DRAW_IDENTITY)
        ok = lyc_diag_set(d, LYC_MALFORMED, place_of(p, e),
                          "the size of I is not known here");
    if (ok && x->rows != x->columns)
        ok = lyc_diag_set(d, LYC_MALFORMED, place_of(p, e),
                          "expected a square matrix, found %s",
                          lyc_draw_shape(shape, x));
    if (ok)
        lyc_law_take_draw(law, x);
    lyc_draw_clear(x);
    return ok;
}

static int eval_term(lyc_law_t law, const lyc_program_t p, const lyc_expr *e,
                     lyc_diag_t d)
{
    lyc_shape_text shape;
    lyc_value x;
    int ok;

    if (!lyc_scope_eval_whole(&x, p, e, d))
        return 0;
    ok = x.kind != LYC_DRAW_IDENTITY ||
         lyc_diag_set(d, LYC_MALFORMED, place_of(p, e),
                      "the size of I is not known here");
    if (ok && x.term->rows != x.term->columns)
        ok = lyc_diag_set(d, LYC_MALFORMED, place_of(p, e),
                          "expected a square matrix, found %s",
                          lyc_value_shape(shape, &x));
    if (ok)
        lyc_law_take_term(law, x.term);
    else
        lyc_term_release(x.term);
    return ok;
}

/* As a list of outcomes where that can be; a list that would be too long is no
 * error where gates stand in e. */
int lyc_law_eval(lyc_law_t law, const lyc_program_t p, const lyc_expr *e,
                 lyc_diag_t d)
{
    lyc_diag_t why, whole;
    int ok;

    if (lyc_expr_is_continuous(p, e))
        return eval_term(law, p, e, d) &&
               lyc_program_get_box(law->box, p, e, d);
    lyc_diag_init(why);
    ok = eval_finite(law, p, e, why);
    if (!ok && why->status == LYC_UNDECIDED && lyc_expr_has_gates(p, e))
    {
        lyc_diag_init(whole);
        ok = eval_term(law, p, e, whole);
        if (!ok && whole->status == LYC_MALFORMED)
        {
            lyc_diag_clear(why);
            *why = *whole;
            lyc_diag_init(whole);
        }
        lyc_diag_clear(whole);
    }
    if (!ok && !d->is_set)
    {
        lyc_diag_clear(d);
        *d = *why;
        lyc_diag_init(why);
    }
    lyc_diag_clear(why);
    return ok && lyc_program_get_box(law->box, p, e, d);
}

int lyc_number_eval(lyc_number_t x, const lyc_program_t p, const lyc_expr *e,
                    lyc_diag_t d)
{
    lyc_eval eval = {.program = p, .diag = d};
    lyc_shape_text shape;
    lyc_draw_t value;
    int ok;

    if (lyc_eval_is_random(e, &eval))
        return lyc_diag_set(d, LYC_MALFORMED, lyc_expr_start(e),
                            "expected a number, found a law");
    lyc_draw_init(value);
    ok = lyc_eval_whole(value, p, e, d);
    if (ok && value->kind != LYC_DRAW_SCALAR)
        ok = lyc_diag_set(d, LYC_MALFORMED, place_of(p, e),
                          "expected a number, found %s",
                          lyc_draw_shape(shape, value));
    if (ok)
        lyc_number_set(x, value->atom->entry);
    lyc_draw_clear(value);
    return ok;
}
