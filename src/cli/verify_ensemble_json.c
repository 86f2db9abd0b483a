#include <stdio.h>

#include "cli/verify.h"

static json_t *laws(const lyc_ensemble_list *list)
{
    json_t *array = json_array();
    for (long i = 0; i < list->length; i++)
    {
        json_t *item = json_object();
        lyc_json_set(item, "number", json_integer(list->law[i].number));
        lyc_json_set(item, "law", lyc_json_string(list->law[i].law));
        lyc_json_set(item, "reason", lyc_json_string(list->law[i].reason));
        json_array_append_new(array, item);
    }
    return array;
}

static json_t *readings(const lyc_ensemble_run_t r)
{
    static const char *const key[] = {"proved", "infinite", "disproved",
                                      "undecided", "vacuous"};
    json_t *object = json_object();
    for (int i = 0; i < LYC_READINGS; i++)
    {
        char name[8];
        const long *n = r->counts.count[i];
        json_t *item = json_object();
        snprintf(name, sizeof name, "R%d", i + 1);
        for (int w = 0; w < LYC_WORDS; w++)
        {
            long both = w == LYC_WORD_PROVED ? n[LYC_WORD_INFINITE] : 0;
            lyc_json_set(item, key[w], json_integer(n[w] + both));
        }
        lyc_json_set(object, name, item);
    }
    return object;
}

static json_t *implied(const lyc_ensemble_run_t r)
{
    json_t *array = json_array();
    for (int i = 0; i < LYC_IMPLIED; i++)
    {
        json_t *item = json_object();
        lyc_json_set(item, "statement",
                     lyc_json_string(lyc_implied_statement(i)));
        lyc_json_set(item, "met", json_integer(r->implied[i].met));
        lyc_json_set(item, "held", json_integer(r->implied[i].held));
        json_array_append_new(array, item);
    }
    return array;
}

static json_t *run_json(const lyc_ensemble_run_t r)
{
    json_t *item = json_object(), *methods = json_object();
    for (long i = 0; i < r->methods; i++)
    {
        lyc_json_set(methods, r->method[i].name,
                     json_integer(r->method[i].cases));
    }
    lyc_json_set(item, "id", lyc_json_string(r->id));
    lyc_json_set(item, "kind", lyc_json_string("ensemble"));
    lyc_json_set(item, "file", lyc_json_string(r->chapter->file));
    lyc_json_set(item, "line", json_integer(r->ensemble->place.line));
    lyc_json_set(item, "result", lyc_json_string(lyc_ensemble_word(r)));
    lyc_json_set(item, "total", json_integer(r->total));
    lyc_json_set(item, "laws", json_integer(r->laws));
    lyc_json_set(item, "readings", readings(r));
    lyc_json_set(item, "implied", implied(r));
    lyc_json_set(item, "methods", methods);
    lyc_json_set(item, "undecided", laws(&r->undecided));
    lyc_json_set(item, "different", laws(&r->different));
    lyc_json_set(item, "contradicted", laws(&r->contradicted));
    lyc_json_set(item, "source", lyc_verify_source(r->chapter, NULL));
    lyc_json_set(item, "seconds", lyc_json_seconds(r->seconds));
    return item;
}

json_t *lyc_verify_ensembles_json(const lyc_verification *v)
{
    json_t *list = json_array();
    for (long i = 0; i < v->runs; i++)
    {
        json_array_append_new(list, run_json(v->run + i));
    }
    return list;
}
