/* Primitive laws and functions of laws. */
#include <string.h>

#include "lang/walk.h"
#include "law/term_eval.h"

static int want_number(lyc_number_t c, lyc_scope *s, long i, long k,
                       const char *what)
{
    const lyc_expr *e = s->steps.step[i].e->child[k];
    const lyc_draw_struct *x = lyc_steps_operand(&s->steps, i, k);

    if (lyc_steps_operand_step(&s->steps, i, k)->is_random)
        return lyc_diag_set(s->eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                            "%s is random, expected a number", what);
    if (!lyc_eval_want_scalar(s->eval, e, x))
        return 0;
    lyc_number_set(c, x->atom->entry);
    return 1;
}

/* c > 0 where c is operand k, or operand k minus another. */
static int want_positive(const lyc_number_t c, lyc_scope *s, long i, long k,
                         const char *expected)
{
    lyc_place place = lyc_expr_start(s->steps.step[i].e->child[k]);
    int sign;

    if (lyc_number_sign(&sign, c) != LYC_TRUE)
        return lyc_diag_set(s->eval->diag, LYC_UNDECIDED, place,
                            "cannot decide whether this is %s", expected);
    if (sign > 0)
        return 1;
    return lyc_diag_set(s->eval->diag, LYC_MALFORMED, place, "expected %s",
                        expected);
}

static int uniform(lyc_number_struct *number, lyc_scope *s, long i)
{
    lyc_number_t width;
    int ok = want_number(number, s, i, 0, "the lower end") &&
             want_number(number + 1, s, i, 1, "the upper end");

    lyc_number_init(width);
    lyc_number_sub(width, number + 1, number);
    ok = ok && want_positive(width, s, i, 1,
                             "an upper end greater than the lower end");
    lyc_number_clear(width);
    return ok;
}

static int cauchy(lyc_number_struct *number, lyc_scope *s, long i)
{
    return want_number(number, s, i, 0, "the scale") &&
           want_positive(number, s, i, 0, "a scale greater than 0");
}

static int gamma_law(lyc_number_struct *number, lyc_scope *s, long i)
{
    return want_number(number, s, i, 0, "the shape") &&
           want_positive(number, s, i, 0, "a shape greater than 0") &&
           want_number(number + 1, s, i, 1, "the rate") &&
           want_positive(number + 1, s, i, 1, "a rate greater than 0");
}

static int normal(lyc_number_struct *number, lyc_scope *s, long i)
{
    (void)number;
    (void)s;
    (void)i;
    return 1;
}

static const struct
{
    const char *name;
    lyc_term_kind kind;
    slong numbers;
    int (*read)(lyc_number_struct *number, lyc_scope *s, long i);
} scalar[] = {
    {"uniform", LYC_TERM_UNIFORM, 2, uniform},
    {"normal", LYC_TERM_NORMAL, 0, normal},
    {"cauchy", LYC_TERM_CAUCHY, 1, cauchy},
    {"gamma", LYC_TERM_GAMMA, 2, gamma_law},
};

static int draw_scalar(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_number_struct number[2];
    int ok;
    size_t k = 0;

    while (strcmp(scalar[k].name, e->text) != 0)
        k++;
    lyc_number_init(number);
    lyc_number_init(number + 1);
    ok = scalar[k].read(number, s, i);
    if (ok)
    {
        out->kind = LYC_DRAW_SCALAR;
        out->term =
            lyc_term_draw(scalar[k].kind, 1, 1, scalar[k].numbers, number);
    }
    lyc_number_clear(number);
    lyc_number_clear(number + 1);
    return ok;
}

static int want_size(slong *n, lyc_scope *s, long i, long k)
{
    const lyc_expr *e = s->steps.step[i].e;

    if (!lyc_eval_want_integer(n, s->eval,
                               lyc_steps_operand_step(&s->steps, i, k),
                               lyc_steps_operand(&s->steps, i, k), "the size"))
        return 0;
    if (*n < 1)
        return lyc_eval_fail(s->eval, e, "expected a size of at least 1");
    if (*n > LYC_TERM_MAX_ROWS)
        return lyc_eval_limit(s->eval, e,
                              "a size of " WORD_FMT
                              "d, this version takes at most %d rows and "
                              "columns",
                              *n, LYC_TERM_MAX_ROWS);
    return 1;
}

static int gaussian(lyc_value *out, lyc_scope *s, long i)
{
    slong rows, columns;

    if (!want_size(&rows, s, i, 0))
        return 0;
    columns = rows;
    if (s->steps.step[i].length == 2 && !want_size(&columns, s, i, 1))
        return 0;
    out->kind = LYC_DRAW_MATRIX;
    out->term = rows == 1 && columns == 1
                    ? lyc_term_draw(LYC_TERM_NORMAL, 1, 1, 0, NULL)
                    : lyc_term_draw(LYC_TERM_GAUSSIAN, rows, columns, 0, NULL);
    return 1;
}

int lyc_scope_gates(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_draw_struct *p = lyc_steps_operand(&s->steps, i, 1);
    int inside;
    slong m;

    if (!want_size(&m, s, i, 0) ||
        !lyc_step_gates_arguments(&m, &inside, &s->steps, i, s->eval))
        return 0;
    out->kind = LYC_DRAW_MATRIX;
    out->term = inside ? lyc_term_draw(LYC_TERM_GATES, m, m, 1, p->atom->entry)
                       : lyc_term_identity(m, p->atom->entry);
    return 1;
}

static int is_finite_name(const lyc_expr *name, void *context)
{
    const lyc_eval *eval = context;
    long i = lyc_program_find(eval->program, name->text);

    return i < 0 || !eval->program->definition[i].is_law;
}

/* abs, exp, log, max, min, sqrt of what has a list of outcomes and no name of
 * a law in it, which might be drawn elsewhere too. */
int lyc_scope_outcomes(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    lyc_draw_t x;
    int ok;

    if (lyc_expr_is_continuous(s->eval->program, e) ||
        !lyc_expr_walk_names(e, is_finite_name, s->eval))
        return lyc_eval_limit(s->eval, e,
                              "%s is known of numbers and of laws {w: x, ...} "
                              "only, in an expression with continuous laws",
                              e->text);
    lyc_draw_init(x);
    ok = lyc_eval_scope(x, e, s->eval);
    if (ok)
        *out = lyc_value_of_draw(x);
    lyc_draw_clear(x);
    return ok;
}

static int fresh(lyc_value *out, lyc_scope *s, long i)
{
    return lyc_scope_eval(out, s->steps.step[i].e->child[0], s->eval);
}

static const struct
{
    const char *name;
    lyc_scope_function *f;
} function[] = {
    {"diag", lyc_scope_diag},
    {"fresh", fresh},
    {"gates", lyc_scope_gates},
    {"gaussian", gaussian},
    {"inv", lyc_scope_inv},
    {"transpose", lyc_scope_transpose},
    {"cauchy", draw_scalar},
    {"gamma", draw_scalar},
    {"normal", draw_scalar},
    {"uniform", draw_scalar},
    {"countable", lyc_scope_countable},
    {"until_change", lyc_scope_induced},
    {"until_repeat", lyc_scope_induced},
};

int lyc_scope_call(lyc_value *out, lyc_scope *s, long i)
{
    const lyc_expr *e = s->steps.step[i].e;
    size_t k;

    if (!lyc_step_check_call(e, s->eval))
        return 0;
    for (k = 0; k < sizeof function / sizeof *function; k++)
        if (strcmp(function[k].name, e->text) == 0)
            return function[k].f(out, s, i);
    return lyc_scope_outcomes(out, s, i);
}
