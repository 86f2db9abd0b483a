#include "differ.h"

#include <string.h>

#include "lyapcert/arith.h"
#include "lyapcert/dyadic.h"

static int differs(const recipe *r, const char *what, const char *a,
                   const char *b, lyc_diag_t d)
{
    return lyc_diag_fail(d, LYC_DISPROVED,
                         "%s: %s: '%.120s' here, '%.120s' "
                         "recomputed",
                         r->id, what, a, b);
}

/* Bounds as exact dyadics: [a, b] and [c, e] meet. */
static int meet(const json_t *v, const json_t *w)
{
    arf_t a, b, c, e;
    arf_init(a);
    arf_init(b);
    arf_init(c);
    arf_init(e);
    const int ok = lyc_dyadic_set_str(a, store_string(v, "lower_exact")) &&
                   lyc_dyadic_set_str(b, store_string(v, "upper_exact")) &&
                   lyc_dyadic_set_str(c, store_string(w, "lower_exact")) &&
                   lyc_dyadic_set_str(e, store_string(w, "upper_exact")) &&
                   arf_cmp(a, e) <= 0 && arf_cmp(c, b) <= 0;
    arf_clear(a);
    arf_clear(b);
    arf_clear(c);
    arf_clear(e);
    return ok;
}

static int same_values(const recipe *r, const json_t *a, const json_t *b,
                       lyc_diag_t d)
{
    const json_t *v = json_object_get(a, "values"),
                 *w = json_object_get(b, "values");
    if (json_array_size(v) != json_array_size(w))
        return lyc_diag_fail(d, LYC_DISPROVED,
                             "%s: %zu values here, %zu "
                             "recomputed",
                             r->id, json_array_size(v), json_array_size(w));
    for (size_t i = 0; i < json_array_size(v); i++)
    {
        const json_t *p = json_array_get(v, i), *q = json_array_get(w, i);
        if (strcmp(store_string(p, "name"), store_string(q, "name")) != 0)
            return differs(r, "value", store_string(p, "name"),
                           store_string(q, "name"), d);
        if (!meet(p, q))
            return differs(r, store_string(p, "name"), store_string(p, "lower"),
                           store_string(q, "lower"), d);
    }
    return 1;
}

static int same_readings(const recipe *r, const json_t *a, const json_t *b,
                         lyc_diag_t d)
{
    json_t *of = json_object_get(a, "readings"), *item;
    const json_t *other = json_object_get(b, "readings");
    const char *name;
    if (json_object_size(of) != json_object_size(other))
        return differs(r, "readings", "", "", d);
    json_object_foreach(of, name, item)
    {
        const char *u = store_string(item, "status"),
                   *v = store_string(json_object_get(other, name), "status");
        if (strcmp(u, v) != 0)
            return differs(r, name, u, v, d);
    }
    return 1;
}

static int same_meaning(const recipe *r, const json_t *a, const json_t *b,
                        lyc_diag_t d)
{
    static const char *const key[] = {
        "id",   "title",   "statement", "claim", "claim_statement",
        "kind", "command", "law",       "status"};
    for (size_t i = 0; i < sizeof key / sizeof key[0]; i++)
        if (strcmp(store_string(a, key[i]), store_string(b, key[i])) != 0)
            return differs(r, key[i], store_string(a, key[i]),
                           store_string(b, key[i]), d);
    return same_readings(r, a, b, d) && same_values(r, a, b, d);
}

/* The first line in which the texts differ. */
static int same_bytes(const recipe *r, const lyc_text_t a, const lyc_text_t b,
                      lyc_diag_t d)
{
    size_t n = 0, begin = 0;
    long line = 1;
    while (n < a->length && n < b->length && a->bytes[n] == b->bytes[n])
        if (a->bytes[n++] == '\n')
        {
            begin = n;
            line++;
        }
    if (n == a->length && n == b->length)
        return 1;
    lyc_text_t left, right, what;
    lyc_text_init(left);
    lyc_text_init(right);
    lyc_text_init(what);
    lyc_text_add_n(left, a->bytes + begin, strcspn(a->bytes + begin, "\n"));
    lyc_text_add_n(right, b->bytes + begin, strcspn(b->bytes + begin, "\n"));
    lyc_text_printf(what, "line %ld, column %ld", line, (long)(n - begin) + 1);
    differs(r, what->bytes, left->bytes, right->bytes, d);
    lyc_text_clear(left);
    lyc_text_clear(right);
    lyc_text_clear(what);
    return 0;
}

static int same_objects(const char *folder, const char *other, const recipe *r,
                        lyc_diag_t d)
{
    json_t *a = store_read_json(folder, r, d),
           *b = store_read_json(other, r, d);
    const int ok = a != NULL && b != NULL && same_meaning(r, a, b, d);
    json_decref(a);
    json_decref(b);
    return ok;
}

int differ_check(const char *folder, const char *other, const recipe *r,
                 int overlap, lyc_diag_t d)
{
    lyc_text_t a, b;
    int ok;
    if (overlap && !recipe_is_table(r))
        return same_objects(folder, other, r, d);
    lyc_text_init(a);
    lyc_text_init(b);
    ok = store_read(a, folder, r, store_ending(r), d) &&
         store_read(b, other, r, store_ending(r), d) &&
         (overlap ? differ_tables(r->id, a->bytes, b->bytes, overlap, d)
                  : same_bytes(r, a, b, d));
    lyc_text_clear(a);
    lyc_text_clear(b);
    return ok;
}
