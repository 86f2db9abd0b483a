#include "lyapcert/sweep.h"

#include <stdlib.h>
#include <string.h>

#include "claim/sweep.h"

void lyc_sweep_init(lyc_sweep_t w)
{
    memset(w, 0, sizeof *w);
    lyc_box_init(w->box);
    lyc_library_init(w->library);
    lyc_statement_init(w->whole);
    lyc_program_init(w->view->script->program);
    lyc_relation_init(w->relation);
    lyc_sweep_boxes_init(w->holds);
    lyc_sweep_boxes_init(w->fails);
    lyc_sweep_boxes_init(w->open);
    lyc_box_init(w->witness);
}

void lyc_sweep_clear(lyc_sweep_t w)
{
    for (long i = 0; i < w->certificates; i++)
    {
        lyc_certificate_clear(w->certificate + i);
        free(w->path[i]);
    }
    free(w->certificate);
    free(w->path);
    free(w->law);
    lyc_statement_clear(w->whole);
    lyc_library_clear(w->library);
    lyc_box_clear(w->box);
    lyc_relation_clear(w->relation);
    lyc_sweep_boxes_clear(w->holds);
    lyc_sweep_boxes_clear(w->fails);
    lyc_sweep_boxes_clear(w->open);
    lyc_box_clear(w->witness);
    lyc_program_clear(w->view->script->program);
}

/* Adds a definition given as text; errors are reported at the place given. */
static int define(lyc_program_t p, const char *text, lyc_place place,
                  lyc_diag_t d)
{
    lyc_source source = {place.file, text, strlen(text), place.line};
    lyc_tokens_t t;
    lyc_tokens_init(t);
    int ok = lyc_tokens_scan(t, &source, d) &&
             lyc_program_add(p, t, 0, t->length, d);
    lyc_tokens_clear(t);
    return ok;
}

/* The parameters come first: what certificates say first. */
static int define_all(lyc_program_t p, const lyc_chapter_struct *home,
                      const lyc_forall *forall, lyc_diag_t d)
{
    const lyc_program_struct *above = home->script->program;
    int ok = 1;
    for (long i = 0; i < forall->definitions && ok; i++)
    {
        const lyc_definition *def = above->definition + i;
        ok = define(p, def->text, def->place, d);
    }
    for (long i = 0; i < forall->parameters && ok; i++)
    {
        lyc_text_t t, number;
        lyc_text_init(t);
        lyc_text_init(number);
        ok =
            lyc_sweep_range(t, number, p, forall, i, d) &&
            define(p, t->bytes, forall->place, d) &&
            (number->length == 0 || define(p, number->bytes, forall->place, d));
        lyc_text_clear(t);
        lyc_text_clear(number);
    }
    return ok;
}

/* The view borrows the blocks of its home and the claim's expressions. */
static void make_view(lyc_sweep_t w, const lyc_chapter_struct *home, long i)
{
    lyc_chapter_struct *view = w->view;
    memset(view, 0, sizeof *view);
    lyc_program_init(view->script->program);
    w->home = home;
    w->claim = home->script->claim[i];
    view->file = home->file;
    view->name = home->name;
    view->block = home->block;
    view->blocks = home->blocks;
    view->script->claim = &w->claim;
    view->script->length = 1;
}

int lyc_sweep_prepare(lyc_sweep_t w, const lyc_chapter_t chapter, long i,
                      lyc_diag_t d)
{
    lyc_chapter_struct *view = w->view;
    lyc_program_struct *program = view->script->program;
    lyc_diag_t own;
    make_view(w, chapter, i);
    if (!define_all(program, chapter, w->claim.forall, d) ||
        !lyc_program_get_box(w->box, program, NULL, d))
    {
        return 0;
    }
    lyc_diag_init(own);
    int ok = lyc_statement_prepare(w->whole, w->library, view, 0, own) ||
             own->status == LYC_UNDECIDED;
    if (!ok)
    {
        lyc_diag_fail(d, own->status, "%s", own->text);
    }
    lyc_diag_clear(own);
    return ok;
}

static void set_law_text(lyc_certificate_t c, const lyc_sweep_t w,
                         const lyc_expr *e)
{
    lyc_source source = lyc_chapter_source(w->home, e->place.line);
    lyc_text_t text;
    lyc_text_init(text);
    lyc_program_extract(text, w->view->script->program, e, &source);
    free(c->law_text);
    c->law_text = lyc_strdup(text->bytes);
    lyc_text_clear(text);
}

static int add_one(lyc_certificate_files_t files, const lyc_sweep_t w,
                   lyc_certificate_struct *c, const char *dir, const char *name,
                   lyc_diag_t d)
{
    free(c->statement);
    c->statement = lyc_strdup(w->whole->id);
    return lyc_certificate_files_add(files, c, dir, name, d);
}

static int add_relation(lyc_certificate_files_t files, lyc_sweep_t w,
                        const char *dir, lyc_diag_t d)
{
    lyc_text_t name;
    lyc_text_init(name);
    lyc_text_printf(name, "%s.cert", w->whole->id);
    int ok = add_one(files, w, w->relation->certificate, dir, name->bytes, d);
    lyc_text_clear(name);
    return ok;
}

int lyc_sweep_add_certificates(lyc_certificate_files_t files, lyc_sweep_t w,
                               const char *dir, lyc_diag_t d)
{
    if (w->relation->certificate->conclusions > 0)
    {
        return add_relation(files, w, dir, d);
    }
    lyc_program_set_box(w->view->script->program, w->box);
    for (long i = 0; i < w->certificates; i++)
    {
        if (w->certificate[i].conclusions == 0)
        {
            continue;
        }
        set_law_text(w->certificate + i, w, w->law[i]);
        if (!add_one(files, w, w->certificate + i, dir, w->path[i], d))
        {
            return 0;
        }
    }
    return 1;
}
