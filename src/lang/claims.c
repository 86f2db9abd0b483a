#include <stdlib.h>

#include "lang/claims_parts.h"
#include "lang/names.h"

void lyc_script_init(lyc_script_t s)
{
    lyc_program_init(s->program);
    s->claim = NULL;
    s->length = s->capacity = 0;
    s->index = NULL;
    s->forall = NULL;
    s->foralls = 0;
    s->theorem = NULL;
    s->theorems = 0;
    s->theorem_index = NULL;
    s->instance = NULL;
    s->instances = 0;
    s->ensemble = NULL;
    s->ensembles = 0;
    s->ensemble_index = NULL;
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
    for (i = 0; i < s->foralls; i++)
        lyc_forall_free(s->forall[i]);
    free(s->forall);
    for (i = 0; i < s->theorems; i++)
        lyc_theorem_clear(s->theorem + i);
    free(s->theorem);
    for (i = 0; i < s->instances; i++)
        lyc_instance_clear(s->instance + i);
    free(s->instance);
    for (i = 0; i < s->ensembles; i++)
        lyc_ensemble_clear(s->ensemble + i);
    free(s->ensemble);
    lyc_names_clear(&s->index);
    lyc_names_clear(&s->theorem_index);
    lyc_names_clear(&s->ensemble_index);
    lyc_program_clear(s->program);
    lyc_script_init(s);
}
