#include <stdio.h>
#include <string.h>

#include "cli/compare.h"

static const char *const side[2] = {"plain", "residual"};

static void add_exponent(lyc_text_t t, const lyc_compare *a,
                         const lyc_facts_struct *f, slong k)
{
    const slong digits =
        lyc_report_shown(a->digits, a->tol, f->exponent_lower + (k - 1));
    if (f->is_exact[k - 1])
    {
        lyc_report_exact(t, f->exact + (k - 1), digits);
        return;
    }
    lyc_report_interval(t, f->exponent_lower + (k - 1),
                        f->exponent_upper + (k - 1), digits);
}

static void add_method(lyc_text_t t, const lyc_compare *a, int i, slong k)
{
    const char *method = a->comparison->enclosure[i]->method[k - 1];
    lyc_text_add(t, method == NULL ? "" : method);
}

static void spectra(lyc_text_t out, const lyc_compare *a)
{
    static const char *const head[] = {"k", "plain", "", "residual", ""};
    lyc_table_t table;
    lyc_table_init(table, 5);
    lyc_table_row(table, head);
    for (slong k = 1; k <= a->comparison->law[0]->dim; k++)
    {
        char name[32];
        const char *row[5] = {name};
        lyc_text_t cell[4];
        snprintf(name, sizeof name, "%ld", (long)k);
        for (int i = 0; i < 2; i++)
        {
            lyc_text_init(cell[2 * i]);
            lyc_text_init(cell[2 * i + 1]);
            add_exponent(cell[2 * i], a, a->comparison->enclosure[i]->facts, k);
            add_method(cell[2 * i + 1], a, i, k);
            row[2 * i + 1] = cell[2 * i]->bytes;
            row[2 * i + 2] = cell[2 * i + 1]->bytes;
        }
        lyc_table_row(table, row);
        for (int i = 0; i < 4; i++)
        {
            lyc_text_clear(cell[i]);
        }
    }
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
}

static void add_margin(lyc_text_t t, const lyc_compare *a, const lyc_reading *r)
{
    if (!r->has_margin)
    {
        return;
    }
    lyc_text_add(t, "margin ");
    if (arf_equal(r->lower, r->upper) && arf_is_zero(r->lower))
    {
        lyc_text_add(t, "0");
        return;
    }
    lyc_report_interval(t, r->lower, r->upper,
                        lyc_report_shown(a->digits, a->tol, r->lower));
}

static void readings(lyc_text_t out, const lyc_compare *a)
{
    lyc_table_t table;
    lyc_table_init(table, 4);
    for (int i = 0; i < LYC_READINGS; i++)
    {
        const lyc_reading *r = a->comparison->reading + i;
        char name[8];
        lyc_text_t margin;
        lyc_text_init(margin);
        snprintf(name, sizeof name, "R%d", i + 1);
        add_margin(margin, a, r);
        const char *const row[] = {name, lyc_reading_word(r->status),
                                   lyc_reading_statement(i), margin->bytes};
        lyc_table_row(table, row);
        lyc_text_clear(margin);
    }
    lyc_table_get_text(out, table, 0, 3);
    lyc_table_clear(table);
}

void lyc_compare_get_text(lyc_text_t out, const lyc_compare *a, double seconds)
{
    const lyc_law_struct *law = a->comparison->law[0];
    lyc_text_printf(out, "law         %s\n", a->label);
    lyc_text_add(out, "            ");
    lyc_report_size(out, law);
    lyc_report_structure(out, law, 12);
    spectra(out, a);
    readings(out, a);
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

static json_t *side_json(const lyc_compare *a, int i)
{
    const lyc_enclosure_struct *e = a->comparison->enclosure[i];
    json_t *object = json_object();
    lyc_text_t text;
    lyc_text_init(text);
    lyc_law_get_text(text, a->comparison->law[i]);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_json_set(object, "spectrum",
                 lyc_json_spectrum(e->facts, NULL, e->method));
    lyc_json_set(object, "sums", lyc_json_sums(e->facts, NULL));
    lyc_json_set(object, "cones", json_integer(e->cones));
    lyc_json_set(object, "cert_digest",
                 lyc_json_string(a->has_certificate[i] ? a->digest[i] : NULL));
    lyc_text_clear(text);
    return object;
}

static json_t *reading_json(const lyc_reading *r, int i)
{
    json_t *object = json_object(), *margin;
    if (r->has_margin)
    {
        margin = lyc_json_interval(r->lower, r->upper);
    }
    else
    {
        margin = json_object();
        lyc_json_set(margin, "lower", json_null());
        lyc_json_set(margin, "upper", json_null());
    }
    lyc_json_set(object, "statement",
                 lyc_json_string(lyc_reading_statement(i)));
    lyc_json_set(object, "status",
                 lyc_json_string(lyc_reading_word(r->status)));
    lyc_json_set(object, "exact", json_boolean(r->is_exact));
    lyc_json_set(object, "margin", margin);
    return object;
}

void lyc_compare_get_json(json_t *object, const lyc_compare *a, double seconds)
{
    const lyc_law_struct *law = a->comparison->law[0];
    json_t *list = json_object();
    for (int i = 0; i < LYC_READINGS; i++)
    {
        char name[8];
        snprintf(name, sizeof name, "R%d", i + 1);
        lyc_json_set(list, name, reading_json(a->comparison->reading + i, i));
    }
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, law->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "dim", json_integer(law->dim));
    for (int i = 0; i < 2; i++)
    {
        lyc_json_set(object, side[i], side_json(a, i));
    }
    lyc_json_set(object, "readings", list);
    lyc_json_set(object, "seconds", lyc_json_seconds(seconds));
}
