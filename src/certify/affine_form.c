#include <stdlib.h>

#include "certify/affine_law.h"

void lyc_affine_form_init(lyc_affine_form *f, slong rows, slong columns,
                          slong parts)
{
    f->rows = rows;
    f->columns = columns;
    f->parts = parts;
    f->part = lyc_malloc((size_t)parts * sizeof *f->part);
    f->is_there = lyc_calloc((size_t)parts, sizeof *f->is_there);
    for (slong j = 0; j < parts; j++)
        lyc_matrix_init(f->part + j, rows, columns);
}

static void drop(lyc_affine_form *f)
{
    for (slong j = 0; f->part != NULL && j < f->parts; j++)
        lyc_matrix_clear(f->part + j);
    free(f->part);
    f->part = NULL;
}

void lyc_affine_form_clear(lyc_affine_form *f)
{
    drop(f);
    free(f->is_there);
}

void lyc_affine_form_spoil(lyc_affine_form *f)
{
    drop(f);
}

void lyc_affine_form_set(lyc_affine_form *f, const lyc_affine_form *g)
{
    if (f->part == NULL || g->part == NULL)
    {
        drop(f);
        return;
    }
    for (slong j = 0; j < f->parts; j++)
    {
        lyc_matrix_set(f->part + j, g->part + j);
        f->is_there[j] = g->is_there[j];
    }
}

int lyc_affine_form_is_constant(const lyc_affine_form *f)
{
    for (slong j = 1; j < f->parts; j++)
        if (f->is_there[j])
            return 0;
    return 1;
}

void lyc_affine_form_add(lyc_affine_form *f, const lyc_affine_form *g)
{
    if (f->part == NULL || g->part == NULL)
    {
        drop(f);
        return;
    }
    for (slong j = 0; j < f->parts; j++)
        if (g->is_there[j])
        {
            lyc_matrix_add(f->part + j, f->part + j, g->part + j);
            f->is_there[j] = 1;
        }
}

static void scale(lyc_matrix_t c, const lyc_number_t x, const lyc_matrix_t a)
{
    for (slong i = 0; i < a->rows * a->columns; i++)
        lyc_number_mul(c->entry + i, x, a->entry + i);
}

static int is_scalar(slong rows, slong columns)
{
    return rows == 1 && columns == 1;
}

/* c = a b, c zero and of the product's shape. */
static void multiply(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b)
{
    if (is_scalar(a->rows, a->columns))
        scale(c, a->entry, b);
    else if (is_scalar(b->rows, b->columns))
        scale(c, b->entry, a);
    else
        lyc_matrix_mul(c, a, b);
}

void lyc_affine_form_mul(lyc_affine_form *f, const lyc_affine_form *g)
{
    if (f->part == NULL || g->part == NULL ||
        (!lyc_affine_form_is_constant(f) && !lyc_affine_form_is_constant(g)))
    {
        drop(f);
        return;
    }
    lyc_affine_form h;
    lyc_matrix_t t;
    const int f_is_scalar = is_scalar(f->rows, f->columns);
    const int g_is_scalar = is_scalar(g->rows, g->columns);
    lyc_affine_form_init(&h, f_is_scalar ? g->rows : f->rows,
                         g_is_scalar ? f->columns : g->columns, f->parts);
    lyc_matrix_init(t, h.rows, h.columns);
    for (slong i = 0; i < f->parts; i++)
        for (slong j = 0; j < g->parts; j++)
            if (f->is_there[i] && g->is_there[j])
            {
                const slong k = FLINT_MAX(i, j); /* one of them is 0 */
                multiply(t, f->part + i, g->part + j);
                lyc_matrix_add(h.part + k, h.part + k, t);
                h.is_there[k] = 1;
            }
    lyc_matrix_clear(t);
    lyc_affine_form_clear(f);
    *f = h;
}
