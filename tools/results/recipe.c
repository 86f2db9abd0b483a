#define _XOPEN_SOURCE 700
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "recipe.h"

static const char *const kind_name[KINDS] = {"exact", "gauge", "data", "bands",
                                             "timing"};

/* Where a recipe is read. */
typedef struct
{
    recipe_list *list;
    const char *file;
    char *topic;
    char *chapter; /* unused text */
    int line;
    recipe open; /* before its loops are unrolled */
    int is_open;
    lyc_diag_struct *d;
} reading;

static int wrong(const reading *r, const char *what)
{
    const lyc_place place = {r->file, r->line, 1};
    return lyc_diag_set(r->d, LYC_MALFORMED, place, "%s", what);
}

static void clear_recipe(recipe *r)
{
    free(r->topic);
    free(r->id);
    free(r->title);
    free(r->says);
    free(r->claim);
    free(r->run);
    free(r->argument);
    free(r->script);
    free(r->columns);
    free(r->places);
    for (long i = 0; i < r->needs; i++)
        free(r->need[i]);
    free(r->need);
    for (long i = 0; i < r->deriveds; i++)
    {
        free(r->derived[i].name);
        free(r->derived[i].expression);
    }
    free(r->derived);
    for (int i = 0; i < r->loops; i++)
    {
        free(r->loop[i].name);
        for (long j = 0; j < r->loop[i].values; j++)
            free(r->loop[i].value[j]);
        free(r->loop[i].value);
    }
    memset(r, 0, sizeof *r);
}

int recipe_is_table(const recipe *r)
{
    return r->kind == KIND_DATA || r->kind == KIND_BANDS ||
           r->kind == KIND_TIMING;
}

static char *fill(const char *text, const recipe *r, long round)
{
    lyc_text_t t;
    if (text == NULL)
        return NULL;
    lyc_text_init(t);
    recipe_fill(t, text, r->loop, r->loops, round);
    char *s = lyc_strdup(t->bytes);
    lyc_text_clear(t);
    return s;
}

/* A copy of r in one round of its loops; round < 0: one that keeps them. */
static void unroll(recipe *out, const recipe *r, long round)
{
    memset(out, 0, sizeof *out);
    const recipe none = {0};
    const recipe *by = round < 0 ? &none : r;
    out->file = r->file;
    out->line = r->line;
    out->kind = r->kind;
    out->topic = lyc_strdup(r->topic);
    out->id = fill(r->id, by, round);
    out->title = fill(r->title, by, round);
    out->says = fill(r->says, by, round);
    out->claim = fill(r->claim, by, round);
    out->run = fill(r->run, by, round);
    out->argument = fill(r->argument, by, round);
    out->script = fill(r->script, by, round);
    out->columns = fill(r->columns, by, round);
    out->places = fill(r->places, by, round);
    for (long i = 0; i < r->needs; i++)
    {
        out->need =
            lyc_realloc(out->need, (size_t)(i + 1) * sizeof out->need[0]);
        out->need[out->needs++] = fill(r->need[i], by, round);
    }
    for (long i = 0; i < r->deriveds; i++)
    {
        out->derived =
            lyc_realloc(out->derived, (size_t)(i + 1) * sizeof out->derived[0]);
        out->derived[i].name = fill(r->derived[i].name, by, round);
        out->derived[i].expression = fill(r->derived[i].expression, by, round);
        out->deriveds++;
    }
    for (int i = 0; i < r->loops && round < 0; i++)
    {
        recipe_loop *loop = out->loop + i;
        loop->name = lyc_strdup(r->loop[i].name);
        loop->values = r->loop[i].values;
        loop->value = lyc_calloc((size_t)loop->values, sizeof loop->value[0]);
        for (long j = 0; j < loop->values; j++)
            loop->value[j] = lyc_strdup(r->loop[i].value[j]);
        out->loops++;
    }
}

static int add(reading *r, recipe *made)
{
    recipe_list *list = r->list;
    if (recipe_find(list, made->id) != NULL)
    {
        const int is_wrong = wrong(r, "another result has this name");
        clear_recipe(made);
        return is_wrong;
    }
    list->recipe = lyc_realloc(list->recipe, (size_t)(list->length + 1) *
                                                 sizeof list->recipe[0]);
    list->recipe[list->length++] = *made;
    return 1;
}

/* What a whole recipe must have. */
static int close_recipe(reading *r)
{
    recipe *q = &r->open;
    const int line = r->line;
    if (!r->is_open)
        return 1;
    r->is_open = 0;
    r->line = q->line;
    const int is_table = recipe_is_table(q);
    int ok = (q->title != NULL) || wrong(r, "expected a line title");
    ok = ok && ((q->run != NULL) != (q->script != NULL) ||
                wrong(r, "expected either run or script"));
    ok = ok && (q->run == NULL || q->argument != NULL ||
                wrong(r, "expected a line law or problem"));
    ok = ok && (q->script == NULL || (is_table && q->columns != NULL) ||
                wrong(r, "a script makes a table and names its columns"));
    ok = ok && (!is_table || q->deriveds == 0 ||
                wrong(r, "a table has no derived quantities"));
    ok = ok && (q->places == NULL ||
                (is_table && atol(q->places) > 0 && atol(q->places) <= 1000) ||
                wrong(r, "expected places from 1 to 1000, of a table"));
    const int has_rows = is_table && q->run != NULL;
    const long rounds = ok && !has_rows ? recipe_rounds(q->loop, q->loops) : 1;
    for (long i = 0; ok && i < rounds; i++)
    {
        recipe made;
        unroll(&made, q, has_rows ? -1 : i);
        ok = add(r, &made);
    }
    clear_recipe(q);
    r->line = line;
    return ok;
}

static int is_name(const char *s)
{
    return *s != '\0' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ_@") == strlen(s);
}

static int open_recipe(reading *r, const char *name)
{
    lyc_text_t id;
    if (!close_recipe(r))
        return 0;
    if (!is_name(name))
        return wrong(r, "expected the name of a result: letters, digits, -, _");
    lyc_text_init(id);
    lyc_text_printf(id, "%s.%s", r->topic, name);
    r->open.file = r->file;
    r->open.line = r->line;
    r->open.topic = lyc_strdup(r->topic);
    r->open.id = lyc_strdup(id->bytes);
    r->is_open = 1;
    lyc_text_clear(id);
    return 1;
}

static int set_kind(reading *r, const char *name)
{
    for (int i = 0; i < KINDS; i++)
        if (strcmp(name, kind_name[i]) == 0)
        {
            r->open.kind = (recipe_kind)i;
            return 1;
        }
    return wrong(r, "expected kind exact, gauge, data, bands or timing");
}

static int add_loop(reading *r, char *rest)
{
    char *in = strstr(rest, " in ");
    if (in == NULL || r->open.loops == RECIPE_LOOPS)
        return wrong(r, "expected for NAME in VALUES, four times at most");
    *in = '\0';
    recipe_loop *loop = r->open.loop + r->open.loops++;
    loop->name = lyc_strdup(rest);
    return recipe_loop_set(loop, in + 4) ||
           wrong(r, "expected values, or FROM..TO step STEP");
}

static int add_derived(reading *r, char *rest)
{
    recipe *q = &r->open;
    char *space = strchr(rest, ' ');
    if (space == NULL)
        return wrong(r, "expected derive NAME EXPRESSION");
    *space = '\0';
    q->derived = lyc_realloc(q->derived,
                             (size_t)(q->deriveds + 1) * sizeof q->derived[0]);
    q->derived[q->deriveds].name = lyc_strdup(rest);
    q->derived[q->deriveds++].expression = lyc_strdup(space + 1);
    return 1;
}

static void add_needs(reading *r, char *rest)
{
    recipe *q = &r->open;
    for (char *word = strtok(rest, " "); word != NULL; word = strtok(NULL, " "))
    {
        q->need =
            lyc_realloc(q->need, (size_t)(q->needs + 1) * sizeof q->need[0]);
        q->need[q->needs++] = lyc_strdup(word);
    }
}

/* One line without its end, neither empty nor a comment. */
static int take_line(reading *r, char *line)
{
    recipe *q = &r->open;
    const struct
    {
        const char *key;
        char **field;
    } field[] = {{"title", &q->title},   {"says", &q->says},
                 {"claim", &q->claim},   {"run", &q->run},
                 {"law", &q->argument},  {"problem", &q->argument},
                 {"script", &q->script}, {"columns", &q->columns},
                 {"places", &q->places}};
    char *rest = line + strcspn(line, " ");
    if (*rest == ' ')
        *rest++ = '\0';
    rest += strspn(rest, " ");
    if (strcmp(line, "result") == 0)
        return open_recipe(r, rest);
    if (!r->is_open)
        return wrong(r, "expected a line result NAME first");
    if (*rest == '\0')
        return wrong(r, "expected something after the first word");
    if (strcmp(line, "kind") == 0)
        return set_kind(r, rest);
    if (strcmp(line, "for") == 0)
        return add_loop(r, rest);
    if (strcmp(line, "derive") == 0)
        return add_derived(r, rest);
    if (strcmp(line, "needs") == 0)
    {
        add_needs(r, rest);
        return 1;
    }
    for (size_t i = 0; i < sizeof field / sizeof field[0]; i++)
        if (strcmp(line, field[i].key) == 0)
        {
            if (*field[i].field != NULL)
                return wrong(r, "this stands there already");
            *field[i].field = lyc_strdup(rest);
            return 1;
        }
    return wrong(
        r, "unknown word; expected result, title, says, claim, kind, "
           "run, law, problem, derive, for, script, columns, places or needs");
}

static int read_lines(reading *r, char *text)
{
    int ok = 1;
    for (char *line = text; ok && line != NULL;)
    {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        r->line++;
        line += strspn(line, " ");
        for (size_t n = strlen(line); n > 0 && line[n - 1] == ' '; n--)
            line[n - 1] = '\0';
        if (*line != '\0' && *line != '#')
            ok = take_line(r, line);
        line = end == NULL ? NULL : end + 1;
    }
    ok = ok && close_recipe(r);
    clear_recipe(&r->open);
    return ok;
}

static int read_file(recipe_list *list, const char *path, lyc_diag_t d)
{
    reading r = {.list = list, .d = d};
    const char *base = strrchr(path, '/') + 1;
    lyc_text_t text;
    list->file = lyc_realloc(list->file,
                             (size_t)(list->files + 1) * sizeof list->file[0]);
    r.file = list->file[list->files++] = lyc_strdup(path);
    r.topic = lyc_strdup(base);
    *strrchr(r.topic, '.') = '\0';
    lyc_text_init(text);
    int ok = lyc_text_read_file(text, path, d);
    if (ok && !is_name(r.topic))
        ok = wrong(&r, "expected a file name of letters, digits and -");
    ok = ok && read_lines(&r, text->bytes);
    lyc_text_clear(text);
    free(r.topic);
    return ok;
}

/* Every id that is needed is made, by a recipe that needs nothing. */
static int check_needs(const recipe_list *list, lyc_diag_t d)
{
    for (long i = 0; i < list->length; i++)
        for (long j = 0; j < list->recipe[i].needs; j++)
        {
            const recipe *r = list->recipe + i;
            const recipe *other = recipe_find(list, r->need[j]);
            const lyc_place place = {r->file, r->line, 1};
            if (other == NULL || other->needs > 0)
                return lyc_diag_set(d, LYC_MALFORMED, place,
                                    "needs '%.60s': expected a result that "
                                    "needs no other",
                                    r->need[j]);
        }
    return 1;
}

int recipe_read_all(recipe_list *list, const char *folder, lyc_diag_t d)
{
    lyc_text_t pattern;
    glob_t found;
    memset(list, 0, sizeof *list);
    lyc_text_init(pattern);
    lyc_text_printf(pattern, "%s/recipes/*.recipe", folder);
    int ok = glob(pattern->bytes, 0, NULL, &found) == 0;
    if (!ok)
        lyc_diag_fail(d, LYC_FAILURE, "%s: there is none", pattern->bytes);
    for (size_t i = 0; ok && i < found.gl_pathc; i++)
        ok = read_file(list, found.gl_pathv[i], d);
    globfree(&found);
    lyc_text_clear(pattern);
    return ok && check_needs(list, d);
}

void recipe_clear_all(recipe_list *list)
{
    for (long i = 0; i < list->length; i++)
        clear_recipe(list->recipe + i);
    free(list->recipe);
    for (long i = 0; i < list->files; i++)
        free(list->file[i]);
    free(list->file);
}

const recipe *recipe_find(const recipe_list *list, const char *id)
{
    for (long i = 0; i < list->length; i++)
        if (strcmp(list->recipe[i].id, id) == 0)
            return list->recipe + i;
    return NULL;
}
