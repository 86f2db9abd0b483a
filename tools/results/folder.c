#define _XOPEN_SOURCE 700
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "audit.h"

/* 1 when the recipe makes a file of this name in its topic's folder. */
static int makes(const recipe *r, const char *topic, const char *base)
{
    const char *name = r->id + strlen(r->topic) + 1;
    const size_t n = strlen(name);
    static const char *const ending[] = {
        ".cert",          ".cert.gz",          ".plain.cert", ".plain.cert.gz",
        ".residual.cert", ".residual.cert.gz", ".provenance"};
    if (strcmp(topic, r->topic) != 0 || strncmp(base, name, n) != 0)
        return 0;
    if (strcmp(base + n, store_ending(r)) == 0)
        return 1;
    for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
        if (strcmp(base + n, ending[i]) == 0 && (i == 6 || !recipe_is_table(r)))
            return 1;
    return 0;
}

static int is_known(const setting *s, const char *path)
{
    const char *base = strrchr(path, '/') + 1;
    lyc_text_t topic;
    int ok = 0;
    const char *begin = path + strlen(s->folder) + 1;
    lyc_text_init(topic);
    lyc_text_add_n(topic, begin, (size_t)(base - begin - 1));
    for (long i = 0; i < s->list.length && !ok; i++)
        ok = makes(s->list.recipe + i, topic->bytes, base);
    ok |= strcmp(topic->bytes, "recipes") == 0 ||
          strcmp(topic->bytes, "sources") == 0;
    lyc_text_clear(topic);
    return ok;
}

static long count_strangers(const setting *s)
{
    long bad = 0;
    lyc_text_t pattern;
    glob_t found;
    lyc_text_init(pattern);
    lyc_text_printf(pattern, "%s/*/*", s->folder);
    if (glob(pattern->bytes, 0, NULL, &found) == 0)
    {
        for (size_t i = 0; i < found.gl_pathc; i++)
            if (!is_known(s, found.gl_pathv[i]))
            {
                printf("%s: no recipe makes this file\n", found.gl_pathv[i]);
                bad++;
            }
        globfree(&found);
    }
    lyc_text_clear(pattern);
    return bad;
}

static long compare_file(const setting *s, const char *name,
                         const lyc_text_t made)
{
    lyc_text_t path, kept;
    lyc_diag_t d;
    lyc_text_init(path);
    lyc_text_init(kept);
    lyc_diag_init(d);
    lyc_text_printf(path, "%s/%s", s->folder, name);
    const int ok = lyc_text_read_file(kept, path->bytes, d) &&
                   strcmp(kept->bytes, made->bytes) == 0;
    if (!ok)
        printf("%s: is not what the results give (make results)\n",
               path->bytes);
    lyc_text_clear(path);
    lyc_text_clear(kept);
    lyc_diag_clear(d);
    return !ok;
}

long audit_folder(const setting *s)
{
    long bad = count_strangers(s);
    lyc_text_t index, values;
    lyc_diag_t d;
    lyc_text_init(index);
    lyc_text_init(values);
    lyc_diag_init(d);
    if (index_make(index, values, s->folder, &s->list, d))
        bad += compare_file(s, "INDEX.md", index) +
               compare_file(s, "values.tsv", values);
    else
    {
        printf("%s\n", d->text);
        bad++;
    }
    lyc_text_clear(index);
    lyc_text_clear(values);
    lyc_diag_clear(d);
    return bad;
}
