#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "lyapcert/chapter.h"

/* Columns of a law's label in print. */
enum
{
    LABEL = 72
};

/* The law of an expression in the scope of p. */
static int evaluate(lyc_law_t law, const lyc_program_t p, const char *file,
                    const char *text, lyc_diag_t d)
{
    lyc_source source = {file, text, strlen(text), 1};
    lyc_tokens_t tokens;
    lyc_tokens_init(tokens);
    lyc_expr *e = NULL;
    int ok = lyc_tokens_scan(tokens, &source, d);
    if (ok)
    {
        e = lyc_expr_parse(tokens, 0, tokens->length, 0, d);
        ok = e != NULL && lyc_law_eval(law, p, e, d);
    }
    if (ok)
    {
        lyc_text_t extracted;
        lyc_text_init(extracted);
        lyc_program_extract(extracted, p, e, &source);
        law->text = lyc_strdup(extracted->bytes);
        lyc_text_clear(extracted);
    }
    lyc_expr_free(e);
    lyc_tokens_clear(tokens);
    return ok;
}

static const char *last_law(const lyc_program_t p)
{
    for (long i = p->length - 1; i >= 0; i--)
    {
        if (p->definition[i].is_law)
        {
            return p->definition[i].name;
        }
    }
    return NULL;
}

/* name NULL: the last law. */
static int from_program(lyc_law_t law, lyc_text_t label, const lyc_program_t p,
                        const char *file, const char *name, lyc_diag_t d)
{
    if (name == NULL && (name = last_law(p)) == NULL)
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "%s: expected a law (law NAME = ...), found none",
                             file);
    }
    if (lyc_program_find(p, name) < 0)
    {
        return lyc_diag_fail(d, LYC_MALFORMED,
                             "%s: no law of the name '%.40s' is in this file",
                             file, name);
    }
    lyc_text_t full;
    lyc_text_init(full);
    lyc_text_printf(full, "%s:%s", file, name);
    lyc_report_shorten(label, full->bytes, LABEL);
    lyc_text_clear(full);
    return evaluate(law, p, file, name, d);
}

static int from_file(lyc_law_t law, lyc_text_t label, const char *file,
                     const char *name, lyc_diag_t d)
{
    size_t n = strlen(file);
    int ok;
    if (n > 3 && strcmp(file + n - 3, ".md") == 0)
    {
        lyc_chapter_t chapter;
        lyc_chapter_init(chapter);
        ok = lyc_chapter_read(chapter, file, d) &&
             from_program(law, label, chapter->script->program, file, name, d);
        lyc_chapter_clear(chapter);
        return ok;
    }
    lyc_text_t text;
    lyc_program_t p;
    lyc_text_init(text);
    lyc_program_init(p);
    ok = lyc_text_read_file(text, file, d);
    if (ok)
    {
        lyc_source source = {file, text->bytes, text->length, 1};
        ok = lyc_program_parse(p, &source, d) &&
             from_program(law, label, p, file, name, d);
    }
    lyc_program_clear(p);
    lyc_text_clear(text);
    return ok;
}

static int is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

/* Cannot be an expression, so it can only be meant as a file. */
static int is_path(const char *s)
{
    static const char *const ending[] = {".law", ".lyap", ".md", ".txt"};
    size_t n = strlen(s);
    for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
    {
        size_t m = strlen(ending[i]);
        if (n > m && strcmp(s + n - m, ending[i]) == 0)
        {
            return 1;
        }
    }
    return *s == '/' || strncmp(s, "./", 2) == 0 || strncmp(s, "../", 3) == 0;
}

static int from_ranges(lyc_law_t law, lyc_text_t label, const char *argument,
                       lyc_diag_t d)
{
    lyc_program_t p;
    char *text = NULL;
    lyc_program_init(p);
    lyc_report_shorten(label, argument, LABEL);
    int ok = lyc_cli_read_ranges(p, &text, argument, "<law>", d) &&
             evaluate(law, p, "<law>", text, d);
    free(text);
    lyc_program_clear(p);
    return ok;
}

int lyc_cli_law(lyc_law_t law, lyc_text_t label, const char *argument,
                lyc_diag_t d)
{
    const char *colon = strrchr(argument, ':');
    if (lyc_cli_has_ranges(argument))
    {
        return from_ranges(law, label, argument, d);
    }
    if (is_file(argument))
    {
        return from_file(law, label, argument, NULL, d);
    }
    if (colon != NULL)
    {
        lyc_text_t file;
        lyc_text_init(file);
        lyc_text_add_n(file, argument, (size_t)(colon - argument));
        int is_named = is_file(file->bytes) || is_path(file->bytes);
        int ok = is_named && from_file(law, label, file->bytes, colon + 1, d);
        lyc_text_clear(file);
        if (is_named)
        {
            return ok;
        }
    }
    if (is_path(argument))
    {
        return from_file(law, label, argument, NULL, d);
    }
    lyc_program_t empty;
    lyc_program_init(empty);
    lyc_report_shorten(label, argument, LABEL);
    int ok = evaluate(law, empty, "<law>", argument, d);
    lyc_program_clear(empty);
    return ok;
}

int lyc_cli_one_law(lyc_law_t law, lyc_text_t label, const lyc_options *o,
                    const char *command, lyc_diag_t d)
{
    if (o->arguments != 1)
    {
        return lyc_diag_fail(
            d, LYC_MALFORMED,
            "lyapcert %s: expected one LAW, got %d arguments%s", command,
            o->arguments, o->arguments > 1 ? " (a law needs quotes)" : "");
    }
    return lyc_cli_law(law, label, o->argument[0], d);
}
