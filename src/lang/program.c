#include <stdlib.h>

#include "lang/names.h"
#include "lyapcert/syntax.h"

void lyc_program_init(lyc_program_t p)
{
    p->definition = NULL;
    p->length = p->capacity = 0;
    p->index = NULL;
}

void lyc_program_clear(lyc_program_t p)
{
    long i;

    for (i = 0; i < p->length; i++)
    {
        lyc_expr_free(p->definition[i].value);
        free(p->definition[i].name);
        free(p->definition[i].text);
    }
    free(p->definition);
    lyc_names_clear(&p->index);
    lyc_program_init(p);
}

long lyc_program_find(const lyc_program_t p, const char *name)
{
    return lyc_names_find(&p->index, name);
}
