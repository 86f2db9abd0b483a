#include "certify/cubes_parts.h"

/* c = cof(a + b) - cof a - cof b; a and b may be one matrix. */
static int polar(lyc_matrix_t c, const lyc_matrix_t a, const lyc_matrix_t b)
{
    lyc_matrix_t s, t;
    lyc_matrix_init(s, a->rows, a->columns);
    lyc_matrix_init(t, a->rows, a->columns);
    lyc_matrix_add(s, a, b);
    int ok = lyc_matrix_cofactors(c, s) == LYC_TRUE;
    for (int n = 0; n < 2 && ok; n++)
    {
        ok = lyc_matrix_cofactors(t, n == 0 ? a : b) == LYC_TRUE;
        for (slong i = 0; i < t->rows * t->columns && ok; i++)
            lyc_number_sub(c->entry + i, c->entry + i, t->entry + i);
    }
    lyc_matrix_clear(s);
    lyc_matrix_clear(t);
    return ok;
}

static int is_zero(const lyc_matrix_t a)
{
    for (slong i = 0; i < a->rows * a->columns; i++)
        if (lyc_number_is_zero(a->entry + i) != LYC_TRUE)
            return 0;
    return 1;
}

/* Theorem continuous-laws.cofactors */
/* cof is a quadratic map: the parts are those of its polarisation, and those
 * with the square of a draw must be 0. */
static int set_cofactors(lyc_matrix_struct *part, const lyc_affine_outcome *o,
                         slong draws)
{
    int ok = lyc_matrix_cofactors(part, o->part) == LYC_TRUE;
    lyc_matrix_t square;
    lyc_matrix_init(square, part->rows, part->columns);
    for (slong j = 0; j < draws && ok; j++)
    {
        ok = polar(part + (1 << j), o->part, o->part + j + 1) &&
             lyc_matrix_cofactors(square, o->part + j + 1) == LYC_TRUE &&
             is_zero(square);
        for (slong i = 0; i < j && ok; i++)
            ok = polar(part + (1 << i | 1 << j), o->part + i + 1,
                       o->part + j + 1);
    }
    lyc_matrix_clear(square);
    return ok;
}

int lyc_cubes_parts(lyc_matrix_struct *part, const lyc_affine_law_t f,
                    slong outcome, slong power)
{
    const lyc_affine_outcome *o = f->outcome + outcome;
    if (power != 1)
        return set_cofactors(part, o, f->draws);
    lyc_matrix_set(part, o->part);
    for (slong j = 0; j < f->draws; j++)
        lyc_matrix_set(part + (1 << j), o->part + j + 1);
    return 1;
}
