#include <stdlib.h>

#include "law/draw.h"

void lyc_law_init(lyc_law_t law)
{
    law->dim = law->length = 0;
    law->is_rational = 1;
    law->weight = NULL;
    law->atom = NULL;
    law->term = NULL;
    law->text = NULL;
    lyc_box_init(law->box);
}

void lyc_law_clear(lyc_law_t law)
{
    slong i;

    for (i = 0; i < law->length; i++)
    {
        lyc_number_clear(law->weight + i);
        lyc_matrix_clear(law->atom + i);
    }
    free(law->weight);
    free(law->atom);
    free(law->text);
    lyc_box_clear(law->box);
    lyc_term_release(law->term);
    lyc_law_init(law);
}

static int is_rational(const lyc_law_t law)
{
    slong i;

    for (i = 0; i < law->length; i++)
        if (!lyc_number_is_rational(law->weight + i) ||
            !lyc_matrix_is_rational(law->atom + i))
            return 0;
    return 1;
}

void lyc_law_take_draw(lyc_law_t law, lyc_draw_t x)
{
    lyc_law_clear(law);
    lyc_draw_merge(x);
    if (x->weight == NULL)
    {
        x->weight = lyc_malloc(sizeof(lyc_number_struct));
        lyc_number_init(x->weight);
        lyc_number_set_si(x->weight, 1);
    }
    law->dim = x->rows;
    law->length = x->length;
    law->weight = x->weight;
    law->atom = x->atom;
    law->is_rational = is_rational(law);
    lyc_draw_init(x);
}

void lyc_law_set(lyc_law_t law, const lyc_law_t other)
{
    slong i;

    if (law == other)
        return;
    lyc_law_clear(law);
    law->dim = other->dim;
    law->length = other->length;
    law->is_rational = other->is_rational;
    law->weight = lyc_malloc((size_t)other->length * sizeof(lyc_number_struct));
    law->atom = lyc_malloc((size_t)other->length * sizeof(lyc_matrix_struct));
    if (other->term != NULL)
        law->term = lyc_term_share(other->term);
    for (i = 0; i < other->length; i++)
    {
        lyc_number_init(law->weight + i);
        lyc_number_set(law->weight + i, other->weight + i);
        lyc_matrix_init(law->atom + i, 0, 0);
        lyc_matrix_set(law->atom + i, other->atom + i);
    }
    if (other->text != NULL)
        law->text = lyc_strdup(other->text);
    lyc_box_set(law->box, other->box);
}
