#include <stdlib.h>

#include "certify/countable.h"

/* matrix = M_0 + m M_1 + …, weight = w q^m. */
static void set_member(lyc_number_t weight, lyc_matrix_t matrix,
                       const lyc_family *f, slong m)
{
    lyc_number_t t;

    lyc_number_init(t);
    lyc_number_pow_si(t, f->ratio, m);
    lyc_number_mul(weight, f->weight, t);
    lyc_number_set_si(t, m);
    lyc_matrix_set(matrix, f->coefficient + f->length - 1);
    for (slong k = f->length - 2; k >= 0; k--)
    {
        for (slong i = 0; i < matrix->rows * matrix->columns; i++)
            lyc_number_mul(matrix->entry + i, matrix->entry + i, t);
        lyc_matrix_add(matrix, matrix, f->coefficient + k);
    }
    lyc_number_clear(t);
}

void lyc_countable_letters_init(lyc_countable_letters_t x,
                                const lyc_countable_t law, const slong *count)
{
    lyc_number_struct *weight;
    lyc_matrix_struct *matrix;
    slong n = 0, next = 0;

    for (slong i = 0; i < law->length; i++)
        n += count[i];
    weight = lyc_malloc((size_t)n * sizeof *weight);
    matrix = lyc_malloc((size_t)n * sizeof *matrix);
    for (slong i = 0; i < law->length; i++)
        for (slong m = 0; m < count[i]; m++, next++)
        {
            lyc_number_init(weight + next);
            lyc_matrix_init(matrix + next, law->dim, law->dim);
            set_member(weight + next, matrix + next, law->family + i, m);
        }
    x->law = law;
    x->count = count;
    *x->letters = (lyc_cone_letters_struct){.length = n,
                                            .weight = weight,
                                            .matrix = matrix,
                                            .rest = lyc_countable_tail,
                                            .data = x};
}

void lyc_countable_letters_clear(lyc_countable_letters_t x)
{
    lyc_number_struct *weight = (lyc_number_struct *)x->letters->weight;
    lyc_matrix_struct *matrix = (lyc_matrix_struct *)x->letters->matrix;

    for (slong i = 0; i < x->letters->length; i++)
    {
        lyc_number_clear(weight + i);
        lyc_matrix_clear(matrix + i);
    }
    free(weight);
    free(matrix);
}
