#include "lyapcert/law.h"

void lyc_law_get_text(lyc_text_t t, const lyc_law_t law)
{
    slong i;

    lyc_text_add(t, "{");
    for (i = 0; i < law->length; i++)
    {
        lyc_text_add(t, i > 0 ? ", " : "");
        lyc_number_get_text(t, law->weight + i);
        lyc_text_add(t, ": ");
        lyc_matrix_get_text(t, law->atom + i);
    }
    lyc_text_add(t, "}");
}
