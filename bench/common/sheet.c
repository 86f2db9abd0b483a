#include <math.h>
#include <stdio.h>

#include "common/bench.h"

/* x to two significant digits. */
static double rounded(double x)
{
    const double unit = pow(10.0, floor(log10(fabs(x))) - 1.0);
    return rint(x / unit) * unit;
}

static void add_cell(char *cell, size_t size, double x, bench_format format)
{
    if (!isfinite(x))
        snprintf(cell, size, "%s", isnan(x) ? "-" : x > 0.0 ? "inf" : "-inf");
    else if (format == BENCH_COUNT)
        snprintf(cell, size, "%.0f", x);
    else if (fabs(x) >= 9.95 && fabs(x) < 1e6)
        snprintf(cell, size, "%.0f", rounded(x));
    else
        snprintf(cell, size, "%.2g", x);
    if (format == BENCH_TIMES && isfinite(x))
    {
        const size_t n = lyc_report_columns(cell);
        snprintf(cell + n, size - n, " x");
    }
}

void bench_sheet_init(bench_sheet *s, const bench_column *column, long columns)
{
    const char *head[BENCH_COLUMNS + 1] = {"law"};
    s->column = column;
    s->columns = columns;
    lyc_table_init(s->table, columns + 1);
    lyc_text_init(s->file);
    lyc_text_add(s->file, "law");
    for (long j = 0; j < columns; j++)
    {
        head[j + 1] = column[j].head;
        lyc_text_printf(s->file, "\t%s", column[j].head);
    }
    lyc_text_add(s->file, "\n");
    lyc_table_row(s->table, head);
}

void bench_sheet_row(bench_sheet *s, const char *name, const double *value)
{
    char cell[BENCH_COLUMNS][40];
    const char *row[BENCH_COLUMNS + 1] = {name};
    lyc_text_add(s->file, name);
    for (long j = 0; j < s->columns; j++)
    {
        add_cell(cell[j], sizeof cell[j], value[j], s->column[j].format);
        row[j + 1] = cell[j];
        lyc_text_printf(s->file, "\t%.17g", value[j]);
    }
    lyc_text_add(s->file, "\n");
    lyc_table_row(s->table, row);
}

void bench_sheet_print(const bench_sheet *s, const char *title)
{
    lyc_text_t out;
    lyc_text_init(out);
    lyc_text_printf(out, "%s\n\n", title);
    lyc_table_get_text(out, s->table, 2, 2);
    printf("%s\n", out->bytes);
    fflush(stdout);
    lyc_text_clear(out);
}

void bench_sheets_write(const bench_sheet *const *sheets, long n,
                        const char *path)
{
    lyc_text_t out;
    lyc_diag_t d;
    lyc_text_init(out);
    lyc_diag_init(d);
    for (long k = 0; k < n; k++)
        lyc_text_printf(out, "%s%s", k > 0 ? "\n" : "", sheets[k]->file->bytes);
    if (!lyc_text_write_file(path, out->bytes, out->length, d))
    {
        fprintf(stderr, "bench: %s\n", d->text);
        exit(LYC_FAILURE);
    }
    lyc_text_clear(out);
    lyc_diag_clear(d);
}

void bench_sheet_clear(bench_sheet *s)
{
    lyc_table_clear(s->table);
    lyc_text_clear(s->file);
}
