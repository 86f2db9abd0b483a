#include <string.h>

#include "lyapcert/arith.h"
#include "stamp.h"

static void add(lyc_text_t t, const char *key, const char *value)
{
    lyc_text_printf(t, "%s %s\n", key, value == NULL ? "-" : value);
}

static void add_digest(lyc_text_t t, const char *key, const lyc_text_t of)
{
    lyc_digest_t digest;
    lyc_digest(digest, of->bytes, of->length);
    add(t, key, digest);
}

/* What the recipe says, with the values of its loops. */
static void add_recipe(lyc_text_t t, const recipe *r)
{
    lyc_text_printf(t, "kind %d\n", (int)r->kind);
    add(t, "id", r->id);
    add(t, "title", r->title);
    add(t, "says", r->says);
    add(t, "run", r->run);
    add(t, "argument", r->argument);
    add(t, "script", r->script);
    add(t, "columns", r->columns);
    add(t, "places", r->places);
    for (long i = 0; i < r->deriveds; i++)
    {
        add(t, "derive", r->derived[i].name);
        add(t, "as", r->derived[i].expression);
    }
    for (int i = 0; i < r->loops; i++)
    {
        add(t, "for", r->loop[i].name);
        for (long j = 0; j < r->loop[i].values; j++)
            add(t, "in", r->loop[i].value[j]);
    }
}

/* The script, and what it reads. */
static int add_script(lyc_text_t t, const setting *s, const recipe *r,
                      lyc_diag_t d)
{
    lyc_text_t path, bytes;
    int ok = 1;
    lyc_text_init(path);
    lyc_text_init(bytes);
    if (r->script != NULL)
    {
        lyc_text_add(path, "tools/results/");
        lyc_text_add_n(path, r->script, strcspn(r->script, " "));
        ok = lyc_text_read_file(bytes, path->bytes, d);
        add_digest(t, "script", bytes);
        /* Files of the tree among its words. */
        for (const char *w = strchr(r->script, ' '); ok && w != NULL;
             w = strchr(w, ' '))
        {
            w += strspn(w, " ");
            lyc_text_reset(path);
            lyc_text_add_n(path, w, strcspn(w, " "));
            if (strchr(path->bytes, '/') == NULL)
                continue;
            ok = lyc_text_read_file(bytes, path->bytes, d);
            add_digest(t, path->bytes, bytes);
        }
    }
    for (long i = 0; ok && i < r->needs; i++)
    {
        const recipe *other = recipe_find(&s->list, r->need[i]);
        ok = store_read(bytes, s->folder, other, store_ending(other), d);
        add_digest(t, other->id, bytes);
    }
    lyc_text_clear(path);
    lyc_text_clear(bytes);
    return ok;
}

int stamp_make(lyc_digest_t out, const setting *s, const recipe *r,
               lyc_diag_t d)
{
    lyc_text_t t;
    lyc_text_init(t);
    add_recipe(t, r);
    add(t, "sources", s->sources);
    int ok = 1;
    if (r->claim != NULL)
    {
        add(t, "claim", r->claim);
        ok = claim_statement(t, r->claim, d);
    }
    ok = ok && add_script(t, s, r, d);
    lyc_digest(out, t->bytes, t->length);
    lyc_text_clear(t);
    return ok;
}

int stamp_write(const setting *s, const recipe *r, const provenance *p,
                lyc_diag_t d)
{
    lyc_digest_t stamp;
    lyc_text_t t;
    int ok = stamp_make(stamp, s, r, d);
    lyc_text_init(t);
    add(t, "program", "lyapcert " LYC_VERSION);
    add(t, "flint", FLINT_VERSION);
    add(t, "mpfr", mpfr_get_version());
    add(t, "gmp", gmp_version);
    if (p->precision > 0)
        lyc_text_printf(t, "precision %ld\n", p->precision);
    add(t, "inputs", stamp);
    ok = ok && store_write(s->folder, r, ".provenance", t, d);
    lyc_text_clear(t);
    return ok;
}

void stamp_read(lyc_text_t out, const char *folder, const recipe *r,
                const char *key)
{
    lyc_text_t t;
    lyc_diag_t d;
    const size_t n = strlen(key);
    lyc_text_init(t);
    lyc_diag_init(d);
    if (store_read(t, folder, r, ".provenance", d))
        for (const char *line = t->bytes; line != NULL;)
        {
            if (strncmp(line, key, n) == 0 && line[n] == ' ')
                lyc_text_add_n(out, line + n + 1, strcspn(line + n + 1, "\n"));
            line = strchr(line, '\n');
            line = line == NULL ? NULL : line + 1;
        }
    lyc_text_clear(t);
    lyc_diag_clear(d);
}

int stamp_is_fresh(const setting *s, const recipe *r)
{
    lyc_digest_t stamp;
    lyc_text_t path, kept;
    lyc_diag_t d;
    lyc_text_init(path);
    lyc_text_init(kept);
    lyc_diag_init(d);
    store_path(path, s->folder, r, store_ending(r));
    stamp_read(kept, s->folder, r, "inputs");
    const int ok = !s->is_forced && store_exists(path->bytes) &&
                   stamp_make(stamp, s, r, d) &&
                   strcmp(stamp, kept->bytes) == 0;
    lyc_text_clear(path);
    lyc_text_clear(kept);
    lyc_diag_clear(d);
    return ok;
}

int stamp_same_libraries(const char *folder, const recipe *r)
{
    lyc_text_t t;
    lyc_text_init(t);
    stamp_read(t, folder, r, "flint");
    int ok = strcmp(t->bytes, FLINT_VERSION) == 0;
    lyc_text_reset(t);
    stamp_read(t, folder, r, "mpfr");
    ok = ok && strcmp(t->bytes, mpfr_get_version()) == 0;
    lyc_text_clear(t);
    return ok;
}
