#include <stdlib.h>

#include "lang/names.h"
#include "lyapcert/claims.h"

void lyc_script_init(lyc_script_t s)
{
    lyc_program_init(s->program);
    s->claim = NULL;
    s->length = s->capacity = 0;
    s->index = NULL;
}

void lyc_script_clear(lyc_script_t s)
{
    long i;

    for (i = 0; i < s->length; i++)
    {
        lyc_expr_free(s->claim[i].statement);
        free(s->claim[i].name);
        free(s->claim[i].text);
    }
    free(s->claim);
    lyc_names_clear(&s->index);
    lyc_program_clear(s->program);
    lyc_script_init(s);
}
