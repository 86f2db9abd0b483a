#define _XOPEN_SOURCE 700
#include <glob.h>
#include <string.h>

#include "lyapcert/chapter.h"
#include "stamp.h"

/* As one line. */
static void add_line(lyc_text_t out, const char *s)
{
    for (; *s != '\0'; s++)
        if (*s != '\n')
            lyc_text_add_n(out, s, 1);
        else
        {
            s += strspn(s, " \n") - 1;
            if (out->length > 0 && out->bytes[out->length - 1] != '[')
                lyc_text_add(out, " ");
        }
}

static int find_in(lyc_text_t out, const char *file, const char *name,
                   lyc_diag_t d)
{
    int is_found = 0;
    lyc_chapter_t c;
    lyc_chapter_init(c);
    if (lyc_chapter_read(c, file, d))
        for (long i = 0; i < c->script->length; i++)
            if (strcmp(c->script->claim[i].name, name) == 0)
            {
                add_line(out, c->script->claim[i].text);
                is_found = 1;
            }
    lyc_chapter_clear(c);
    return is_found;
}

int claim_statement(lyc_text_t out, const char *id, lyc_diag_t d)
{
    const char *dot = strchr(id, '.');
    lyc_text_t pattern;
    glob_t found;
    int ok = 0;
    lyc_text_init(pattern);
    lyc_text_printf(pattern, "theory/*-%.*s.md",
                    (int)(dot == NULL ? 0 : dot - id), id);
    if (dot != NULL && glob(pattern->bytes, 0, NULL, &found) == 0)
    {
        for (size_t i = 0; i < found.gl_pathc && !ok; i++)
            ok = find_in(out, found.gl_pathv[i], dot + 1, d);
        globfree(&found);
    }
    lyc_text_clear(pattern);
    return ok || lyc_diag_fail(d, LYC_MALFORMED,
                               "claim %s: no chapter states it", id);
}
