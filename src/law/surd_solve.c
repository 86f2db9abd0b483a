#include <stdlib.h>

#include "law/surd.h"

/* x + y sqrt(D) */
typedef struct
{
    fmpq_t x, y;
} surd;

static void surd_init(surd *s)
{
    fmpq_init(s->x);
    fmpq_init(s->y);
}

static void surd_clear(surd *s)
{
    fmpq_clear(s->x);
    fmpq_clear(s->y);
}

/* s = 1 / m[i][j], which is not 0: (x - y sqrt(D)) / (x^2 - D y^2). */
static void invert_at(surd *s, const lyc_surd_mat_t m, slong i, slong j)
{
    const fmpq *x = fmpq_mat_entry(m->a, i, j), *y = fmpq_mat_entry(m->b, i, j);
    fmpq_t norm, t;

    fmpq_init(norm);
    fmpq_init(t);
    fmpq_mul(norm, x, x);
    fmpq_mul(t, y, y);
    fmpq_mul_fmpz(t, t, m->root);
    fmpq_sub(norm, norm, t);
    fmpq_div(s->x, x, norm);
    fmpq_div(s->y, y, norm);
    fmpq_neg(s->y, s->y);
    fmpq_clear(norm);
    fmpq_clear(t);
}

/* m[i][j] = m[k][l] s (subtracts == 0), or m[i][j] -= m[k][l] s. */
static void multiply_at(lyc_surd_mat_t m, slong i, slong j, slong k, slong l,
                        const surd *s, int subtracts)
{
    const fmpq *x = fmpq_mat_entry(m->a, k, l), *y = fmpq_mat_entry(m->b, k, l);
    fmpq *p = fmpq_mat_entry(m->a, i, j), *q = fmpq_mat_entry(m->b, i, j);
    surd t;

    surd_init(&t);
    fmpq_mul(t.x, y, s->y);
    fmpq_mul_fmpz(t.x, t.x, m->root);
    fmpq_addmul(t.x, x, s->x);
    fmpq_mul(t.y, x, s->y);
    fmpq_addmul(t.y, y, s->x);
    if (subtracts)
    {
        fmpq_sub(p, p, t.x);
        fmpq_sub(q, q, t.y);
    }
    else
    {
        fmpq_swap(p, t.x);
        fmpq_swap(q, t.y);
    }
    surd_clear(&t);
}

static void swap_rows(lyc_surd_mat_t m, slong i, slong k)
{
    slong j;

    for (j = 0; j < m->columns && i != k; j++)
    {
        fmpq_swap(fmpq_mat_entry(m->a, i, j), fmpq_mat_entry(m->a, k, j));
        fmpq_swap(fmpq_mat_entry(m->b, i, j), fmpq_mat_entry(m->b, k, j));
    }
}

/* Row i gets the pivot 1 in column c, all other rows 0 there. */
static void eliminate(lyc_surd_mat_t m, slong i, slong c)
{
    surd s;
    slong j, k;

    surd_init(&s);
    invert_at(&s, m, i, c);
    for (j = m->columns - 1; j >= c; j--)
        multiply_at(m, i, j, i, j, &s, 0);
    for (k = 0; k < m->rows; k++)
    {
        if (k == i || lyc_surd_mat_is_zero_at(m, k, c))
            continue;
        fmpq_set(s.x, fmpq_mat_entry(m->a, k, c));
        fmpq_set(s.y, fmpq_mat_entry(m->b, k, c));
        for (j = c; j < m->columns; j++)
            multiply_at(m, k, j, i, j, &s, 1);
    }
    surd_clear(&s);
}

slong lyc_surd_mat_rref(lyc_surd_mat_t m, slong *pivot)
{
    slong rank = 0, c, i;

    for (c = 0; c < m->columns && rank < m->rows; c++)
    {
        for (i = rank; i < m->rows && lyc_surd_mat_is_zero_at(m, i, c); i++)
        {
        }
        if (i == m->rows)
            continue;
        swap_rows(m, rank, i);
        eliminate(m, rank, c);
        if (pivot != NULL)
            pivot[rank] = c;
        rank++;
    }
    return rank;
}

slong lyc_surd_mat_nullspace(lyc_surd_mat_t out, const lyc_surd_mat_t m)
{
    lyc_surd_mat_t e, x;
    slong *pivot = lyc_malloc(((size_t)m->columns + 1) * sizeof(slong));
    slong rank, at = 0, i, c, next = 0;

    lyc_surd_mat_init(e, 0, 0, m->root);
    lyc_surd_mat_set(e, m);
    rank = lyc_surd_mat_rref(e, pivot);
    lyc_surd_mat_init(x, m->columns, m->columns - rank, m->root);
    for (c = 0; c < m->columns; c++)
    {
        if (next < rank && pivot[next] == c)
        {
            next++;
            continue;
        }
        fmpq_one(fmpq_mat_entry(x->a, c, at));
        for (i = 0; i < next; i++)
        {
            fmpq_neg(fmpq_mat_entry(x->a, pivot[i], at),
                     fmpq_mat_entry(e->a, i, c));
            fmpq_neg(fmpq_mat_entry(x->b, pivot[i], at),
                     fmpq_mat_entry(e->b, i, c));
        }
        at++;
    }
    lyc_surd_mat_swap(out, x);
    lyc_surd_mat_clear(x);
    lyc_surd_mat_clear(e);
    free(pivot);
    return at;
}

int lyc_surd_mat_inv(lyc_surd_mat_t c, const lyc_surd_mat_t a)
{
    const slong n = a->rows;
    lyc_surd_mat_t e;
    slong *pivot = lyc_malloc(((size_t)n + 1) * sizeof(slong));
    slong i, j;
    int regular;

    lyc_surd_mat_init(e, n, 2 * n, a->root);
    for (i = 0; i < n; i++)
    {
        for (j = 0; j < n; j++)
            lyc_surd_mat_copy_at(e, i, j, a, i, j);
        fmpq_one(fmpq_mat_entry(e->a, i, n + i));
    }
    regular = lyc_surd_mat_rref(e, pivot) == n && (n == 0 || pivot[n - 1] < n);
    if (regular)
        lyc_surd_mat_set_part(c, e, 0, n, n, n);
    lyc_surd_mat_clear(e);
    free(pivot);
    return regular;
}
