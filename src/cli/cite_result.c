#define _XOPEN_SOURCE 700
#include <glob.h>
#include <string.h>

#include "cli/cite.h"
#include "lyapcert/dyadic.h"

enum
{
    DIGITS = 30
};

static const char *string(const json_t *object, const char *key)
{
    const char *s = json_string_value(json_object_get(object, key));
    return s == NULL ? "" : s;
}

static json_t *read_object(const char *path, lyc_diag_t d)
{
    json_error_t error;
    json_t *object = NULL;
    lyc_text_t text;
    lyc_text_init(text);
    if (lyc_text_read_file(text, path, d))
    {
        object = json_loadb(text->bytes, text->length, 0, &error);
        if (object == NULL)
        {
            lyc_diag_fail(d, LYC_MALFORMED, "%s:%d:%d: %s", path, error.line,
                          error.column, error.text);
        }
    }
    lyc_text_clear(text);
    return object;
}

static int add_value(lyc_citation *c, const json_t *value, const char *path,
                     lyc_diag_t d)
{
    const char *name = string(value, "name"), *exact = string(value, "exact");
    arf_t lower, upper;
    if (*exact != '\0')
    {
        lyc_text_printf(c->facts, "%s = %s\n", name, exact);
        return 1;
    }
    arf_init(lower);
    arf_init(upper);
    const int ok = lyc_dyadic_set_str(lower, string(value, "lower_exact")) &&
                   lyc_dyadic_set_str(upper, string(value, "upper_exact"));
    if (ok)
    {
        lyc_report_between(c->facts, name, lower, upper, DIGITS);
        lyc_text_add(c->facts, "\n");
    }
    arf_clear(lower);
    arf_clear(upper);
    if (strchr(string(value, "quantity"), '=') != NULL)
    {
        lyc_text_printf(c->statement, "%sthe only %s in the range with %s",
                        c->statement->length > 0 ? "\n" : "", name,
                        string(value, "quantity"));
    }
    return ok || lyc_diag_fail(d, LYC_MALFORMED,
                               "%s: value '%.40s': expected exact bounds", path,
                               name);
}

/* The certificate beside the result has the digest that the result states. */
static int add_certificate(lyc_citation *c, const json_t *item,
                           const char *path, lyc_diag_t d)
{
    const char *file = string(item, "file");
    lyc_citation certificate;
    lyc_text_t beside;
    lyc_text_init(beside);
    lyc_citation_init(&certificate);
    lyc_text_add_n(beside, path, (size_t)(strrchr(path, '/') - path) + 1);
    lyc_text_add(beside, file);
    int ok = (*file != '\0' && strchr(file, '/') == NULL) ||
             lyc_diag_fail(d, LYC_MALFORMED,
                           "%s: expected the name of a certificate", path);
    ok = ok && lyc_citation_read_certificate(&certificate, beside->bytes, d);
    if (ok)
    {
        lyc_text_add(c->digests, certificate.digests->bytes);
        lyc_text_add(c->files, certificate.files->bytes);
        if (c->law->length == 0)
        {
            lyc_text_add(c->law, certificate.law->bytes);
        }
        const size_t n = strcspn(certificate.digests->bytes, "\n");
        ok = (strlen(string(item, "digest")) == n &&
              strncmp(string(item, "digest"), certificate.digests->bytes, n) ==
                  0) ||
             lyc_diag_fail(d, LYC_MALFORMED,
                           "%s: the digest is not that of the certificate %s",
                           path, file);
    }
    lyc_citation_clear(&certificate);
    lyc_text_clear(beside);
    return ok;
}

static int read_result(lyc_citation *c, const json_t *object, const char *path,
                       lyc_diag_t d)
{
    const json_t *values = json_object_get(object, "values"),
                 *list = json_object_get(object, "certificates");
    lyc_text_add(c->id, string(object, "id"));
    lyc_text_add(c->title, string(object, "title"));
    lyc_text_add(c->statement, string(object, "statement"));
    lyc_text_add(c->claim, string(object, "claim"));
    int ok =
        (c->id->length > 0 && c->title->length > 0 &&
         json_array_size(values) > 0 && json_array_size(list) > 0) ||
        lyc_diag_fail(d, LYC_MALFORMED,
                      "%s: expected id, title, values and certificates", path);
    for (size_t i = 0; ok && i < json_array_size(values); i++)
    {
        ok = add_value(c, json_array_get(values, i), path, d);
    }
    for (size_t i = 0; ok && i < json_array_size(list); i++)
    {
        ok = add_certificate(c, json_array_get(list, i), path, d);
    }
    return ok;
}

/* A table: named by its first line, "# ID: TITLE". */
static int read_table(lyc_citation *c, const char *path, const char *id,
                      lyc_diag_t d)
{
    lyc_digest_t digest;
    lyc_text_t text;
    lyc_text_init(text);
    int ok = lyc_text_read_file(text, path, d);
    const char *title = text->bytes + 2 + strlen(id) + 2;
    ok = ok && ((strncmp(text->bytes, "# ", 2) == 0 &&
                 strncmp(text->bytes + 2, id, strlen(id)) == 0 &&
                 strncmp(title - 2, ": ", 2) == 0) ||
                lyc_diag_fail(d, LYC_MALFORMED,
                              "%s:1:1: expected # %s: and a title", path, id));
    if (ok)
    {
        lyc_digest(digest, text->bytes, text->length);
        c->is_table = 1;
        lyc_text_add(c->id, id);
        lyc_text_add_n(c->title, title, strcspn(title, "\n"));
        lyc_text_printf(c->digests, "%s\n", digest);
        lyc_text_printf(c->files, "%s\n", path);
    }
    lyc_text_clear(text);
    return ok;
}

/* The first result about this claim. */
static int find_claim(lyc_text_t path, const char *folder, const char *id)
{
    glob_t found;
    int is_found = 0;
    lyc_text_reset(path);
    lyc_text_printf(path, "%s/*/*.json", folder);
    if (glob(path->bytes, 0, NULL, &found) != 0)
    {
        return 0;
    }
    for (size_t i = 0; i < found.gl_pathc && !is_found; i++)
    {
        lyc_diag_t d;
        lyc_diag_init(d);
        json_t *object = read_object(found.gl_pathv[i], d);
        is_found = strcmp(string(object, "claim"), id) == 0;
        json_decref(object);
        lyc_diag_clear(d);
        lyc_text_reset(path);
        lyc_text_add(path, found.gl_pathv[i]);
    }
    globfree(&found);
    return is_found;
}

static int exists(const char *path)
{
    lyc_text_t text;
    lyc_diag_t d;
    lyc_text_init(text);
    lyc_diag_init(d);
    const int ok = lyc_text_read_file(text, path, d);
    lyc_text_clear(text);
    lyc_diag_clear(d);
    return ok;
}

/* TOPIC.NAME of letters, digits, - and _. */
static int is_id(const char *id)
{
    static const char accepted[] = "abcdefghijklmnopqrstuvwxyz0123456789-_"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const size_t topic = strspn(id, accepted);
    const size_t name = id[topic] == '.' ? strspn(id + topic + 1, accepted) : 0;
    return topic > 0 && name > 0 && id[topic + 1 + name] == '\0';
}

int lyc_citation_read_result(lyc_citation *c, const char *folder,
                             const char *id, lyc_diag_t d)
{
    lyc_text_t path;
    int ok;
    if (!is_id(id))
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "lyapcert cite: '%.60s': expected the id "
                             "TOPIC.NAME of a result, or a file NAME.cert",
                             id);
    }
    const int topic = (int)strcspn(id, ".");
    lyc_text_init(path);
    lyc_text_printf(path, "%s/%.*s/%s.tsv", folder, topic, id, id + topic + 1);
    const int is_table = exists(path->bytes);
    if (!is_table)
    {
        lyc_text_reset(path);
        lyc_text_printf(path, "%s/%.*s/%s.json", folder, topic, id,
                        id + topic + 1);
    }
    if (is_table)
    {
        ok = read_table(c, path->bytes, id, d);
    }
    else if (exists(path->bytes) || find_claim(path, folder, id))
    {
        json_t *object = read_object(path->bytes, d);
        ok = object != NULL && read_result(c, object, path->bytes, d);
        json_decref(object);
    }
    else
    {
        ok = lyc_diag_fail(d, LYC_MALFORMED,
                           "lyapcert cite: there is no result '%.60s' in %s: "
                           "its INDEX.md lists the ids",
                           id, folder);
    }
    lyc_text_clear(path);
    return ok;
}
