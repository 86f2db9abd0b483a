#include <string.h>

#include "audit.h"

#define SHOWN 30 /* characters of a value in the index */

typedef struct
{
    lyc_text_struct *index, *values;
    const char *folder, *topic;
} writing;

/* What stands in a cell of Markdown. */
static void add_cell(lyc_text_t out, const char *s)
{
    for (; *s != '\0'; s++)
        if (*s == '|')
            lyc_text_add(out, "\\|");
        else
            lyc_text_add_n(out, *s == '\n' ? " " : s, 1);
}

static void add_value(lyc_text_t out, const json_t *value)
{
    const char *agreed = store_string(value, "agreed"),
               *exact = store_string(value, "exact");
    const long digits =
        (long)json_integer_value(json_object_get(value, "digits"));
    if (*exact != '\0')
        lyc_text_printf(out, "%s", exact);
    else if (digits < 2)
        lyc_text_printf(out, "[%s, %s]", store_string(value, "lower"),
                        store_string(value, "upper"));
    else if (strlen(agreed) > SHOWN)
        lyc_text_printf(out, "%.*s… (%ld digits)", SHOWN, agreed, digits);
    else
        lyc_text_printf(out, "%s…", agreed);
}

static void add_object(writing *w, const recipe *r, const json_t *o)
{
    const char *name = r->id + strlen(r->topic) + 1;
    const json_t *certificates = json_object_get(o, "certificates");
    size_t i;
    json_t *value, *item;
    json_array_foreach(json_object_get(o, "values"), i, value)
    {
        lyc_text_printf(w->index, "| %s%s%s | ", i == 0 ? "`" : "",
                        i == 0 ? r->id : "", i == 0 ? "`" : "");
        add_cell(w->index, i == 0 ? r->title : "");
        lyc_text_printf(w->index, " | %s | ", store_string(value, "name"));
        add_value(w->index, value);
        lyc_text_add(w->index, " | ");
        if (i == 0)
        {
            size_t j;
            lyc_text_printf(w->index, "[json](%s/%s.json)", r->topic, name);
            json_array_foreach((json_t *)certificates, j, item)
                lyc_text_printf(w->index, " [cert](%s/%s)", r->topic,
                                store_string(item, "file"));
        }
        lyc_text_add(w->index, " |\n");
        item = json_array_get(certificates, strncmp(store_string(value, "name"),
                                                    "residual.", 9) == 0);
        lyc_text_printf(
            w->values, "%s\t%s\t%s\t%ld\t%s\t%s\t%s\t%s\n", r->id,
            store_string(value, "name"), store_string(value, "quantity"),
            (long)json_integer_value(json_object_get(value, "digits")),
            store_string(value, "agreed"), store_string(value, "lower"),
            store_string(value, "upper"), store_string(item, "digest"));
    }
}

static int add_recipe(writing *w, const recipe *r, lyc_diag_t d)
{
    const char *name = r->id + strlen(r->topic) + 1;
    if (w->topic == NULL || strcmp(w->topic, r->topic) != 0)
        lyc_text_printf(w->index,
                        "\n## %s\n\n| id | what | quantity | value | files |\n"
                        "|---|---|---|---|---|\n",
                        r->topic);
    w->topic = r->topic;
    if (recipe_is_table(r))
    {
        lyc_text_printf(w->index, "| `%s` | ", r->id);
        add_cell(w->index, r->title);
        if (store_is_there(w->folder, r))
            lyc_text_printf(w->index, " | | | [tsv](%s/%s.tsv) |\n", r->topic,
                            name);
        else
            lyc_text_add(w->index, " | | not measured | |\n");
        return 1;
    }
    json_t *o = store_read_json(w->folder, r, d);
    if (o != NULL)
        add_object(w, r, o);
    json_decref(o);
    return o != NULL;
}

int index_make(lyc_text_t index, lyc_text_t values, const char *folder,
               const recipe_list *list, lyc_diag_t d)
{
    writing w = {index, values, folder, NULL};
    int ok = 1;
    lyc_text_add(
        index,
        "# Results\n\n"
        "Written by `make results` from the files beside it; described in\n"
        "[doc/results.md](../doc/results.md). Digits that are shown are "
        "proved, "
        "and are\ncut off, not rounded. `lyapcert cite ID` gives a reference, "
        "`lyapcert check`\nrechecks a certificate.\n");
    lyc_text_add(values, "# id\tname\tquantity\tdigits\tagreed\tlower\tupper\t"
                         "digest\n");
    for (long i = 0; ok && i < list->length; i++)
        ok = add_recipe(&w, list->recipe + i, d);
    return ok;
}
