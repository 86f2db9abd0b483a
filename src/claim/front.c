#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "claim/front.h"

typedef enum
{
    KEY_NONE,
    KEY_TITLE,
    KEY_USES,
    KEY_SOURCES,
    KEY_EXPECTED
} front_key;

typedef struct
{
    lyc_chapter_struct *c;
    lyc_diag_struct *d;
    int line;        /* of the file, from 1 */
    const char *row; /* its first byte */
    front_key key;   /* the key whose items may still follow */
    int is_open;     /* inside a [ list that goes on */
    int seen[5];
} front;

static int wrong(front *f, const char *at, const char *expected)
{
    lyc_place place = {f->c->file, f->line, (int)(at - f->row) + 1};
    return lyc_diag_set(f->d, LYC_MALFORMED, place, "front matter: expected %s",
                        expected);
}

static const char *skip(const char *s, const char *end)
{
    while (s < end && (*s == ' ' || *s == '\t'))
    {
        s++;
    }
    return s;
}

static const char *trim(const char *s, const char *end)
{
    while (end > s && isspace((unsigned char)end[-1]))
    {
        end--;
    }
    return end;
}

/* A copy of [s, end) without a pair of quotes around it. */
static char *unquoted(const char *s, const char *end)
{
    if (end - s >= 2 && (*s == '"' || *s == '\'') && end[-1] == *s)
    {
        s++;
        end--;
    }
    size_t n = (size_t)(end - s);
    char *copy = lyc_malloc(n + 1);
    memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

/* name.claim: two words of letters, digits, - and _ with a point between. */
static int is_id(const char *s)
{
    const char *dot = strchr(s, '.');
    if (dot == NULL || dot == s || dot[1] == '\0')
    {
        return 0;
    }
    for (; *s != '\0'; s++)
    {
        if (s != dot && !isalnum((unsigned char)*s) && *s != '-' && *s != '_')
        {
            return 0;
        }
    }
    return 1;
}

static void append(char ***list, long *length, char *item)
{
    *list = lyc_realloc(*list, sizeof(char *) * (size_t)(*length + 1));
    (*list)[(*length)++] = item;
}

static int add_item(front *f, const char *s, const char *end)
{
    lyc_chapter_struct *c = f->c;
    char *item = unquoted(s, end);
    if (f->key == KEY_SOURCES && *item != '\0')
    {
        append(&c->sources, &c->sources_length, item);
        return 1;
    }
    if (f->key == KEY_SOURCES || !is_id(item))
    {
        free(item);
        return wrong(f, s,
                     f->key == KEY_USES ? "an id NAME.CLAIM" : "a source");
    }
    c->uses_line =
        lyc_realloc(c->uses_line, sizeof(int) * (size_t)(c->uses_length + 1));
    c->uses_line[c->uses_length] = f->line;
    append(&c->uses, &c->uses_length, item);
    return 1;
}

/* The end of the item at s: a comma, a bracket or the end of the line, not
 * inside quotes. */
static const char *item_end(const char *s, const char *end)
{
    char quote = '\0';
    for (; s < end; s++)
    {
        if (quote != '\0')
        {
            quote = *s == quote ? '\0' : quote;
        }
        else if (*s == '"' || *s == '\'')
        {
            quote = *s;
        }
        else if (*s == ',' || *s == ']')
        {
            break;
        }
    }
    return s;
}

/* Items of a bracketed list from s on; the list may go on in the next line. */
static int read_items(front *f, const char *s, const char *end)
{
    f->is_open = 1;
    for (;;)
    {
        s = skip(s, end);
        if (s == end)
        {
            return 1;
        }
        if (*s == ']')
        {
            f->is_open = 0;
            f->key = KEY_NONE;
            s = skip(s + 1, end);
            return s == end || *s == '#' ? 1
                                         : wrong(f, s, "the end of the line");
        }
        const char *stop = item_end(s, end);
        if (!add_item(f, s, trim(s, stop)))
        {
            return 0;
        }
        s = stop < end && *stop == ',' ? stop + 1 : stop;
    }
}

static int read_value(front *f, const char *s, const char *end)
{
    if (f->key == KEY_TITLE)
    {
        if (s == end)
        {
            return wrong(f, s, "a title");
        }
        f->c->title = unquoted(s, end);
        f->key = KEY_NONE;
        return 1;
    }
    if (f->key == KEY_EXPECTED)
    {
        if (s == end)
        {
            return wrong(f, s, "the name of a file");
        }
        f->c->expected = unquoted(s, end);
        f->key = KEY_NONE;
        return 1;
    }
    if (s == end)
    {
        return 1; /* items follow */
    }
    return *s == '[' ? read_items(f, s + 1, end)
                     : wrong(f, s, "a list [..., ...]");
}

static int read_key(front *f, const char *s, const char *end)
{
    static const char *const word[] = {
        "", "title:", "uses:", "sources:", "expected:"};
    for (int key = KEY_TITLE; key <= KEY_EXPECTED; key++)
    {
        size_t n = strlen(word[key]);
        if ((size_t)(end - s) >= n && memcmp(s, word[key], n) == 0)
        {
            if (f->seen[key]++)
            {
                return wrong(f, s, "each key once");
            }
            f->key = (front_key)key;
            return read_value(f, skip(s + n, end), end);
        }
    }
    return wrong(f, s, "title:, uses:, sources:, expected: or ---");
}

static int read_row(front *f, const char *end)
{
    const char *s = skip(f->row, end);
    end = trim(s, end);
    if (f->is_open)
    {
        return read_items(f, s, end);
    }
    if (s == end || *s == '#')
    {
        return 1;
    }
    if (end - s >= 2 && s[0] == '-' && s[1] == ' ')
    {
        s = skip(s + 1, end);
        return f->key == KEY_USES || f->key == KEY_SOURCES
                   ? add_item(f, s, end)
                   : wrong(f, s, "a key before the items of its list");
    }
    return s == f->row ? read_key(f, s, end) : wrong(f, s, "no indentation");
}

static int is_rule(const char *s, const char *end)
{
    return trim(s, end) - s == 3 && memcmp(s, "---", 3) == 0;
}

static const char *line_end(const char *s, const char *end)
{
    const char *nl = memchr(s, '\n', (size_t)(end - s));
    return nl == NULL ? end : nl;
}

int lyc_chapter_front(lyc_chapter_t c, size_t *bytes, int *lines, lyc_diag_t d)
{
    const char *begin = c->text->bytes, *end = begin + c->text->length;
    front f = {c, d, 1, begin, KEY_NONE, 0, {0}};
    const char *stop = line_end(begin, end);
    *bytes = 0;
    *lines = 0;
    if (!is_rule(begin, stop))
    {
        return 1;
    }
    while (stop < end)
    {
        f.row = stop + 1;
        f.line++;
        stop = line_end(f.row, end);
        if (!f.is_open && is_rule(f.row, stop))
        {
            *bytes = (size_t)(stop - begin);
            *lines = f.line;
            return 1;
        }
        if (!read_row(&f, stop))
        {
            return 0;
        }
    }
    f.row = end;
    return wrong(&f, end, "a closing line ---");
}
