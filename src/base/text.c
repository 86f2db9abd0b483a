#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/limits.h"
#include "lyapcert/text.h"

void lyc_text_init(lyc_text_t t)
{
    t->capacity = 64;
    t->bytes = lyc_malloc(t->capacity);
    lyc_text_reset(t);
}

void lyc_text_clear(lyc_text_t t)
{
    free(t->bytes);
    t->bytes = NULL;
    t->length = t->capacity = 0;
}

void lyc_text_reset(lyc_text_t t)
{
    t->length = 0;
    t->bytes[0] = '\0';
}

/* Room for n more bytes and NUL. */
static void reserve(lyc_text_t t, size_t n)
{
    size_t need;

    if (n >= SIZE_MAX / 2 - t->length)
        lyc_limits_fail("out of memory");
    need = t->length + n + 1;
    if (need > t->capacity)
    {
        t->capacity = need > 2 * t->capacity ? need : 2 * t->capacity;
        t->bytes = lyc_realloc(t->bytes, t->capacity);
    }
}

void lyc_text_add_n(lyc_text_t t, const char *bytes, size_t n)
{
    reserve(t, n);
    if (n > 0)
        memcpy(t->bytes + t->length, bytes, n);
    t->length += n;
    t->bytes[t->length] = '\0';
}

void lyc_text_add(lyc_text_t t, const char *bytes)
{
    lyc_text_add_n(t, bytes, strlen(bytes));
}

void lyc_text_printf(lyc_text_t t, const char *format, ...)
{
    va_list first, second;
    int n;

    va_start(first, format);
    va_copy(second, first);
    n = vsnprintf(NULL, 0, format, first);
    va_end(first);
    if (n < 0)
        lyc_limits_fail("text could not be formatted");
    reserve(t, (size_t)n);
    (void)vsnprintf(t->bytes + t->length, (size_t)n + 1, format, second);
    va_end(second);
    t->length += (size_t)n;
}
