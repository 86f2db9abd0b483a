#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fnmatch.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store.h"

void store_path(lyc_text_t out, const char *folder, const recipe *r,
                const char *ending)
{
    lyc_text_printf(out, "%s/%s/%s%s", folder, r->topic,
                    r->id + strlen(r->topic) + 1, ending);
}

const char *store_ending(const recipe *r)
{
    return recipe_is_table(r) ? ".tsv" : ".json";
}

static int make_folder(const char *path, lyc_diag_t d)
{
    return mkdir(path, 0777) == 0 || errno == EEXIST ||
           lyc_diag_fail(d, LYC_FAILURE, "%s: cannot be made: %s", path,
                         strerror(errno));
}

int store_open(const char *folder, const recipe *r, lyc_diag_t d)
{
    lyc_text_t path;
    lyc_text_init(path);
    lyc_text_printf(path, "%s/%s", folder, r->topic);
    const int ok = make_folder(folder, d) && make_folder(path->bytes, d);
    lyc_text_clear(path);
    return ok;
}

int store_exists(const char *path)
{
    return access(path, R_OK) == 0;
}

int store_is_there(const char *folder, const recipe *r)
{
    lyc_text_t path;
    lyc_text_init(path);
    store_path(path, folder, r, store_ending(r));
    const int ok = store_exists(path->bytes);
    lyc_text_clear(path);
    return ok;
}

int store_read(lyc_text_t text, const char *folder, const recipe *r,
               const char *ending, lyc_diag_t d)
{
    lyc_text_t path;
    lyc_text_init(path);
    store_path(path, folder, r, ending);
    const int ok = lyc_text_read_file(text, path->bytes, d);
    lyc_text_clear(path);
    return ok;
}

int store_write(const char *folder, const recipe *r, const char *ending,
                const lyc_text_t text, lyc_diag_t d)
{
    lyc_text_t path;
    lyc_text_init(path);
    store_path(path, folder, r, ending);
    const int ok =
        lyc_text_write_file(path->bytes, text->bytes, text->length, d);
    lyc_text_clear(path);
    return ok;
}

/* Larger certificates are kept compressed. */
#define PLAIN_BYTES 16384

int store_keep_certificate(lyc_text_t path, const char *folder, const recipe *r,
                           const char *part, lyc_diag_t d)
{
    lyc_text_t written, text, other;
    lyc_text_init(written);
    lyc_text_init(text);
    lyc_text_init(other);
    store_path(written, folder, r, ".cert");
    lyc_text_add(written, part);
    store_path(path, folder, r, part);
    lyc_text_add(path, ".cert");
    int ok = lyc_text_read_file(text, written->bytes, d);
    const int is_large = text->length > PLAIN_BYTES;
    lyc_text_printf(other, "%s.gz", path->bytes);
    if (ok)
    {
        unlink(written->bytes);
        unlink(is_large ? path->bytes : other->bytes);
    }
    if (is_large)
        lyc_text_add(path, ".gz");
    ok = ok && (!is_large || lyc_text_gzip(text, d)) &&
         lyc_text_write_file(path->bytes, text->bytes, text->length, d);
    lyc_text_clear(written);
    lyc_text_clear(text);
    lyc_text_clear(other);
    return ok;
}

json_t *store_read_json(const char *folder, const recipe *r, lyc_diag_t d)
{
    json_t *object = NULL;
    json_error_t error;
    lyc_text_t text;
    lyc_text_init(text);
    if (store_read(text, folder, r, ".json", d))
    {
        object = json_loadb(text->bytes, text->length, JSON_REJECT_DUPLICATES,
                            &error);
        if (object == NULL)
            lyc_diag_fail(d, LYC_MALFORMED, "%s: not JSON: line %d: %s", r->id,
                          error.line, error.text);
    }
    lyc_text_clear(text);
    return object;
}

const char *store_string(const json_t *object, const char *key)
{
    const char *s = json_string_value(json_object_get(object, key));
    return s == NULL ? "" : s;
}

int store_is_meant(const setting *s, const recipe *r)
{
    return s->only == NULL || fnmatch(s->only, r->id, 0) == 0 ||
           fnmatch(s->only, r->topic, 0) == 0;
}
