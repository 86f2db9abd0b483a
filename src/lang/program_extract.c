#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "lang/walk.h"

/* Line ends become "\n". */
static void add_lines(lyc_text_t out, const char *bytes, size_t n)
{
    while (n > 0)
    {
        const char *cr = memchr(bytes, '\r', n);
        size_t run = cr == NULL ? n : (size_t)(cr - bytes);

        lyc_text_add_n(out, bytes, run);
        run += cr != NULL;
        bytes += run;
        n -= run;
    }
}

static void add_definition(lyc_text_t out, const lyc_program_t p,
                           const lyc_expr *e, const lyc_source *source)
{
    const char *bytes = source->bytes + e->begin;
    size_t n = e->end - e->begin;
    int is_long = memchr(bytes, '\n', n) != NULL;
    char name[32] = "it";
    long i;

    for (i = 2; lyc_program_find(p, name) >= 0; i++)
        snprintf(name, sizeof name, "it_%ld", i);
    lyc_text_printf(out, "law %s = %s", name, is_long ? "(" : "");
    add_lines(out, bytes, n);
    lyc_text_add(out, is_long ? ")\n" : "\n");
}

void lyc_program_extract(lyc_text_t out, const lyc_program_t p,
                         const lyc_expr *e, const lyc_source *source)
{
    char *needed = lyc_calloc((size_t)p->length, 1);
    long itself = e->kind == LYC_EXPR_NAME ? lyc_program_find(p, e->text) : -1;
    long i;

    lyc_program_mark(needed, p, e);
    for (i = 0; i < p->length; i++)
    {
        const char *text = p->definition[i].text;

        if (!needed[i])
            continue;
        add_lines(out, text, strlen(text));
        lyc_text_add(out, "\n");
    }
    if (itself < 0 || !p->definition[itself].is_law)
        add_definition(out, p, e, source);
    free(needed);
}
