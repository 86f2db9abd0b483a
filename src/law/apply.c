#include <stdlib.h>

#include "law/apply.h"

lyc_truth_t lyc_draw_map(lyc_draw_t out, lyc_draw_kind kind, slong rows,
                         slong columns, const lyc_draw_t x, lyc_map_function *f,
                         const void *context)
{
    lyc_truth_t done = LYC_TRUE;
    slong i;

    lyc_draw_shell(out, kind, rows, columns, x->length);
    for (i = 0; i < x->length && done == LYC_TRUE; i++)
    {
        if (x->weight != NULL)
            lyc_number_set(out->weight + i, x->weight + i);
        done = f(out->atom + i, x->atom + i, context);
    }
    return done;
}

static void pair_weight(lyc_number_t w, const lyc_draw_t x, slong i,
                        const lyc_draw_t y, slong j)
{
    if (x->weight == NULL)
        lyc_draw_weight(w, y, j);
    else if (y->weight == NULL)
        lyc_draw_weight(w, x, i);
    else
        lyc_number_mul(w, x->weight + i, y->weight + j);
}

lyc_truth_t lyc_draw_pairs(lyc_draw_t out, lyc_draw_kind kind, slong rows,
                           slong columns, const lyc_draw_t x,
                           const lyc_draw_t y, lyc_pair_function *f)
{
    lyc_truth_t done = LYC_TRUE;
    slong i, j, at = 0;

    lyc_draw_shell(out, kind, rows, columns, x->length * y->length);
    for (i = 0; i < x->length; i++)
        for (j = 0; j < y->length && done == LYC_TRUE; j++, at++)
        {
            if (out->weight != NULL)
                pair_weight(out->weight + at, x, i, y, j);
            done = f(out->atom + at, x->atom + i, y->atom + j);
        }
    return done;
}

/* Outcome `code` of all entries: code in mixed radix, the last entry moves
 * fastest. */
static void set_outcome(lyc_draw_t out, slong code,
                        const lyc_draw_struct *const *at)
{
    slong k, rest = code;
    lyc_matrix_struct *atom = out->atom + code;

    if (out->weight != NULL)
        lyc_number_set_si(out->weight + code, 1);
    for (k = out->rows * out->columns - 1; k >= 0; k--)
    {
        slong outcome;

        if (at[k] == NULL)
        {
            lyc_number_set_si(atom->entry + k, 0);
            continue;
        }
        outcome = rest % at[k]->length;
        rest /= at[k]->length;
        lyc_number_set(atom->entry + k, at[k]->atom[outcome].entry);
        if (at[k]->weight != NULL)
            lyc_number_mul(out->weight + code, out->weight + code,
                           at[k]->weight + outcome);
    }
}

void lyc_draw_entries(lyc_draw_t out, slong rows, slong columns,
                      const lyc_draw_struct *const *at)
{
    slong k, length = 1;

    for (k = 0; k < rows * columns; k++)
        length *= at[k] == NULL ? 1 : at[k]->length;
    lyc_draw_shell(out, LYC_DRAW_MATRIX, rows, columns, length);
    for (k = 0; k < length; k++)
        set_outcome(out, k, at);
}
