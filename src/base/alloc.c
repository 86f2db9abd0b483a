#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/limits.h"
#include "lyapcert/text.h"

static void *checked(void *p)
{
    if (p == NULL)
        lyc_limits_fail("out of memory");
    return p;
}

void *lyc_malloc(size_t bytes)
{
    return checked(malloc(bytes > 0 ? bytes : 1));
}

void *lyc_calloc(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        count = size = 1;
    return checked(calloc(count, size));
}

void *lyc_realloc(void *p, size_t bytes)
{
    return checked(realloc(p, bytes > 0 ? bytes : 1));
}

char *lyc_strdup(const char *s)
{
    size_t bytes = strlen(s) + 1;

    return memcpy(lyc_malloc(bytes), s, bytes);
}
