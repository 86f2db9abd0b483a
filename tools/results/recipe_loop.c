#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "recipe.h"

#define MAX_VALUES 100000

static void add_value(recipe_loop *loop, const char *bytes, size_t n)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_text_add_n(t, bytes, n);
    loop->value = lyc_realloc(loop->value, (size_t)(loop->values + 1) *
                                               sizeof loop->value[0]);
    loop->value[loop->values++] = lyc_strdup(t->bytes);
    lyc_text_clear(t);
}

/* A decimal as n 10^-places. 1 on success. */
static int read_decimal(long *n, int *places, const char *s, char **end)
{
    const char *first = s;
    *n = strtol(s, end, 10);
    *places = 0;
    if (*end == s)
        return 0;
    if (**end == '.' && (*end)[1] != '.')
    {
        for (s = *end + 1; *s >= '0' && *s <= '9' && *places < 9; s++)
        {
            const long digit = *s - '0';
            *n = 10 * *n + (*first == '-' ? -digit : digit);
            ++*places;
        }
        *end = (char *)s;
    }
    return labs(*n) < 1000000000L;
}

static long scale(long n, int places, int most)
{
    for (; places < most; places++)
        n *= 10;
    return n;
}

static void add_decimal(recipe_loop *loop, long n, int places)
{
    char digits[32];
    lyc_text_t t;
    const int length =
        snprintf(digits, sizeof digits, "%0*ld", places + 1, labs(n));
    lyc_text_init(t);
    lyc_text_printf(t, "%s%.*s", n < 0 ? "-" : "", length - places, digits);
    if (places > 0)
        lyc_text_printf(t, ".%s", digits + length - places);
    add_value(loop, t->bytes, t->length);
    lyc_text_clear(t);
}

static int set_range(recipe_loop *loop, const char *text)
{
    static const char word[] = " step ";
    long from, to, step = 1;
    int a, b, c = 0;
    char *end;
    if (!read_decimal(&from, &a, text, &end) || strncmp(end, "..", 2) != 0 ||
        !read_decimal(&to, &b, end + 2, &end))
        return 0;
    if (strncmp(end, word, strlen(word)) == 0 &&
        !read_decimal(&step, &c, end + strlen(word), &end))
        return 0;
    const int most = a > b ? (a > c ? a : c) : (b > c ? b : c);
    from = scale(from, a, most);
    to = scale(to, b, most);
    step = scale(step, c, most);
    if (*end != '\0' || step <= 0 || to < from ||
        (to - from) / step >= MAX_VALUES)
        return 0;
    for (long n = from; n <= to; n += step)
        add_decimal(loop, n, most);
    return 1;
}

int recipe_loop_set(recipe_loop *loop, const char *text)
{
    for (const char *s = text + strspn(text, " "); *s != '\0';
         s += strspn(s, " "))
    {
        const size_t n = strcspn(s, " ");
        const char *dots = strstr(s, "..");
        /* A range is the last. */
        if (dots != NULL && dots < s + n)
            return set_range(loop, s);
        add_value(loop, s, n);
        s += n;
    }
    return loop->values > 0;
}

long recipe_rounds(const recipe_loop *loop, int loops)
{
    long n = 1;
    for (int i = 0; i < loops; i++)
        n *= loop[i].values;
    return n;
}

const char *recipe_value(const recipe_loop *loop, int loops, int i, long round)
{
    for (int j = loops - 1; j > i; j--)
        round /= loop[j].values;
    return loop[i].value[round % loop[i].values];
}

void recipe_fill(lyc_text_t out, const char *text, const recipe_loop *loop,
                 int loops, long round)
{
    while (*text != '\0')
    {
        int i = 0;
        size_t n = 0;
        for (; *text == '@' && i < loops; i++)
        {
            n = strlen(loop[i].name);
            if (strncmp(text + 1, loop[i].name, n) == 0 && text[n + 1] == '@')
                break;
        }
        if (*text == '@' && i < loops)
        {
            lyc_text_add(out, recipe_value(loop, loops, i, round));
            text += n + 2;
        }
        else
            lyc_text_add_n(out, text++, 1);
    }
}
