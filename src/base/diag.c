#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "lyapcert/diag.h"
#include "lyapcert/text.h"

static const lyc_place nowhere = {NULL, 0, 0};

void lyc_diag_init(lyc_diag_t d)
{
    d->is_set = 0;
    d->status = LYC_UNDECIDED;
    d->text = NULL;
}

void lyc_diag_clear(lyc_diag_t d)
{
    free(d->text);
    lyc_diag_init(d);
}

static void record(lyc_diag_t d, lyc_verdict_t status, lyc_place place,
                   const char *format, va_list arguments)
{
    lyc_text_t t;
    va_list copy;
    int n;

    if (d->is_set)
        return;
    lyc_text_init(t);
    if (place.file != NULL)
        lyc_text_printf(t, "%s:", place.file);
    if (place.line > 0)
        lyc_text_printf(t, "%d:%d:", place.line, place.column);
    if (t->length > 0)
        lyc_text_add(t, " ");

    va_copy(copy, arguments);
    n = vsnprintf(NULL, 0, format, copy);
    va_end(copy);
    if (n > 0)
    {
        char *message = lyc_malloc((size_t)n + 1);

        (void)vsnprintf(message, (size_t)n + 1, format, arguments);
        lyc_text_add_n(t, message, (size_t)n);
        free(message);
    }
    d->is_set = 1;
    d->status = status;
    d->text = t->bytes;
}

int lyc_diag_set(lyc_diag_t d, lyc_verdict_t status, lyc_place place,
                 const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(d, status, place, format, arguments);
    va_end(arguments);
    return 0;
}

int lyc_diag_fail(lyc_diag_t d, lyc_verdict_t status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    record(d, status, nowhere, format, arguments);
    va_end(arguments);
    return 0;
}
