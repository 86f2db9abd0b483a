#include <stdlib.h>

#include "enclose/block/algebra.h"

/* An echelon form of the elements so far, with room for one row more. */
static int is_new(lyc_surd_mat_t echelon, slong *rank, const lyc_surd_mat_t x)
{
    const slong n = x->rows;
    slong i, new;

    if (*rank == n * n)
    {
        return 0;
    }
    for (i = 0; i < n * n; i++)
    {
        lyc_surd_mat_copy_at(echelon, *rank, i, x, i / n, i % n);
    }
    new = lyc_surd_mat_rref(echelon, NULL);
    if (new == *rank)
    {
        return 0;
    }
    *rank = new;
    return 1;
}

static void append(lyc_algebra_t a, const lyc_surd_mat_t x, const lyc_word *w,
                   slong letter)
{
    lyc_word *own = a->word + a->length;
    slong i, n = w == NULL ? 0 : w->length;

    lyc_surd_mat_init(a->element + a->length, 0, 0, x->root);
    lyc_surd_mat_set(a->element + a->length, x);
    own->length = letter < 0 ? n : n + 1;
    own->letter = lyc_malloc(((size_t)own->length + 1) * sizeof(slong));
    for (i = 0; i < n; i++)
    {
        own->letter[i] = w->letter[i];
    }
    if (letter >= 0)
    {
        own->letter[n] = letter;
    }
    a->length++;
}

/* Products of generators and elements until nothing new comes. */
static void spin(lyc_algebra_t a, lyc_surd_mat_t echelon, slong *rank,
                 const lyc_surd_mat_struct *m)
{
    lyc_surd_mat_t x;
    slong i, k;

    lyc_surd_mat_init(x, a->dim, a->dim, m->root);
    for (i = 1; i < a->length; i++)
    {
        for (k = 0; k < a->generators; k++)
        {
            lyc_surd_mat_mul(x, m + a->generator[k], a->element + i);
            if (is_new(echelon, rank, x))
            {
                append(a, x, a->word + i, a->generator[k]);
            }
        }
    }
    lyc_surd_mat_clear(x);
}

void lyc_algebra_init(lyc_algebra_t a, const lyc_surd_mat_struct *m,
                      slong atoms)
{
    const slong n = m->rows, most = n * n;
    lyc_surd_mat_t echelon, one;
    slong rank = 0, i;

    a->dim = n;
    a->length = a->generators = 0;
    a->element = lyc_malloc((size_t)most * sizeof *a->element);
    a->word = lyc_malloc((size_t)most * sizeof *a->word);
    a->generator = lyc_malloc((size_t)most * sizeof *a->generator);
    lyc_surd_mat_init(echelon, most, most, m->root);
    lyc_surd_mat_init(one, n, n, m->root);
    lyc_surd_mat_one(one);
    (void)is_new(echelon, &rank, one);
    append(a, one, NULL, -1);
    for (i = 0; i < atoms; i++)
    {
        if (is_new(echelon, &rank, m + i))
        {
            a->generator[a->generators++] = i;
            append(a, m + i, NULL, i);
        }
    }
    spin(a, echelon, &rank, m);
    lyc_surd_mat_clear(echelon);
    lyc_surd_mat_clear(one);
}

void lyc_algebra_clear(lyc_algebra_t a)
{
    slong i;

    for (i = 0; i < a->length; i++)
    {
        lyc_surd_mat_clear(a->element + i);
        free(a->word[i].letter);
    }
    free(a->element);
    free(a->word);
    free(a->generator);
}

/* tr(e_i e_j) at (i, j). */
static void trace_form(lyc_surd_mat_t form, const lyc_algebra_t a)
{
    lyc_surd_mat_t x;
    slong i, j, k;

    lyc_surd_mat_init(x, a->dim, a->dim, form->root);
    for (i = 0; i < a->length; i++)
    {
        for (j = 0; j < a->length; j++)
        {
            fmpq *p = fmpq_mat_entry(form->a, i, j);
            fmpq *q = fmpq_mat_entry(form->b, i, j);

            lyc_surd_mat_mul(x, a->element + i, a->element + j);
            for (k = 0; k < a->dim; k++)
            {
                fmpq_add(p, p, fmpq_mat_entry(x->a, k, k));
                fmpq_add(q, q, fmpq_mat_entry(x->b, k, k));
            }
        }
    }
    lyc_surd_mat_clear(x);
}

/* In characteristic 0 the radical is the kernel of the trace form. */
slong lyc_algebra_radical_image(lyc_surd_mat_t v, const lyc_algebra_t a)
{
    const slong n = a->dim;
    lyc_surd_mat_t form, kernel, rows, all;
    slong found, i, j, k;

    lyc_surd_mat_init(form, a->length, a->length, a->element->root);
    lyc_surd_mat_init(kernel, 0, 0, form->root);
    trace_form(form, a);
    found = lyc_surd_mat_nullspace(kernel, form);
    if (found > 0)
    {
        /* Row by row: the elements times the coefficients of the kernel. */
        lyc_surd_mat_init(rows, n * n, a->length, form->root);
        lyc_surd_mat_init(all, n * n, found, form->root);
        for (k = 0; k < a->length; k++)
        {
            for (i = 0; i < n * n; i++)
            {
                lyc_surd_mat_copy_at(rows, i, k, a->element + k, i / n, i % n);
            }
        }
        lyc_surd_mat_mul(all, rows, kernel);
        lyc_surd_mat_clear(rows);
        lyc_surd_mat_init(rows, n, n * found, form->root);
        for (k = 0; k < found; k++)
        {
            for (i = 0; i < n; i++)
            {
                for (j = 0; j < n; j++)
                {
                    lyc_surd_mat_copy_at(rows, i, k * n + j, all, i * n + j, k);
                }
            }
        }
        lyc_surd_mat_swap(v, rows);
        found = lyc_surd_mat_reduce_columns(v);
        lyc_surd_mat_clear(rows);
        lyc_surd_mat_clear(all);
    }
    lyc_surd_mat_clear(form);
    lyc_surd_mat_clear(kernel);
    return found;
}

slong lyc_algebra_commutant(lyc_surd_mat_t x, const lyc_algebra_t a,
                            const lyc_surd_mat_struct *m)
{
    return lyc_surd_intertwiners(x, m, m, a->generator, a->generators);
}
