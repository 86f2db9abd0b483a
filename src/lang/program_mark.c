#include "lang/walk.h"

typedef struct
{
    const lyc_program_struct *program;
    char *needed;
} marks;

static int mark(const lyc_expr *name, void *context)
{
    marks *m = context;
    long i = lyc_program_find(m->program, name->text);

    if (i >= 0)
        m->needed[i] = 1;
    return 1;
}

/* Definitions refer to earlier ones only: one pass from the last to the first
 * reaches everything. */
void lyc_program_mark(char *needed, const lyc_program_t p, const lyc_expr *e)
{
    marks m = {p, needed};
    long i;

    lyc_expr_walk_names(e, mark, &m);
    for (i = p->length - 1; i >= 0; i--)
        if (needed[i])
            lyc_expr_walk_names(p->definition[i].value, mark, &m);
}
