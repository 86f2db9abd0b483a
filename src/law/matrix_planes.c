#include "law/matrix.h"

static const slong first[] = {0, 0, 0, 1, 1, 2}, second[] = {1, 2, 3, 2, 3, 3};

/* Theorem spectrum.planes */
void lyc_matrix_planes(lyc_matrix_t c, const lyc_matrix_t a)
{
    lyc_matrix_t result;
    lyc_number_t s, t;
    FLINT_ASSERT(a->rows == 4 && a->columns == 4);
    lyc_matrix_init(result, 6, 6);
    lyc_number_init(s);
    lyc_number_init(t);
    for (slong i = 0; i < 6; i++)
        for (slong j = 0; j < 6; j++)
        {
            const int is_odd = (i == 1) != (j == 1);
            lyc_number_mul(s, lyc_matrix_entry(a, first[i], first[j]),
                           lyc_matrix_entry(a, second[i], second[j]));
            lyc_number_mul(t, lyc_matrix_entry(a, first[i], second[j]),
                           lyc_matrix_entry(a, second[i], first[j]));
            if (is_odd)
                lyc_number_sub(s, t, s);
            else
                lyc_number_sub(s, s, t);
            lyc_number_set(lyc_matrix_entry(result, i, j), s);
        }
    lyc_number_clear(s);
    lyc_number_clear(t);
    lyc_matrix_take(c, result);
}
