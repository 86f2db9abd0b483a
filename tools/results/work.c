#include "work.h"

#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "compute.h"
#include "differ.h"
#include "lyapcert/pool.h"
#include "stamp.h"

/* One pass over some of the recipes by several processes. */
typedef struct
{
    const setting *setting;
    const char *scratch; /* NULL: the folder itself */
    const recipe **recipe;
    long recipes;
    int deep;
    int (*work)(lyc_text_t said, const setting *s, const recipe *r,
                const char *scratch, int deep, lyc_diag_t d);
    long bad;
} pass;

/* Outcomes are "+what was done" or "-what went wrong". */
static int one(void *context, lyc_text_t out, long i, lyc_diag_t d)
{
    const pass *p = context;
    lyc_text_t said;
    lyc_diag_t why;
    (void)d;
    lyc_text_init(said);
    lyc_diag_init(why);
    if (p->work(said, p->setting, p->recipe[i], p->scratch, p->deep, why))
        lyc_text_printf(out, "+%s", said->bytes);
    else
        lyc_text_printf(out, "-%s", why->is_set ? why->text : "no reason");
    lyc_text_clear(said);
    lyc_diag_clear(why);
    return 1;
}

static int take(void *context, long i, const char *outcome, lyc_diag_t d)
{
    pass *p = context;
    (void)d;
    const char *id = p->recipe[i]->id, *text = outcome + 1;
    if (strncmp(text, id, strlen(id)) == 0)
        text += strlen(id) + 2; /* "ID: " */
    p->bad += outcome[0] != '+';
    printf("%-40s %s%s\n", id, outcome[0] == '+' ? "" : "WRONG: ", text);
    fflush(stdout);
    return 1;
}

static void name(void *context, lyc_text_t out, long i)
{
    const pass *p = context;
    lyc_text_add(out, p->recipe[i]->id);
}

/* Runs the pass over the recipes that are meant and need others or not. */
static void run(pass *p, int needing)
{
    const recipe_list *list = &p->setting->list;
    lyc_diag_t d;
    lyc_diag_init(d);
    p->recipe = lyc_calloc((size_t)list->length, sizeof p->recipe[0]);
    p->recipes = 0;
    for (long i = 0; i < list->length; i++)
        if ((list->recipe[i].needs > 0) == needing &&
            store_is_meant(p->setting, list->recipe + i))
            p->recipe[p->recipes++] = list->recipe + i;
    const lyc_pool pool = {.tasks = p->recipes,
                           .workers = p->setting->jobs,
                           .work = one,
                           .take = take,
                           .name = name,
                           .context = p};
    if (!lyc_pool_run(&pool, d))
    {
        printf("%s\n", d->text);
        p->bad++;
    }
    lyc_diag_clear(d);
    free(p->recipe);
}

static void add_seconds(lyc_text_t said, const char *word, const provenance *p)
{
    lyc_text_printf(said, "%s, %.1f s", word, p->seconds);
}

static int update(lyc_text_t said, const setting *s, const recipe *r,
                  const char *scratch, int deep, lyc_diag_t d)
{
    provenance p;
    (void)scratch;
    (void)deep;
    if (stamp_is_fresh(s, r) || (r->kind == KIND_TIMING && !s->with_timing))
    {
        lyc_text_add(said, r->kind == KIND_TIMING ? "kept" : "up to date");
        return audit_result(s->folder, r, 0, d);
    }
    add_seconds(said, "computed", &p);
    const int ok = compute(&p, s, s->folder, r, d) && stamp_write(s, r, &p, d);
    lyc_text_reset(said);
    add_seconds(said, "computed", &p);
    return ok && audit_result(s->folder, r, 1, d);
}

static long write_index(const setting *s)
{
    lyc_text_t index, values, path;
    lyc_diag_t d;
    lyc_text_init(index);
    lyc_text_init(values);
    lyc_text_init(path);
    lyc_diag_init(d);
    int ok = index_make(index, values, s->folder, &s->list, d);
    lyc_text_printf(path, "%s/INDEX.md", s->folder);
    ok = ok && lyc_text_write_file(path->bytes, index->bytes, index->length, d);
    lyc_text_reset(path);
    lyc_text_printf(path, "%s/values.tsv", s->folder);
    ok = ok &&
         lyc_text_write_file(path->bytes, values->bytes, values->length, d);
    if (!ok)
        printf("%s\n", d->text);
    lyc_text_clear(index);
    lyc_text_clear(values);
    lyc_text_clear(path);
    lyc_diag_clear(d);
    return !ok;
}

long work_update(const setting *s)
{
    pass p = {.setting = s, .work = update};
    run(&p, 0);
    run(&p, 1);
    return p.bad + write_index(s) + audit_folder(s);
}

static int reproduce(lyc_text_t said, const setting *s, const recipe *r,
                     const char *scratch, int deep, lyc_diag_t d)
{
    provenance p;
    (void)deep;
    if (r->kind == KIND_TIMING)
    {
        lyc_text_add(said, "measurements: not compared");
        return audit_result(s->folder, r, 1, d);
    }
    const int by_overlap =
        r->kind == KIND_GAUGE || r->kind == KIND_BANDS ||
        (r->script == NULL && !stamp_same_libraries(s->folder, r));
    const int ok = audit_result(s->folder, r, 1, d) &&
                   compute(&p, s, scratch, r, d) &&
                   differ_check(s->folder, scratch, r, by_overlap, d);
    if (ok)
        add_seconds(said, by_overlap ? "overlaps" : "the same bytes", &p);
    return ok;
}

long work_reproduce(const setting *s, const char *scratch)
{
    pass p = {.setting = s, .work = reproduce, .scratch = scratch};
    run(&p, 0);
    run(&p, 1);
    return p.bad + audit_folder(s);
}

static int audit(lyc_text_t said, const setting *s, const recipe *r,
                 const char *scratch, int deep, lyc_diag_t d)
{
    (void)scratch;
    lyc_text_add(said, deep ? "checked" : "consistent");
    return audit_result(s->folder, r, deep, d);
}

long work_audit(const setting *s, int deep)
{
    pass p = {.setting = s, .work = audit, .deep = deep};
    run(&p, 0);
    run(&p, 1);
    return p.bad + audit_folder(s);
}
