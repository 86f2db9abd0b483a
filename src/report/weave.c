#include <stdlib.h>
#include <string.h>

#include "lyapcert/json.h"
#include "report/weave.h"

typedef struct
{
    lyc_woven *woven;
    long length, capacity;
} list;

static void add(list *l, const lyc_chapter_struct *c, int line,
                const char *kind, const char *name, const lyc_claim *claim)
{
    if (l->length == l->capacity)
    {
        l->capacity = 2 * l->capacity + 8;
        l->woven =
            lyc_realloc(l->woven, (size_t)l->capacity * sizeof *l->woven);
    }
    lyc_woven *w = l->woven + l->length++;
    memset(w, 0, sizeof *w);
    w->chapter = c;
    w->line = line;
    w->kind = kind;
    w->claim = claim;
    lyc_text_init(w->id);
    lyc_text_printf(w->id, "%s.%s", c->name, name);
}

static void add_all(list *l, const lyc_chapter_struct *c)
{
    const lyc_script_struct *s = c->script;
    for (long i = 0; i < s->length; i++)
    {
        const lyc_claim *q = s->claim + i;
        const char *kind = q->kind == LYC_CLAIM_PROVE    ? "prove"
                           : q->kind == LYC_CLAIM_REFUTE ? "refute"
                                                         : "open";
        add(l, c, q->place.line, kind, q->name, q);
    }
    for (long i = 0; i < s->theorems; i++)
    {
        const lyc_theorem *q = s->theorem + i;
        add(l, c, q->place.line, "theorem", q->name, NULL);
    }
    for (long i = 0; i < s->ensembles; i++)
    {
        const lyc_ensemble *q = s->ensemble + i;
        add(l, c, q->place.line, "ensemble", q->name, NULL);
    }
}

static int by_line(const void *a, const void *b)
{
    const lyc_woven *p = a, *q = b;
    return (p->line > q->line) - (p->line < q->line);
}

/* What the record says, by id; a record that is none says nothing. */
static json_t *by_id(const json_t *record)
{
    static const char *const key[] = {"claims", "theorems", "ensembles"};
    json_t *index = json_object();
    for (int i = 0; i < 3; i++)
    {
        const json_t *items = json_object_get(record, key[i]);
        for (size_t j = 0; j < json_array_size(items); j++)
        {
            json_t *item = json_array_get(items, j);
            json_object_set(index, lyc_woven_string(item, "id"), item);
        }
    }
    return index;
}

/* Claims depend on what stands above them, theorems on their instances, which
 * may stand anywhere. */
static int is_stale(const lyc_woven *w)
{
    lyc_digest_t digest;
    lyc_chapter_digest(digest, w->chapter, w->claim == NULL ? 0 : w->line,
                       w->claim == NULL ? 0 : w->claim->end);
    return strcmp(digest, lyc_woven_string(w->known, "source")) != 0;
}

static void look_up(list *l, const json_t *record)
{
    json_t *index = by_id(record);
    for (long i = 0; i < l->length; i++)
    {
        lyc_woven *w = l->woven + i;
        const json_t *item = json_object_get(index, w->id->bytes);
        w->known =
            item != NULL && strcmp(lyc_woven_string(item, "kind"), w->kind) == 0
                ? item
                : NULL;
        if (w->known == NULL || is_stale(w))
        {
            w->known = NULL;
            w->word = LYC_STATE_STALE;
        }
        else
        {
            lyc_woven_set_word(w);
        }
    }
    json_decref(index);
}

/* What stands before the fence is kept, as blanks where it is no quotation. */
static void set_prefix(lyc_text_t prefix, const char *line, size_t n)
{
    lyc_text_reset(prefix);
    for (size_t i = 0; i < n && line[i] != '`' && line[i] != '~'; i++)
    {
        lyc_text_add(prefix, line[i] == '>' ? ">" : " ");
    }
}

/* The states of statements [*at, …) that stand at `last` or above it. */
static void add_states(lyc_text_t out, const list *l, long *at, int last,
                       const lyc_text_t prefix, const char *dir)
{
    if (*at < l->length && l->woven[*at].line <= last)
    {
        size_t n = prefix->length;
        while (n > 0 && prefix->bytes[n - 1] == ' ')
        {
            n--;
        }
        lyc_text_add_n(out, prefix->bytes, n);
        lyc_text_add(out, "\n");
    }
    for (; *at < l->length && l->woven[*at].line <= last; *at += 1)
    {
        lyc_woven_get_text(out, l->woven + *at, prefix->bytes, dir);
    }
}

static void add_text(lyc_text_t out, const list *l, const lyc_chapter_t c,
                     const char *dir)
{
    const char *s = c->text->bytes, *end = s + c->text->length;
    long at = 0, block = 0;
    lyc_text_t prefix;
    lyc_text_init(prefix);
    for (int line = 1; s < end; line++)
    {
        const char *next = memchr(s, '\n', (size_t)(end - s));
        next = next == NULL ? end : next + 1;
        if (block < c->blocks && line == c->block[block].first_line - 1)
        {
            set_prefix(prefix, s, (size_t)(next - s));
        }
        lyc_text_add_n(out, s, (size_t)(next - s));
        if (block < c->blocks && line == c->block[block].last_line)
        {
            lyc_text_add(out, next[-1] == '\n' ? "" : "\n");
            add_states(out, l, &at, line, prefix, dir);
            block++;
        }
        s = next;
    }
    lyc_text_clear(prefix);
}

static json_t *item_of(const lyc_woven *w)
{
    json_t *item = w->known == NULL ? json_object() : json_deep_copy(w->known);
    json_object_del(item, "seconds");
    lyc_json_set(item, "id", lyc_json_string(w->id->bytes));
    lyc_json_set(item, "line", json_integer(w->line));
    lyc_json_set(item, "kind", lyc_json_string(w->kind));
    lyc_json_set(item, "word", lyc_json_string(lyc_state_get_word(w->word)));
    return item;
}

void lyc_weave(lyc_text_t out, json_t *items, const lyc_chapter_t c,
               const json_t *record, const char *dir)
{
    list l = {NULL, 0, 0};
    add_all(&l, c);
    if (l.length > 0)
    {
        qsort(l.woven, (size_t)l.length, sizeof *l.woven, by_line);
    }
    look_up(&l, record);
    add_text(out, &l, c, dir);
    for (long i = 0; i < l.length; i++)
    {
        if (items != NULL)
        {
            json_array_append_new(items, item_of(l.woven + i));
        }
        lyc_text_clear(l.woven[i].id);
    }
    free(l.woven);
}
