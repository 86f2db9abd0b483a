#include "law/surd.h"

#include "law/matrix.h"

int lyc_surd_is_root(const fmpz_t d)
{
    return fmpz_is_one(d) || (fmpz_cmp_ui(d, 1) > 0 && !fmpz_is_square(d));
}

void lyc_surd_mat_init(lyc_surd_mat_t m, slong rows, slong columns,
                       const fmpz_t root)
{
    m->rows = rows;
    m->columns = columns;
    fmpz_init_set(m->root, root);
    fmpq_mat_init(m->a, rows, columns);
    fmpq_mat_init(m->b, rows, columns);
}

void lyc_surd_mat_clear(lyc_surd_mat_t m)
{
    fmpz_clear(m->root);
    fmpq_mat_clear(m->a);
    fmpq_mat_clear(m->b);
}

void lyc_surd_mat_swap(lyc_surd_mat_t m, lyc_surd_mat_t n)
{
    const lyc_surd_mat_struct t = *m;

    *m = *n;
    *n = t;
}

void lyc_surd_mat_set(lyc_surd_mat_t m, const lyc_surd_mat_t n)
{
    if (m != n)
        lyc_surd_mat_set_part(m, n, 0, 0, n->rows, n->columns);
}

void lyc_surd_mat_one(lyc_surd_mat_t m)
{
    fmpq_mat_one(m->a);
    fmpq_mat_zero(m->b);
}

void lyc_surd_mat_set_matrix(lyc_surd_mat_t m, const lyc_matrix_t a,
                             const fmpz_t root)
{
    lyc_surd_mat_t t;

    lyc_surd_mat_init(t, a->rows, a->columns, root);
    lyc_matrix_get_fmpq_mat(t->a, a);
    lyc_surd_mat_swap(m, t);
    lyc_surd_mat_clear(t);
}

/* x = a + b sqrt(D) */
static void get_number(lyc_number_t x, const fmpq_t a, const fmpq_t b,
                       const lyc_number_t sqrt)
{
    lyc_number_t t;

    lyc_number_set_fmpq(x, a);
    if (fmpq_is_zero(b))
        return;
    lyc_number_init(t);
    lyc_number_set_fmpq(t, b);
    lyc_number_mul(t, t, sqrt);
    lyc_number_add(x, x, t);
    lyc_number_clear(t);
}

void lyc_surd_mat_get_matrix(lyc_matrix_t a, const lyc_surd_mat_t m)
{
    lyc_number_t root;
    fmpq_t d;
    slong i, j;

    lyc_number_init(root);
    fmpq_init(d);
    fmpz_set(fmpq_numref(d), m->root);
    lyc_number_set_fmpq(root, d);
    (void)lyc_number_sqrt(root, root); /* D >= 1 */
    for (i = 0; i < m->rows; i++)
        for (j = 0; j < m->columns; j++)
            get_number(lyc_matrix_entry(a, i, j), fmpq_mat_entry(m->a, i, j),
                       fmpq_mat_entry(m->b, i, j), root);
    lyc_number_clear(root);
    fmpq_clear(d);
}

void lyc_surd_mat_copy_at(lyc_surd_mat_t m, slong i, slong j,
                          const lyc_surd_mat_t n, slong k, slong l)
{
    fmpq_set(fmpq_mat_entry(m->a, i, j), fmpq_mat_entry(n->a, k, l));
    fmpq_set(fmpq_mat_entry(m->b, i, j), fmpq_mat_entry(n->b, k, l));
}

void lyc_surd_mat_set_part(lyc_surd_mat_t m, const lyc_surd_mat_t n, slong i,
                           slong j, slong rows, slong columns)
{
    lyc_surd_mat_t t;
    slong k, l;

    lyc_surd_mat_init(t, rows, columns, n->root);
    for (k = 0; k < rows; k++)
        for (l = 0; l < columns; l++)
            lyc_surd_mat_copy_at(t, k, l, n, i + k, j + l);
    lyc_surd_mat_swap(m, t);
    lyc_surd_mat_clear(t);
}

int lyc_surd_mat_is_zero_at(const lyc_surd_mat_t m, slong i, slong j)
{
    return fmpq_is_zero(fmpq_mat_entry(m->a, i, j)) &&
           fmpq_is_zero(fmpq_mat_entry(m->b, i, j));
}

int lyc_surd_mat_is_zero(const lyc_surd_mat_t m)
{
    return fmpq_mat_is_zero(m->a) && fmpq_mat_is_zero(m->b);
}

int lyc_surd_mat_equal(const lyc_surd_mat_t m, const lyc_surd_mat_t n)
{
    return fmpz_equal(m->root, n->root) && fmpq_mat_equal(m->a, n->a) &&
           fmpq_mat_equal(m->b, n->b);
}

void lyc_surd_mat_add(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b)
{
    fmpq_mat_add(c->a, a->a, b->a);
    fmpq_mat_add(c->b, a->b, b->b);
}

void lyc_surd_mat_sub(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b)
{
    fmpq_mat_sub(c->a, a->a, b->a);
    fmpq_mat_sub(c->b, a->b, b->b);
}

/* (a + b s)(a' + b' s) = (a a' + D b b') + (a b' + b a') s */
void lyc_surd_mat_mul(lyc_surd_mat_t c, const lyc_surd_mat_t a,
                      const lyc_surd_mat_t b)
{
    fmpq_mat_t t;

    fmpq_mat_mul(c->a, a->a, b->a);
    if (fmpz_is_one(c->root))
    {
        fmpq_mat_zero(c->b);
        return;
    }
    fmpq_mat_init(t, a->rows, b->columns);
    fmpq_mat_mul(t, a->b, b->b);
    fmpq_mat_scalar_mul_fmpz(t, t, c->root);
    fmpq_mat_add(c->a, c->a, t);
    fmpq_mat_mul(c->b, a->a, b->b);
    fmpq_mat_mul(t, a->b, b->a);
    fmpq_mat_add(c->b, c->b, t);
    fmpq_mat_clear(t);
}
