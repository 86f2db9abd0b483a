#include <stdlib.h>

#include "law/mixture.h"

void lyc_mixture_init(lyc_mixture *m)
{
    lyc_draw_init(m->sum);
    m->capacity = 0;
}

void lyc_mixture_clear(lyc_mixture *m)
{
    lyc_draw_clear(m->sum);
}

static int misfit(lyc_eval *eval, const lyc_expr *e, const lyc_draw_t x,
                  const lyc_draw_t first)
{
    lyc_shape_text a, b;

    return lyc_diag_set(eval->diag, LYC_MALFORMED, lyc_expr_start(e),
                        "this outcome is %s, expected %s as before",
                        lyc_draw_shape(a, x), lyc_draw_shape(b, first));
}

/* Both of one kind and shape afterwards. */
static int fit_shapes(lyc_draw_t sum, lyc_draw_t x, const lyc_expr *e,
                      lyc_eval *eval)
{
    if (sum->kind == LYC_DRAW_IDENTITY && x->kind == LYC_DRAW_MATRIX &&
        x->rows == x->columns)
        lyc_draw_resize(sum, x->rows);
    if (x->kind == LYC_DRAW_IDENTITY && sum->kind == LYC_DRAW_MATRIX &&
        sum->rows == sum->columns)
        lyc_draw_resize(x, sum->rows);
    if (sum->kind != x->kind || sum->rows != x->rows ||
        sum->columns != x->columns)
        return misfit(eval, e, x, sum);
    return 1;
}

/* Twice what may be left in the end, so that merging always pays. */
static double most_atoms(const lyc_draw_t x)
{
    double entries = LYC_EVAL_MAX_ENTRIES / (double)(x->rows * x->columns);

    return 2 * (entries < LYC_LAW_MAX_ATOMS ? entries : LYC_LAW_MAX_ATOMS);
}

static int check_count(double count, const lyc_draw_t x, const lyc_expr *e,
                       lyc_eval *eval)
{
    return lyc_eval_reserve(eval, e, count, x->rows, x->columns, 0);
}

/* Room for n more; atoms that came twice are merged before it is refused. */
static int make_room(lyc_mixture *m, slong n, const lyc_expr *e, lyc_eval *eval)
{
    lyc_draw_struct *sum = m->sum;

    if ((double)sum->length + (double)n > most_atoms(sum))
    {
        if (sum->length > 1)
            lyc_draw_merge_weighted(sum);
        if (!check_count((double)sum->length + (double)n, sum, e, eval))
            return 0;
    }
    if (sum->length + n <= m->capacity)
        return 1;
    m->capacity = 2 * (sum->length + n);
    sum->atom =
        lyc_realloc(sum->atom, (size_t)m->capacity * sizeof(lyc_matrix_struct));
    sum->weight = lyc_realloc(sum->weight,
                              (size_t)m->capacity * sizeof(lyc_number_struct));
    return 1;
}

int lyc_mixture_add(lyc_mixture *m, const lyc_number_t w, lyc_draw_t x,
                    const lyc_expr *e, lyc_eval *eval)
{
    lyc_draw_struct *sum = m->sum;
    slong i;

    if (sum->length == 0)
    {
        sum->kind = x->kind;
        sum->rows = x->rows;
        sum->columns = x->columns;
    }
    if (!fit_shapes(sum, x, e, eval) || !make_room(m, x->length, e, eval))
        return 0;
    for (i = 0; i < x->length; i++)
    {
        lyc_number_struct *weight = sum->weight + sum->length;

        weight->node = NULL;
        if (x->weight == NULL)
            lyc_number_set(weight, w);
        else
            lyc_number_mul(weight, w, x->weight + i);
        sum->atom[sum->length++] = x->atom[i];
        lyc_matrix_init(x->atom + i, 0, 0);
    }
    lyc_draw_clear(x);
    return 1;
}

int lyc_mixture_get(lyc_draw_t out, lyc_mixture *m, const lyc_expr *e,
                    lyc_eval *eval)
{
    lyc_draw_merge(m->sum);
    if (!check_count((double)m->sum->length, m->sum, e, eval))
        return 0;
    lyc_draw_swap(out, m->sum);
    return 1;
}
