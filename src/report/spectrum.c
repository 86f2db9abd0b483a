#include "lyapcert/json.h"

static json_t *exact_text(const lyc_logsum_t s)
{
    lyc_text_t t;
    lyc_text_init(t);
    lyc_logsum_get_text(t, s);
    json_t *value = lyc_json_string(t->bytes);
    lyc_text_clear(t);
    return value;
}

json_t *lyc_json_spectrum(const lyc_facts_t facts, const int *wanted,
                          const char *const *method)
{
    json_t *list = json_array();
    arf_t width;
    arf_init(width);
    for (slong k = 1; k <= facts->dim; k++)
    {
        if (wanted != NULL && !wanted[k - 1])
        {
            continue;
        }
        json_t *item = json_object();
        lyc_json_set(item, "k", json_integer(k));
        lyc_json_bounds(item, facts->exponent_lower + (k - 1),
                        facts->exponent_upper + (k - 1));
        lyc_facts_width(width, facts, k);
        lyc_json_set(item, "width", lyc_json_width(width));
        lyc_json_set(item, "method",
                     lyc_json_string(method == NULL ? NULL : method[k - 1]));
        if (facts->is_exact[k - 1])
        {
            lyc_json_set(item, "exact", exact_text(facts->exact + (k - 1)));
        }
        json_array_append_new(list, item);
    }
    arf_clear(width);
    return list;
}

json_t *lyc_json_sums(const lyc_facts_t facts, const int *wanted)
{
    json_t *list = json_array();
    for (slong k = 2; k <= facts->dim; k++)
    {
        const arf_struct *lower = facts->sum_lower + (k - 1);
        const arf_struct *upper = facts->sum_upper + (k - 1);
        if ((arf_is_neg_inf(lower) && arf_is_pos_inf(upper)) ||
            (wanted != NULL && !wanted[k - 1]))
        {
            continue;
        }
        json_t *item = json_object();
        lyc_json_set(item, "k", json_integer(k));
        lyc_json_bounds(item, lower, upper);
        json_array_append_new(list, item);
    }
    return list;
}
