#include <ctype.h>
#include <string.h>

#include "lyapcert/report.h"

static int is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

size_t lyc_report_columns(const char *s)
{
    size_t n = 0;
    for (; *s != '\0'; s++)
    {
        n += is_continuation(*s) ? 0 : 1;
    }
    return n;
}

static void squeeze(lyc_text_t out, const char *s)
{
    while (isspace((unsigned char)*s))
    {
        s++;
    }
    while (*s != '\0')
    {
        if (isspace((unsigned char)*s))
        {
            while (isspace((unsigned char)*s))
            {
                s++;
            }
            if (*s != '\0')
            {
                lyc_text_add_n(out, " ", 1);
            }
        }
        else
        {
            lyc_text_add_n(out, iscntrl((unsigned char)*s) ? "?" : s, 1);
            s++;
        }
    }
}

/* The byte after `columns` code points of s. */
static size_t bytes_of(const char *s, size_t columns)
{
    size_t i = 0;
    while (s[i] != '\0')
    {
        if (!is_continuation(s[i]) && columns-- == 0)
        {
            break;
        }
        i++;
    }
    return i;
}

void lyc_report_shorten(lyc_text_t out, const char *s, size_t columns)
{
    lyc_text_t t;
    lyc_text_init(t);
    squeeze(t, s);
    size_t n = lyc_report_columns(t->bytes);
    if (n <= columns)
    {
        lyc_text_add(out, t->bytes);
    }
    else
    {
        size_t tail = columns / 4;
        size_t head = columns - tail - 1;
        lyc_text_add_n(out, t->bytes, bytes_of(t->bytes, head));
        lyc_text_add(out, "…");
        lyc_text_add(out, t->bytes + bytes_of(t->bytes, n - tail));
    }
    lyc_text_clear(t);
}
