#include <stdlib.h>

#include "certify/countable.h"

int lyc_countable_letters_init(lyc_countable_letters_t x,
                               const lyc_countable_t law, const slong *count,
                               const lyc_limits_t limits)
{
    int is_in_time = 1;
    lyc_number_struct *weight;
    lyc_matrix_struct *matrix;
    slong n = 0, next = 0;

    for (slong i = 0; i < law->length; i++)
        n += count[i];
    weight = lyc_malloc((size_t)n * sizeof *weight);
    matrix = lyc_malloc((size_t)n * sizeof *matrix);
    for (slong i = 0; i < law->length && is_in_time; i++)
        for (slong m = 0; m < count[i] && is_in_time; m++, next++)
        {
            lyc_number_init(weight + next);
            lyc_matrix_init(matrix + next, law->dim, law->dim);
            lyc_family_get(weight + next, matrix + next, law->family + i, m);
            is_in_time = !lyc_limits_out_of_time(limits);
        }
    x->law = law;
    x->count = count;
    *x->letters = (lyc_cone_letters_struct){.length = next,
                                            .weight = weight,
                                            .matrix = matrix,
                                            .rest = lyc_countable_tail,
                                            .data = x};
    return is_in_time;
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
