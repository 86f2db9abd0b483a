#include "lyapcert/law.h"

void lyc_law_get_text(lyc_text_t t, const lyc_law_t law)
{
    slong i;

    if (law->term != NULL)
    {
        lyc_term_get_text(t, law->term);
        return;
    }
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

int lyc_law_get_program(lyc_text_t t, const lyc_law_t law)
{
    if (law->text != NULL)
    {
        lyc_text_add(t, law->text);
        return 1;
    }
    if (law->term != NULL)
        return lyc_term_get_program(t, law->term);
    lyc_text_add(t, "law it = ");
    lyc_law_get_text(t, law);
    lyc_text_add(t, "\n");
    return 1;
}
