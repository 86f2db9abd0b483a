#include <ctype.h>
#include <string.h>

#include "lyapcert/report.h"
#include "report/weave.h"

const char *lyc_state_get_word(lyc_state_word word)
{
    static const char *const text[] = {"proved", "refuted", "undecided",
                                       "open",   "vacuous", "stale"};
    return text[word];
}

const char *lyc_woven_string(const json_t *object, const char *key)
{
    const char *s = json_string_value(json_object_get(object, key));
    return s == NULL ? "" : s;
}

static int result_is(const lyc_woven *w, const char *word)
{
    return strcmp(lyc_woven_string(w->known, "result"), word) == 0;
}

void lyc_woven_set_word(lyc_woven *w)
{
    int is_refute = strcmp(w->kind, "refute") == 0;
    w->word = LYC_STATE_UNDECIDED;
    if (strcmp(w->kind, "open") == 0)
    {
        w->word = LYC_STATE_OPEN;
    }
    else if (result_is(w, "PROVED"))
    {
        w->word = is_refute ? LYC_STATE_REFUTED : LYC_STATE_PROVED;
    }
    else if (result_is(w, "DISPROVED"))
    {
        w->word = is_refute ? LYC_STATE_PROVED : LYC_STATE_REFUTED;
    }
    else if (result_is(w, "VACUOUS"))
    {
        w->word = LYC_STATE_VACUOUS;
    }
}

/* Bytes that Markdown would take as its own are escaped; one line. */
static void add_escaped(lyc_text_t out, const char *s)
{
    for (; *s != '\0'; s++)
    {
        if (iscntrl((unsigned char)*s))
        {
            lyc_text_add(out, " ");
            continue;
        }
        lyc_text_add(out, strchr("\\`*_[]<>$~^|#&", *s) != NULL ? "\\" : "");
        lyc_text_add_n(out, s, 1);
    }
}

/* A code span holds everything but backquotes and line ends. */
static void add_code(lyc_text_t out, const char *folder, const char *s)
{
    lyc_text_printf(out, "%s%s", folder, *folder == '\0' ? "" : "/");
    for (; *s != '\0'; s++)
    {
        lyc_text_add_n(out, iscntrl((unsigned char)*s) || *s == '`' ? "?" : s,
                       1);
    }
}

/* "; " between the parts of a line. */
static void begin_part(lyc_text_t out, int *parts)
{
    lyc_text_add(out, *parts > 0 ? "; " : ": ");
    *parts += 1;
}

/* A side that no law enters stands in the statement already. */
static void add_side(lyc_text_t out, int *parts, const json_t *known,
                     const char *key, const char *name)
{
    const json_t *side = json_object_get(known, key);
    const char *lower = lyc_woven_string(side, "lower");
    const char *upper = lyc_woven_string(side, "upper");
    if (*lower == '\0' || *upper == '\0' ||
        json_is_true(json_object_get(side, "constant")))
    {
        return;
    }
    begin_part(out, parts);
    if (strcmp(lower, upper) == 0)
    {
        lyc_text_printf(out, "%s = %s", name, lower);
    }
    else
    {
        lyc_text_printf(out, "%s in [%s, %s]", name, lower, upper);
    }
}

static void add_methods(lyc_text_t out, int *parts, const json_t *known)
{
    const json_t *list = json_object_get(known, "exponents");
    const char *swept = lyc_woven_string(known, "methods");
    lyc_text_t methods;
    lyc_text_init(methods);
    for (size_t i = 0; i < json_array_size(list); i++)
    {
        const char *s = lyc_woven_string(json_array_get(list, i), "method");
        if (*s != '\0' && strstr(methods->bytes, s) == NULL)
        {
            lyc_text_printf(methods, "%s%s", methods->length > 0 ? ", " : "",
                            s);
        }
    }
    lyc_text_add(methods, swept);
    if (json_is_true(json_object_get(known, "exact")))
    {
        lyc_text_add(methods, methods->length > 0 ? ", exact" : "exact");
    }
    begin_part(out, parts);
    add_escaped(out, methods->length > 0 ? methods->bytes : "arithmetic");
    lyc_text_clear(methods);
}

static void add_claim(lyc_text_t out, const lyc_woven *w)
{
    const json_t *known = w->known;
    int parts = 0, is_in = w->claim->statement->op == 'i';
    long pieces = (long)json_integer_value(json_object_get(known, "pieces"));
    if (json_object_get(known, "forall") == NULL)
    {
        add_side(out, &parts, known, "left", is_in ? "value" : "left side");
        add_side(out, &parts, known, "right", "right side");
    }
    else
    {
        begin_part(out, &parts);
        lyc_text_printf(out, "for all values, in %ld piece%s", pieces,
                        pieces == 1 ? "" : "s");
    }
    add_methods(out, &parts, known);
    if (w->word == LYC_STATE_OPEN && !result_is(w, "UNDECIDED"))
    {
        begin_part(out, &parts);
        lyc_text_printf(out, "now %s",
                        result_is(w, "PROVED") ? "proved" : "refuted");
    }
    if (result_is(w, "DISPROVED") && w->word != LYC_STATE_OPEN)
    {
        begin_part(out, &parts);
        lyc_text_printf(out, "against the claim: %s", w->kind);
    }
    if (*lyc_woven_string(known, "reason") != '\0')
    {
        begin_part(out, &parts);
        add_escaped(out, lyc_woven_string(known, "reason"));
    }
}

static void add_count(lyc_text_t out, const json_t *counts, const char *key,
                      const char *name)
{
    lyc_text_printf(out, ", %ld %s",
                    (long)json_integer_value(json_object_get(counts, key)),
                    name);
}

static void add_counts(lyc_text_t out, const json_t *counts)
{
    add_count(out, counts, "proved", "proved");
    add_count(out, counts, "disproved", "refuted");
    add_count(out, counts, "undecided", "undecided");
    add_count(out, counts, "vacuous", "vacuous");
}

static void add_theorem(lyc_text_t out, const json_t *known)
{
    const json_t *counts = json_object_get(known, "instances");
    long total = (long)json_integer_value(json_object_get(counts, "total"));
    lyc_text_printf(out, ": %ld instance%s", total, total == 1 ? "" : "s");
    add_counts(out, counts);
}

static void add_ensemble(lyc_text_t out, const json_t *known)
{
    const json_t *readings = json_object_get(known, "readings");
    char key[] = "R1";
    long laws = (long)json_integer_value(json_object_get(known, "laws"));
    lyc_text_printf(out, ": %ld law%s", laws, laws == 1 ? "" : "s");
    for (; key[1] <= '5'; key[1]++)
    {
        lyc_text_printf(out, "; %s", key);
        add_counts(out, json_object_get(readings, key));
    }
}

/* Certificates are rechecked by themselves, all else with its chapter. */
static void add_rechecks(lyc_text_t out, const lyc_woven *w, const char *prefix,
                         const char *dir)
{
    const json_t *files = json_object_get(w->known, "certificates");
    for (size_t i = 0; i < json_array_size(files); i++)
    {
        const json_t *f = json_array_get(files, i);
        lyc_text_printf(out, "%s  - `lyapcert check ", prefix);
        add_code(out, dir == NULL ? "" : dir, lyc_woven_string(f, "file"));
        lyc_text_add(out, "`, sha256 `");
        add_code(out, "", lyc_woven_string(f, "digest"));
        lyc_text_add(out, "`\n");
    }
    if (json_array_size(files) == 0)
    {
        lyc_text_printf(out, "%s  - `lyapcert verify ", prefix);
        add_code(out, "", w->chapter->file);
        lyc_text_add(out, "`\n");
    }
}

void lyc_woven_get_text(lyc_text_t out, const lyc_woven *w, const char *prefix,
                        const char *dir)
{
    lyc_text_printf(out, "%s- **%s** `%s`", prefix, lyc_state_get_word(w->word),
                    w->id->bytes);
    if (w->known == NULL)
    {
        lyc_text_add(out, ": its text is not the one that was decided");
    }
    else if (w->claim != NULL)
    {
        add_claim(out, w);
    }
    else if (strcmp(w->kind, "theorem") == 0)
    {
        add_theorem(out, w->known);
    }
    else
    {
        add_ensemble(out, w->known);
    }
    lyc_text_add(out, "\n");
    add_rechecks(out, w, prefix, dir);
}
