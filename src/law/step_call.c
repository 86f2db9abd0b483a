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
    {"abs", 1, 1, lyc_step_scalar},          {"diag", 1, ANY, lyc_step_diag},
    {"exp", 1, 1, lyc_step_scalar},          {"fresh", 1, 1, lyc_step_fresh},
    {"gates", 2, 2, lyc_step_gates},         {"inv", 1, 1, lyc_step_inv},
    {"log", 1, 1, lyc_step_scalar},          {"max", 1, ANY, lyc_step_extreme},
    {"min", 1, ANY, lyc_step_extreme},       {"sqrt", 1, 1, lyc_step_scalar},
    {"transpose", 1, 1, lyc_step_transpose},
};

static const char *const continuous[] = {"cauchy", "gamma", "gaussian",
                                         "normal", "uniform"};

static int unknown(const lyc_expr *e, lyc_eval *eval)
{
    lyc_quote quote;
    size_t k;

    for (k = 0; k < sizeof continuous / sizeof *continuous; k++)
        if (strcmp(continuous[k], e->text) == 0)
            return lyc_eval_fail(eval, e,
                                 "'%s' is a continuous law, this version "
                                 "knows finite laws only",
                                 e->text);
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

int lyc_step_call(lyc_draw_t out, const lyc_steps *s, long i, lyc_eval *eval)
{
    const lyc_expr *e = s->step[i].e;
    size_t n = sizeof function / sizeof *function, k = 0;

    while (k < n && strcmp(function[k].name, e->text) != 0)
        k++;
    if (k == n)
        return unknown(e, eval);
    if (e->length < function[k].least || e->length > function[k].most)
        return lyc_eval_fail(eval, e, "%s takes %ld argument%s, found %ld",
                             e->text, function[k].least,
                             function[k].least == 1 ? "" : "s", e->length);
    return function[k].f(out, s, i, eval);
}
