#define _XOPEN_SOURCE 700
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "cli/cite.h"

static int has_index(const char *folder)
{
    lyc_text_t path;
    lyc_text_init(path);
    lyc_text_printf(path, "%s/INDEX.md", folder);
    const int ok = access(path->bytes, R_OK) == 0;
    lyc_text_clear(path);
    return ok;
}

/* ./results, else ../share/lyapcert/results beside the command's folder. */
static void find_folder(lyc_text_t folder)
{
    char self[PATH_MAX];
    lyc_text_add(folder, "results");
    if (has_index(folder->bytes))
    {
        return;
    }
    const ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    self[n < 0 ? 0 : n] = '\0';
    char *slash = strrchr(self, '/');
    if (slash != NULL)
    {
        lyc_text_t installed;
        lyc_text_init(installed);
        *slash = '\0';
        lyc_text_printf(installed, "%s/../share/lyapcert/results", self);
        if (has_index(installed->bytes))
        {
            lyc_text_reset(folder);
            lyc_text_add(folder, installed->bytes);
        }
        lyc_text_clear(installed);
    }
}

static int ends(const char *s, const char *with)
{
    const size_t n = strlen(s), m = strlen(with);
    return n >= m && strcmp(s + n - m, with) == 0;
}

static int is_file(const char *s)
{
    return strchr(s, '/') != NULL || ends(s, ".cert") || ends(s, ".cert.gz");
}

static int cite(lyc_run *run, json_t *list, const char *folder,
                const char *argument)
{
    lyc_citation c;
    lyc_citation_init(&c);
    const int ok =
        is_file(argument)
            ? lyc_citation_read_certificate(&c, argument, run->diag)
            : lyc_citation_read_result(&c, folder, argument, run->diag);
    if (ok)
    {
        lyc_text_add(run->out, run->out->length > 0 ? "\n" : "");
        lyc_citation_get_text(run->out, &c);
        json_array_append_new(list, lyc_citation_get_json(&c));
    }
    lyc_citation_clear(&c);
    return ok;
}

static int cite_all(lyc_run *run, const lyc_options *o)
{
    lyc_text_t folder;
    int ok = 1;
    json_t *list = json_array();
    lyc_text_init(folder);
    if (o->results != NULL)
    {
        lyc_text_add(folder, o->results);
    }
    else
    {
        find_folder(folder);
    }
    for (int i = 0; ok && i < o->arguments; i++)
    {
        ok = cite(run, list, folder->bytes, o->argument[i]);
    }
    lyc_json_set(run->json, "citations", list);
    lyc_text_clear(folder);
    return ok;
}

void lyc_cli_cite(lyc_run *run, int argc, char **argv)
{
    lyc_options o;
    lyc_options_init(&o);
    run->says_verdict = 0;
    int ok = lyc_options_parse(&o, argc, argv, LYC_TAKES_RESULTS, run->diag);
    if (ok && !lyc_cli_asked(run, &o))
    {
        run->verdict = LYC_PROVED;
        ok = o.arguments > 0
                 ? cite_all(run, &o)
                 : lyc_diag_fail(run->diag, LYC_MALFORMED,
                                 "lyapcert cite: expected the id of a result "
                                 "or a certificate file, got none");
    }
    if (!ok)
    {
        lyc_run_fail(run);
    }
    lyc_options_clear(&o);
}
