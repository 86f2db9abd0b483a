#include "lyapcert/law.h"

void lyc_matrix_get_text(lyc_text_t t, const lyc_matrix_t a)
{
    slong i, j;

    lyc_text_add(t, "[");
    for (i = 0; i < a->rows; i++)
        for (j = 0; j < a->columns; j++)
        {
            if (i + j > 0)
                lyc_text_add(t, j > 0 ? "," : ";");
            lyc_number_get_text(t, lyc_matrix_entry(a, i, j));
        }
    lyc_text_add(t, "]");
}
