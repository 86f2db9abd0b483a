#include "cli/depth.h"

static json_t *bounds(const arf_t lower, const arf_t upper)
{
    json_t *object = json_object();
    lyc_json_bounds(object, lower, upper);
    return object;
}

/* A decimal string that is at least p. */
static json_t *probability(double p)
{
    arf_t t;
    arf_init(t);
    arf_set_d(t, p);
    json_t *value = lyc_json_width(t);
    arf_clear(t);
    return value;
}

static json_t *levels(const lyc_depth_run *a, int i)
{
    json_t *list = json_array();
    for (int n = 0; n < a->options->levels; n++)
    {
        const lyc_depth_probability *p = a->result[i]->probability + n;
        json_t *item = json_object();
        lyc_json_set(
            item, "event",
            lyc_json_string(a->level[n].side > 0 ? "exceed" : "below"));
        lyc_json_set(item, "level", lyc_json_string(a->options->level[n].text));
        lyc_json_set(item, "upper", probability(p->best));
        lyc_json_set(item, "concentration", probability(p->range));
        lyc_json_set(item, "moment", probability(p->moment));
        json_array_append_new(list, item);
    }
    return list;
}

static json_t *side_json(const lyc_depth_run *a, int i)
{
    const lyc_depth_struct *r = a->result[i];
    json_t *object = json_object();
    lyc_text_t text;
    lyc_text_init(text);
    lyc_law_get_text(text, a->law[i]);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "growth",
                 r->is_known ? bounds(r->lower, r->upper) : json_null());
    lyc_json_set(object, "norm",
                 r->is_known ? bounds(r->norm_lower, r->norm_upper)
                             : json_null());
    lyc_json_set(object, "probabilities",
                 r->is_known ? levels(a, i) : json_null());
    lyc_json_set(object, "method", lyc_json_string(r->method));
    lyc_json_set(object, "cones", json_integer(r->cones));
    lyc_json_set(object, "seconds", lyc_json_seconds(r->seconds));
    lyc_json_set(object, "cert_digest",
                 lyc_json_string(r->is_known ? a->digest[i] : NULL));
    return object;
}

void lyc_depth_get_json(json_t *object, const lyc_depth_run *a, double seconds)
{
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, a->law[0]->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "dim", json_integer(a->law[0]->dim));
    lyc_json_set(object, "depth", json_integer(a->options->depth));
    lyc_json_set(object, "plain", side_json(a, 0));
    lyc_json_set(object, "residual", side_json(a, 1));
    lyc_json_set(object, "seconds", lyc_json_seconds(seconds));
}
