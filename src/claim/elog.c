/* Elog(x) = sum_i w_i log x_i, where x_i is x with draw i for the law. */
#include <string.h>

#include "claim/statement.h"

/* one = the law of atom i of a alone. */
static void set_draw(lyc_law_t one, const lyc_law_t a, slong i)
{
    one->dim = a->dim;
    one->length = 1;
    one->is_rational = lyc_matrix_is_rational(a->atom + i);
    one->weight = lyc_malloc(sizeof *one->weight);
    one->atom = lyc_malloc(sizeof *one->atom);
    lyc_number_init(one->weight);
    lyc_number_set_si(one->weight, 1);
    lyc_matrix_init(one->atom, a->dim, a->dim);
    lyc_matrix_set(one->atom, a->atom + i);
}

static void free_draw(lyc_law_t one)
{
    lyc_number_clear(one->weight);
    lyc_matrix_clear(one->atom);
    free(one->weight);
    free(one->atom);
}

/* v += w log x; *vanishes is set where x = 0. */
static void add_log(lyc_value_t v, int *vanishes, const lyc_number_t weight,
                    lyc_value_t x, slong prec)
{
    lyc_value_t w;
    int sign = 0;
    lyc_value_init(w);
    if (lyc_value_sign(&sign, x) == LYC_TRUE && sign == 0)
    {
        *vanishes = 1;
    }
    else
    {
        lyc_value_log(x, x, prec);
        lyc_value_set_number(w, weight, prec);
        lyc_value_binary(x, '*', w, x, prec);
        lyc_value_binary(v, '+', v, x, prec);
    }
    lyc_value_clear(w);
}

int lyc_statement_eval_elog(lyc_value_t v, const lyc_statement_t s,
                            const lyc_library_t lib, const lyc_expr *e,
                            slong prec, lyc_diag_t d)
{
    const lyc_leaf *leaf = lyc_statement_leaf(s, e);
    const lyc_law_struct *law = lib->known[leaf->law].law;
    size_t bytes = sizeof(lyc_known) * (size_t)lib->length;
    lyc_library_t draws = {*lib};
    lyc_number_t zero;
    int ok = 1, vanishes = 0;
    if (law->length == 0)
    {
        arb_t unknown;
        arb_init(unknown);
        arb_indeterminate(unknown);
        lyc_value_set_arb(v, unknown, prec);
        arb_clear(unknown);
        return 1;
    }
    draws->known = lyc_malloc(bytes);
    memcpy(draws->known, lib->known, bytes);
    lyc_number_init(zero);
    lyc_value_set_number(v, zero, prec);
    for (slong i = 0; i < law->length && ok; i++)
    {
        lyc_value_t x;
        lyc_value_init(x);
        set_draw(draws->known[leaf->law].law, law, i);
        ok = lyc_statement_eval(x, s, draws, e->child[0], prec, d);
        free_draw(draws->known[leaf->law].law);
        if (ok)
        {
            add_log(v, &vanishes, law->weight + i, x, prec);
        }
        lyc_value_clear(x);
    }
    /* Finite terms and -inf: the sum is -inf. */
    if (vanishes && v->range->is_defined && arf_is_finite(v->range->upper))
    {
        lyc_value_set_minus_inf(v);
    }
    free(draws->known);
    lyc_number_clear(zero);
    return ok;
}
