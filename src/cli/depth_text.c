#include <stdio.h>

#include "cli/depth.h"
#include "lyapcert/dyadic.h"

enum
{
    LEAST_DIGITS = 4,
    MOST_DIGITS = 10
};

static void add_row(lyc_table_t table, const char *name, const lyc_text_t a,
                    const lyc_text_t b)
{
    const char *const row[] = {name, a->bytes, b->bytes};
    lyc_table_row(table, row);
}

static void add_interval(lyc_text_t t, const lyc_depth_struct *r, int is_norm)
{
    if (!r->is_known)
    {
        lyc_text_add(t, "unknown");
        return;
    }
    const arf_struct *lower = is_norm ? r->norm_lower : r->lower;
    const arf_struct *upper = is_norm ? r->norm_upper : r->upper;
    slong digits = lyc_decimal_digits(lower, upper, MOST_DIGITS);
    digits = digits < LEAST_DIGITS ? LEAST_DIGITS : digits;
    if (arf_is_neg_inf(upper))
    {
        lyc_text_add(t, "-inf");
        return;
    }
    lyc_text_add(t, "[");
    lyc_decimal_lower(t, lower, digits);
    lyc_text_add(t, ", ");
    lyc_decimal_upper(t, upper, digits);
    lyc_text_add(t, "]");
}

static void add_probability(lyc_text_t t, const lyc_depth_struct *r, int i)
{
    arf_t p;
    if (!r->is_known)
    {
        lyc_text_add(t, "unknown");
        return;
    }
    arf_init(p);
    arf_set_d(p, r->probability[i].best);
    lyc_text_add(t, "<= ");
    lyc_report_width(t, p);
    arf_clear(p);
}

static void add_rows(lyc_table_t table, const lyc_depth_run *a)
{
    static const char *const head[] = {"", "plain", "residual"};
    static const char *const mean[] = {"E log(|S x|/|x|), every x",
                                       "E log||S||"};
    lyc_text_t cell[2];
    lyc_text_init(cell[0]);
    lyc_text_init(cell[1]);
    lyc_table_row(table, head);
    for (int k = 0; k < 2; k++)
    {
        for (int i = 0; i < 2; i++)
        {
            lyc_text_reset(cell[i]);
            add_interval(cell[i], a->result[i], k);
        }
        add_row(table, mean[k], cell[0], cell[1]);
    }
    for (int n = 0; n < a->options->levels; n++)
    {
        lyc_text_t name;
        lyc_text_init(name);
        lyc_text_printf(
            name, "P(log(|S x|/|x|) %s %.40s)",
            a->level[n].side > 0 ? ">=" : "<=", a->options->level[n].text);
        for (int i = 0; i < 2; i++)
        {
            lyc_text_reset(cell[i]);
            add_probability(cell[i], a->result[i], n);
        }
        add_row(table, name->bytes, cell[0], cell[1]);
        lyc_text_clear(name);
    }
    lyc_text_clear(cell[0]);
    lyc_text_clear(cell[1]);
}

static void add_methods(lyc_table_t table, const lyc_depth_run *a)
{
    lyc_text_t cell[2];
    for (int i = 0; i < 2; i++)
    {
        const lyc_depth_struct *r = a->result[i];
        lyc_text_init(cell[i]);
        if (r->is_known)
        {
            lyc_text_add(cell[i], r->method);
        }
        if (r->is_known && r->cones > 1)
        {
            lyc_text_printf(cell[i], ", %ld cones", (long)r->cones);
        }
    }
    add_row(table, "method", cell[0], cell[1]);
    lyc_text_clear(cell[0]);
    lyc_text_clear(cell[1]);
}

void lyc_depth_get_text(lyc_text_t out, const lyc_depth_run *a, double seconds)
{
    lyc_table_t table;
    lyc_text_printf(out, "law         %s\n", a->label);
    lyc_text_add(out, "            ");
    lyc_report_size(out, a->law[0]);
    lyc_report_structure(out, a->law[0], 12);
    lyc_text_printf(out,
                    "depth       S = A_%ld ... A_1: %ld independent draws of A "
                    "(plain) or I + A (residual);\n"
                    "            x: a vector that does not depend on them\n",
                    a->options->depth, a->options->depth);
    lyc_table_init(table, 3);
    add_rows(table, a);
    add_methods(table, a);
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
    lyc_text_add(out, "time        ");
    lyc_report_seconds(out, seconds);
    lyc_text_add(out, "\n");
    for (int i = 0; i < 2; i++)
    {
        if (a->file[i]->length > 0)
        {
            lyc_text_printf(out, "written to  %s\n", a->file[i]->bytes);
        }
    }
}
