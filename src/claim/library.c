#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lyapcert/decide.h"

void lyc_library_init(lyc_library_t lib)
{
    lib->known = NULL;
    lib->length = 0;
    lib->capacity = 0;
}

static void known_clear(lyc_known *a)
{
    for (slong i = 0; i < a->enclosures; i++)
    {
        lyc_enclosure_clear(a->enclosure + i);
    }
    free(a->enclosure);
    free(a->best);
    free(a->least_tol);
    free(a->text);
    free(a->name);
    lyc_law_clear(a->law);
}

void lyc_library_clear(lyc_library_t lib)
{
    for (long i = 0; i < lib->length; i++)
    {
        known_clear(lib->known + i);
    }
    free(lib->known);
    lyc_library_init(lib);
}

static long find(const lyc_library_t lib, const char *text)
{
    for (long i = 0; i < lib->length; i++)
    {
        if (strcmp(lib->known[i].text, text) == 0)
        {
            return i;
        }
    }
    return -1;
}

static lyc_known *append(lyc_library_t lib)
{
    if (lib->length == lib->capacity)
    {
        lib->capacity = lib->capacity == 0 ? 16 : 2 * lib->capacity;
        lib->known =
            lyc_realloc(lib->known, sizeof(lyc_known) * (size_t)lib->capacity);
    }
    lyc_known *a = lib->known + lib->length++;
    memset(a, 0, sizeof *a);
    lyc_law_init(a->law);
    return a;
}

static int same_law(const lyc_law_t a, const lyc_law_t b)
{
    lyc_text_t s, t;
    lyc_text_init(s);
    lyc_text_init(t);
    lyc_law_get_text(s, a);
    lyc_law_get_text(t, b);
    int same = strcmp(s->bytes, t->bytes) == 0;
    lyc_text_clear(s);
    lyc_text_clear(t);
    return same;
}

/* The law of e, and the law of the text that certificates will carry: they
 * must be the same. */
static int evaluate(lyc_known *a, const lyc_chapter_t chapter,
                    const lyc_expr *e, const char *text, lyc_diag_t d)
{
    lyc_source source = {"<extracted law>", text, strlen(text), 1};
    lyc_law_t stated;
    lyc_law_init(stated);
    int ok = lyc_law_eval(stated, chapter->script->program, e, d) &&
             lyc_law_parse(a->law, &source, d);
    if (ok && !same_law(stated, a->law))
    {
        ok = lyc_diag_set(d, LYC_FAILURE, e->place,
                          "internal error: the text of this law is another "
                          "law");
    }
    lyc_law_clear(stated);
    return ok;
}

long lyc_library_add(lyc_library_t lib, const lyc_chapter_t chapter,
                     const lyc_expr *e, lyc_diag_t d)
{
    lyc_source source = lyc_chapter_source(chapter, e->place.line);
    lyc_text_t text;
    lyc_text_init(text);
    lyc_program_extract(text, chapter->script->program, e, &source);
    long i = find(lib, text->bytes);
    if (i < 0)
    {
        lyc_known *a = append(lib);
        a->text = lyc_strdup(text->bytes);
        a->name = e->kind == LYC_EXPR_NAME ? lyc_strdup(e->text) : NULL;
        i = lib->length - 1;
        if (!evaluate(a, chapter, e, text->bytes, d))
        {
            known_clear(a);
            lib->length--;
            i = -1;
        }
        else
        {
            size_t dim = (size_t)a->law->dim;
            a->best = lyc_malloc(sizeof(slong) * dim);
            a->least_tol = lyc_malloc(sizeof(double) * dim);
            for (size_t k = 0; k < dim; k++)
            {
                a->best[k] = -1;
                a->least_tol[k] = (double)INFINITY;
            }
        }
    }
    lyc_text_clear(text);
    return i;
}
