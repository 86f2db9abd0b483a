#include "certify/affine_rows.h"

void lyc_affine_rows_init(lyc_affine_rows *r)
{
    for (int i = 0; i < 2; i++)
    {
        lyc_affine_row *a = r->row + i;
        a->sides = 0;
        for (int c = 0; c < 2; c++)
        {
            lyc_number_init(a->base[c]);
            lyc_number_init(a->side[0][c]);
            lyc_number_init(a->side[1][c]);
        }
    }
}

void lyc_affine_rows_clear(lyc_affine_rows *r)
{
    for (int i = 0; i < 2; i++)
        for (int c = 0; c < 2; c++)
        {
            lyc_number_clear(r->row[i].base[c]);
            lyc_number_clear(r->row[i].side[0][c]);
            lyc_number_clear(r->row[i].side[1][c]);
        }
}

/* Entry c of row i; of column i, where turned. */
static const lyc_number_struct *entry(const lyc_matrix_struct *m, int i, int c,
                                      int turned)
{
    return turned ? m->entry + 2 * c + i : m->entry + 2 * i + c;
}

/* Bit i: row i of the draw's matrix is not proved to be 0. */
static int rows_of(const lyc_matrix_struct *m, int turned)
{
    int rows = 0;
    for (int i = 0; i < 2; i++)
        for (int c = 0; c < 2; c++)
            if (lyc_number_is_zero(entry(m, i, c, turned)) != LYC_TRUE)
                rows |= 1 << i;
    return rows;
}

/* t = (a + b)/2 + s (b - a)/2 */
static void add_draw(lyc_affine_row *a, const lyc_affine_draw *x,
                     const lyc_matrix_struct *m, int i, int turned)
{
    const lyc_number_struct *from = x->term->number, *to = from + 1;
    lyc_number_t centre, half, t;
    lyc_number_init(centre);
    lyc_number_init(half);
    lyc_number_init(t);
    lyc_number_set_si(t, 2);
    lyc_number_add(centre, from, to);
    lyc_number_sub(half, to, from);
    lyc_number_div(centre, centre, t);
    lyc_number_div(half, half, t);
    for (int c = 0; c < 2; c++)
    {
        lyc_number_mul(t, centre, entry(m, i, c, turned));
        lyc_number_add(a->base[c], a->base[c], t);
        lyc_number_mul(a->side[a->sides][c], half, entry(m, i, c, turned));
    }
    a->sides++;
    lyc_number_clear(centre);
    lyc_number_clear(half);
    lyc_number_clear(t);
}

int lyc_affine_rows_set(lyc_affine_rows *r, const lyc_affine_law_t f,
                        const lyc_affine_outcome *o, int acts_on_columns)
{
    for (int i = 0; i < 2; i++)
        for (int c = 0; c < 2; c++)
            lyc_number_set(r->row[i].base[c],
                           entry(o->part, i, c, acts_on_columns));
    for (slong j = 0; j < f->draws; j++)
    {
        const lyc_matrix_struct *m = o->part + j + 1;
        const int rows = rows_of(m, acts_on_columns);
        if (rows == 0)
            continue;
        if (rows == 3 || f->draw[j].kind != LYC_TERM_UNIFORM ||
            r->row[rows - 1].sides == 2)
            return 0;
        add_draw(r->row + rows - 1, f->draw + j, m, rows - 1, acts_on_columns);
    }
    return f->dim == 2;
}
