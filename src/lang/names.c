#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "lang/names.h"
#include "lyapcert/limits.h"
#include "lyapcert/text.h"

typedef struct
{
    const char *name; /* owned, but for the key of a search */
    long position;
} entry;

static int compare(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->name, ((const entry *)b)->name);
}

long lyc_names_find(void *const *root, const char *name)
{
    entry key = {name, 0};
    entry *const *found = tfind(&key, root, compare);

    return found == NULL ? -1 : (*found)->position;
}

void lyc_names_add(void **root, const char *name, long position)
{
    entry *e = lyc_malloc(sizeof(entry));

    e->name = lyc_strdup(name);
    e->position = position;
    if (tsearch(e, root, compare) == NULL)
        lyc_limits_fail("out of memory");
}

void lyc_names_clear(void **root)
{
    while (*root != NULL)
    {
        entry *e = **(entry ***)root;

        tdelete(e, root, compare);
        free((char *)e->name);
        free(e);
    }
}
