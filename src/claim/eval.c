#include <string.h>

#include "claim/norm.h"
#include "claim/statement.h"

static int eval_number(lyc_value_t v, const lyc_expr *e, slong prec,
                       lyc_diag_t d)
{
    lyc_number_t x;
    lyc_number_init(x);
    int ok = lyc_number_set_str(x, e->text);
    if (ok)
    {
        lyc_value_set_number(v, x, prec);
    }
    else
    {
        lyc_diag_set(d, LYC_MALFORMED, e->place, "expected a number");
    }
    lyc_number_clear(x);
    return ok;
}

static int eval_parameter(lyc_value_t v, const lyc_statement_t s,
                          const lyc_expr *e, slong prec, lyc_diag_t d)
{
    lyc_number_t x;
    lyc_number_init(x);
    int ok = lyc_number_eval(x, s->chapter->script->program, e, d);
    if (ok)
    {
        lyc_value_set_number(v, x, prec);
    }
    lyc_number_clear(x);
    return ok;
}

static int eval_name(lyc_value_t v, const lyc_statement_t s,
                     const lyc_library_t lib, const lyc_expr *e, slong prec,
                     lyc_diag_t d)
{
    const lyc_program_struct *p = s->chapter->script->program;
    long i = lyc_program_find(p, e->text);
    if (i >= 0 && p->definition[i].is_parameter)
    {
        return eval_parameter(v, s, e, prec, d);
    }
    if (i >= 0)
    {
        return lyc_statement_eval(v, s, lib, p->definition[i].value, prec, d);
    }
    lyc_number_t pi;
    lyc_number_init(pi);
    lyc_number_set_pi(pi);
    lyc_value_set_number(v, pi, prec);
    lyc_number_clear(pi);
    return 1;
}

static void set_exponent(lyc_value_t v, const lyc_library_t lib,
                         const lyc_leaf *leaf, slong prec)
{
    const lyc_enclosure_struct *e = lyc_library_best(lib, leaf->law, leaf->k);
    if (e == NULL)
    {
        arf_t lower, upper;
        arf_init(lower);
        arf_init(upper);
        arf_neg_inf(lower);
        arf_pos_inf(upper);
        lyc_value_set_arf(v, lower, upper);
        arf_clear(lower);
        arf_clear(upper);
    }
    else
    {
        lyc_value_set_exponent(v, e->facts, leaf->k, prec);
    }
}

static void eval_law_call(lyc_value_t v, lyc_call call, const lyc_library_t lib,
                          const lyc_leaf *leaf, slong prec)
{
    const lyc_law_struct *law = lib->known[leaf->law].law;
    lyc_number_t x;
    switch (call)
    {
    case LYC_CALL_LAMBDA:
        set_exponent(v, lib, leaf, prec);
        break;
    case LYC_CALL_LOGDET:
        lyc_value_set_logdet(v, law, prec);
        break;
    case LYC_CALL_NORM:
        lyc_value_set_norm(v, law, prec);
        break;
    case LYC_CALL_DET:
        lyc_number_init(x);
        lyc_matrix_det(x, law->atom);
        lyc_value_set_number(v, x, prec);
        lyc_number_clear(x);
        break;
    default:
        lyc_number_init(x);
        lyc_number_set_si(x, law->dim);
        lyc_value_set_number(v, x, prec);
        lyc_number_clear(x);
        break;
    }
}

static void apply(lyc_value_t v, lyc_call call, slong prec)
{
    switch (call)
    {
    case LYC_CALL_ABS:
        lyc_value_abs(v, v, prec);
        break;
    case LYC_CALL_LOG:
        lyc_value_log(v, v, prec);
        break;
    case LYC_CALL_EXP:
        lyc_value_exp(v, v, prec);
        break;
    case LYC_CALL_SQRT:
        lyc_value_sqrt(v, v, prec);
        break;
    default:
        break;
    }
}

static int eval_draws(lyc_value_t v, const lyc_statement_t s, const lyc_expr *e,
                      slong prec, lyc_diag_t d)
{
    lyc_number_t x;
    lyc_number_init(x);
    int ok = lyc_number_eval(x, s->chapter->script->program, e, d);
    if (ok)
    {
        lyc_value_set_number(v, x, prec);
    }
    lyc_number_clear(x);
    return ok;
}

static int eval_call(lyc_value_t v, const lyc_statement_t s,
                     const lyc_library_t lib, const lyc_expr *e, slong prec,
                     lyc_diag_t d)
{
    lyc_call call;
    if (!lyc_call_get(&call, e, d))
    {
        return 0;
    }
    if (lyc_call_takes_law(call))
    {
        eval_law_call(v, call, lib, lyc_statement_leaf(s, e), prec);
        return 1;
    }
    if (call == LYC_CALL_DRAWS)
    {
        return eval_draws(v, s, e, prec, d);
    }
    if (call == LYC_CALL_ELOG)
    {
        return lyc_statement_eval_elog(v, s, lib, e, prec, d);
    }
    if (!lyc_statement_eval(v, s, lib, e->child[0], prec, d))
    {
        return 0;
    }
    apply(v, call, prec);
    for (long i = 1; i < e->length; i++)
    {
        lyc_value_t w;
        lyc_value_init(w);
        int ok = lyc_statement_eval(w, s, lib, e->child[i], prec, d);
        if (ok)
        {
            lyc_value_extreme(v, call == LYC_CALL_MAX, v, w, prec);
        }
        lyc_value_clear(w);
        if (!ok)
        {
            return 0;
        }
    }
    return 1;
}

static int eval_binary(lyc_value_t v, const lyc_statement_t s,
                       const lyc_library_t lib, const lyc_expr *e, slong prec,
                       lyc_diag_t d)
{
    lyc_value_t w;
    lyc_value_init(w);
    int ok = lyc_statement_eval(v, s, lib, e->child[0], prec, d) &&
             lyc_statement_eval(w, s, lib, e->child[1], prec, d);
    if (ok)
    {
        lyc_value_binary(v, e->op, v, w, prec);
    }
    lyc_value_clear(w);
    return ok;
}

int lyc_statement_eval(lyc_value_t v, const lyc_statement_t s,
                       const lyc_library_t lib, const lyc_expr *e, slong prec,
                       lyc_diag_t d)
{
    switch (e->kind)
    {
    case LYC_EXPR_NUMBER:
        return eval_number(v, e, prec, d);
    case LYC_EXPR_NAME:
        return eval_name(v, s, lib, e, prec, d);
    case LYC_EXPR_CALL:
        return eval_call(v, s, lib, e, prec, d);
    case LYC_EXPR_BINARY:
        return eval_binary(v, s, lib, e, prec, d);
    case LYC_EXPR_NEG:
        if (!lyc_statement_eval(v, s, lib, e->child[0], prec, d))
        {
            return 0;
        }
        lyc_value_neg(v, v, prec);
        return 1;
    default:
        return lyc_diag_set(d, LYC_MALFORMED, e->place, "expected a number");
    }
}
