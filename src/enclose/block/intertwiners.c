#include "enclose/block/algebra.h"

slong lyc_surd_intertwiners(lyc_surd_mat_t x, const lyc_surd_mat_struct *n,
                            const lyc_surd_mat_struct *s, const slong *atom,
                            slong atoms)
{
    const slong rows = n->rows, columns = s->rows, unknowns = rows * columns;
    lyc_surd_mat_t e;
    slong i, r, c, k, found;

    lyc_surd_mat_init(e, FLINT_MAX(1, atoms) * unknowns, unknowns, n->root);
    for (i = 0; i < atoms; i++)
    {
        for (r = 0; r < rows; r++)
        {
            for (c = 0; c < columns; c++)
            {
                const slong at = (i * rows + r) * columns + c;

                for (k = 0; k < rows; k++)
                {
                    lyc_surd_mat_copy_at(e, at, k * columns + c, n + atom[i], r,
                                         k);
                }
                for (k = 0; k < columns; k++)
                {
                    fmpq *p = fmpq_mat_entry(e->a, at, r * columns + k);
                    fmpq *q = fmpq_mat_entry(e->b, at, r * columns + k);

                    fmpq_sub(p, p, fmpq_mat_entry(s[atom[i]].a, k, c));
                    fmpq_sub(q, q, fmpq_mat_entry(s[atom[i]].b, k, c));
                }
            }
        }
    }
    found = lyc_surd_mat_nullspace(x, e);
    lyc_surd_mat_clear(e);
    return found;
}

static void transpose(lyc_surd_mat_t t, const lyc_surd_mat_t v)
{
    lyc_surd_mat_t x;
    slong i, j;

    lyc_surd_mat_init(x, v->columns, v->rows, v->root);
    for (i = 0; i < v->rows; i++)
    {
        for (j = 0; j < v->columns; j++)
        {
            lyc_surd_mat_copy_at(x, j, i, v, i, j);
        }
    }
    lyc_surd_mat_swap(t, x);
    lyc_surd_mat_clear(x);
}

slong lyc_surd_mat_reduce_columns(lyc_surd_mat_t v)
{
    slong rank;

    transpose(v, v);
    rank = lyc_surd_mat_rref(v, NULL);
    lyc_surd_mat_set_part(v, v, 0, 0, rank, v->columns);
    transpose(v, v);
    return rank;
}

void lyc_surd_mat_complete(lyc_surd_mat_t t, const lyc_surd_mat_t v)
{
    const slong n = v->rows;
    slong pivot[LYC_BLOCKS_MAX_DIM + 1], i, at = v->columns, next = 0;
    lyc_surd_mat_t e, x;

    lyc_surd_mat_init(x, n, n, v->root);
    lyc_surd_mat_init(e, 0, 0, v->root);
    transpose(e, v);
    lyc_surd_mat_rref(e, pivot);
    for (i = 0; i < n; i++)
    {
        slong k;

        for (k = 0; k < v->columns; k++)
        {
            lyc_surd_mat_copy_at(x, i, k, v, i, k);
        }
        if (next < v->columns && pivot[next] == i)
        {
            next++;
        }
        else
        {
            fmpq_one(fmpq_mat_entry(x->a, i, at++));
        }
    }
    lyc_surd_mat_swap(t, x);
    lyc_surd_mat_clear(x);
    lyc_surd_mat_clear(e);
}
