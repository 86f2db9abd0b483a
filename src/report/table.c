#include <stdlib.h>
#include <string.h>

#include "lyapcert/report.h"

void lyc_table_init(lyc_table_t t, long columns)
{
    t->columns = columns;
    t->rows = 0;
    t->capacity = 0;
    t->cell = NULL;
}

void lyc_table_clear(lyc_table_t t)
{
    for (long i = 0; i < t->rows * t->columns; i++)
    {
        free(t->cell[i]);
    }
    free(t->cell);
    lyc_table_init(t, t->columns);
}

void lyc_table_row(lyc_table_t t, const char *const *cells)
{
    if (t->rows == t->capacity)
    {
        t->capacity = t->capacity == 0 ? 16 : 2 * t->capacity;
        t->cell = lyc_realloc(t->cell, sizeof(char *) * (size_t)t->capacity *
                                           (size_t)t->columns);
    }
    char **row = t->cell + t->rows * t->columns;
    for (long j = 0; j < t->columns; j++)
    {
        row[j] = lyc_strdup(cells[j]);
    }
    t->rows++;
}

static void spaces(lyc_text_t out, size_t n)
{
    while (n-- > 0)
    {
        lyc_text_add_n(out, " ", 1);
    }
}

void lyc_table_get_text(lyc_text_t out, const lyc_table_t t, int indent,
                        int gap)
{
    size_t *width = lyc_calloc((size_t)t->columns, sizeof(size_t));
    for (long i = 0; i < t->rows * t->columns; i++)
    {
        size_t w = lyc_report_columns(t->cell[i]);
        long j = i % t->columns;
        width[j] = w > width[j] ? w : width[j];
    }
    for (long i = 0; i < t->rows; i++)
    {
        size_t owed = (size_t)indent;
        for (long j = 0; j < t->columns; j++)
        {
            const char *s = t->cell[i * t->columns + j];
            if (*s != '\0')
            {
                spaces(out, owed);
                lyc_text_add(out, s);
                owed = 0;
            }
            if (width[j] > 0)
            {
                owed += width[j] - lyc_report_columns(s) + (size_t)gap;
            }
        }
        lyc_text_add(out, "\n");
    }
    free(width);
}
