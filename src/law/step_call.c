#include <stdio.h>
#include <string.h>

#include "lang/message.h"
#include "law/eval.h"

#define ANY 1000000000L

static const struct
{
    const char *name;
    long least, most; /* arguments */
    lyc_step_function *f;
} function[] = {
    {"abs", 1, 1, lyc_step_scalar},
    {"diag", 1, ANY, lyc_step_diag},
    {"exp", 1, 1, lyc_step_scalar},
    {"fresh", 1, 1, lyc_step_fresh},
    {"gates", 2, 2, lyc_step_gates},
    {"inv", 1, 1, lyc_step_inv},
    {"mean_draws", 1, 1, lyc_step_mean_draws},
    {"log", 1, 1, lyc_step_scalar},
    {"max", 1, ANY, lyc_step_extreme},
    {"min", 1, ANY, lyc_step_extreme},
    {"sqrt", 1, 1, lyc_step_scalar},
    {"transpose", 1, 1, lyc_step_transpose},
};

static const struct
{
    const char *name;
    long least, most;
} continuous[] = {{"cauchy", 1, 1},       {"gamma", 2, 2},
                  {"gaussian", 1, 2},     {"normal", 0, 0},
                  {"uniform", 2, 2},      {"countable", 3, 3},
                  {"until_change", 1, 1}, {"until_repeat", 1, 1}};

static int unknown(const lyc_expr *e, lyc_eval *eval)
{
    lyc_quote quote;

    if (strcmp(e->text, "lambda") == 0)
        return lyc_eval_fail(eval, e,
                             "'lambda' is an exponent, expected a law or a "
                             "number");
    return lyc_eval_fail(eval, e,
                         "unknown function %s, expected abs, diag, exp, "
                         "fresh, gates, inv, log, max, min, sqrt or "
                         "transpose",
                         lyc_quote_bytes(quote, e->text, strlen(e->text)));
}

static int check_count(const lyc_expr *e, long least, long most, lyc_eval *eval)
{
    if (e->length >= least && e->length <= most)
        return 1;
    if (least == 1 && most == 2)
        return lyc_eval_fail(eval, e, "%s takes 1 or 2 arguments, found %ld",
                             e->text, e->length);
    return lyc_eval_fail(eval, e, "%s takes %ld argument%s, found %ld", e->text,
                         least, least == 1 ? "" : "s", e->length);
}

static size_t find(const lyc_expr *e)
{
    size_t n = sizeof function / sizeof *function, k = 0;

    while (k < n && strcmp(function[k].name, e->text) != 0)
        k++;
    return k;
}

static size_t find_continuous(const lyc_expr *e)
{
    size_t n = sizeof continuous / sizeof *continuous, k = 0;

    while (k < n && strcmp(continuous[k].name, e->text) != 0)
        k++;
    return k;
}

int lyc_call_is_continuous(const lyc_expr *call)
{
    return find_continuous(call) < sizeof continuous / sizeof *continuous;
}

int lyc_step_check_call(const lyc_expr *e, lyc_eval *eval)
{
    size_t k = find(e), c = find_continuous(e);

    if (k < sizeof function / sizeof *function)
        return check_count(e, function[k].least, function[k].most, eval);
    if (c < sizeof continuous / sizeof *continuous)
        return check_count(e, continuous[c].least, continuous[c].most, eval);
    return unknown(e, eval);
}

/* Laws with densities do not come here: they are evaluated as terms. */
int lyc_step_call(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;

    if (!lyc_step_check_call(e, eval))
        return 0;
    if (lyc_call_is_continuous(e))
        return lyc_eval_fail(eval, e, "'%s' has no list of outcomes", e->text);
    return function[find(e)].f(out, s, i, eval);
}
