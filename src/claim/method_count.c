#include <string.h>

#include "claim/ensemble.h"

void lyc_method_count_add(lyc_method_count **list, long *length,
                          const char *name)
{
    long i = 0;
    while (i < *length && strcmp((*list)[i].name, name) < 0)
    {
        i++;
    }
    if (i == *length || strcmp((*list)[i].name, name) != 0)
    {
        *list = lyc_realloc(*list, sizeof **list * (size_t)(*length + 1));
        memmove(*list + i + 1, *list + i,
                sizeof **list * (size_t)(*length - i));
        (*list)[i].name = lyc_strdup(name);
        (*list)[i].cases = 0;
        ++*length;
    }
    (*list)[i].cases++;
}
