#include <string.h>

#include "certify/format.h"
#include "lyapcert/law.h"

#define MAX_COLUMNS 76 /* behind the indentation */
#define MAX_LINES 4

/* The definition on one line: comments left out, blanks and line ends as
 * single spaces. */
static void flatten(lyc_text_t line, const char *s)
{
    lyc_text_reset(line);
    while (*s != '\0')
    {
        const size_t n = strcspn(s, " \t\r\n#");
        lyc_text_add_n(line, s, n);
        s += n;
        const char *next = s + strspn(s, " \t\r\n");
        if (*next == '#')
            next += strcspn(next, "\n");
        if (next > s && line->length > 0 &&
            line->bytes[line->length - 1] != ' ')
            lyc_text_add(line, " ");
        s = next;
    }
    if (line->length > 0 && line->bytes[line->length - 1] == ' ')
        line->bytes[--line->length] = '\0';
}

static void add_line(lyc_text_t out, const lyc_text_t line)
{
    static const char mark[] = "...";
    lyc_text_add(out, "  ");
    if (line->length <= MAX_COLUMNS)
        lyc_text_add(out, line->bytes);
    else
    {
        lyc_text_add_n(out, line->bytes, MAX_COLUMNS - strlen(mark));
        lyc_text_printf(out, "%s (%zu characters)", mark, line->length);
    }
    lyc_text_add(out, "\n");
}

static void add_definitions(lyc_text_t out, const lyc_program_t p)
{
    const long first = p->length > MAX_LINES ? p->length - MAX_LINES + 1 : 0;
    lyc_text_t line;
    lyc_text_init(line);
    if (first > 0)
        lyc_text_printf(out, "  ... (%ld definitions)\n", first);
    for (long i = first; i < p->length; i++)
    {
        flatten(line, p->definition[i].text);
        add_line(out, line);
    }
    lyc_text_clear(line);
}

void lyc_law_text_summary(lyc_text_t out, const char *text)
{
    const lyc_source whole = {"<law>", text, strlen(text), 1};
    lyc_program_t p;
    lyc_text_t needed;
    lyc_diag_t d;
    lyc_program_init(p);
    lyc_text_init(needed);
    lyc_diag_init(d);
    if (lyc_law_text_extract(needed, &whole, d))
    {
        const lyc_source source = {"<law>", needed->bytes, needed->length, 1};
        if (lyc_program_parse(p, &source, d))
            add_definitions(out, p);
    }
    lyc_program_clear(p);
    lyc_text_clear(needed);
    lyc_diag_clear(d);
}
