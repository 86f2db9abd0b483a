/* "forall s in [a, b], t in [c, d]: LAW" on the command line. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "law/range.h"

int lyc_cli_has_ranges(const char *text)
{
    text += strspn(text, " \t");
    return strncmp(text, "forall", 6) == 0 && strspn(text + 6, " \t") > 0;
}

/* The ',' or ':' outside brackets, or NULL. */
static const char *range_end(const char *s)
{
    long depth = 0;
    for (; *s != '\0'; s++)
    {
        depth += (*s == '[' || *s == '(' || *s == '{') -
                 (*s == ']' || *s == ')' || *s == '}');
        if (depth == 0 && (*s == ',' || *s == ':'))
        {
            return s;
        }
    }
    return NULL;
}

/* Text from begin to end at the column that it has in `whole`, after blanks:
 * messages name the place. The keyword stands before it. */
static char *placed(const char *whole, const char *begin, const char *end,
                    const char *keyword)
{
    const size_t column = (size_t)(begin - whole), n = strlen(keyword);
    const size_t length = (size_t)(end - begin);
    char *s = lyc_malloc(column + length + 1);
    memset(s, ' ', column);
    memcpy(s + column - n, keyword, n);
    memcpy(s + column, begin, length);
    s[column + length] = '\0';
    return s;
}

/* One range, from its own text; ends that are not rational are written anew. */
static int read_range(lyc_program_t p, const lyc_source *source, lyc_diag_t d)
{
    lyc_program_t own;
    lyc_text_t text;
    int is_changed = 0;
    lyc_program_init(own);
    lyc_text_init(text);
    int ok = lyc_program_parse(own, source, d) &&
             lyc_range_define_all(text, &is_changed, own, d);
    if (ok && is_changed)
    {
        const lyc_source again = {source->file, text->bytes, text->length, 1};
        ok = lyc_program_parse(p, &again, d);
    }
    else if (ok)
    {
        ok = lyc_program_parse(p, source, d);
    }
    lyc_text_clear(text);
    lyc_program_clear(own);
    return ok;
}

int lyc_cli_read_ranges(lyc_program_t p, char **law, const char *text,
                        const char *file, lyc_diag_t d)
{
    const char *at = strstr(text, "forall") + 6;
    for (int is_last = 0; !is_last;)
    {
        const char *end = range_end(at);
        if (end == NULL)
        {
            const lyc_place place = {file, 1, (int)strlen(text) + 1};
            return lyc_diag_set(d, LYC_MALFORMED, place,
                                "expected ':' and a law after the ranges");
        }
        is_last = *end == ':';
        char *range = placed(text, at, end, "forall");
        const lyc_source source = {file, range, strlen(range), 1};
        const int ok = read_range(p, &source, d);
        free(range);
        if (!ok)
        {
            return 0;
        }
        at = end + 1;
    }
    *law = placed(text, at, text + strlen(text), "");
    return 1;
}
