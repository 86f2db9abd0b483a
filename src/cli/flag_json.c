#include "cli/flag.h"

static const char *const kind_word[] = {"open", "real", "complex",
                                        "quaternion"};

/* [{dim, irreducible, kind, vectors}], the smallest subspace first. */
static json_t *blocks_json(const lyc_blocks_struct *b)
{
    json_t *list = json_array();
    slong column = 0;
    for (slong j = 0; b != NULL && j < b->length; j++)
    {
        const lyc_block *block = b->block + j;
        json_t *item = json_object(), *vectors = json_array();
        lyc_json_set(item, "dim", json_integer(block->dim));
        lyc_json_set(item, "irreducible",
                     json_boolean(block->kind != LYC_BLOCK_OPEN));
        lyc_json_set(item, "kind", lyc_json_string(kind_word[block->kind]));
        for (slong i = 0; i < block->dim; i++, column++)
        {
            lyc_text_t t;
            lyc_text_init(t);
            lyc_flag_vector(t, b, column);
            json_array_append_new(vectors, lyc_json_string(t->bytes));
            lyc_text_clear(t);
        }
        lyc_json_set(item, "vectors", vectors);
        json_array_append_new(list, item);
    }
    return list;
}

/* [{dim, lower, upper, …}], L_0 first: beta on L_i outside L_(i+1). */
static json_t *flag_json(const lyc_flag_run *a, const lyc_blocks_struct *b)
{
    if (a->flag->rates == 0)
    {
        return json_null();
    }
    json_t *list = json_array();
    for (slong i = 0; i < a->flag->rates; i++)
    {
        const slong g = a->flag->rates - 1 - i;
        json_t *item = json_object();
        slong begins = -1, dim = 0;
        for (slong j = 0; j < b->length; j++)
        {
            begins += b->block[j].begins;
            dim += begins <= g ? b->block[j].dim : 0;
        }
        lyc_json_set(item, "dim", json_integer(dim));
        lyc_json_bounds(item, a->flag->lower + g, a->flag->upper + g);
        json_array_append_new(list, item);
    }
    return list;
}

/* [[1, 2], [3]]: runs of exponents that are proved equal. */
static json_t *groups_json(const lyc_flag_run *a)
{
    json_t *list = json_array(), *run = NULL;
    for (slong k = 1; k <= a->law->dim; k++)
    {
        if (k == 1 || lyc_flag_is_tie(a, k - 1) <= 0)
        {
            run = json_array();
            json_array_append_new(list, run);
        }
        json_array_append_new(run, json_integer(k));
    }
    return list;
}

void lyc_flag_get_json(json_t *object, const lyc_flag_run *a, double seconds)
{
    const lyc_enclosure_struct *e = a->enclosure;
    const lyc_blocks_struct *b = lyc_flag_blocks(a);
    lyc_text_t text;
    lyc_text_init(text);
    lyc_report_law(text, a->law->text);
    lyc_json_set(object, "law", lyc_json_string(text->bytes));
    lyc_text_clear(text);
    lyc_json_set(object, "dim", json_integer(a->law->dim));
    lyc_json_set(object, "decided", json_boolean(a->flag->is_decided));
    lyc_json_set(object, "invertible", json_boolean(a->flag->is_invertible));
    lyc_json_set(object, "blocks", blocks_json(b));
    lyc_json_set(object, "flag", flag_json(a, b));
    lyc_json_set(object, "spectrum",
                 lyc_json_spectrum(e->facts, NULL, e->method));
    lyc_json_set(object, "groups", groups_json(a));
    lyc_json_set(object, "sums", lyc_json_sums(e->facts, NULL));
    lyc_json_set(object, "cones", json_integer(e->cones));
    lyc_json_set(object, "seconds", lyc_json_seconds(seconds));
    lyc_json_set(object, "cert_digest",
                 lyc_json_string(a->has_certificate ? a->digest : NULL));
}
